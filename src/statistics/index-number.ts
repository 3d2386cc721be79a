/**
 * Volume indices with 100 = the base-year monthly average: from quantities to products, from products to any level above,
 * and from months to quarters and the year to date. Formulas of methods.md 1.3 and 1.5 (IRIIP 2010, UN Series F 107).
 */
import type { Rational } from "../model/rational.ts";
import { divide, hundred, multiply, rational, sum } from "../model/rational.ts";

export interface WeightedIndex {
  /** Any positive scale; only proportions matter. */
  readonly weight: Rational;
  readonly index: Rational;
}

/** Chỉ số cá thể: 100·q/q0, with q0 the monthly average of the base year. Throws a RangeError when q0 is zero. */
export function elementaryIndex(quantity: Rational, baseQuantity: Rational): Rational {
  return divide(multiply(hundred, quantity), baseQuantity);
}

/** I = Σ w·I / Σ w over the children that are sampled (Laspeyres). Throws a RangeError when the weights sum to zero. */
export function aggregateIndex(children: readonly WeightedIndex[]): Rational {
  const weighted = sum(children.map(({ weight, index }) => multiply(weight, index)));
  return divide(weighted, sum(children.map(({ weight }) => weight)));
}

/**
 * 100·Σ I_t / Σ I_s: the index of several months against the same months of another year, for the quarter and the year to
 * date (cộng dồn). The mean of monthly growths is something else. Throws a RangeError when the base sums to zero.
 */
export function ratioOfSums(current: readonly Rational[], base: readonly Rational[]): Rational {
  return divide(multiply(hundred, sum(current)), sum(base));
}

/** The plain mean. Throws a RangeError on an empty list. */
export function meanOf(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(values.length));
}

/** I' = 100·I / mean(I over the new reference year): another scale, the same growth (methods.md 1.5). */
export function rereference(index: Rational, referenceYear: readonly Rational[]): Rational {
  return divide(multiply(hundred, index), meanOf(referenceYear));
}

/**
 * Annual overlap: mean of the old index in the overlap year times the new index, which is 100 on average in that year,
 * over 100 (methods.md 1.5). Link each level separately; linked levels are not additive.
 */
export function linkByAnnualOverlap(newIndex: Rational, oldOverlapYear: readonly Rational[]): Rational {
  return divide(multiply(meanOf(oldOverlapYear), newIndex), hundred);
}
