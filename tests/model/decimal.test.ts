import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText, decimalToRational, parseDecimal, withoutTrailingZeros } from "../../src/model/decimal.ts";
import { equals, rational } from "../../src/model/rational.ts";

test.each([
  { text: "23", digits: 23n, scale: 0 },
  { text: "23.0", digits: 230n, scale: 1 },
  { text: "-12.50", digits: -1250n, scale: 2 },
  { text: "+7", digits: 7n, scale: 0 },
  { text: "007.10", digits: 710n, scale: 2 },
  { text: "-0.0", digits: 0n, scale: 1 },
  { text: "1.2e-7", digits: 12n, scale: 8 },
  { text: "1.25e1", digits: 125n, scale: 1 },
  { text: "3E4", digits: 30000n, scale: 0 },
  { text: "123456789012345678901234567890.5", digits: 1234567890123456789012345678905n, scale: 1 },
])("$text is read as written", ({ text, digits, scale }) => {
  expect(parseDecimal(text)).toEqual({ digits, scale });
});

test.each(["", " 1", "1 ", "1,5", "74.778.000", ".5", "5.", "1e", "--1", "NaN", "Infinity", "0x10", "٣", "1_000"])(
  "%j is not a decimal",
  (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  },
);

test.each([
  { digits: 5n, scale: 3, text: "0.005" },
  { digits: -5n, scale: 1, text: "-0.5" },
  { digits: 0n, scale: 2, text: "0.00" },
  { digits: 1200n, scale: 0, text: "1200" },
])("$digits at scale $scale is written $text", ({ digits, scale, text }) => {
  expect(decimalText({ digits, scale })).toBe(text);
});

test.each([
  { digits: 1250n, scale: 2, without: { digits: 125n, scale: 1 } },
  { digits: -1200n, scale: 2, without: { digits: -12n, scale: 0 } },
  { digits: 1200n, scale: 0, without: { digits: 1200n, scale: 0 } },
  { digits: 0n, scale: 4, without: { digits: 0n, scale: 0 } },
])("zeros at the end of $digits at scale $scale go, zeros before the mark stay", ({ digits, scale, without }) => {
  expect(withoutTrailingZeros({ digits, scale })).toEqual(without);
});

const anyDecimal = fc.record({
  digits: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  scale: fc.integer({ min: 0, max: 20 }),
});

test("what is written reads back, digit by digit", () => {
  fc.assert(
    fc.property(anyDecimal, (value) => {
      expect(parseDecimal(decimalText(value))).toEqual(value);
    }),
  );
});

test("a decimal and its fraction are the same number, with or without zeros at the end", () => {
  expect(equals(decimalToRational({ digits: 2675n, scale: 3 }), rational(2675, 1000))).toBe(true);
  fc.assert(
    fc.property(anyDecimal, (value) => {
      expect(equals(decimalToRational(value), decimalToRational(withoutTrailingZeros(value)))).toBe(true);
    }),
  );
});
