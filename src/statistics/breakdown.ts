/** A whole and its parts (trong đó …): shares, and what the parts leave unexplained. */
import type { Rational } from "../model/rational.ts";
import { compare, divide, hundred, multiply, rational, signOf, negate, subtract, sum } from "../model/rational.ts";

/** Tỷ trọng, percent: 100·part/whole. Throws a RangeError when the whole is zero. */
export function share(part: Rational, whole: Rational): Rational {
  return divide(multiply(hundred, part), whole);
}

/** What the listed parts leave of the total; zero when they add up. A shown list prints it as a line of its own (RET-6). */
export function remainderOf(total: Rational, parts: readonly Rational[]): Rational {
  return subtract(total, sum(parts));
}

/** Part of the whole by which an office's own table may miss its own sum (RET-1: 0.0068 in 4.7 million). */
export const tableTolerance: Rational = rational(1, 100_000_000);

/** Whether the parts of an unrounded table add to its total within `tolerance` of the total. */
export function addsUp(total: Rational, parts: readonly Rational[], tolerance: Rational = tableTolerance): boolean {
  return compare(absolute(remainderOf(total, parts)), multiply(tolerance, absolute(total))) <= 0;
}

/** The most by which k rounded parts can miss their rounded total: (k + 1)/2 printed units (CHK-7). */
export function roundingSlack(partCount: number): Rational {
  return rational(partCount + 1, 2);
}

function absolute(value: Rational): Rational {
  return signOf(value) < 0 ? negate(value) : value;
}
