/** Short ways to write fractions in tables of tests, and to read results at stated digits. */
import { decimalText, decimalToRational, parseDecimal } from "../../src/model/decimal.ts";
import type { Decimal } from "../../src/model/decimal.ts";
import type { Rational } from "../../src/model/rational.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";

/** A decimal as written. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is not a decimal`);
  return value;
}

/** A decimal, or a fraction such as 100/3. */
export function figure(text: string | number): Rational {
  const [whole = "", part] = String(text).split("/");
  const numerator = decimalToRational(decimal(whole));
  if (part === undefined) return numerator;
  const denominator = decimalToRational(decimal(part));
  return {
    numerator: numerator.numerator * denominator.denominator,
    denominator: numerator.denominator * denominator.numerator,
  };
}

export function figures(...texts: readonly (string | number)[]): readonly Rational[] {
  return texts.map(figure);
}

/** The value rounded half away from zero, as text. */
export function at(decimals: number, value: Rational): string {
  return decimalText(roundHalfAwayFromZero(value, decimals));
}
