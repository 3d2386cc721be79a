/**
 * Exact arithmetic for statistics. A compiled figure is a fraction of two integers from the rows to the last formula;
 * it becomes a decimal once, in rounding.ts. Fractions are not reduced on every step: sums of a few hundred terms over
 * a shared denominator are faster that way, and equality never depends on the representation.
 */
export interface Rational {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };
export const hundred: Rational = { numerator: 100n, denominator: 1n };

/** The fraction `numerator / denominator`. Throws a RangeError on a zero denominator: callers decide that beforehand. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError("a fraction needs a denominator other than zero");
  return d < 0n ? { numerator: -n, denominator: -d } : { numerator: n, denominator: d };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.numerator === 0n) return b;
  if (b.numerator === 0n) return a;
  if (a.denominator === b.denominator) return shrink(a.numerator + b.numerator, a.denominator);
  if (b.denominator % a.denominator === 0n) {
    return shrink(a.numerator * (b.denominator / a.denominator) + b.numerator, b.denominator);
  }
  if (a.denominator % b.denominator === 0n) {
    return shrink(a.numerator + b.numerator * (a.denominator / b.denominator), a.denominator);
  }
  return shrink(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return shrink(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`. Throws a RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.numerator === 0n) throw new RangeError("division of a statistic by zero");
  const sign = b.numerator < 0n ? -1n : 1n;
  if (a.denominator === b.denominator) return shrink(sign * a.numerator, sign * b.numerator);
  return shrink(sign * a.numerator * b.denominator, a.denominator * sign * b.numerator);
}

/** The exact sum, whatever the order of the terms. */
export function sum(terms: Iterable<Rational>): Rational {
  let total = zero;
  for (const term of terms) total = add(total, term);
  return total;
}

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

export function isZero(a: Rational): boolean {
  return a.numerator === 0n;
}

export function signOf(a: Rational): -1 | 0 | 1 {
  return a.numerator < 0n ? -1 : a.numerator > 0n ? 1 : 0;
}

/** The nearest double: for drawing and for formulas with roots, never for a printed figure. */
export function toNumber(a: Rational): number {
  const scaled = (a.numerator * 10n ** 30n) / a.denominator;
  return Number(scaled) / 1e30;
}

/** The same fraction in lowest terms. */
export function reduce(a: Rational): Rational {
  const divisor = greatestCommonDivisor(a.numerator < 0n ? -a.numerator : a.numerator, a.denominator);
  return divisor === 1n ? a : { numerator: a.numerator / divisor, denominator: a.denominator / divisor };
}

/**
 * Denominators past this many decimal digits are reduced, so that long chains stay bounded. An index over a few hundred
 * products stays below it: finding common divisors of such numbers costs far more than carrying them.
 */
const reduceAbove = 10n ** 20_000n;

function shrink(numerator: bigint, denominator: bigint): Rational {
  const value = { numerator, denominator };
  return denominator > reduceAbove ? reduce(value) : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
