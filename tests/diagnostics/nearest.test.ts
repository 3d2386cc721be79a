import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bare, editDistance, nearest } from "../../src/diagnostics/nearest.ts";

describe("the nearest known name is what was most likely meant", () => {
  test.each([
    ["quantty", ["quantity", "value"], "quantity"],
    ["valeu", ["value", "valve"], "value"],
    ["San-Luong", ["sản_lượng", "trị_giá"], "sản_lượng"],
    ["USd", ["USD", "VND"], "USD"],
    ["công nghiệp", ["cong-nghiep", "nong-nghiep"], "cong-nghiep"],
    ["kye", ["key", "title"], "key"],
    ["unit", ["unite", "until"], "unite"],
    ["cat", ["dog", "bird"], undefined],
    ["ab", ["xy"], undefined],
    ["a", ["b"], undefined],
    ["", ["a"], undefined],
    ["8", ["08", "18"], "08"],
    ["0810", ["810", "0811"], "810"],
    ["27", ["26", "28"], undefined],
    ["production", ["productivity"], undefined],
  ])("%s among %j: %s", (name, known, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });
});

test("case, Vietnamese marks and the kind of separator weigh nothing", () => {
  expect(bare("Đơn_Vị  Tính")).toBe("don-vi-tinh");
});

test.each([
  ["", "", 0],
  ["abc", "abc", 0],
  ["abc", "acb", 1],
  ["abc", "ab", 1],
  ["abc", "xabc", 1],
  ["kitten", "sitten", 1],
  ["kitten", "sitting", 3],
])("%j to %j takes %i edits", (from, to, distance) => {
  expect(editDistance(from, to, 5)).toBe(distance);
});

test("the distance is symmetric, and an answer is never past the limit", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12));
      expect(editDistance(a, b, 2)).toBe(Math.min(editDistance(a, b, 12), 3));
    }),
  );
});
