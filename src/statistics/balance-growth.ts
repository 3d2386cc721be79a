/**
 * Growth of a quantity that can be negative or near zero: a trade balance, a net adjustment. It is refused where a percentage
 * would mean nothing, and otherwise carries its interval, because a small difference of large figures is badly known (TRD-4).
 */
import type { Interval } from "../model/interval.ts";
import { divideIntervals, mayBeZero } from "../model/interval.ts";
import type { Rational } from "../model/rational.ts";
import { hundred, multiply, one, signOf, subtract } from "../model/rational.ts";
import { growth } from "./growth.ts";

export interface Balance {
  readonly value: Rational;
  /** What rounding of its terms leaves open; the value alone where it is known exactly. */
  readonly interval: Interval;
}

export type BalanceGrowth =
  /** Percent; the interval is what the two balances allow. */
  | { readonly kind: "growth"; readonly value: Rational; readonly interval: Interval }
  | { readonly kind: "refused"; readonly why: "base-within-rounding-of-zero" | "signs-differ" };

/** Growth of a balance against its base, both of one sign: a deficit that deepens grows. */
export function balanceGrowth(current: Balance, base: Balance): BalanceGrowth {
  const ratio = divideIntervals(current.interval, base.interval);
  if (ratio === undefined || mayBeZero({ lower: base.value, upper: base.value })) {
    return { kind: "refused", why: "base-within-rounding-of-zero" };
  }
  if (signOf(current.value) !== signOf(base.value)) return { kind: "refused", why: "signs-differ" };
  return {
    kind: "growth",
    value: growth(current.value, base.value),
    interval: { lower: percentChange(ratio.lower), upper: percentChange(ratio.upper) },
  };
}

function percentChange(ratio: Rational): Rational {
  return multiply(hundred, subtract(ratio, one));
}
