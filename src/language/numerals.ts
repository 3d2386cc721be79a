/** Decimals as a reader of each language writes them. A statistic becomes text only here; it never passes through a floating-point number. */
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational } from "../model/decimal.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import type { Language } from "../model/text.ts";

/** U+2212, the minus of print. */
export const minusSign = "\u2212";

const marks: Readonly<Record<Language, { readonly decimal: string; readonly group: string }>> = {
  vi: { decimal: ",", group: "." },
  en: { decimal: ".", group: "," },
};

/** 74778.5 → "74.778,5" (vi), "74,778.5" (en); every digit is kept; a negative number has U+2212. Minus nothing is nothing. */
export function formatDecimal({ digits, scale }: Decimal, language: Language): string {
  const { decimal, group } = marks[language];
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale).replace(/\B(?=(\d{3})+$)/g, group);
  const fraction = scale === 0 ? "" : decimal + text.slice(text.length - scale);
  return `${digits < 0n ? minusSign : ""}${whole}${fraction}`;
}

/** The same with "+" before what is above zero: "+7,5", "−1,3", "0,0". */
export function formatSigned(value: Decimal, language: Language): string {
  return value.digits > 0n ? `+${formatDecimal(value, language)}` : formatDecimal(value, language);
}

/** A whole number that is no statistic: a count of pages, a year's month. */
export function formatCount(count: number, language: Language): string {
  return formatDecimal({ digits: BigInt(count), scale: 0 }, language);
}

/** The value in units of 10^scale with `decimals` digits: 74778000000000 at 9, 0 → 74778. The one rounding of a printed figure. */
export function printedDecimal(
  value: Decimal,
  { scale = 0, decimals }: { readonly scale?: number; readonly decimals: number },
): Decimal {
  return roundHalfAwayFromZero(decimalToRational({ digits: value.digits, scale: value.scale + scale }), decimals);
}

/** The same, cut instead of rounded: the largest printed number not above the value, for "trên x" ("down"), or the smallest not below it, for "gần x" ("up"). */
export function cutDecimal(
  value: Decimal,
  {
    scale = 0,
    decimals,
    towards,
  }: { readonly scale?: number; readonly decimals: number; readonly towards: "down" | "up" },
): { readonly printed: Decimal; readonly exact: boolean } {
  const shift = value.scale + scale - decimals;
  if (shift <= 0) return { printed: { digits: value.digits * 10n ** BigInt(-shift), scale: decimals }, exact: true };
  const divisor = 10n ** BigInt(shift);
  const remainder = ((value.digits % divisor) + divisor) % divisor;
  const floor = (value.digits - remainder) / divisor;
  const exact = remainder === 0n;
  return { printed: { digits: towards === "down" || exact ? floor : floor + 1n, scale: decimals }, exact };
}
