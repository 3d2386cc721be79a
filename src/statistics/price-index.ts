/**
 * Period-over-period price indexes of every level of a structure (PPI Manual 2004, ch. 20): generalised means up the tree
 * with weights that are price-updated each period, missing levels filled from the parent, contributions of products carried
 * along. Doubles, see generalized-mean.ts.
 */
import type { Value } from "./generalized-mean.ts";
import { factorWeight, generalizedMean } from "./generalized-mean.ts";
import { transmutedWeights } from "./mean-contribution.ts";
import type { ElementaryPeriod } from "./price-relative.ts";
import type { PriceStructure } from "./price-structure.ts";

export interface IndexPeriod {
  readonly period: string;
  readonly index: ReadonlyMap<string, Value>;
}

export interface AggregatedPeriod extends IndexPeriod {
  /** By level code, then product: they sum to index − 1. */
  readonly contributions: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}

export interface AggregationRules {
  /** Order of the mean up the tree; 1 is Laspeyres-type. */
  readonly order: number;
  /** `from-parent`: leave missing children out, and give a level without any the index of its parent. */
  readonly missing: "from-parent" | "propagate";
}

/** Aggregates elementary indexes, period by period in the order given. */
export function aggregatePrices(
  structure: PriceStructure,
  elementary: readonly ElementaryPeriod[],
  rules: AggregationRules,
): readonly AggregatedPeriod[] {
  let weights = structure.weights;
  return elementary.map((given) => {
    const aggregated = aggregatePeriod({ ...structure, weights }, given, rules);
    weights = updatedWeights(weights, aggregated.index, rules.order);
    return aggregated;
  });
}

/** The units' weights carried to the end of a period: w·Iʳ. */
export function updatedWeights(
  weights: ReadonlyMap<string, Value>,
  index: ReadonlyMap<string, Value>,
  order: number,
): ReadonlyMap<string, Value> {
  return new Map([...weights].map(([unit, weight]) => [unit, factorWeight(order, index.get(unit), weight)]));
}

/** One period: means from the units up, then what is missing from the whole down. */
export function aggregatePeriod(
  structure: PriceStructure,
  elementary: ElementaryPeriod,
  rules: AggregationRules,
): AggregatedPeriod {
  const missing = rules.missing === "propagate" ? "propagate" : "skip";
  const index = new Map<string, Value>();
  const contributions = new Map<string, ReadonlyMap<string, Value>>();
  const weights = new Map<string, Value>();
  for (const unit of structure.levels.at(-1) ?? []) {
    index.set(unit, elementary.index.get(unit));
    contributions.set(unit, elementary.contributions.get(unit) ?? new Map());
    weights.set(unit, structure.weights.get(unit));
  }
  for (const code of structure.levels.slice(0, -1).toReversed().flat()) {
    const children = structure.childrenOf.get(code) ?? [];
    const values = children.map((child) => index.get(child));
    const own = children.map((child) => weights.get(child));
    index.set(code, generalizedMean(rules.order, values, { weights: own, missing }));
    weights.set(code, sumOf(own, missing));
    const shares = transmutedWeights({ from: rules.order, to: 1 }, values, own);
    contributions.set(
      code,
      new Map(children.flatMap((child, place) => weighted(contributions.get(child), shares[place]))),
    );
  }
  if (rules.missing === "from-parent") fillFromParents(structure, index, contributions);
  const order = structure.levels.flat();
  return {
    period: elementary.period,
    index: new Map(order.map((code) => [code, index.get(code)])),
    contributions: new Map(order.map((code) => [code, contributions.get(code) ?? new Map<string, Value>()])),
  };
}

function fillFromParents(
  structure: PriceStructure,
  index: Map<string, Value>,
  contributions: Map<string, ReadonlyMap<string, Value>>,
): void {
  for (const code of structure.levels.slice(1).flat()) {
    const parent = structure.parentOf.get(code);
    if (parent === undefined || index.get(code) !== undefined) continue;
    index.set(code, index.get(parent));
    contributions.set(code, contributions.get(parent) ?? new Map());
  }
}

function weighted(points: ReadonlyMap<string, Value> | undefined, share: Value): readonly (readonly [string, Value])[] {
  return [...(points ?? [])].map(([product, value]) => [
    product,
    value === undefined || share === undefined ? undefined : value * share,
  ]);
}

function sumOf(values: readonly Value[], missing: "skip" | "propagate"): Value {
  if (missing === "propagate" && values.includes(undefined)) return undefined;
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
