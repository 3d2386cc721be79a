/** A decimal exactly as written: 23 is not 23.0. Text forms here are for machines (`.` as the mark); readers' notation is in language/numerals.ts. */
import type { Rational } from "./rational.ts";

export interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand after the decimal mark; never negative. */
  readonly scale: number;
}

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads `-12.50` or `1.2e-7`; `undefined` for anything else, grouping marks included. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent] = match;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  const scale = fraction.length - (exponent === undefined ? 0 : Number(exponent));
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** `-12.50`; every digit after the mark is kept. */
export function decimalText({ digits, scale }: Decimal): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, "0");
  const mark = text.length - scale;
  return `${negative ? "-" : ""}${text.slice(0, mark)}${scale === 0 ? "" : `.${text.slice(mark)}`}`;
}

/** The same number without zeros at its end: 12.50 → 12.5. */
export function withoutTrailingZeros({ digits, scale }: Decimal): Decimal {
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

export function decimalToRational({ digits, scale }: Decimal): Rational {
  return { numerator: digits, denominator: 10n ** BigInt(scale) };
}
