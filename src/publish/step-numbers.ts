/** How the values of a derivation are written: one scale for all its money, few digits for indices, whole numbers whole. */
import { digitsOf, withUnit } from "../language/figure-phrase.ts";
import type { FigureDisplay } from "../language/figure-style.ts";
import { plainStyle } from "../language/figure-style.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { formatDecimal, formatSigned, printedDecimal } from "../language/numerals.ts";
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational, withoutTrailingZeros } from "../model/decimal.ts";
import { divide, isZero, multiply, rational, subtract } from "../model/rational.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import { isUnitCode, units } from "../model/unit.ts";

/** Digits after the mark in a derivation: enough to redo the arithmetic; the head of the page has them all. */
const shownDecimals = 2;

/** How the values of one unit are written in a table. */
export interface StepNumbers {
  /** The unit that the head of the table names. */
  readonly unit: string;
  readonly unitName: string;
  readonly write: (value: Decimal, unit: string) => string;
  /** The name of a unit where it is not the table's own. */
  readonly otherUnit: (unit: string) => string;
}

/** `values`: those that must stay legible; where the smallest would vanish, all are written a thousand times larger. */
export function stepNumbers(
  unit: string,
  values: readonly Decimal[],
  display: FigureDisplay,
  lexicon: Lexicon,
): StepNumbers {
  const scale = isMoney(unit) ? legibleScale(values, digitsOf("level", unit, display, plainStyle).scale) : 0;
  const scaleOf = (other: string): number =>
    other === unit ? scale : isMoney(other) ? digitsOf("level", other, {}, plainStyle).scale : 0;
  return {
    unit,
    unitName: lexicon.unitName(unit, scale, false),
    write: (value, other) =>
      formatDecimal(
        printedDecimal(value, { scale: scaleOf(other), decimals: decimalsOf(value, other, scaleOf(other)) }),
        lexicon.language,
      ),
    otherUnit: (other) => (other === unit ? "" : lexicon.unitName(other, scaleOf(other), false)),
  };
}

function isMoney(unit: string): boolean {
  return isUnitCode(unit) && units[unit].kind === "money";
}

function legibleScale(values: readonly Decimal[], scale: number): number {
  const isLost = values.some(
    ({ digits, scale: own }) => digits !== 0n && (digits < 0n ? -digits : digits) * 10n < 10n ** BigInt(own + scale),
  );
  return isLost && scale >= 3 ? scale - 3 : scale;
}

function decimalsOf({ digits, scale }: Decimal, unit: string, shift: number): number {
  const kind = isUnitCode(unit) ? units[unit].kind : "quantity";
  const whole = withoutTrailingZeros({ digits, scale }).scale === 0;
  switch (kind) {
    case "money":
      return shift === 0 && whole ? 0 : shift >= 9 ? shownDecimals : 1;
    case "rate":
      return unit === "rank" ? 0 : shownDecimals;
    case "count":
    case "quantity":
      return whole || digits / 10n ** BigInt(scale) >= 1000n ? 0 : shownDecimals;
  }
}

/** "+7,58%"; `undefined` where there is nothing to compare with. */
export function changeText(
  now: Decimal | undefined,
  before: Decimal | undefined,
  lexicon: Lexicon,
): string | undefined {
  if (now === undefined || before === undefined || before.digits === 0n) return undefined;
  const ratio = divide(decimalToRational(now), decimalToRational(before));
  const change = multiply(rational(100), subtract(ratio, rational(1)));
  return withUnit(
    isZero(change)
      ? formatDecimal({ digits: 0n, scale: shownDecimals }, lexicon.language)
      : formatSigned(roundHalfAwayFromZero(change, shownDecimals), lexicon.language),
    "%",
  );
}

/** Every digit that is known: "7,6097128845%". */
export function fullText(value: Decimal, unit: string, signed: "signed" | "plain", lexicon: Lexicon): string {
  const number = signed === "signed" ? formatSigned(value, lexicon.language) : formatDecimal(value, lexicon.language);
  return withUnit(number, lexicon.unitName(unit, 0, false));
}

/** A few digits, without zeros at the end: 33,2 for a weight, 40,566 for a factor. */
export function weightText(weight: Decimal, lexicon: Lexicon): string {
  return formatDecimal(
    withoutTrailingZeros(
      roundHalfAwayFromZero(decimalToRational(weight), weight.scale < 2 ? weight.scale : shownDecimals),
    ),
    lexicon.language,
  );
}

/** 0,0213 → "2,1%". */
export function percentText({ digits, scale }: Decimal, lexicon: Lexicon): string {
  return withUnit(
    formatDecimal(printedDecimal({ digits: digits * 100n, scale }, { decimals: 1 }), lexicon.language),
    "%",
  );
}
