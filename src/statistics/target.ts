/**
 * A plan's target against what has been done (methods.md 6): percent achieved, pace still required, the pace that the season
 * leads to expect. Rates and shares are points against their target, never percent of it.
 */
import type { Decimal } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";
import { divide, multiply, one, rational, subtract } from "../model/rational.ts";
import { storedDecimals } from "../model/rounding.ts";
import { share } from "./breakdown.ts";
import { factorOf } from "./growth.ts";
import { meanOf } from "./index-number.ts";
import { rootForStorage } from "./root.ts";

/** Where an additive target stands after `month` months of its year. */
export interface Progress {
  readonly target: Rational;
  /** January to `month`. */
  readonly toDate: Rational;
  /** 1 to 12. */
  readonly month: number;
}

/** a = 100·Y/T, percent of the plan. Throws a RangeError on a target of zero. */
export function achievedPercent(toDate: Rational, target: Rational): Rational {
  return share(toDate, target);
}

/** r = (T − Y_m)/(12 − m): needed in each month that is left; `undefined` in December. */
export function remainingNeed({ target, toDate, month }: Progress): Rational | undefined {
  return month >= 12 ? undefined : divide(subtract(target, toDate), rational(12 - month));
}

/** r ÷ (Y_m/m): the pace still required over the pace so far; `undefined` in December. Throws a RangeError when nothing is done yet. */
export function effort(progress: Progress): Rational | undefined {
  const need = remainingNeed(progress);
  return need === undefined ? undefined : divide(need, divide(progress.toDate, rational(progress.month)));
}

/** Y_m − T·m/12: ahead of an even pace above zero, behind below. */
export function proRataGap({ target, toDate, month }: Progress): Rational {
  return subtract(toDate, multiply(target, rational(month, 12)));
}

export interface PastYear {
  readonly toDate: Rational;
  readonly year: Rational;
}

/** s_m: the mean over past years of what was done by month m as a part of the year, 0 to 1. Throws a RangeError without past years. */
export function seasonalShare(pastYears: readonly PastYear[]): Rational {
  return meanOf(pastYears.map(({ toDate, year }) => divide(toDate, year)));
}

export interface SeasonalProgress {
  /** E_m = T·s_m. */
  readonly expected: Rational;
  /** Y_m as percent of what the season leads to expect. */
  readonly ofExpected: Rational;
  /** Y_m/s_m: the year at this pace. */
  readonly projection: Rational;
  readonly projectionPercent: Rational;
}

/** The progress against a seasonal share s_m above zero. */
export function seasonalProgress(target: Rational, toDate: Rational, seasonal: Rational): SeasonalProgress {
  const expected = multiply(target, seasonal);
  const projection = divide(toDate, seasonal);
  return { expected, ofExpected: share(toDate, expected), projection, projectionPercent: share(projection, target) };
}

/** Points by which a rate or share stands above its target. */
export function pointsAboveTarget(rate: Rational, target: Rational): Rational {
  return subtract(rate, target);
}

/**
 * The mean yearly growth, in percent for storage, that the years left must have for the mean over all `years` to be `target`:
 * [(1+g*)^N / Π(1+g_i)]^(1/(N−k)) − 1. `undefined` when no year is left. Throws a RangeError on a past growth of −100%.
 */
export function requiredGrowth(goal: {
  readonly target: Rational;
  readonly years: number;
  readonly past: readonly Rational[];
}): Decimal | undefined {
  const left = goal.years - goal.past.length;
  if (left < 1) return undefined;
  const done = goal.past.reduce((product, grown) => multiply(product, factorOf(grown)), one);
  const whole = Array.from({ length: goal.years }).reduce<Rational>(
    (product) => multiply(product, factorOf(goal.target)),
    one,
  );
  const yearly = rootForStorage(divide(whole, done), left, storedDecimals + 2);
  return percentOfFactor(yearly);
}

/** 1.0525 → 5.25, keeping every digit. */
function percentOfFactor({ digits, scale }: Decimal): Decimal {
  const change = digits - 10n ** BigInt(scale);
  return scale >= 2 ? { digits: change, scale: scale - 2 } : { digits: change * 10n ** BigInt(2 - scale), scale: 0 };
}
