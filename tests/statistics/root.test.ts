import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText, decimalToRational } from "../../src/model/decimal.ts";
import { rational } from "../../src/model/rational.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";
import { integerRoot, rootForStorage } from "../../src/statistics/root.ts";
import { figure } from "./figures.ts";

test.each([
  { of: "2", degree: 2, decimals: 10, root: "1.4142135623" },
  { of: "144", degree: 2, decimals: 10, root: "12" },
  { of: "0.0001", degree: 2, decimals: 10, root: "0.01" },
  { of: "0", degree: 2, decimals: 10, root: "0" },
  { of: "1/8", degree: 3, decimals: 10, root: "0.5" },
  { of: "27", degree: 1, decimals: 10, root: "27" },
  // 1.732050… and 6.08…: cut after a 5 or a 0, the last digit says that there is more.
  { of: "3", degree: 2, decimals: 5, root: "1.73206" },
  { of: "37", degree: 2, decimals: 1, root: "6.1" },
])("the root of degree $degree of $of is kept as $root", ({ of, degree, decimals, root }) => {
  expect(decimalText(rootForStorage(figure(of), degree, decimals))).toBe(root);
});

test("roots of negative figures and of no degree are the programmer's mistake", () => {
  expect(() => rootForStorage(figure(-1), 2)).toThrow(RangeError);
  expect(() => rootForStorage(figure(1), 0)).toThrow(RangeError);
});

test("an integer root is the largest whose power is not above", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), fc.bigInt({ min: 1n, max: 9n }), (value, degree) => {
      const root = integerRoot(value, degree);
      expect(root ** degree <= value).toBe(true);
      expect((root + 1n) ** degree > value).toBe(true);
    }),
  );
});

test("a kept root rounds to fewer digits as the root itself does", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      const kept = rootForStorage(rational(value), 2, 6);
      const digits = roundHalfAwayFromZero(decimalToRational(kept), decimals).digits;
      // y rounds to k when 2k − 1 ≤ 2y < 2k + 1; squared, with y² = value · 10^(2·decimals).
      const square = 4n * BigInt(value) * 10n ** BigInt(2 * decimals);
      const low = 2n * digits - 1n;
      const high = 2n * digits + 1n;
      expect(low <= 0n || low * low <= square).toBe(true);
      expect(square < high * high).toBe(true);
    }),
  );
});
