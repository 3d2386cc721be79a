import { describe, expect, test } from "vitest";
import { joinedPath, parsePattern } from "../../src/workspace/glob.ts";

describe("a pattern is relative to its YAML file", () => {
  test.each([
    ["customs/*.csv", "sources/customs/2024-01.csv", true],
    ["customs/*.csv", "sources/customs/old/2024-01.csv", false],
    ["customs/*.csv", "sources/customs/2024-01.csv.bak", false],
    ["customs/**/*.csv", "sources/customs/2024-01.csv", true],
    ["customs/**/*.csv", "sources/customs/a/b/2024-01.csv", true],
    ["customs/**", "sources/customs/a/b.xlsx", true],
    ["2024-0?.csv", "sources/2024-09.csv", true],
    ["2024-0?.csv", "sources/2024-10.csv", false],
    ["{thang,quy}-*.{csv,xlsx}", "sources/quy-3.xlsx", true],
    ["{thang,quy}-*.{csv,xlsx}", "sources/nam-3.xlsx", false],
    ["a+b(1).csv", "sources/a+b(1).csv", true],
    ["a.csv", "sources/abcsv", false],
    ["../data/*.csv", "data/x.csv", true],
    ["../../../shared/raw/*.xlsx", "../../shared/raw/2024-09.xlsx", true],
    ["./x.csv", "sources/x.csv", true],
    ["Biểu tháng *.xlsx", "sources/Biểu tháng 9.xlsx".normalize("NFD"), true],
  ])("%s and %s: %s", (pattern, path, expected) => {
    expect(parsePattern(pattern, "sources")?.matches(path)).toBe(expected);
  });

  test.each([
    ["customs/*.csv", "sources/customs", 1],
    ["*.csv", "sources", 1],
    ["a/*/b.csv", "sources/a", 2],
    ["**/*.csv", "sources", undefined],
    ["../../x/y.csv", "../x", 1],
  ])("%s is looked for in %s, %s deep", (pattern, folder, depth) => {
    expect(parsePattern(pattern, "sources")).toMatchObject({ folder, depth });
  });

  test.each(["/srv/x.csv", "C:/x.csv", "a\\b.csv"])("%s is no such pattern", (pattern) => {
    expect(parsePattern(pattern, "sources")).toBeUndefined();
  });
});

test.each([
  ["a/b", "../c", "a/c"],
  ["", "../c", "../c"],
  ["a", "../../c/./d", "../c/d"],
])("%s and %s make %s", (folder, path, expected) => {
  expect(joinedPath(folder, path)).toBe(expected);
});
