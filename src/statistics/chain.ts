/** Period-over-period indexes as a series on one base: chaining, another base, means of periods. Doubles, see generalized-mean.ts. */
import type { Value } from "./generalized-mean.ts";
import { generalizedMean } from "./generalized-mean.ts";
import type { IndexPeriod } from "./price-index.ts";

/** Each level multiplied up from the first period; missing from the first missing link on. */
export function chain(periods: readonly IndexPeriod[]): readonly IndexPeriod[] {
  const level = new Map<string, Value>();
  return periods.map(({ period, index }, place) => {
    for (const [code, value] of index) level.set(code, place === 0 ? value : product(level.get(code), value));
    return { period, index: new Map(level) };
  });
}

/** A chained series with `base` as its period of 1. Throws a RangeError when the series has no such period. */
export function rebase(chained: readonly IndexPeriod[], base: string): readonly IndexPeriod[] {
  const at = chained.find(({ period }) => period === base);
  if (at === undefined) throw new RangeError(`the series has no period ${base}`);
  return chained.map(({ period, index }) => ({
    period,
    index: new Map([...index].map(([code, value]) => [code, quotient(value, at.index.get(code))])),
  }));
}

/** Arithmetic means over consecutive windows of `window` periods, each named after its first; a shorter end is left out. */
export function meanOverWindows(periods: readonly IndexPeriod[], window: number): readonly IndexPeriod[] {
  const means: IndexPeriod[] = [];
  for (let first = 0; first + window <= periods.length; first += window) {
    const inWindow = periods.slice(first, first + window);
    const [head] = inWindow;
    if (head === undefined) break;
    const meanOf = (code: string): Value =>
      generalizedMean(
        1,
        inWindow.map(({ index }) => index.get(code)),
        { missing: "propagate" },
      );
    means.push({ period: head.period, index: new Map([...head.index.keys()].map((code) => [code, meanOf(code)])) });
  }
  return means;
}

function product(a: Value, b: Value): Value {
  return a === undefined || b === undefined ? undefined : a * b;
}

function quotient(a: Value, b: Value): Value {
  return a === undefined || b === undefined ? undefined : a / b;
}
