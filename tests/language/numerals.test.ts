/** Decimals as readers of each language write them; the cut numbers of "trên" and "gần". */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutDecimal, formatDecimal, formatSigned, printedDecimal } from "../../src/language/numerals.ts";
import { decimalText, parseDecimal } from "../../src/model/decimal.ts";
import type { Decimal } from "../../src/model/decimal.ts";

function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

describe("a decimal in a reader's notation", () => {
  test.each([
    ["0", "0", "0"],
    ["7.5", "7,5", "7.5"],
    ["23.0", "23,0", "23.0"],
    ["-1.3", "\u22121,3", "\u22121.3"],
    ["999", "999", "999"],
    ["1000", "1.000", "1,000"],
    ["74778", "74.778", "74,778"],
    ["-1234567.25", "\u22121.234.567,25", "\u22121,234,567.25"],
    ["0.04", "0,04", "0.04"],
  ])("%s is %s in Vietnamese and %s in English", (text, vi, en) => {
    expect([formatDecimal(decimal(text), "vi"), formatDecimal(decimal(text), "en")]).toEqual([vi, en]);
  });

  test.each([
    ["7.5", "+7,5"],
    ["-1.3", "\u22121,3"],
    ["0.0", "0,0"],
  ])("%s with its sign is %s", (text, vi) => {
    expect(formatSigned(decimal(text), "vi")).toBe(vi);
  });

  test("reads back digit by digit, whatever its size", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 8 }), (digits, scale) => {
        const text = formatDecimal({ digits, scale }, "vi");
        expect(text.replaceAll(".", "").replace(",", ".").replace("\u2212", "-")).toBe(decimalText({ digits, scale }));
      }),
    );
  });
});

describe("a value for print", () => {
  test.each([
    ["74778119981942.42", 9, 0, "74778"],
    ["4257722800", 9, 1, "4.3"],
    ["-2.35", 0, 1, "-2.4"],
    ["0.5", 0, 0, "1"],
    ["1500000000", 6, 1, "1500.0"],
  ])("%s in units of 10^%i with %i decimals is %s", (text, scale, decimals, printed) => {
    expect(decimalText(printedDecimal(decimal(text), { scale, decimals }))).toBe(printed);
  });

  test.each([
    ["4257722800", "down", "4.2", false],
    ["4257722800", "up", "4.3", false],
    ["4200000000", "down", "4.2", true],
    ["4200000000", "up", "4.2", true],
    ["4299999999.99", "down", "4.2", false],
    ["-1250000000", "down", "-1.3", false],
    ["7", "down", "0.0", false],
  ] as const)("%s cut %s is %s", (text, towards, printed, exact) => {
    const cut = cutDecimal(decimal(text), { scale: 9, decimals: 1, towards });
    expect([decimalText(cut.printed), cut.exact]).toEqual([printed, exact]);
  });

  test("a number that is cut down is never above its value, and less than one printed unit below", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 4 }), (digits, scale) => {
        const { printed } = cutDecimal({ digits, scale }, { scale: 6, decimals: 1, towards: "down" });
        const value = digits * 10n ** BigInt(4 - scale);
        const lower = printed.digits * 10n ** 9n;
        expect(lower <= value && value < lower + 10n ** 9n).toBe(true);
      }),
    );
  });
});
