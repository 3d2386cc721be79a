/** Retail and services, fixtures RET-1 to RET-6 of methods.md; amounts in billion đồng as printed. */
import { expect, test } from "vitest";
import { decimalText, decimalToRational } from "../../src/model/decimal.ts";
import { multiply, sum } from "../../src/model/rational.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";
import { addsUp, remainderOf, roundingSlack, share } from "../../src/statistics/breakdown.ts";
import { impliedBase, realGrowth, realGrowthByParts, weightedGrowth } from "../../src/statistics/growth.ts";
import { cumulativeFigure, subtractPeriods } from "../../src/statistics/period-subtraction.ts";
import {
  coefficientOfVariation,
  estimateTotal,
  expansionFactor,
  ratioEstimate,
  standardError,
} from "../../src/statistics/survey.ts";
import { at, figure, figures } from "./figures.ts";

const groups = figures("3630236.2948", "542962.4356", "45606.5500", "484595.8270");

test("RET-1: the four groups add up, and the office's own total misses them within its tolerance", () => {
  const printedTotal = figure("4703401.1006");
  expect(at(4, sum(groups))).toBe("4703401.1074");
  expect(at(4, remainderOf(printedTotal, groups))).toBe("-0.0068");
  expect(addsUp(printedTotal, groups)).toBe(true);
  expect(addsUp(figure("4703401.2"), groups)).toBe(false);
  expect(addsUp(printedTotal, groups, figure(0))).toBe(false);
});

test("RET-1: shares of the groups", () => {
  const total = sum(groups);
  expect(groups.map((group) => at(4, share(group, total)))).toEqual(["77.1832", "11.5440", "0.9697", "10.3031"]);
});

test("RET-1: growth of the total from the growths of the groups", () => {
  const growths = figures("7.9357", "13.5671", "16.6565", "9.2004");
  const parts = groups.map((current, place) => ({ current, growth: growths[place] ?? figure(0) }));
  expect(at(4, weightedGrowth(parts))).toBe("8.7669");
});

test("RET-2: five lines of a province add up", () => {
  expect(at(1, sum(figures("33871.4", "1346.3", "7305.4", "238.0", "3135.8")))).toBe("45896.9");
});

const strata = [
  { id: "take-all", population: 3, values: figures(1200, 900, 400) },
  { id: "h1", population: 40, values: figures(10, 14, 12, 20) },
  { id: "h2", population: 1000, values: figures("0.6", "0.8", "0.5", "0.9", "0.7") },
];

test("RET-3: total, variance, standard error and coefficient of variation of a stratified survey", () => {
  const estimate = estimateTotal(strata);
  if (estimate.kind !== "estimate" || estimate.variance === undefined) throw new Error("an estimate was expected");
  expect(at(4, estimate.total)).toBe("3760.0000");
  expect(at(4, estimate.variance)).toBe("11695.0000");
  const printed = (value: ReturnType<typeof standardError> | undefined, decimals: number) =>
    value === undefined ? undefined : decimalText(roundHalfAwayFromZero(decimalToRational(value), decimals));
  expect(printed(standardError(estimate.variance), 4)).toBe("108.1434");
  expect(printed(coefficientOfVariation(estimate.total, estimate.variance), 3)).toBe("2.876");
  expect(coefficientOfVariation(figure(0), estimate.variance)).toBeUndefined();
});

test("RET-3: each stratum's total is its expansion factor times its answers", () => {
  const totals = strata.map((stratum) => {
    const factor = expansionFactor(stratum);
    return at(0, sum(stratum.values.map((value) => multiply(factor, value))));
  });
  expect(totals).toEqual(["2500", "560", "700"]);
});

test.each([
  { title: "nobody answered", stratum: { id: "h", population: 4, values: [] }, why: "no-respondents" },
  {
    title: "more answered than the frame holds",
    stratum: { id: "h", population: 1, values: figures(1, 2) },
    why: "more-respondents-than-units",
  },
])("RET-3: a stratum where $title has no total", ({ stratum, why }) => {
  expect(estimateTotal([...strata, stratum])).toEqual({ kind: "refused", stratum: "h", why });
});

test("RET-3: one respondent of several leaves the variance unknown, and an empty stratum adds nothing", () => {
  const estimate = estimateTotal([
    { id: "h", population: 4, values: figures(5) },
    { id: "empty", population: 0, values: [] },
  ]);
  expect(estimate).toMatchObject({ kind: "estimate", variance: undefined });
  expect(estimate.kind === "estimate" ? at(0, estimate.total) : "").toBe("20");
});

test("RET-3: the ratio estimator moves last month's total by the matched units", () => {
  const matched = [
    { designWeight: figure(10), previous: figure(20), current: figure(22) },
    { designWeight: figure(5), previous: figure(40), current: figure(38) },
  ];
  expect(at(2, ratioEstimate(figure(3760), matched))).toBe("3854.00");
});

test("RET-4: real growth of 9.1% with prices up 3.5%", () => {
  expect(at(4, realGrowth(figure("9.1"), figure("3.5")))).toBe("5.4106");
});

test("RET-4: component deflation is not the deflation of the whole", () => {
  const parts = [
    { current: figure(110), base: figure(100), priceIndex: figure(110) },
    { current: figure(120), base: figure(100), priceIndex: figure(100) },
  ];
  expect(at(4, realGrowthByParts(parts))).toBe("10.0000");
});

const half = cumulativeFigure(figure(49964), figure("8.5"), "2024-09");
const nineMonths = cumulativeFigure(figure(74778), figure("9.1"), "2024-09");

test("RET-5: the third quarter is nine months less six", () => {
  const quarter = subtractPeriods({ longer: nineMonths, shorter: half, forPublication: true });
  if (quarter.kind !== "difference" || quarter.base === undefined || quarter.growth === undefined)
    throw new Error("a difference was expected");
  expect([at(0, quarter.value), at(1, quarter.base), at(2, quarter.growth)]).toEqual(["24814", "22491.0", "10.33"]);
  expect(quarter.mixedVintages).toBe(false);
});

test("RET-5: figures of two vintages are not subtracted for publication, and are marked otherwise", () => {
  const older = { ...half, vintage: "2024-06" };
  expect(subtractPeriods({ longer: nineMonths, shorter: older, forPublication: true })).toEqual({
    kind: "refused",
    why: "vintages-differ",
    vintages: ["2024-09", "2024-06"],
  });
  expect(subtractPeriods({ longer: nineMonths, shorter: older, forPublication: false })).toMatchObject({
    kind: "difference",
    mixedVintages: true,
  });
});

test("RET-5: without a base there is a level and no growth", () => {
  const difference = subtractPeriods({
    longer: { ...nineMonths, base: undefined },
    shorter: half,
    forPublication: true,
  });
  expect(difference).toMatchObject({ kind: "difference", base: undefined, growth: undefined });
});

test("RET-6: what the article's list of parts leaves of its total, and what rounding could explain", () => {
  const parts = figures(55588, 6859, 11931);
  expect(at(0, remainderOf(figure(74778), parts))).toBe("400");
  expect(at(0, remainderOf(figure(74378), parts))).toBe("0");
  expect(at(1, roundingSlack(parts.length))).toBe("2.0");
});

test("the base that a level and its growth imply", () => {
  expect(at(2, impliedBase(figure(74778), figure("9.1")))).toBe("68540.79");
  expect(() => impliedBase(figure(1), figure(-100))).toThrow(RangeError);
});
