/** Which words a figure takes in which style, in both languages. */
import { describe, expect, test } from "vitest";
import { figurePhrase } from "../../src/language/figure-phrase.ts";
import type { FigureStyle } from "../../src/language/figure-style.ts";
import { figureForms, plainStyle } from "../../src/language/figure-style.ts";
import { lexiconOf } from "../../src/language/lexicon-of.ts";
import { parseDecimal } from "../../src/model/decimal.ts";
import type { Measure, ObservationStatus } from "../../src/model/observation.ts";
import { measures } from "../../src/model/observation.ts";
import type { Basis } from "../../src/model/period.ts";
import { bases } from "../../src/model/period.ts";

interface Given {
  readonly value: string;
  readonly unit?: string;
  readonly measure?: Measure;
  readonly basis?: Basis;
  readonly status?: ObservationStatus;
  readonly scale?: number;
  readonly decimals?: number;
  readonly noun?: string;
}

function phrases({ value, ...given }: Given, style: Partial<FigureStyle> = {}): readonly [string, string] {
  const figure = {
    observation: {
      value: parseDecimal(value) ?? { digits: 0n, scale: 0 },
      unit: given.unit ?? "percent",
      measure: given.measure ?? "growth",
      status: given.status ?? "E",
      period: { year: 2024, month: 9 },
      basis: given.basis ?? "ytd",
    },
    display: { scale: given.scale, decimals: given.decimals },
    noun: given.noun,
  } as const;
  const print = (language: "vi" | "en"): string =>
    figurePhrase(figure, { ...plainStyle, ...style }, lexiconOf(language));
  return [print("vi"), print("en")];
}

const level = (value: string, unit: string, scale = 0, decimals = 0): Given => ({
  value,
  unit,
  measure: "level",
  scale,
  decimals,
});

describe("changes", () => {
  test.each<[Given, Partial<FigureStyle>, string, string]>([
    [{ value: "7.5109" }, {}, "tăng 7,5%", "rose 7.5%"],
    [{ value: "-1.2755" }, {}, "giảm 1,3%", "fell 1.3%"],
    [{ value: "-0.0099" }, {}, "tương đương cùng kỳ", "was level with the same period"],
    [
      { value: "7.5109" },
      { compared: true },
      "tăng 7,5% so với cùng kỳ năm 2023",
      "rose 7.5% from the same period of 2023",
    ],
    [
      { value: "-0.0099" },
      { compared: true },
      "tương đương cùng kỳ năm 2023",
      "was level with the same period of 2023",
    ],
    [{ value: "-1.2755" }, { form: "short" }, "giảm 1,3%", "down 1.3%"],
    [{ value: "-1.2755" }, { form: "signed" }, "\u22121,3%", "\u22121.3%"],
    [{ value: "7.5109" }, { form: "signed" }, "+7,5%", "+7.5%"],
    [{ value: "7.5109" }, { form: "number" }, "7,5", "7.5"],
    [{ value: "7.5109" }, { form: "unit", decimals: 2 }, "7,51%", "7.51%"],
    [{ value: "7.5109" }, { capital: true }, "Tăng 7,5%", "Rose 7.5%"],
    [{ value: "190.909" }, {}, "gấp 2,9 lần", "was 2.9 times as much"],
    [
      { value: "190.909" },
      { compared: true },
      "gấp 2,9 lần cùng kỳ năm 2023",
      "was 2.9 times the level of the same period of 2023",
    ],
    [{ value: "1.2744", measure: "multiple", unit: "times" }, {}, "tăng 27,4%", "rose 27.4%"],
    [{ value: "1.2744", measure: "multiple", unit: "times" }, { form: "multiple" }, "gấp 1,3 lần", "1.3 times"],
    [{ value: "0.8857", measure: "multiple", unit: "times" }, { form: "multiple" }, "bằng 0,9 lần", "0.9 times"],
    [{ value: "27.44" }, { form: "multiple" }, "gấp 1,3 lần", "1.3 times"],
    [
      { value: "2.1", measure: "growth-previous", basis: "month" },
      { compared: true },
      "tăng 2,1% so với tháng 8",
      "rose 2.1% from August",
    ],
    [
      { value: "2.1", basis: "month" },
      { compared: true },
      "tăng 2,1% so với cùng kỳ năm 2023",
      "rose 2.1% from September 2023",
    ],
    [
      { value: "2.1", measure: "growth-previous", basis: "quarter" },
      { compared: true },
      "tăng 2,1% so với quý II",
      "rose 2.1% from the second quarter",
    ],
    [
      { value: "2.1", basis: "end" },
      { compared: true },
      "tăng 2,1% so với cùng thời điểm năm 2023",
      "rose 2.1% from the same date of 2023",
    ],
  ])("%o in %o is %s", (given, style, vi, en) => {
    expect(phrases(given, style)).toEqual([vi, en]);
  });
});

describe("levels and the rest", () => {
  test.each<[Given, Partial<FigureStyle>, string, string]>([
    [level("74778119981942.42", "VND", 9), {}, "74.778 tỷ đồng", "74,778 billion VND"],
    [level("29786200000", "USD", 9, 1), {}, "29,8 tỷ USD", "29.8 billion USD"],
    [level("4252000000", "USD", 9, 1), { form: "over" }, "trên 4,2 tỷ USD", "more than 4.2 billion USD"],
    [level("4200000000", "USD", 9, 1), { form: "over" }, "4,2 tỷ USD", "4.2 billion USD"],
    [level("4252000000", "USD", 9, 1), { form: "nearly" }, "gần 4,3 tỷ USD", "nearly 4.3 billion USD"],
    [level("1568000000", "USD", 9, 1), { scale: 6, decimals: 0 }, "1.568 triệu USD", "1,568 million USD"],
    [level("339", "project"), {}, "339 dự án", "339 projects"],
    [level("1", "project"), {}, "1 dự án", "1 project"],
    [level("42", "obstacle"), {}, "42 vấn đề", "42 obstacles"],
    [level("147", "adjustment"), {}, "147 lượt", "147 cases"],
    [level("120.4689", "index", 0, 1), {}, "120,5", "120.5"],
    [level("4378300000", "USD", 9, 1), { form: "balance" }, "xuất siêu 4,4 tỷ USD", "a surplus of 4.4 billion USD"],
    [level("-4378300000", "USD", 9, 1), { form: "balance" }, "nhập siêu 4,4 tỷ USD", "a deficit of 4.4 billion USD"],
    [
      level("74778119981942.42", "VND", 9),
      { form: "estimated" },
      "ước 74.778 tỷ đồng",
      "an estimated 74,778 billion VND",
    ],
    [
      { ...level("74778119981942.42", "VND", 9), status: "P" },
      { form: "estimated" },
      "đạt 74.778 tỷ đồng",
      "74,778 billion VND",
    ],
    [{ value: "72.8154", measure: "plan" }, {}, "đạt 72,8% kế hoạch năm", "72.8% of the year's plan"],
    [{ value: "74.3376", measure: "share" }, {}, "chiếm 74,3%", "74.3%"],
    [
      { value: "5.4015", measure: "contribution", unit: "point" },
      {},
      "đóng góp 5,40 điểm phần trăm",
      "contributed 5.40 percentage points",
    ],
    [
      { value: "-3.8712", measure: "contribution", unit: "point" },
      {},
      "làm giảm 3,87 điểm phần trăm",
      "took off 3.87 percentage points",
    ],
    [{ value: "1", measure: "rank", unit: "rank" }, {}, "đứng đầu cả nước", "first in the country"],
    [{ value: "2", measure: "rank", unit: "rank" }, {}, "đứng thứ 2 cả nước", "second in the country"],
    [{ value: "23", measure: "rank", unit: "rank" }, { form: "short" }, "đứng thứ 23", "23rd"],
    [{ value: "12", measure: "rank", unit: "rank" }, { form: "short" }, "đứng thứ 12", "12th"],
    [{ value: "8", measure: "items", unit: "item", noun: "lĩnh vực" }, {}, "8 lĩnh vực", "8 lĩnh vực"],
  ])("%o in %o is %s", (given, style, vi, en) => {
    expect(phrases(given, style)).toEqual([vi, en]);
  });

  test("no measure, basis or style leaves a hole in the words", () => {
    for (const measure of measures) {
      for (const basis of bases) {
        for (const form of figureForms) {
          for (const value of ["-250.55", "-7.5", "0", "7.5", "250.55"]) {
            for (const phrase of phrases(
              { value, measure, basis, unit: measure === "level" ? "USD" : "percent" },
              { form, compared: true },
            )) {
              expect(phrase).not.toMatch(/undefined|NaN| {2}|^\s|\s$/);
              expect(phrase).not.toMatch(/(giảm|fell|down|nhập siêu|deficit of|làm giảm|took off) \u2212/);
              expect(phrase).toBe(phrase.normalize("NFC"));
            }
          }
        }
      }
    }
  });
});
