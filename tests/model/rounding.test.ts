import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText, decimalToRational, parseDecimal } from "../../src/model/decimal.ts";
import type { Rational } from "../../src/model/rational.ts";
import { equals, rational } from "../../src/model/rational.ts";
import { roundForStorage, roundHalfAwayFromZero } from "../../src/model/rounding.ts";

function fraction(text: string): Rational {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is not a decimal`);
  return decimalToRational(value);
}

describe("for print, a half goes away from zero", () => {
  test.each([
    { value: "0.5", decimals: 0, printed: "1" },
    { value: "1.5", decimals: 0, printed: "2" },
    { value: "2.5", decimals: 0, printed: "3" },
    { value: "-0.5", decimals: 0, printed: "-1" },
    { value: "-0.4", decimals: 0, printed: "0" },
    { value: "2.675", decimals: 2, printed: "2.68" },
    { value: "-2.675", decimals: 2, printed: "-2.68" },
    { value: "2.674999999999", decimals: 2, printed: "2.67" },
    { value: "1.005", decimals: 2, printed: "1.01" },
    { value: "9.95", decimals: 1, printed: "10.0" },
    { value: "7", decimals: 2, printed: "7.00" },
  ])("$value to $decimals digits is $printed", ({ value, decimals, printed }) => {
    expect(decimalText(roundHalfAwayFromZero(fraction(value), decimals))).toBe(printed);
  });
});

describe("for storage, the last digit never hides what was cut", () => {
  test.each([
    { title: "an exact decimal is kept as it is", value: rational(5, 2), stored: "2.5" },
    { title: "a whole number has no digits after the mark", value: rational(12, 4), stored: "3" },
    { title: "a cut digit that is neither 0 nor 5 stays", value: rational(1, 3), stored: "0.333" },
    { title: "a cut 5 becomes 6", value: rational(50001, 10000000), stored: "0.006" },
    { title: "a cut 0 becomes 1", value: rational(1, 1000000), stored: "0.001" },
    { title: "below zero the same", value: rational(-1, 1000000), stored: "-0.001" },
  ])("$title", ({ value, stored }) => {
    expect(decimalText(roundForStorage(value, 3))).toBe(stored);
  });
});

test("storing and then printing prints what printing directly would", () => {
  const anyFraction = fc
    .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([n, d]) => rational(n, d));
  // Fractions a hair from a half of the printed digit, where rounding twice goes wrong.
  const nearHalf = fc
    .tuple(
      fc.integer({ min: -999, max: 999 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: 5, max: 20 }),
    )
    .map(([n, decimals, hair, far]) =>
      rational((2n * BigInt(n) + 1n) * 10n ** BigInt(far) + BigInt(hair), 2n * 10n ** BigInt(decimals + far)),
    );
  fc.assert(
    fc.property(
      fc.oneof(anyFraction, nearHalf),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 6, max: 12 }),
      (value, printed, stored) => {
        const kept = decimalToRational(roundForStorage(value, stored));
        expect(roundHalfAwayFromZero(kept, printed)).toEqual(roundHalfAwayFromZero(value, printed));
      },
    ),
    { numRuns: 2000 },
  );
});

test("a decimal within the stored digits is stored exactly", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 10 }), (digits, scale) => {
      const value = rational(digits, 10n ** BigInt(scale));
      expect(equals(decimalToRational(roundForStorage(value)), value)).toBe(true);
    }),
  );
});
