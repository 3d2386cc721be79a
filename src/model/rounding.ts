/**
 * The two places where a fraction becomes a decimal. Printing rounds half away from zero. Storing uses the rounding made
 * for being rounded again: the last stored digit is never 0 or 5 unless the number is exactly that, so that rounding the
 * stored decimal to fewer digits always gives what rounding the fraction itself would (IEEE 754 decimal arithmetic calls
 * it round-05-up). No figure is rounded twice.
 */
import type { Decimal } from "./decimal.ts";
import { withoutTrailingZeros } from "./decimal.ts";
import type { Rational } from "./rational.ts";

/** Digits after the mark of a stored observation whose value has no shorter decimal form. */
export const storedDecimals = 10;

/** To `decimals` digits after the mark; a half goes away from zero (2.675 → 2.68, −0.5 → −1). */
export function roundHalfAwayFromZero({ numerator, denominator }: Rational, decimals: number): Decimal {
  const negative = numerator < 0n;
  const scaled = (negative ? -numerator : numerator) * 10n ** BigInt(decimals);
  const digits = (2n * scaled + denominator) / (2n * denominator);
  return { digits: negative ? -digits : digits, scale: decimals };
}

/** The decimal kept for an observation: exact where a decimal of `storedDecimals` digits is, otherwise round-05-up. */
export function roundForStorage({ numerator, denominator }: Rational, decimals: number = storedDecimals): Decimal {
  const negative = numerator < 0n;
  const scaled = (negative ? -numerator : numerator) * 10n ** BigInt(decimals);
  let digits = scaled / denominator;
  if (digits * denominator === scaled) {
    return withoutTrailingZeros({ digits: negative ? -digits : digits, scale: decimals });
  }
  if (digits % 5n === 0n) digits += 1n;
  return { digits: negative ? -digits : digits, scale: decimals };
}
