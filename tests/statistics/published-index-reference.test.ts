/**
 * India's published index of industrial production (../shared/data/india_iip_2011_12): every published figure recomputed from
 * the published figures below it. The agency aggregates the general index from rounded sector indices.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decimalText, parseDecimal, withoutTrailingZeros } from "../../src/model/decimal.ts";
import { monthText, parseMonth, samePeriodLastYear, stepMonths } from "../../src/model/period.ts";
import type { Rational } from "../../src/model/rational.ts";
import { compare, sum } from "../../src/model/rational.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";
import { growth } from "../../src/statistics/growth.ts";
import { aggregateIndex, linkByAnnualOverlap, meanOf, ratioOfSums } from "../../src/statistics/index-number.ts";
import type { WeightTree } from "../../src/statistics/weight-tree.ts";
import { aggregateTree, sampledTree } from "../../src/statistics/weight-tree.ts";
import { describeWithShared } from "../shared-data.ts";
import { at, figure } from "./figures.ts";
import type { ReferenceRow } from "./reference-table.ts";
import { cell, distinct, readReferenceTable } from "./reference-table.ts";

const printedDecimals = 1;

describeWithShared("India's published index agrees with itself", (shared) => {
  const file = (name: string) => readReferenceTable(join(shared, "data/india_iip_2011_12", `${name}.csv`));
  const monthly = () => {
    const rows = file("index_monthly");
    const indices = new Map(
      rows.map((row) => [`${cell(row, "code")} ${cell(row, "month")}`, figure(cell(row, "index"))]),
    );
    return {
      rows,
      months: distinct(rows, "month"),
      of: (code: string, month: string) => indices.get(`${code} ${month}`),
    };
  };
  const weights = () => {
    const rows = file("weights");
    const weightOf = (code: string) => {
      const row = rows.find((own) => cell(own, "code") === code);
      return row === undefined ? undefined : figure(cell(row, "weight"));
    };
    const childrenOf = (code: string) =>
      rows.filter((row) => cell(row, "parent") === code).map((row) => cell(row, "code"));
    return { childrenOf, weightOf };
  };
  /** The tree under an item whose leaves are the items that are published below it. */
  const treeUnder = (root: string, isSampled: (code: string) => boolean): WeightTree => {
    const tree = sampledTree(root, { ...weights(), isSampled });
    if (tree === undefined) throw new Error(`nothing is published under ${root}`);
    return tree;
  };
  /** Months in which the item compiled from `tree` prints as published, out of all its months. */
  const agreement = (tree: WeightTree, isRounded: (code: string) => boolean) => {
    const { months, of } = monthly();
    const published = months.filter((month) => of(tree.code, month) !== undefined);
    const missed = published.filter((month) => {
      const compiled = aggregateTree(
        tree,
        (code) => given(of(code, month), `${code} ${month}`),
        (code, index) => (isRounded(code) ? figure(at(printedDecimals, index)) : index),
      );
      return (
        at(printedDecimals, given(compiled.get(tree.code), tree.code)) !==
        at(printedDecimals, given(of(tree.code, month), tree.code))
      );
    });
    return { months: published.length, missed };
  };
  const isLeaf = (code: string): boolean => weights().childrenOf(code).length === 0;

  test("divisions make manufacturing in every month", () => {
    const { months, missed } = agreement(treeUnder("MFG", isLeaf), () => false);
    expect(months).toBeGreaterThan(0);
    expect(missed).toEqual([]);
  });

  test("rounded sectors make the general index in every month", () => {
    const fromPublished = agreement(
      treeUnder("GEN", (code) => cell(parentRow(file("weights"), code), "parent") === "GEN"),
      () => false,
    );
    expect(fromPublished.months).toBeGreaterThan(0);
    expect(fromPublished.missed).toEqual([]);
    const compiledBelow = agreement(treeUnder("GEN", isLeaf), (code) => code === "MFG");
    expect(compiledBelow.missed).toEqual([]);
  });

  test("without rounding the sectors, months are missed by a printed unit at most", () => {
    const { months, of } = monthly();
    const tree = treeUnder("GEN", isLeaf);
    for (const month of months) {
      const compiled = given(aggregateTree(tree, (code) => given(of(code, month), code)).get("GEN"), "GEN");
      const gap = Number(at(printedDecimals, compiled)) - Number(at(printedDecimals, given(of("GEN", month), "GEN")));
      expect(Math.abs(gap)).toBeLessThan(0.15);
    }
    // The number is a fact of the published series; another series has another.
    const total = at(printedDecimals, sum(months.map((month) => given(of("GEN", month), "GEN"))));
    if (total === publishedSeries.generalIndices) {
      const { months: count, missed } = agreement(tree, () => false);
      expect([count - missed.length, count]).toEqual(publishedSeries.withoutRounding);
    }
  });

  test("growth on the same month follows from the two indices wherever it is printed", () => {
    const { rows, of } = monthly();
    const compared = rows.flatMap((row) => {
      const month = parseMonth(cell(row, "month"));
      const printed = parseDecimal(cell(row, "growth_yoy_pct"));
      if (month === undefined || printed === undefined) return [];
      const base = of(cell(row, "code"), monthText(samePeriodLastYear(month)));
      if (base === undefined) return [];
      return [
        {
          row,
          found: plain(growth(figure(cell(row, "index")), base)),
          printed: decimalText(withoutTrailingZeros(printed)),
        },
      ];
    });
    expect(compared.length).toBeGreaterThan(0);
    expect(compared.filter(({ found, printed }) => found !== printed)).toEqual([]);
  });

  test("the index of a fiscal year is the mean of its months, and its growth that of the year before", () => {
    const { of } = monthly();
    const annual = file("index_annual");
    const wrong = annual.filter((row) => {
      const april = { year: Number(cell(row, "fiscal_year").slice(0, 4)), month: 4 };
      const months = Array.from({ length: 12 }, (_month, ahead) => monthText(stepMonths(april, ahead)));
      const mean = meanOf(months.map((month) => given(of(cell(row, "code"), month), month)));
      return compare(figure(at(printedDecimals, mean)), figure(cell(row, "index"))) !== 0;
    });
    expect(annual.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test("linking each sector's new base to the mean of its old one keeps every growth of the new series", () => {
    const rows = readReferenceTable(join(shared, "data/india_iip_bases/sector_index_by_base.csv"));
    const [oldBase, newBase] = distinct(rows, "base_year");
    const overlapYear = Number(newBase?.slice(0, 4));
    const overlapMonths = Array.from({ length: 12 }, (_month, ahead) =>
      monthText(stepMonths({ year: overlapYear, month: 4 }, ahead)),
    );
    let linkedSectors = 0;
    for (const sector of distinct(rows, "sector")) {
      const of = (base: string | undefined) =>
        rows.filter((row) => cell(row, "sector") === sector && cell(row, "base_year") === base);
      const overlap = of(oldBase)
        .filter((row) => overlapMonths.includes(cell(row, "month")))
        .map((row) => figure(cell(row, "index")));
      const recent = of(newBase).map((row) => figure(cell(row, "index")));
      if (overlap.length !== 12 || recent.length === 0) continue;
      linkedSectors += 1;
      const linked = recent.map((index) => linkByAnnualOverlap(index, overlap));
      const yearly = (series: readonly Rational[]) =>
        series.slice(12).map((index, place) => at(8, ratioOfSums([index], series.slice(place, place + 1))));
      expect(yearly(linked)).toEqual(yearly(recent));
      expect(compare(meanOf(overlap), linkByAnnualOverlap(figure(100), overlap))).toBe(0);
    }
    expect(linkedSectors).toBeGreaterThan(0);
  });
});

describe("the rounding stage in one month of India's index", () => {
  // Division indices of a month are not repeated here: two sectors with the same effect.
  test("a sector of 100.06 enters as 100.1, which can move the whole by a printed unit", () => {
    const parts = (manufacturing: Rational) => [
      { weight: figure("77.63321"), index: manufacturing },
      { weight: figure("22.36679"), index: figure("100.0") },
    ];
    expect(at(1, aggregateIndex(parts(figure("100.06"))))).toBe("100.0");
    expect(at(1, aggregateIndex(parts(figure("100.1"))))).toBe("100.1");
  });
});

/** What is known of the series up to June 2025: the sum of its general indices, and months exact without rounding sectors. */
const publishedSeries = { generalIndices: "19993.6", withoutRounding: [129, 159] };

function parentRow(rows: readonly ReferenceRow[], code: string): ReferenceRow {
  return rows.find((row) => cell(row, "code") === code) ?? { parent: "" };
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not published`);
  return value;
}

/** One printed digit, without a zero at the end, as the files write growth. */
function plain(value: Rational): string {
  return decimalText(withoutTrailingZeros(roundHalfAwayFromZero(value, printedDecimals)));
}
