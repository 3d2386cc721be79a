/**
 * Which integers can stand behind a printed ratio (methods.md 13.1, CHK-6, ENT-5, INV-6): a percentage or multiple of counts
 * takes few values when the counts are small. Printed figures are closed intervals.
 */
import type { Decimal } from "../model/decimal.ts";
import type { Interval } from "../model/interval.ts";
import {
  addIntervals,
  divideIntervals,
  exactly,
  intervalOfPrinted,
  multiplyIntervals,
  scaleInterval,
} from "../model/interval.ts";
import type { Rational } from "../model/rational.ts";
import { hundred, rational, signOf } from "../model/rational.ts";
import { growth } from "./growth.ts";

export interface IntegerRange {
  readonly first: bigint;
  /** Never below `first`. */
  readonly last: bigint;
}

/** The integers inside an interval; `undefined` when there is none. */
export function integersIn({ lower, upper }: Interval): IntegerRange | undefined {
  const first = -floorOf({ numerator: -lower.numerator, denominator: lower.denominator });
  const last = floorOf(upper);
  return first <= last ? { first, last } : undefined;
}

/** The current counts that a growth printed in percent leaves possible for a base count. */
export function countsForGrowth(printed: Decimal, base: bigint): IntegerRange | undefined {
  const factor = scaleInterval(addIntervals(intervalOfPrinted(printed), exactly(hundred)), rational(base, 100n));
  return integersIn(factor);
}

/** Whether some count over this base has the printed growth: 12.6% is impossible over 40. */
export function isPossibleGrowth(printed: Decimal, base: bigint): boolean {
  return countsForGrowth(printed, base) !== undefined;
}

/** The smallest base over which the printed growth is possible: 87 for 12.6% (98/87). */
export function smallestBaseFor(printed: Decimal): bigint {
  let base = 1n;
  while (!isPossibleGrowth(printed, base)) base += 1n;
  return base;
}

/** Growths in percent that counts over `base` can have, nearest at or below and nearest at or above a figure. */
export function growthsAround(figure: Rational, base: bigint): { readonly below: Rational; readonly above: Rational } {
  const count = floorOf({
    numerator: (figure.numerator + 100n * figure.denominator) * base,
    denominator: 100n * figure.denominator,
  });
  const below = growth(rational(count), rational(base));
  const isExact = below.numerator * figure.denominator === figure.numerator * below.denominator;
  return { below, above: isExact ? below : growth(rational(count + 1n), rational(base)) };
}

/** The base counts that a count and a printed multiple leave possible; `undefined` when none, or when the multiple may be zero. */
export function basesForMultiple(count: bigint, printed: Decimal): IntegerRange | undefined {
  const multiple = intervalOfPrinted(printed);
  if (signOf(multiple.lower) <= 0) return undefined;
  const bases = divideIntervals(exactly(rational(count)), multiple);
  return bases === undefined ? undefined : integersIn(bases);
}

/** Whether a mean of `count` integers can print so (GRIM): its sum has to be an integer. */
export function isPossibleMean(printed: Decimal, count: bigint): boolean {
  return integersIn(multiplyIntervals(intervalOfPrinted(printed), exactly(rational(count)))) !== undefined;
}

function floorOf({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
