/**
 * A period as the difference of two cumulative figures: the third quarter from nine months and six, a month from two years
 * to date (methods.md RET-5, INV-5). Only figures of one vintage may be subtracted for publication: the difference of two
 * vintages is the period plus everything that was revised in between.
 */
import type { Rational } from "../model/rational.ts";
import { isZero, subtract } from "../model/rational.ts";
import { growth, impliedBase } from "./growth.ts";

export interface CumulativeFigure {
  readonly value: Rational;
  /** The same period of the year before; `undefined` where it is not known. */
  readonly base: Rational | undefined;
  /** The release it comes from. */
  readonly vintage: string;
}

export type PeriodDifference =
  | {
      readonly kind: "difference";
      readonly value: Rational;
      readonly base: Rational | undefined;
      /** Percent; `undefined` without a base or on a base of zero. */
      readonly growth: Rational | undefined;
      /** True where the figures are of two vintages: for working papers only. */
      readonly mixedVintages: boolean;
    }
  | { readonly kind: "refused"; readonly why: "vintages-differ"; readonly vintages: readonly [string, string] };

/** A cumulative figure printed with its growth (percent), its base implied by them. */
export function cumulativeFigure(value: Rational, growthPercent: Rational, vintage: string): CumulativeFigure {
  return { value, base: impliedBase(value, growthPercent), vintage };
}

/** `longer − shorter`. Refused for publication when the vintages differ; the result may be negative (net adjustments). */
export function subtractPeriods(difference: {
  readonly longer: CumulativeFigure;
  readonly shorter: CumulativeFigure;
  readonly forPublication: boolean;
}): PeriodDifference {
  const { longer, shorter, forPublication } = difference;
  const mixedVintages = longer.vintage !== shorter.vintage;
  if (mixedVintages && forPublication) {
    return { kind: "refused", why: "vintages-differ", vintages: [longer.vintage, shorter.vintage] };
  }
  const value = subtract(longer.value, shorter.value);
  const base =
    longer.base === undefined || shorter.base === undefined ? undefined : subtract(longer.base, shorter.base);
  return {
    kind: "difference",
    value,
    base,
    growth: base === undefined || isZero(base) ? undefined : growth(value, base),
    mixedVintages,
  };
}
