/** Roots of fractions to stated digits, by integers: the only irrational statistics that are printed go through here. */
import type { Decimal } from "../model/decimal.ts";
import { withoutTrailingZeros } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";
import { storedDecimals } from "../model/rounding.ts";

/**
 * The n-th root of a fraction ≥ 0, rounded for being rounded again (see model/rounding.ts: the last digit is never 0 or 5
 * unless the root is exactly that). Adding a whole number to it, or moving its mark, keeps that property. Throws a
 * RangeError on a negative fraction or a degree below 1.
 */
export function rootForStorage(
  { numerator, denominator }: Rational,
  degree: number,
  decimals: number = storedDecimals,
): Decimal {
  if (numerator < 0n) throw new RangeError("the root of a negative statistic");
  if (!Number.isInteger(degree) || degree < 1) throw new RangeError("a root needs a degree of at least 1");
  const scaled = numerator * 10n ** BigInt(degree * decimals);
  const whole = integerRoot(scaled / denominator, BigInt(degree));
  if (whole ** BigInt(degree) * denominator === scaled) return withoutTrailingZeros({ digits: whole, scale: decimals });
  return { digits: whole % 5n === 0n ? whole + 1n : whole, scale: decimals };
}

/** The largest integer whose n-th power is not above `value`: Newton's method from above. */
export function integerRoot(value: bigint, degree: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) return guess;
    guess = next;
  }
}
