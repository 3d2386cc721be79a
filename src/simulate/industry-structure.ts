/** The products of the simulated industry and their weights: what simulation.yaml says about industry, as a list and as a tree. */
import { parseDecimal, decimalToRational } from "../model/decimal.ts";
import { wholeItem } from "../model/observation.ts";
import type { Rational } from "../model/rational.ts";
import type { WeightTree } from "../statistics/weight-tree.ts";
import { effectiveWeights } from "../statistics/weight-tree.ts";
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";

export type Industry = SimulationDeclaration["industry"];

export interface Product {
  /** `C2630.01`. */
  readonly code: string;
  readonly division: string;
  /** Itself, class, division, section and the whole: what a calibration target may name. */
  readonly above: readonly string[];
  /** Among the products of its class. */
  readonly share: number;
  /** Monthly average of the base year. */
  readonly base: number;
  /** ω: part of the whole index, all products together 1. */
  readonly effectiveWeight: Rational;
}

/** Every product, in the order of the declaration. */
export function productsOf(industry: Industry): readonly Product[] {
  const effective = effectiveWeights(weightTreeOf(industry));
  const products: Product[] = [];
  for (const [division, { classes }] of Object.entries(industry.divisions)) {
    for (const [classCode, { products: declared }] of Object.entries(classes)) {
      for (const [code, { share, base }] of Object.entries(declared)) {
        const effectiveWeight = effective.get(code);
        if (effectiveWeight === undefined) throw new RangeError(`${code} has no weight`);
        const above = [code, classCode, division, division.slice(0, 1), wholeItem];
        products.push({ code, division, above, share, base, effectiveWeight });
      }
    }
  }
  return products;
}

/** Own-level weights as rows `code, weight`: sections, divisions, classes, products. */
export function weightRows(industry: Industry): readonly (readonly [string, string])[] {
  const rows: [string, string][] = [];
  for (const [section, weight] of Object.entries(industry.sections)) rows.push([section, String(weight)]);
  for (const [division, { weight }] of Object.entries(industry.divisions)) rows.push([division, String(weight)]);
  for (const { classes } of Object.values(industry.divisions)) {
    for (const [code, { weight }] of Object.entries(classes)) rows.push([code, String(weight)]);
  }
  for (const { classes } of Object.values(industry.divisions)) {
    for (const { products } of Object.values(classes)) {
      for (const [code, { share }] of Object.entries(products)) rows.push([code, String(share)]);
    }
  }
  return rows;
}

/** Whole → section → division → class → product. Groups are left out: a level that is only inserted changes nothing (methods.md 1.3). */
function weightTreeOf({ sections, divisions }: Industry): WeightTree {
  const node = (code: string, weight: number | undefined, children: readonly WeightTree[]): WeightTree => ({
    code,
    weight: weight === undefined ? undefined : exact(weight),
    children,
  });
  const sectionNodes = Object.entries(sections).map(([section, weight]) =>
    node(
      section,
      weight,
      Object.entries(divisions)
        .filter(([code]) => code.startsWith(section))
        .map(([code, division]) =>
          node(
            code,
            division.weight,
            Object.entries(division.classes).map(([classCode, item]) =>
              node(
                classCode,
                item.weight,
                Object.entries(item.products).map(([product, { share }]) => node(product, share, [])),
              ),
            ),
          ),
        ),
    ),
  );
  return node(wholeItem, undefined, sectionNodes);
}

/** A number of the declaration exactly as it was written. */
export function exact(written: number): Rational {
  const decimal = parseDecimal(String(written));
  if (decimal === undefined) throw new RangeError(`${String(written)} is not a decimal`);
  return decimalToRational(decimal);
}
