/**
 * Which word a change takes (methods.md 4.2, REP-3): the sign of the printed number decides between rise and fall, a change that
 * rounds to nothing is "level", and from 100% on a change is told as a multiple of what was, never as "tăng a lần".
 */
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational } from "../model/decimal.ts";
import { add, divide, hundred, multiply, one, rational, subtract } from "../model/rational.ts";
import { roundForStorage, roundHalfAwayFromZero } from "../model/rounding.ts";

export type Direction = "up" | "down" | "level";

/** How a change is told; `printed` is never negative, the direction says the sign. */
export interface ChangeReading {
  readonly direction: Direction;
  readonly told: "percent" | "multiple";
  readonly printed: Decimal;
}

/** Decimals of a multiple: "gấp 2,9 lần". */
export const multipleDecimals = 1;

/** Reads a percent change that will be printed with `decimals` digits. */
export function readChange(growth: Decimal, decimals: number): ChangeReading {
  const printed = roundHalfAwayFromZero(decimalToRational(growth), decimals);
  if (printed.digits === 0n) return { direction: "level", told: "percent", printed };
  if (printed.digits < 0n)
    return { direction: "down", told: "percent", printed: { ...printed, digits: -printed.digits } };
  if (printed.digits >= 100n * 10n ** BigInt(decimals)) {
    const ratio = add(one, divide(decimalToRational(growth), hundred));
    return { direction: "up", told: "multiple", printed: roundHalfAwayFromZero(ratio, multipleDecimals) };
  }
  return { direction: "up", told: "percent", printed };
}

/** The percent change that a multiple says: 1.274 → 27.4. */
export function growthOfMultiple(multiple: Decimal): Decimal {
  return roundForStorage(multiply(subtract(decimalToRational(multiple), one), hundred), multiple.scale);
}

/** The multiple that a percent change says: 27.4 → 1.274. */
export function multipleOfGrowth(growth: Decimal): Decimal {
  return roundForStorage(add(one, divide(decimalToRational(growth), rational(100))), growth.scale + 2);
}

/** Up, down or level of a number as printed. */
export function directionOf(printed: Decimal): Direction {
  return printed.digits > 0n ? "up" : printed.digits < 0n ? "down" : "level";
}
