/**
 * Printed parts that add to their printed total (largest-remainder method, methods.md 1.4). Every part is rounded by itself;
 * where the sum misses the rounded total, the parts with the largest rounding error in that direction move by one unit and
 * are marked, so that the table can mark their cells.
 */
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";
import { compare, subtract, sum } from "../model/rational.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";

export interface ApportionedPart {
  readonly printed: Decimal;
  /** Printed units by which the part was moved from its own rounding: −1, 0 or 1. */
  readonly nudged: -1 | 0 | 1;
}

export interface Apportioned {
  readonly total: Decimal;
  /** In the order given. */
  readonly parts: readonly ApportionedPart[];
}

/** Rounds the parts to `decimals` so that they add to the rounded sum. Among equal errors the earlier part moves. */
export function apportion(parts: readonly Rational[], decimals: number): Apportioned {
  return apportionTo(roundHalfAwayFromZero(sum(parts), decimals), parts);
}

/** Rounds the parts to the digits of `total` so that they add to it; `total` is the rounded sum, or within a unit of it. */
export function apportionTo(total: Decimal, parts: readonly Rational[]): Apportioned {
  const rounded = parts.map((part, place) => {
    const printed = roundHalfAwayFromZero(part, total.scale);
    return { place, printed, error: subtract(part, decimalToRational(printed)) };
  });
  const missing = total.digits - rounded.reduce((digits, { printed }) => digits + printed.digits, 0n);
  const step = missing < 0n ? -1 : 1;
  const byError = rounded.toSorted((a, b) => -step * compare(a.error, b.error) || a.place - b.place);
  const moved = new Set(byError.slice(0, Number(missing < 0n ? -missing : missing)).map(({ place }) => place));
  return {
    total,
    parts: rounded.map(({ place, printed }) =>
      moved.has(place)
        ? { printed: { digits: printed.digits + BigInt(step), scale: printed.scale }, nudged: step }
        : { printed, nudged: 0 },
    ),
  };
}
