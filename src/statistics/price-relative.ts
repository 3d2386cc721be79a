/** Prices (or quantities) of products period by period, and their relatives. Doubles, see generalized-mean.ts. */
import type { MissingRule, Value } from "./generalized-mean.ts";
import { generalizedMean } from "./generalized-mean.ts";
import { meanContributions } from "./mean-contribution.ts";

export interface Quote {
  readonly period: string;
  /** The establishment, or other elementary aggregate, to which the product belongs. */
  readonly unit: string;
  readonly product: string;
  /** Above zero; `undefined` where the product is listed without a price. */
  readonly price: Value;
}

export interface Relative {
  readonly period: string;
  readonly unit: string;
  readonly product: string;
  readonly relative: Value;
}

/** price(t)/price(t − 1) of the same product, 1 in the first of `periods`; missing where either price is. */
export function priceRelatives(quotes: readonly Quote[], periods: readonly string[]): readonly Relative[] {
  const before = new Map(periods.map((period, place) => [period, periods[place - 1] ?? period]));
  const prices = new Map(quotes.map(({ period, product, price }) => [keyOf(period, product), price]));
  return quotes.map(({ period, unit, product, price }) => {
    const base = prices.get(keyOf(before.get(period) ?? period, product));
    return { period, unit, product, relative: price === undefined || base === undefined ? undefined : price / base };
  });
}

/** The elementary indexes of one period, with the contributions of the products to index − 1. */
export interface ElementaryPeriod {
  readonly period: string;
  readonly index: ReadonlyMap<string, Value>;
  readonly contributions: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}

/** Unweighted means of each unit's relatives: order 0 is Jevons, 1 Carli, −1 the harmonic mean (PPI Manual 2004, ch. 20). */
export function elementaryIndexes(
  relatives: readonly Relative[],
  periods: readonly string[],
  options: { readonly order: number; readonly missing: MissingRule },
): readonly ElementaryPeriod[] {
  const byPeriod = Map.groupBy(relatives, ({ period }) => period);
  return periods.map((period) => {
    const index = new Map<string, Value>();
    const contributions = new Map<string, ReadonlyMap<string, Value>>();
    for (const [unit, own] of Map.groupBy(byPeriod.get(period) ?? [], (relative) => relative.unit)) {
      const values = own.map(({ relative }) => relative);
      const points = meanContributions(options.order, values);
      index.set(unit, generalizedMean(options.order, values, { missing: options.missing }));
      contributions.set(unit, new Map(own.map(({ product }, place) => [product, points[place]])));
    }
    return { period, index, contributions };
  });
}

function keyOf(period: string, product: string): string {
  return `${period}\n${product}`;
}
