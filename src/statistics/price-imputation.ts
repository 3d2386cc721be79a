/**
 * Missing prices of listed products: moved by the index of their unit, which a unit without any price takes from its parent
 * (overall mean), or carried from the period before or after (PPI Manual 2004, ch. 10). Doubles, see generalized-mean.ts.
 */
import type { Value } from "./generalized-mean.ts";
import { aggregatePeriod, updatedWeights } from "./price-index.ts";
import type { Quote } from "./price-relative.ts";
import { elementaryIndexes } from "./price-relative.ts";
import type { PriceStructure } from "./price-structure.ts";

/**
 * Fills a missing price with last period's price (imputed where it had to be) times the unit's index of this period: the
 * geometric mean of the relatives known in the unit, aggregated and filled down the structure.
 */
export function imputeByOverallMean(
  quotes: readonly Quote[],
  periods: readonly string[],
  structure: PriceStructure,
): readonly Quote[] {
  let weights = structure.weights;
  return fillInOrder(quotes, periods, (period, listed, before) => {
    const relatives = listed.map(({ unit, product, price }) => {
      const base = before.get(product);
      return { period, unit, product, relative: price === undefined || base === undefined ? undefined : price / base };
    });
    const index = new Map<string, Value>();
    for (const elementary of elementaryIndexes(relatives, [period], { order: 0, missing: "skip" })) {
      const rules = { order: 1, missing: "from-parent" } as const;
      for (const [code, value] of aggregatePeriod({ ...structure, weights }, elementary, rules).index)
        index.set(code, value);
    }
    weights = updatedWeights(weights, index, 1);
    return ({ unit, product }) => {
      const base = before.get(product);
      const change = index.get(unit);
      return base === undefined || change === undefined ? undefined : base * change;
    };
  });
}

/** Fills a missing price with the one before it. */
export function carryForward(quotes: readonly Quote[], periods: readonly string[]): readonly Quote[] {
  return fillInOrder(
    quotes,
    periods,
    (_period, _listed, before) =>
      ({ product }) =>
        before.get(product),
  );
}

/** Fills a missing price with the one after it. */
export function carryBackward(quotes: readonly Quote[], periods: readonly string[]): readonly Quote[] {
  return carryForward(quotes, periods.toReversed());
}

type Filler = (quote: Quote) => Value;

/** Walks the periods in the order given, each with the filled prices of the one walked before; quotes keep their order. */
function fillInOrder(
  quotes: readonly Quote[],
  periods: readonly string[],
  fillerFor: (period: string, listed: readonly Quote[], before: ReadonlyMap<string, Value>) => Filler,
): readonly Quote[] {
  const byPeriod = Map.groupBy(quotes, ({ period }) => period);
  const filled = new Map<Quote, Quote>();
  let before: ReadonlyMap<string, Value> | undefined;
  for (const period of periods) {
    const listed = byPeriod.get(period) ?? [];
    const fill: Filler = before === undefined ? () => undefined : fillerFor(period, listed, before);
    const complete = listed.map((quote) => (quote.price === undefined ? { ...quote, price: fill(quote) } : quote));
    for (const [place, quote] of listed.entries()) filled.set(quote, complete[place] ?? quote);
    before = new Map(complete.map(({ product, price }) => [product, price]));
  }
  return quotes.map((quote) => filled.get(quote) ?? quote);
}
