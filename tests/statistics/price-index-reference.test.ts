/** Every expected file of ../shared/conformance/index-piar and index-province, whatever numbers stand in them. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { chain, meanOverWindows, rebase } from "../../src/statistics/chain.ts";
import type { Value } from "../../src/statistics/generalized-mean.ts";
import { carryBackward, carryForward, imputeByOverallMean } from "../../src/statistics/price-imputation.ts";
import type { AggregatedPeriod } from "../../src/statistics/price-index.ts";
import { aggregatePrices, updatedWeights } from "../../src/statistics/price-index.ts";
import type { Quote } from "../../src/statistics/price-relative.ts";
import { elementaryIndexes, priceRelatives } from "../../src/statistics/price-relative.ts";
import type { PriceStructure } from "../../src/statistics/price-structure.ts";
import { priceStructure } from "../../src/statistics/price-structure.ts";
import { describeWithShared } from "../shared-data.ts";
import type { ReferenceRow } from "./reference-table.ts";
import { cell, disagreements, distinct, numberIn, readReferenceTable, valueAt } from "./reference-table.ts";

const jevons = { order: 0, missing: "skip" } as const;
const laspeyres = { order: 1, missing: "from-parent" } as const;

/** A code of digits under each of its beginnings: 11 stands under 1. */
function prefixesOf(code: string): readonly string[] {
  return Array.from(code, (_digit, at) => code.slice(0, at + 1));
}

function compile(
  quotes: readonly Quote[],
  periods: readonly string[],
  structure: PriceStructure,
  rules: Parameters<typeof aggregatePrices>[2] = laspeyres,
): readonly AggregatedPeriod[] {
  return aggregatePrices(structure, elementaryIndexes(priceRelatives(quotes, periods), periods, jevons), rules);
}

function quotesFrom(rows: readonly ReferenceRow[], productColumn = "product"): readonly Quote[] {
  return rows.map((row) => ({
    period: cell(row, "period"),
    unit: cell(row, "business"),
    product: cell(row, productColumn),
    price: numberIn(row, "price"),
  }));
}

function contributionAt(series: readonly AggregatedPeriod[]): (row: ReferenceRow) => Value {
  const byPeriod = new Map(series.map(({ period, contributions }) => [period, contributions]));
  return (row) => byPeriod.get(cell(row, "period"))?.get(cell(row, "level"))?.get(cell(row, "product"));
}

/** How many contributions a series holds at these levels: the reference must list as many (it may leave missing ones out). */
function presentContributions(series: readonly AggregatedPeriod[], levels: readonly string[]): number {
  return series
    .flatMap(({ contributions }) => levels.flatMap((level) => [...(contributions.get(level)?.values() ?? [])]))
    .filter((value) => value !== undefined).length;
}

function present(rows: readonly ReferenceRow[]): number {
  return rows.filter((row) => numberIn(row, "value") !== undefined).length;
}

function priceAt(quotes: readonly Quote[]): (row: ReferenceRow) => Value {
  const prices = new Map(quotes.map(({ period, product, price }) => [`${period} ${product}`, price]));
  return (row) => prices.get(`${cell(row, "period")} ${cell(row, "product")}`);
}

function largestGapFromAdding(series: readonly AggregatedPeriod[], levels: readonly string[]): number {
  let largest = 0;
  for (const { index, contributions } of series) {
    for (const level of levels) {
      const points = [...(contributions.get(level)?.values() ?? [])].reduce<number>(
        (so, value) => so + (value ?? 0),
        0,
      );
      const value = index.get(level);
      if (value !== undefined) largest = Math.max(largest, Math.abs(value - 1 - points) / value);
    }
  }
  return largest;
}

describeWithShared("five establishments with missing prices agree with the reference", (shared) => {
  const file = (name: string) => readReferenceTable(join(shared, "conformance/index-piar", name));
  const expected = (name: string) => file(`expected/${name}.csv`);
  /** Expected files whose name ends with a parameter, with that parameter. There is at least one of each kind. */
  const namedAfter = (start: string): readonly (readonly [name: string, parameter: string])[] => {
    const names = readdirSync(join(shared, "conformance/index-piar/expected")).map((name) => basename(name, ".csv"));
    const found = names.filter((name) => name.startsWith(start));
    expect(found).not.toEqual([]);
    return found.map((name) => [name, name.slice(start.length)]);
  };
  const load = () => {
    const rows = file("input/ms_prices.csv");
    const structure = priceStructure(
      file("input/ms_weights.csv").map((row) => ({
        path: [...prefixesOf(cell(row, "classification")), cell(row, "business")],
        weight: numberIn(row, "weight"),
      })),
    );
    return { quotes: quotesFrom(rows), periods: distinct(rows, "period"), structure };
  };

  test("relatives of products", () => {
    const { quotes, periods } = load();
    const relatives = priceRelatives(quotes, periods).map((relative) => ({ ...relative, price: relative.relative }));
    expect(disagreements(expected("ms_relatives"), priceAt(relatives), { column: "relative" })).toEqual([]);
  });

  test.each([
    { order: -1, missing: "propagate", name: "ms_elementary_r-1_narmFALSE" },
    { order: -1, missing: "skip", name: "ms_elementary_r-1_narmTRUE" },
    { order: 0, missing: "propagate", name: "ms_elementary_r0_narmFALSE" },
    { order: 0, missing: "skip", name: "ms_elementary_r0_narmTRUE" },
    { order: 1, missing: "propagate", name: "ms_elementary_r1_narmFALSE" },
    { order: 1, missing: "skip", name: "ms_elementary_r1_narmTRUE" },
  ] as const)("elementary means of order $order when a missing relative is to $missing", ({ order, missing, name }) => {
    const { quotes, periods } = load();
    const series = elementaryIndexes(priceRelatives(quotes, periods), periods, { order, missing });
    expect(disagreements(expected(name), valueAt(series))).toEqual([]);
  });

  test("aggregation with price-updated weights and missing levels from the parent", () => {
    const { quotes, periods, structure } = load();
    expect(
      disagreements(expected("ms_index_period_over_period"), valueAt(compile(quotes, periods, structure))),
    ).toEqual([]);
  });

  test("aggregation through which missing levels spread", () => {
    const { quotes, periods, structure } = load();
    const relatives = priceRelatives(quotes, periods);
    const series = aggregatePrices(structure, elementaryIndexes(relatives, periods, jevons), {
      order: 1,
      missing: "propagate",
    });
    expect(disagreements(expected("ms_index_missing_propagates"), valueAt(series))).toEqual([]);
  });

  test("the chained series, on another base, and as means of two periods", () => {
    const { quotes, periods, structure } = load();
    const series = compile(quotes, periods, structure);
    const chained = chain(series);
    expect(disagreements(expected("ms_index_chained"), valueAt(chained))).toEqual([]);
    for (const [name, base] of namedAfter("ms_index_chained_rebased_")) {
      expect(disagreements(expected(name), valueAt(rebase(chained, base)))).toEqual([]);
    }
    for (const [name, window] of namedAfter("ms_index_mean_window")) {
      expect(disagreements(expected(name), valueAt(meanOverWindows(series, Number(window))))).toEqual([]);
    }
  });

  test("contributions of products at every level, all of them and no others, adding up to the index", () => {
    const { quotes, periods, structure } = load();
    const series = compile(quotes, periods, structure);
    const rows = expected("ms_contributions_period_over_period");
    expect(disagreements(rows, contributionAt(series), { scale: 1e-3 })).toEqual([]);
    expect(presentContributions(series, distinct(rows, "level"))).toBe(present(rows));
    expect(largestGapFromAdding(series, distinct(rows, "level"))).toBeLessThan(1e-12);
  });

  test("weights at the end of the series", () => {
    const { quotes, periods, structure } = load();
    const last = chain(compile(quotes, periods, structure)).at(-1);
    const weights = updatedWeights(structure.weights, last?.index ?? new Map(), 1);
    const rows = expected("ms_price_updated_weights_end");
    expect(disagreements(rows, (row) => weights.get(cell(row, "ea")), { column: "weight" })).toEqual([]);
  });

  test("prices filled by the overall mean, and the series they give", () => {
    const { quotes, periods, structure } = load();
    const filled = imputeByOverallMean(quotes, periods, structure);
    expect(disagreements(expected("ms_prices_imputed_overall-mean"), priceAt(filled), { column: "price" })).toEqual([]);
    const chained = chain(compile(filled, periods, structure));
    expect(disagreements(expected("ms_index_chained_after_overall_mean_imputation"), valueAt(chained))).toEqual([]);
  });

  test("prices carried forward and backward", () => {
    const { quotes, periods } = load();
    const forward = priceAt(carryForward(quotes, periods));
    const backward = priceAt(carryBackward(quotes, periods));
    expect(disagreements(expected("ms_prices_imputed_carry-forward"), forward, { column: "price" })).toEqual([]);
    expect(disagreements(expected("ms_prices_imputed_carry-backward"), backward, { column: "price" })).toEqual([]);
  });
});

describeWithShared("a fixed sample in three levels agrees with the reference", (shared) => {
  const file = (name: string) => readReferenceTable(join(shared, "conformance/index-piar", name));
  const expected = (name: string) => file(`expected/${name}.csv`);
  const load = () => {
    const rows = file("input/fs_prices.csv");
    const levels = new Map(expected("fs_classification_levels").map((row) => [cell(row, "code"), row]));
    const structure = priceStructure(
      file("input/fs_business_weights_scaled.csv").map((row) => {
        const above = levels.get(cell(row, "classification")) ?? {};
        return {
          path: [cell(above, "level1"), cell(above, "level2"), cell(above, "level3"), cell(row, "business")],
          weight: numberIn(row, "weight"),
        };
      }),
    );
    return { quotes: quotesFrom(rows, "business"), periods: distinct(rows, "period"), structure };
  };

  test("the weights of businesses are their shares of the weight of their class", () => {
    const classWeights = new Map(
      file("input/fs_weights.csv").map((row) => [cell(row, "classification"), numberIn(row, "weight")]),
    );
    const ownWeights = new Map(
      file("input/fs_prices.csv").map((row) => [cell(row, "business"), numberIn(row, "weight")]),
    );
    const rows = file("input/fs_business_weights_scaled.csv");
    const whole = (code: string) =>
      rows
        .filter((row) => cell(row, "classification") === code)
        .reduce((so, row) => so + (ownWeights.get(cell(row, "business")) ?? NaN), 0);
    const scaled = (row: ReferenceRow) => {
      const code = cell(row, "classification");
      return ((classWeights.get(code) ?? NaN) * (ownWeights.get(cell(row, "business")) ?? NaN)) / whole(code);
    };
    expect(disagreements(rows, scaled, { column: "weight" })).toEqual([]);
  });

  test("period over period", () => {
    const { quotes, periods, structure } = load();
    expect(
      disagreements(expected("fs_index_period_over_period"), valueAt(compile(quotes, periods, structure))),
    ).toEqual([]);
  });

  test.each([
    { order: 1, name: "fs_index_chained" },
    { order: 0, name: "fs_index_chained_aggregate_r0" },
    { order: -1, name: "fs_index_chained_aggregate_r-1" },
  ])("chained, with means of order $order up the tree", ({ order, name }) => {
    const { quotes, periods, structure } = load();
    const chained = chain(compile(quotes, periods, structure, { order, missing: "from-parent" }));
    expect(disagreements(expected(name), valueAt(chained))).toEqual([]);
  });
});

describeWithShared("a made-up province of establishments agrees with the reference", (shared) => {
  const file = (name: string) => readReferenceTable(join(shared, "conformance/index-province", `${name}.csv`));
  const load = () => {
    const rows = file("prices");
    const structure = priceStructure(
      file("businesses").map((row) => ({
        path: [...["all", "sec", "l2", "l4"].map((level) => cell(row, level)), cell(row, "business")],
        weight: numberIn(row, "weight"),
      })),
    );
    return { quotes: quotesFrom(rows), periods: distinct(rows, "period"), structure };
  };

  test("elementary Jevons indexes", () => {
    const { quotes, periods } = load();
    const series = elementaryIndexes(priceRelatives(quotes, periods), periods, jevons);
    expect(disagreements(file("expected_elementary_jevons"), valueAt(series))).toEqual([]);
  });

  test("every level from establishment to total, period over period and chained", () => {
    const { quotes, periods, structure } = load();
    const series = compile(quotes, periods, structure);
    expect(disagreements(file("expected_index_period_over_period"), valueAt(series))).toEqual([]);
    expect(disagreements(file("expected_index_chained"), valueAt(chain(series)))).toEqual([]);
  });

  test("contributions of products to the total and the sections, all of them and no others, adding up", () => {
    const { quotes, periods, structure } = load();
    const series = compile(quotes, periods, structure);
    const rows = file("expected_contributions_sections");
    const levels = distinct(rows, "level");
    expect(disagreements(rows, contributionAt(series), { scale: 1e-3 })).toEqual([]);
    expect(presentContributions(series, levels)).toBe(present(rows));
    expect(largestGapFromAdding(series, levels)).toBeLessThan(1e-12);
  });

  test("weights of establishments at the end", () => {
    const { quotes, periods, structure } = load();
    const last = chain(compile(quotes, periods, structure)).at(-1);
    const weights = updatedWeights(structure.weights, last?.index ?? new Map(), 1);
    const rows = file("expected_price_updated_weights_end");
    expect(disagreements(rows, (row) => weights.get(cell(row, "business")), { column: "weight" })).toEqual([]);
  });

  test("prices filled by the overall mean, and the series they give", () => {
    const { quotes, periods, structure } = load();
    const filled = imputeByOverallMean(quotes, periods, structure);
    const prices = file("expected_prices_overall_mean_imputed");
    expect(disagreements(prices, priceAt(filled), { column: "price" })).toEqual([]);
    const chained = chain(compile(filled, periods, structure));
    expect(disagreements(file("expected_index_chained_after_imputation"), valueAt(chained))).toEqual([]);
  });
});
