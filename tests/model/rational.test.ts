import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rational } from "../../src/model/rational.ts";
import {
  add,
  compare,
  divide,
  equals,
  isZero,
  multiply,
  negate,
  one,
  rational,
  reduce,
  signOf,
  subtract,
  sum,
  toNumber,
  zero,
} from "../../src/model/rational.ts";

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 10n ** 40n }))
  .map(([n, d]) => rational(n, d));

/** Equality by definition, apart from the code under test. */
const same = (a: Rational, b: Rational): boolean => a.numerator * b.denominator === b.numerator * a.denominator;

test("a fraction keeps its sign in the numerator and refuses a denominator of zero", () => {
  expect(rational(1, -2)).toEqual({ numerator: -1n, denominator: 2n });
  expect(rational(3)).toEqual({ numerator: 3n, denominator: 1n });
  expect(() => rational(1, 0)).toThrow(RangeError);
  expect(() => divide(one, zero)).toThrow(RangeError);
});

test("a third three times is one", () => {
  const third = rational(1, 3);
  expect(equals(sum([third, third, third]), one)).toBe(true);
  expect(equals(multiply(third, rational(3)), one)).toBe(true);
});

test("the laws of arithmetic hold for any fractions", () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (a, b, c) => {
      expect(same(add(a, b), add(b, a))).toBe(true);
      expect(same(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
      expect(same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
      expect(same(subtract(add(a, b), b), a)).toBe(true);
      expect(isZero(add(a, negate(a)))).toBe(true);
      if (!isZero(b)) expect(same(multiply(divide(a, b), b), a)).toBe(true);
    }),
  );
});

test("denominators stay positive and order agrees with the sign of the difference", () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      expect(compare(a, b)).toBe(signOf(subtract(a, b)));
      expect(equals(a, b)).toBe(same(a, b));
      if (!isZero(b)) expect(divide(a, b).denominator > 0n).toBe(true);
    }),
  );
});

test("lowest terms are the same number", () => {
  expect(reduce(rational(-50, 100))).toEqual({ numerator: -1n, denominator: 2n });
  expect(reduce(rational(0, 7))).toEqual({ numerator: 0n, denominator: 1n });
  fc.assert(
    fc.property(fraction, (a) => {
      expect(same(reduce(a), a)).toBe(true);
    }),
  );
});

test("sums do not depend on the order of the terms", () => {
  fc.assert(
    fc.property(fc.array(fraction, { maxLength: 30 }), (terms) => {
      expect(same(sum(terms), sum(terms.toReversed()))).toBe(true);
    }),
  );
});

test.each([
  { value: rational(1, 3), number: 1 / 3 },
  { value: rational(-7, 2), number: -3.5 },
  { value: rational(10n ** 30n), number: 1e30 },
  { value: zero, number: 0 },
])("for drawing, $value.numerator/$value.denominator is about $number", ({ value, number }) => {
  expect(Math.abs(toNumber(value) - number)).toBeLessThanOrEqual(1e-15 * Math.abs(number));
});
