import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphemeCount } from "../../src/diagnostics/graphemes.ts";
import { lineText, positionAt, sourceFile } from "../../src/diagnostics/source-file.ts";

describe("columns count what a reader sees", () => {
  const family = "👨‍👩‍👧";
  test.each([
    ["ước 74", "74", 5],
    ["ước 74".normalize("NFD"), "74", 5],
    [`${family} x`, "x", 3],
    ["Việt Nam: 1", "1", 11],
    ["\tx", "x", 2],
  ])("%j: %s stands in column %i", (text, part, column) => {
    const file = sourceFile("a.md", text);
    expect(positionAt(file, text.indexOf(part))).toEqual({ line: 1, column });
  });
});

test("lines end with LF, CR LF or CR", () => {
  const file = sourceFile("a.csv", "một\nhai\r\nba\rbốn");
  expect([1, 2, 3, 4, 5].map((line) => lineText(file, line))).toEqual(["một", "hai", "ba", "bốn", undefined]);
  expect(positionAt(file, file.text.indexOf("bốn"))).toEqual({ line: 4, column: 1 });
});

test("an offset past the end is the end", () => {
  expect(positionAt(sourceFile("a", "ab"), 99)).toEqual({ line: 1, column: 3 });
});

test("the quick way of counting and the thorough one agree", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  const letters = fc.constantFrom("a", "ế", "ế".normalize("NFD"), "Đ", " ", "é", "€", "한", "\u0301", "👍🏽");
  fc.assert(
    fc.property(fc.array(letters), (parts) => {
      const text = parts.join("");
      expect(graphemeCount(text)).toBe([...segmenter.segment(text)].length);
    }),
  );
});
