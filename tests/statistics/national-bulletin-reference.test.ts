/**
 * The statistics office's monthly bulletins (../shared/data/vietnam_gso_monthly): identities that its own tables keep, and the
 * rank of a province by three measures. Every bulletin in the file is checked.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Rational } from "../../src/model/rational.ts";
import { add, compare, negate, rational, signOf, subtract } from "../../src/model/rational.ts";
import { addsUp, remainderOf, share } from "../../src/statistics/breakdown.ts";
import { rankBy } from "../../src/statistics/rank.ts";
import { describeWithShared } from "../shared-data.ts";
import { figure } from "./figures.ts";
import type { ReferenceRow } from "./reference-table.ts";
import { cell, distinct, readReferenceTable } from "./reference-table.ts";

describeWithShared("the national bulletins", (shared) => {
  const file = (name: string) => readReferenceTable(join(shared, "data/vietnam_gso_monthly", `${name}.csv`));
  const bulletins = (rows: readonly ReferenceRow[]) =>
    distinct(rows, "bulletin_month").map((month) => rows.filter((row) => cell(row, "bulletin_month") === month));
  const size = (value: Rational): Rational => (signOf(value) < 0 ? negate(value) : value);
  const isWithin = (gap: Rational, limit: Rational): boolean => compare(size(gap), limit) <= 0;

  test("retail: the groups make the total within a billion đồng, and the shares are those printed", () => {
    const wrong = bulletins(file("retail_services")).flatMap((rows) => {
      const [whole, ...groups] = rows.map((row) => figure(cell(row, "ytd_est")));
      const [, ...printedShares] = rows.map((row) => figure(cell(row, "ytd_share_pct")));
      if (whole === undefined) return [rows];
      const sharesAgree = groups.every((group, place) =>
        isWithin(subtract(share(group, whole), printedShares[place] ?? figure(0)), rational(15, 100)),
      );
      return isWithin(remainderOf(whole, groups), rational(1)) && sharesAgree ? [] : [rows];
    });
    expect(wrong).toEqual([]);
  });

  test("retail: September 2024 adds up within the tolerance for tables", () => {
    const rows = file("retail_services").filter((row) => cell(row, "bulletin_month") === "2024-09");
    const [whole, ...groups] = rows.map((row) => figure(cell(row, "ytd_est")));
    expect(whole !== undefined && addsUp(whole, groups)).toBe(true);
  });

  const measures: Readonly<Record<string, (row: ReferenceRow) => Rational | undefined>> = {
    "new plus adjusted capital": (row) =>
      add(known(row, "capital_new_musd") ?? zero, known(row, "capital_adjusted_musd") ?? zero),
    "new capital": (row) => known(row, "capital_new_musd"),
    projects: (row) => known(row, "projects_new"),
  };
  const provincesIn = (rows: readonly ReferenceRow[]) => rows.filter((row) => cell(row, "breakdown") === "province");

  test.each(Object.keys(measures))(
    "investment: a province's rank by %s is one more than the provinces above it, in every bulletin",
    (name) => {
      const measure = measures[name] ?? (() => undefined);
      for (const rows of bulletins(file("fdi_registered_ytd"))) {
        const values = provincesIn(rows).flatMap((row) => measure(row) ?? []);
        const ranks = rankBy(values, (value) => value);
        expect(ranks).toHaveLength(values.length);
        for (const { row, rank } of ranks)
          expect(rank).toBe(1 + values.filter((other) => compare(other, row) > 0).length);
      }
    },
  );

  test("investment: Bắc Ninh in September 2024 is first by new plus adjusted capital, second by new capital and by projects", () => {
    const rows = file("fdi_registered_ytd").filter((row) => cell(row, "bulletin_month") === "2024-09");
    const own = provincesIn(rows).find((row) => cell(row, "name_vi") === "Bắc Ninh");
    // The ranks are a fact of the published table; where the figures are others, the test above is the one that speaks.
    if (own === undefined || cell(own, "projects_new") !== "325") return;
    const ranks = Object.values(measures).map(
      (measure) => rankBy(provincesIn(rows), measure).find(({ row }) => row === own)?.rank,
    );
    expect(ranks).toEqual([1, 2, 2]);
  });
});

const zero = figure(0);

function known(row: ReferenceRow, column: string): Rational | undefined {
  return cell(row, column) === "" ? undefined : figure(cell(row, column));
}
