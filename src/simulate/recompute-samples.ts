/** The two sources of the self-check that are not plain sums: the index from returns with gaps, and totals expanded from a sample. */
import { decimalToRational, parseDecimal } from "../model/decimal.ts";
import { wholeItem } from "../model/observation.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, multiply, rational, sum, zero } from "../model/rational.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { compileProduct } from "./compile-output.ts";
import type { Industry } from "./industry-structure.ts";
import { productsOf } from "./industry-structure.ts";

/** A row of a file by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** The report's months, and the same months a year before. */
export interface Pair {
  readonly current: Rational;
  readonly base: Rational;
}

/** A decimal of a file, in ones: `12.5` with 6 is 12,500,000. */
export function scaled(text: string | undefined, powerOfTen: number): Rational {
  const decimal = parseDecimal(text ?? "");
  if (decimal === undefined) throw new RangeError(`${text ?? "nothing"} is not a decimal`);
  const value = decimalToRational(decimal);
  return powerOfTen === 0 ? value : multiply(value, rational(10n ** BigInt(powerOfTen)));
}

/** Σ ω·100 q/q0 by product, class, division, section and whole; their ratio is the index of the year so far. */
export function industryPairs(
  industry: Industry,
  months: readonly SimulatedMonth[],
  rows: readonly Row[],
): { readonly pairs: ReadonlyMap<string, Pair>; readonly imputed: number; readonly returns: number } {
  const places = new Map(months.map(({ text }, at) => [text, at]));
  const byProduct = Map.groupBy(rows, ({ product }) => product ?? "");
  const pairs = new Map<string, Pair>();
  let imputed = 0;
  for (const product of productsOf(industry)) {
    const byUnit = Map.groupBy(byProduct.get(product.code) ?? [], ({ unit }) => unit ?? "");
    const units = [...byUnit].map(([unit, own]) => {
      const quantities: (number | undefined)[] = months.map(() => undefined);
      for (const { month = "", quantity } of own) quantities[places.get(month) ?? -1] = Number(quantity);
      return { unit, group: own[0]?.["size"] ?? "", quantities };
    });
    const compiled = compileProduct(units, months.length);
    imputed += compiled.imputed;
    const over = (role: SimulatedMonth["role"]): Rational => {
      const output = sum(compiled.months.filter((_, at) => months[at]?.role === role));
      return multiply(product.effectiveWeight, divide(multiply(hundred, output), rational(product.base)));
    };
    const own = { current: over("current"), base: over("base") };
    for (const code of product.above) {
      const so = pairs.get(code) ?? { current: zero, base: zero };
      pairs.set(code, { current: add(so.current, own.current), base: add(so.base, own.base) });
    }
  }
  return { pairs, imputed, returns: rows.length };
}

/** Totals by kind of business and of all kinds: expansion N/n by month and stratum, n the units that responded. */
export function retailPairs(
  rows: readonly Row[],
  frame: readonly Row[],
  roles: ReadonlyMap<string, SimulatedMonth["role"]>,
): ReadonlyMap<string, Pair> {
  const populations = new Map(frame.map(({ stratum, units }) => [stratum ?? "", Number(units)]));
  const pairs = new Map<string, Pair>();
  for (const [cell, own] of Map.groupBy(rows, ({ month, stratum }) => `${month ?? ""}/${stratum ?? ""}`)) {
    const [month = "", stratum = ""] = cell.split("/");
    const role = roles.get(month);
    if (role === undefined || role === "other") continue;
    const expansion = rational(populations.get(stratum) ?? 0, new Set(own.map(({ unit }) => unit)).size);
    for (const [kind, answers] of Map.groupBy(own, (row) => row["kind"] ?? "")) {
      const value = multiply(expansion, sum(answers.map(({ revenue }) => scaled(revenue, 6))));
      for (const item of [kind, wholeItem]) {
        const so = pairs.get(item) ?? { current: zero, base: zero };
        pairs.set(item, { ...so, [role]: add(so[role], value) });
      }
    }
  }
  return pairs;
}
