/**
 * Totals from a survey with strata (methods.md 2.2): enterprises above a threshold are all asked, the rest are sampled.
 * Totals and variances are exact fractions; the coefficient of variation needs a root and is given to stated digits.
 */
import type { Decimal } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";
import { add, compare, divide, isZero, multiply, rational, subtract, sum, zero } from "../model/rational.ts";
import { storedDecimals } from "../model/rounding.ts";
import { rootForStorage } from "./root.ts";

export interface Stratum {
  readonly id: string;
  /** N: units in the frame. */
  readonly population: number;
  /** Answers of the n units that responded. */
  readonly values: readonly Rational[];
}

export type TotalEstimate =
  | {
      readonly kind: "estimate";
      readonly total: Rational;
      /** `undefined` where a sampled stratum has a single respondent, so that its spread is not known. */
      readonly variance: Rational | undefined;
    }
  /** Nobody of a stratum answered, or more answered than the frame holds: no total without a decision. */
  | {
      readonly kind: "refused";
      readonly stratum: string;
      readonly why: "no-respondents" | "more-respondents-than-units";
    };

/** Ŷ = Σ (N/n) Σ y and V̂ = Σ N²(1 − n/N)s²/n over the strata. A stratum that answered in full adds no variance. */
export function estimateTotal(strata: readonly Stratum[]): TotalEstimate {
  let total = zero;
  let variance: Rational | undefined = zero;
  for (const stratum of strata) {
    const { id, population, values } = stratum;
    if (values.length > population) return { kind: "refused", stratum: id, why: "more-respondents-than-units" };
    if (population === 0) continue;
    if (values.length === 0) return { kind: "refused", stratum: id, why: "no-respondents" };
    total = add(total, multiply(expansionFactor(stratum), sum(values)));
    const own = stratumVariance(stratum);
    variance = variance === undefined || own === undefined ? undefined : add(variance, own);
  }
  return { kind: "estimate", total, variance };
}

/** N/n: how many units of the frame a respondent stands for. Throws a RangeError without respondents. */
export function expansionFactor({ population, values }: Stratum): Rational {
  return rational(population, values.length);
}

/** N²(1 − n/N)s²/n with s² = Σ(y − ȳ)²/(n − 1); `undefined` for one respondent of several units. */
export function stratumVariance({ population, values }: Stratum): Rational | undefined {
  return stratumVarianceOfSums({
    units: rational(population),
    respondents: values.length,
    sum: sum(values),
    squares: sum(values.map((value) => multiply(value, value))),
  });
}

/** The same from Σy and Σy², which is all that is known where the engine added the answers up: s² = (Σy² − (Σy)²/n)/(n − 1). */
export function stratumVarianceOfSums(stratum: {
  readonly units: Rational;
  readonly respondents: number;
  readonly sum: Rational;
  readonly squares: Rational;
}): Rational | undefined {
  const { units, respondents, sum: total, squares } = stratum;
  const n = rational(respondents);
  if (compare(units, n) <= 0) return zero;
  if (respondents < 2) return undefined;
  const spread = divide(subtract(squares, divide(multiply(total, total), n)), rational(respondents - 1));
  return divide(multiply(multiply(units, subtract(units, n)), spread), n);
}

/** √V̂, for storage: round it once more to print it. */
export function standardError(variance: Rational, decimals: number = storedDecimals): Decimal {
  return rootForStorage(variance, 2, decimals);
}

/** 100·√V̂/Ŷ in percent, for storage; `undefined` where the total is zero. */
export function coefficientOfVariation(
  total: Rational,
  variance: Rational,
  decimals: number = storedDecimals,
): Decimal | undefined {
  if (isZero(total)) return undefined;
  return rootForStorage(divide(multiply(rational(10_000), variance), multiply(total, total)), 2, decimals);
}

export interface MatchedUnit {
  readonly designWeight: Rational;
  readonly previous: Rational;
  readonly current: Rational;
}

/** Ratio estimator Ŷ_t = Ŷ_t−1 · Σ d·y_t / Σ d·y_t−1 over units in both months. Throws a RangeError when they sold nothing before. */
export function ratioEstimate(previousTotal: Rational, matched: readonly MatchedUnit[]): Rational {
  const current = sum(matched.map((unit) => multiply(unit.designWeight, unit.current)));
  const previous = sum(matched.map((unit) => multiply(unit.designWeight, unit.previous)));
  return divide(multiply(previousTotal, current), previous);
}
