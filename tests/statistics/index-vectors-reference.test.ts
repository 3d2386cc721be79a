/** The published answers of ../shared/data/index_test_vectors and the formulas of ../shared/conformance/index-gpindex. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { BilateralFormula, TwoPeriods } from "../../src/statistics/bilateral-index.ts";
import {
  baseValues,
  bilateralIndexes,
  currentValues,
  lowe,
  relativesOf,
  young,
} from "../../src/statistics/bilateral-index.ts";
import { chain } from "../../src/statistics/chain.ts";
import { fisherContributions, meanContributions } from "../../src/statistics/mean-contribution.ts";
import { imputeByOverallMean } from "../../src/statistics/price-imputation.ts";
import { aggregatePrices, updatedWeights } from "../../src/statistics/price-index.ts";
import type { Quote } from "../../src/statistics/price-relative.ts";
import { elementaryIndexes, priceRelatives } from "../../src/statistics/price-relative.ts";
import { priceStructure } from "../../src/statistics/price-structure.ts";
import { describeWithShared } from "../shared-data.ts";
import type { ReferenceRow } from "./reference-table.ts";
import { cell, disagreements, distinct, numberIn, readReferenceTable } from "./reference-table.ts";

/** A table of products by periods as the columns of its periods. */
function columnsOf(rows: readonly ReferenceRow[]): ReadonlyMap<string, readonly number[]> {
  const periods = Object.keys(rows[0] ?? {}).filter((name) => name !== "product");
  return new Map(periods.map((period) => [period, rows.map((row) => Number(cell(row, period)))]));
}

function column(columns: ReadonlyMap<string, readonly number[]>, period: string): readonly number[] {
  const values = columns.get(period);
  if (values === undefined) throw new Error(`no period ${period}`);
  return values;
}

function loadTwoPeriods(folder: string) {
  const priceRows = readReferenceTable(join(folder, "price6.csv"));
  const prices = columnsOf(priceRows);
  const quantities = columnsOf(readReferenceTable(join(folder, "quantity6.csv")));
  const against = (period: string, base: string): TwoPeriods => ({
    prices: column(prices, period),
    basePrices: column(prices, base),
    quantities: column(quantities, period),
    baseQuantities: column(quantities, base),
  });
  return { products: priceRows.map((row) => cell(row, "product")), prices, quantities, against };
}

const named: Readonly<Record<string, BilateralFormula>> = {
  Laspeyres: "laspeyres",
  Paasche: "paasche",
  Fisher: "fisher",
  Jevons: "jevons",
  Dutot: "dutot",
  Carli: "carli",
  Coggeshall: "coggeshall",
  CSWD: "cswd",
  Geo_Laspeyres: "geometricLaspeyres",
  Geo_Paasche: "geometricPaasche",
  Tornqvist: "tornqvist",
  Walsh1: "walsh1",
  MarshallEdgeworth: "marshallEdgeworth",
};

describeWithShared("bilateral formulas agree with the reference", (shared) => {
  const folder = join(shared, "conformance/index-gpindex");

  test("every formula of the list, each period against its base", () => {
    const { prices, quantities, against } = loadTwoPeriods(folder);
    const periodOf = (number: string | undefined): string => `t${number ?? ""}`;
    const computed = (row: ReferenceRow): number | undefined => {
      const data = against(cell(row, "period"), cell(row, "base"));
      const formula = cell(row, "formula");
      const loweOf = /^Lowe_q(\d+)$/.exec(formula);
      if (loweOf !== null) return lowe(data, column(quantities, periodOf(loweOf[1])));
      const youngOf = /^Young_share(\d+)$/.exec(formula);
      if (youngOf !== null) {
        const period = periodOf(youngOf[1]);
        const values = column(prices, period).map((price, at) => price * (column(quantities, period)[at] ?? NaN));
        return young(data, values);
      }
      const name = named[formula];
      return name === undefined ? undefined : bilateralIndexes[name](data);
    };
    const rows = readReferenceTable(join(folder, "bilateral_price_indexes.csv"));
    expect(rows.length).toBeGreaterThan(0);
    expect(disagreements(rows, computed, { column: "price_index" })).toEqual([]);
  });

  test("contributions of products to Laspeyres and Fisher", () => {
    const { products, against } = loadTwoPeriods(folder);
    const [base = "t1"] = Object.keys(readReferenceTable(join(folder, "price6.csv"))[0] ?? {}).filter(
      (name) => name !== "product",
    );
    const place = (row: ReferenceRow) => products.indexOf(cell(row, "product"));
    const laspeyres = (row: ReferenceRow) => {
      const data = against(cell(row, "period"), base);
      return meanContributions(1, relativesOf(data), baseValues(data))[place(row)];
    };
    const fisher = (row: ReferenceRow) => {
      const data = against(cell(row, "period"), base);
      return fisherContributions(relativesOf(data), baseValues(data), currentValues(data))[place(row)];
    };
    const laspeyresRows = readReferenceTable(join(folder, "laspeyres_contributions.csv"));
    const fisherRows = readReferenceTable(join(folder, "fisher_contributions.csv"));
    expect(disagreements(laspeyresRows, laspeyres, { column: "laspeyres_contribution", scale: 1e-3 })).toEqual([]);
    expect(disagreements(fisherRows, fisher, { column: "fisher_contribution", scale: 1e-3 })).toEqual([]);
  });
});

describeWithShared("published answers for index compilation", (shared) => {
  const file = (name: string) => readReferenceTable(join(shared, "data/index_test_vectors", `${name}.csv`));
  const jevons = { order: 0, missing: "skip" } as const;
  const laspeyres = { order: 1, missing: "from-parent" } as const;
  const quotesFrom = (rows: readonly ReferenceRow[], product: string): readonly Quote[] =>
    rows.map((row) => ({
      period: cell(row, "period"),
      unit: cell(row, "business"),
      product: cell(row, product),
      price: numberIn(row, "price"),
    }));
  const wide = (rows: readonly ReferenceRow[]): readonly ReferenceRow[] =>
    rows.flatMap(({ level = "", ...periods }) =>
      Object.entries(periods).map(([period, value]) => ({ level, period, value })),
    );
  const loadMissing = () => {
    const rows = file("ms_prices");
    const structure = priceStructure(
      file("ms_weights").map((row) => {
        const code = cell(row, "classification");
        return { path: [code.slice(0, 1), code, cell(row, "business")], weight: numberIn(row, "weight") };
      }),
    );
    return { quotes: quotesFrom(rows, "product"), periods: distinct(rows, "period"), structure };
  };
  const valueOf = (series: ReturnType<typeof chain>) => (row: ReferenceRow) =>
    series.find(({ period }) => period === cell(row, "period"))?.index.get(cell(row, "level"));

  test("the thirteen formulas of the producer price index manual, to the four digits printed", () => {
    const { against } = loadTwoPeriods(join(shared, "data/index_test_vectors"));
    const formulas: Readonly<Record<string, BilateralFormula>> = {
      harmonic_laspeyres: "harmonicLaspeyres",
      geometric_laspeyres: "geometricLaspeyres",
      laspeyres: "laspeyres",
      paasche: "paasche",
      geometric_paasche: "geometricPaasche",
      palgrave: "palgrave",
      fisher: "fisher",
      tornqvist: "tornqvist",
      marshall_edgeworth: "marshallEdgeworth",
      walsh1: "walsh1",
      vartia2: "vartia2",
      vartia1: "vartia1",
      stuvel: "stuvel",
    };
    const rows = file("balk_expected_vs_t1");
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["period", ...Object.keys(formulas)].sort());
    const base = cell(rows[0] ?? {}, "period");
    const missed = rows.flatMap((row) =>
      Object.entries(formulas).flatMap(([name, formula]) => {
        const found = bilateralIndexes[formula](against(cell(row, "period"), base));
        return Math.abs(found - Number(cell(row, name))) <= 0.00005
          ? []
          : [`${name} ${cell(row, "period")}: ${String(found)}`];
      }),
    );
    expect(missed).toEqual([]);
  });

  test("period over period to full precision, and on a fixed base to the seven digits printed", () => {
    const { quotes, periods, structure } = loadMissing();
    const series = aggregatePrices(
      structure,
      elementaryIndexes(priceRelatives(quotes, periods), periods, jevons),
      laspeyres,
    );
    expect(disagreements(wide(file("ms_expected_period_over_period")), valueOf(series))).toEqual([]);
    const chained = valueOf(chain(series));
    const far = wide(file("ms_expected_fixed_base")).filter(
      (row) => !(Math.abs((chained(row) ?? NaN) - Number(cell(row, "value"))) <= 0.5e-7),
    );
    expect(far).toEqual([]);
  });

  test("index and weight of every level after the prices are filled by the overall mean", () => {
    const { quotes, periods, structure } = loadMissing();
    const filled = imputeByOverallMean(quotes, periods, structure);
    const series = aggregatePrices(
      structure,
      elementaryIndexes(priceRelatives(filled, periods), periods, jevons),
      laspeyres,
    );
    const rows = file("ms_expected_known_values").map((row) => ({
      ...row,
      level: levelIn(row, structure.levels.flat()),
    }));
    expect(disagreements(rows, indexAndWeight(series, structure).index, { column: "index" })).toEqual([]);
    expect(disagreements(rows, indexAndWeight(series, structure).weight, { column: "weight" })).toEqual([]);
  });

  test("index and weight of every level of the fixed sample", () => {
    const rows = file("fs_prices");
    const classWeights = new Map(
      file("fs_weights").map((row) => [cell(row, "classification"), Number(cell(row, "weight"))]),
    );
    const businesses = [...new Map(rows.map((row) => [cell(row, "business"), row])).values()];
    const wholeOf = (code: string) =>
      businesses
        .filter((row) => cell(row, "classification") === code)
        .reduce((so, row) => so + Number(cell(row, "weight")), 0);
    const structure = priceStructure(
      businesses.map((row) => {
        const code = cell(row, "classification");
        const weight = ((classWeights.get(code) ?? NaN) * Number(cell(row, "weight"))) / wholeOf(code);
        return { path: [code.slice(0, 1), code.slice(0, 2), code, cell(row, "business")], weight };
      }),
    );
    const periods = distinct(rows, "period");
    const relatives = priceRelatives(quotesFrom(rows, "business"), periods);
    const series = aggregatePrices(structure, elementaryIndexes(relatives, periods, jevons), laspeyres);
    const expected = file("fs_expected_known_values");
    expect(disagreements(expected, indexAndWeight(series, structure).index, { column: "index" })).toEqual([]);
    expect(disagreements(expected, indexAndWeight(series, structure).weight, { column: "weight" })).toEqual([]);
  });

  /** The known values number the levels of their own classification: 4 and 44, 45 where the weights have 1 and 11, 12; a business has its own row. */
  function levelIn(row: ReferenceRow, codes: readonly string[]): string {
    const business = cell(row, "business");
    if (codes.includes(business)) return business;
    const depth = cell(row, "level").length;
    const ofDepth = distinct(file("ms_expected_known_values"), "level").filter((level) => level.length === depth);
    const own = codes.filter((code) => code.length === depth && /^\d+$/.test(code));
    return own[ofDepth.indexOf(cell(row, "level"))] ?? "";
  }

  /** The chained index of a level in percent, and its weight at the start of the period. */
  function indexAndWeight(series: ReturnType<typeof aggregatePrices>, structure: ReturnType<typeof priceStructure>) {
    const chained = chain(series);
    const weightsAtStart = new Map<string, ReadonlyMap<string, number | undefined>>();
    let weights = structure.weights;
    for (const { period, index } of series) {
      weightsAtStart.set(period, weights);
      weights = updatedWeights(weights, index, 1);
    }
    const unitsUnder = (code: string): readonly string[] =>
      structure.childrenOf.get(code)?.flatMap(unitsUnder) ?? [code];
    return {
      index: (row: ReferenceRow) => {
        const value = valueOf(chained)(row);
        return value === undefined ? undefined : value * 100;
      },
      weight: (row: ReferenceRow) =>
        unitsUnder(cell(row, "level")).reduce(
          (so, unit) => so + (weightsAtStart.get(cell(row, "period"))?.get(unit) ?? NaN),
          0,
        ),
    };
  }
});
