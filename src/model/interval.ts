/**
 * What a printed figure can stand for (methods.md 0.4): a closed interval, because the rounding mode is not known.
 * Arithmetic on intervals is exact and outward-true: the result holds every value that the operands allow.
 */
import type { Decimal } from "./decimal.ts";
import { decimalToRational } from "./decimal.ts";
import type { Rational } from "./rational.ts";
import { add, compare, divide, multiply, negate, signOf, subtract } from "./rational.ts";

export interface Interval {
  readonly lower: Rational;
  /** Never below `lower`. */
  readonly upper: Rational;
}

/** The interval of one value known exactly. */
export function exactly(value: Rational): Interval {
  return { lower: value, upper: value };
}

/** 7.5 → [7.45, 7.55]: half a printed unit to each side. */
export function intervalOfPrinted(printed: Decimal): Interval {
  const value = decimalToRational(printed);
  const half = { numerator: 1n, denominator: 2n * 10n ** BigInt(printed.scale) };
  return { lower: subtract(value, half), upper: add(value, half) };
}

/** "trên x", "hơn x": at least x and less than one printed unit above it. The upper side is soft: wording, not arithmetic. */
export function intervalAbove(printed: Decimal): Interval {
  const value = decimalToRational(printed);
  return { lower: value, upper: add(value, printedUnit(printed)) };
}

/** "gần x": at most x and less than one printed unit below it. The lower side is soft. */
export function intervalNearly(printed: Decimal): Interval {
  const value = decimalToRational(printed);
  return { lower: subtract(value, printedUnit(printed)), upper: value };
}

/**
 * The readings of a figure printed with fewer digits than its neighbours: "23%" beside figures with one decimal is 23 ± 0.5
 * or 23 ± 0.05. One reading where the digits are the same.
 */
export function intervalsBeside(printed: Decimal, neighbourDecimals: number): readonly Interval[] {
  if (printed.scale >= neighbourDecimals) return [intervalOfPrinted(printed)];
  const more = neighbourDecimals - printed.scale;
  const finer: Decimal = { digits: printed.digits * 10n ** BigInt(more), scale: neighbourDecimals };
  return [intervalOfPrinted(finer), intervalOfPrinted(printed)];
}

export function contains({ lower, upper }: Interval, value: Rational): boolean {
  return compare(lower, value) <= 0 && compare(value, upper) <= 0;
}

/** What two intervals share; `undefined` when nothing satisfies both. */
export function meetOf(a: Interval, b: Interval): Interval | undefined {
  const lower = compare(a.lower, b.lower) >= 0 ? a.lower : b.lower;
  const upper = compare(a.upper, b.upper) <= 0 ? a.upper : b.upper;
  return compare(lower, upper) <= 0 ? { lower, upper } : undefined;
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { lower: add(a.lower, b.lower), upper: add(a.upper, b.upper) };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, { lower: negate(b.upper), upper: negate(b.lower) });
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  return hullOf([
    multiply(a.lower, b.lower),
    multiply(a.lower, b.upper),
    multiply(a.upper, b.lower),
    multiply(a.upper, b.upper),
  ]);
}

/** `a / b`; `undefined` when b may be zero. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  if (mayBeZero(b)) return undefined;
  return hullOf([
    divide(a.lower, b.lower),
    divide(a.lower, b.upper),
    divide(a.upper, b.lower),
    divide(a.upper, b.upper),
  ]);
}

/** `a · factor`, for a change of unit. */
export function scaleInterval(a: Interval, factor: Rational): Interval {
  return multiplyIntervals(a, exactly(factor));
}

export function mayBeZero({ lower, upper }: Interval): boolean {
  return signOf(lower) <= 0 && signOf(upper) >= 0;
}

function hullOf(values: readonly [Rational, ...Rational[]]): Interval {
  const [first, ...rest] = values;
  return rest.reduce<Interval>(
    ({ lower, upper }, value) => ({
      lower: compare(value, lower) < 0 ? value : lower,
      upper: compare(value, upper) > 0 ? value : upper,
    }),
    exactly(first),
  );
}

function printedUnit({ scale }: Decimal): Rational {
  return { numerator: 1n, denominator: 10n ** BigInt(scale) };
}
