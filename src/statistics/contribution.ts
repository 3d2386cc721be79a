/**
 * Contributions to growth in percentage points (điểm phần trăm), methods.md 1.4. They are exact: the parts sum to the
 * growth of the whole as fractions. Weights of an index are effective weights; for plain levels the weight is one.
 */
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, multiply, one, subtract, sum } from "../model/rational.ts";

export interface ChangedPart {
  readonly weight: Rational;
  readonly before: Rational;
  readonly after: Rational;
}

/** κ = 100·ω·(I_t − I_s) / Σ ω·I_s for each part, in the order given. Throws a RangeError when the whole was zero before. */
export function contributions(parts: readonly ChangedPart[]): readonly Rational[] {
  const whole = sum(parts.map(({ weight, before }) => multiply(weight, before)));
  return parts.map(({ weight, before, after }) =>
    divide(multiply(hundred, multiply(weight, subtract(after, before))), whole),
  );
}

export interface PartToDate {
  readonly weight: Rational;
  /** The part's months of the year before, and the same months of this year. */
  readonly before: readonly Rational[];
  readonly after: readonly Rational[];
}

/** The same for the year to date: months are summed first, so that the parts sum to the cumulative growth. */
export function contributionsToDate(parts: readonly PartToDate[]): readonly Rational[] {
  return contributions(parts.map(({ weight, before, after }) => ({ weight, before: sum(before), after: sum(after) })));
}

/** μ of each month within the year to date of the whole: 100·(I_j,y − I_j,y−1) / Σ I_j,y−1. */
export function contributionsOfMonths(after: readonly Rational[], before: readonly Rational[]): readonly Rational[] {
  if (after.length !== before.length) throw new RangeError("both years need the same months");
  const months = before.flatMap((base, at) => {
    const current = after[at];
    return current === undefined ? [] : [{ weight: one, before: base, after: current }];
  });
  return contributions(months);
}

export interface LinkedPart {
  readonly oldWeight: Rational;
  /** Old base: at the earlier month and at the link month. */
  readonly before: Rational;
  readonly link: Rational;
  readonly newWeight: Rational;
  /** New base, 100 at the link month. */
  readonly after: Rational;
}

export interface LinkedChange {
  /** Growth up to the link and from it, as fractions of one: 0.09 is 9%. */
  readonly growthBefore: Rational;
  readonly growthAfter: Rational;
  /** Percent over the whole span. */
  readonly growth: Rational;
  /** The whole at the later month on the old base's scale. */
  readonly linkedLevel: Rational;
  readonly contributions: readonly Rational[];
}

/**
 * Contributions when the base changed in between: κ = 100·[ω_old·(I_L − I_s)/I_s + (1 + g1)·ω_new·(I_t − 100)/100], built
 * step by step because chained levels are not additive (methods.md 1.4). Weights are scaled to one here.
 */
export function contributionsAcrossLink(parts: readonly LinkedPart[]): LinkedChange {
  const oldWeights = sum(parts.map(({ oldWeight }) => oldWeight));
  const newWeights = sum(parts.map(({ newWeight }) => newWeight));
  const before = divide(sum(parts.map((part) => multiply(part.oldWeight, part.before))), oldWeights);
  const link = divide(sum(parts.map((part) => multiply(part.oldWeight, part.link))), oldWeights);
  const after = divide(sum(parts.map((part) => multiply(part.newWeight, part.after))), newWeights);
  const riseBefore = divide(link, before);
  const riseAfter = divide(after, hundred);
  return {
    growthBefore: subtract(riseBefore, one),
    growthAfter: subtract(riseAfter, one),
    growth: multiply(hundred, subtract(multiply(riseBefore, riseAfter), one)),
    linkedLevel: multiply(link, riseAfter),
    contributions: parts.map((part) => {
      const oldShare = divide(part.oldWeight, oldWeights);
      const newShare = divide(part.newWeight, newWeights);
      const first = divide(multiply(oldShare, subtract(part.link, part.before)), before);
      const second = divide(multiply(newShare, subtract(part.after, hundred)), hundred);
      return multiply(hundred, add(first, multiply(riseBefore, second)));
    }),
  };
}
