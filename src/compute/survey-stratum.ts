/** What a survey's total is made of, kept for `explain` and for the coefficient of variation. */
import type { Decimal } from "../model/decimal.ts";
import { wholeItem } from "../model/observation.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, multiply, rational, zero } from "../model/rational.ts";
import { coefficientOfVariation } from "../statistics/survey.ts";

/** One stratum of one cell: what was added, and by which factor it was expanded. */
export interface SurveyStratum {
  readonly item: string;
  readonly territory: string;
  readonly month: number;
  readonly stratum: string;
  /** N_h, or `undefined` where the frame does not list the stratum. */
  readonly units: Rational | undefined;
  /** n_h. */
  readonly respondents: number;
  readonly sum: Rational;
  /** V̂_h of this stratum's estimated total; `undefined` where one unit answered for several, so that their spread is not known. */
  readonly variance: Rational | undefined;
  readonly rows: number;
}

/** √V̂/Ŷ of the whole in a month, percent; `undefined` where nothing was estimated or the spread of a stratum is not known. */
export function variationOf(strata: readonly SurveyStratum[], territory: string, month: number): Decimal | undefined {
  let total = zero;
  let variance = zero;
  let isAny = false;
  for (const stratum of strata) {
    if (stratum.month !== month || stratum.territory !== territory || stratum.item !== wholeItem) continue;
    if (stratum.variance === undefined) return undefined;
    total = add(total, estimateOf(stratum));
    variance = add(variance, stratum.variance);
    isAny = true;
  }
  return isAny ? coefficientOfVariation(total, variance) : undefined;
}

/** N_h/n_h · Σ y. */
export function estimateOf({ units, respondents, sum }: SurveyStratum): Rational {
  return units === undefined ? zero : divide(multiply(units, sum), rational(respondents));
}
