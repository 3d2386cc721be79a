/** How periods are called: January and December are no "months of the year so far". */
import { describe, expect, test } from "vitest";
import { lastDayOfMonth } from "../../src/language/calendar.ts";
import { lexiconOf } from "../../src/language/lexicon-of.ts";
import type { PeriodWord } from "../../src/language/period-words.ts";
import { periodWord } from "../../src/language/period-words.ts";
import type { Basis } from "../../src/model/period.ts";
import { parseMonth } from "../../src/model/period.ts";

const month = (text: string): { readonly year: number; readonly month: number } =>
  parseMonth(text) ?? { year: 0, month: 0 };

describe("the name of a period", () => {
  test.each<[string, Basis, string, string]>([
    ["2024-09", "ytd", "9 tháng năm 2024", "the first nine months of 2024"],
    ["2024-06", "ytd", "6 tháng đầu năm 2024", "the first six months of 2024"],
    ["2024-01", "ytd", "tháng 1 năm 2024", "January 2024"],
    ["2024-12", "ytd", "năm 2024", "2024"],
    ["2024-09", "month", "tháng 9 năm 2024", "September 2024"],
    ["2024-09", "quarter", "quý III năm 2024", "the third quarter of 2024"],
    ["2024-12", "year", "năm 2024", "2024"],
    ["2024-02", "end", "ngày 29/2/2024", "29 February 2024"],
  ])("%s %s is %s", (text, basis, vi, en) => {
    expect([lexiconOf("vi").periodName(month(text), basis), lexiconOf("en").periodName(month(text), basis)]).toEqual([
      vi,
      en,
    ]);
  });
});

describe("the words of a report's own period", () => {
  test.each<[PeriodWord, boolean, string, string]>([
    ["period", false, "9 tháng năm 2024", "the first nine months of 2024"],
    ["period", true, "9 tháng 2024", "Jan\u2013Sep 2024"],
    ["months", false, "9 tháng", "nine months"],
    ["same-period", false, "cùng kỳ năm 2023", "the same period of 2023"],
    ["period-before", false, "9 tháng năm 2023", "the first nine months of 2023"],
    ["reference-month", false, "tháng 9 năm 2024", "September 2024"],
    ["previous-month", false, "tháng 8 năm 2024", "August 2024"],
    ["quarter", false, "quý III năm 2024", "the third quarter of 2024"],
    ["year", false, "2024", "2024"],
    ["last-year", false, "2023", "2023"],
    ["end-date", false, "30/9/2024", "30 September 2024"],
    ["territory", false, "Bắc Ninh", "Bắc Ninh"],
  ])("@%s, short %s, is %s", (word, short, vi, en) => {
    const place = { month: month("2024-09"), territory: "Bắc Ninh", short };
    expect([periodWord(word, place, lexiconOf("vi")), periodWord(word, place, lexiconOf("en"))]).toEqual([vi, en]);
  });

  test("the year so far of December is the year, and is compared with the year before", () => {
    const place = { month: month("2024-12"), territory: "", short: false };
    expect(periodWord("same-period", place, lexiconOf("vi"))).toBe("năm 2023");
    expect(periodWord("same-period", place, lexiconOf("en"))).toBe("2023");
    const comparison = { measure: "growth", period: month("2024-12"), basis: "ytd" } as const;
    expect(lexiconOf("vi").compared("tăng 8,4%", comparison, "percent")).toBe("tăng 8,4% so với năm 2023");
    expect(lexiconOf("vi").levelWith(comparison, false, false)).toBe("tương đương năm trước");
    expect(lexiconOf("en").compared("rose 8.4%", comparison, "percent")).toBe("rose 8.4% from 2023");
  });

  test("the month before January is December of the year before", () => {
    const place = { month: month("2024-01"), territory: "", short: false };
    expect(periodWord("previous-month", place, lexiconOf("vi"))).toBe("tháng 12 năm 2023");
  });
});

test.each([
  ["2024-02", 29],
  ["2023-02", 28],
  ["1900-02", 28],
  ["2000-02", 29],
  ["2024-09", 30],
  ["2024-12", 31],
])("the last day of %s is %i", (text, day) => {
  expect(lastDayOfMonth(month(text))).toBe(day);
});
