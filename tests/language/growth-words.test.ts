/** Rise, fall, level or multiple, by the sign of what is printed (methods.md 4.2, REP-3). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOfMultiple, multipleOfGrowth, readChange } from "../../src/language/growth-words.ts";
import { decimalText, parseDecimal } from "../../src/model/decimal.ts";
import type { Decimal } from "../../src/model/decimal.ts";

const decimal = (text: string): Decimal => parseDecimal(text) ?? { digits: 0n, scale: 0 };

describe("a change printed with one decimal", () => {
  test.each([
    ["7.5109507979", "up", "percent", "7.5"],
    ["-1.2755346277", "down", "percent", "1.3"],
    ["0", "level", "percent", "0.0"],
    ["0.0499999999", "level", "percent", "0.0"],
    ["0.05", "up", "percent", "0.1"],
    ["-0.0499999999", "level", "percent", "0.0"],
    ["-0.05", "down", "percent", "0.1"],
    ["99.94", "up", "percent", "99.9"],
    ["99.95", "up", "multiple", "2.0"],
    ["100", "up", "multiple", "2.0"],
    ["220.9150326797", "up", "multiple", "3.2"],
    ["608.6579038458", "up", "multiple", "7.1"],
    ["-100", "down", "percent", "100.0"],
  ])("%s is told as %s in %s with %s", (growth, direction, told, printed) => {
    const reading = readChange(decimal(growth), 1);
    expect([reading.direction, reading.told, decimalText(reading.printed)]).toEqual([direction, told, printed]);
  });

  test("a change within half a printed unit is level whatever the decimals", () => {
    expect(readChange(decimal("0.4"), 0).direction).toBe("level");
    expect(readChange(decimal("0.4"), 1).direction).toBe("up");
    expect(readChange(decimal("-0.004"), 2).direction).toBe("level");
  });

  test("what is printed beside a word is never negative", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 14n }), fc.nat({ max: 3 }), (digits, decimals) => {
        expect(readChange({ digits, scale: 10 }, decimals).printed.digits >= 0n).toBe(true);
      }),
    );
  });
});

describe("multiples and changes", () => {
  test.each([
    ["1.274", "27.4"],
    ["0.8857142857", "-11.42857143"],
    ["3", "200"],
  ])("%s times is a change of %s percent, and back", (multiple, growth) => {
    expect(Number(decimalText(growthOfMultiple(decimal(multiple))))).toBeCloseTo(Number(growth), 6);
    expect(Number(decimalText(multipleOfGrowth(decimal(growth))))).toBeCloseTo(Number(multiple), 8);
  });
});
