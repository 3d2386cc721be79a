/** Price index compilation without reference files: identities of the formulas, and small figures that can be checked by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  baseValues,
  bilateralIndexes,
  currentValues,
  relativesOf,
  swapped,
  young,
} from "../../src/statistics/bilateral-index.ts";
import type { TwoPeriods } from "../../src/statistics/bilateral-index.ts";
import { chain, meanOverWindows, rebase } from "../../src/statistics/chain.ts";
import { factorWeight, generalizedMean } from "../../src/statistics/generalized-mean.ts";
import type { MissingRule, Value } from "../../src/statistics/generalized-mean.ts";
import { fisherContributions, meanContributions, transmutedWeights } from "../../src/statistics/mean-contribution.ts";
import { carryBackward, carryForward, imputeByOverallMean } from "../../src/statistics/price-imputation.ts";
import type { Quote } from "../../src/statistics/price-relative.ts";
import { priceStructure } from "../../src/statistics/price-structure.ts";

const sumOf = (values: readonly Value[]): number => values.reduce<number>((so, value) => so + (value ?? 0), 0);
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("generalised means", () => {
  test.each<{
    order: number;
    values: readonly Value[];
    weights?: readonly Value[];
    missing: MissingRule;
    mean: number | undefined;
  }>([
    { order: 1, values: [1, 2, 6], missing: "skip", mean: 3 },
    { order: 0, values: [1, 8], missing: "skip", mean: Math.sqrt(8) },
    { order: -1, values: [1, 3], missing: "skip", mean: 1.5 },
    { order: 2, values: [1, 7], missing: "skip", mean: 5 },
    { order: 1, values: [1, 3], weights: [3, 1], missing: "skip", mean: 1.5 },
    { order: 1, values: [1, undefined, 3], missing: "skip", mean: 2 },
    { order: 1, values: [1, undefined, 3], missing: "propagate", mean: undefined },
    { order: 1, values: [1, 9], weights: [1, undefined], missing: "skip", mean: 1 },
    { order: 1, values: [1, 9], weights: [1, undefined], missing: "propagate", mean: undefined },
    { order: 0, values: [undefined], missing: "skip", mean: undefined },
    { order: 0, values: [], missing: "skip", mean: undefined },
  ])(
    "order $order of $values with weights $weights, missing to $missing",
    ({ order, values, weights, missing, mean }) => {
      const found = generalizedMean(order, values, { ...(weights === undefined ? {} : { weights }), missing });
      if (mean === undefined) expect(found).toBeUndefined();
      else expect(found).toBeCloseTo(mean, 12);
    },
  );

  test.each([
    { order: 1, updated: 20 },
    { order: 0, updated: 10 },
    { order: -1, updated: 5 },
  ])("a weight of 10 goes on with a relative of 2 as $updated under order $order", ({ order, updated }) => {
    expect(factorWeight(order, 2, 10)).toBe(updated);
    expect(factorWeight(order, undefined, 10)).toBeUndefined();
  });
});

const relative = fc.double({ min: 0.05, max: 20, noNaN: true });
const terms = fc.array(
  fc.tuple(fc.option(relative, { nil: undefined }), fc.double({ min: 0.1, max: 100, noNaN: true })),
  {
    minLength: 1,
    maxLength: 10,
  },
);

test("contributions to a mean of any order add up to the mean less one", () => {
  fc.assert(
    fc.property(terms, fc.constantFrom(-1, 0, 0.5, 1, 2), (given, order) => {
      const values = given.map(([value]) => value);
      const weights = given.map(([, weight]) => weight);
      const mean = generalizedMean(order, values, { weights, missing: "skip" });
      if (mean === undefined) return;
      expect(isClose(sumOf(meanContributions(order, values, weights)), mean - 1)).toBe(true);
      const moved = transmutedWeights({ from: order, to: 0 }, values, weights);
      expect(isClose(generalizedMean(0, values, { weights: moved, missing: "skip" }) ?? NaN, mean)).toBe(true);
    }),
  );
});

test("a relative equal to the mean has the weight that its neighbours approach", () => {
  const [weight = NaN] = transmutedWeights({ from: 0, to: 1 }, [1.5, 1.5, 1.5]);
  expect(weight).toBeCloseTo(1 / 3, 14);
});

const product = fc.record({
  price: relative,
  basePrice: relative,
  quantity: relative,
  baseQuantity: relative,
});
const twoPeriods = fc.array(product, { minLength: 1, maxLength: 8 }).map((products): TwoPeriods => ({
  prices: products.map(({ price }) => price),
  basePrices: products.map(({ basePrice }) => basePrice),
  quantities: products.map(({ quantity }) => quantity),
  baseQuantities: products.map(({ baseQuantity }) => baseQuantity),
}));

describe("bilateral formulas", () => {
  test.each(["fisher", "vartia1", "vartia2", "stuvel"] as const)(
    "%s: the price index times the volume index is the change of value",
    (formula) => {
      fc.assert(
        fc.property(twoPeriods, (data) => {
          const value = sumOf(currentValues(data)) / sumOf(baseValues(data));
          const index = bilateralIndexes[formula];
          expect(isClose((index(data) * index(swapped(data))) / value, 1)).toBe(true);
        }),
      );
    },
  );

  test("every formula gives one when nothing changed, and k when all prices are k times", () => {
    for (const [name, index] of Object.entries(bilateralIndexes)) {
      const base = { basePrices: [1, 2, 3], quantities: [4, 5, 6], baseQuantities: [4, 5, 6] };
      expect([name, index({ ...base, prices: [1, 2, 3] })]).toEqual([name, expect.closeTo(1, 12)]);
      expect([name, index({ ...base, prices: [2, 4, 6] })]).toEqual([name, expect.closeTo(2, 12)]);
    }
  });

  test("Laspeyres lies above Paasche's harmonic and below Palgrave's arithmetic use of the same weights", () => {
    fc.assert(
      fc.property(twoPeriods, (data) => {
        const { harmonicLaspeyres, geometricLaspeyres, laspeyres, paasche, geometricPaasche, palgrave } =
          bilateralIndexes;
        const slack = 1 + 1e-12;
        expect(harmonicLaspeyres(data) <= geometricLaspeyres(data) * slack).toBe(true);
        expect(geometricLaspeyres(data) <= laspeyres(data) * slack).toBe(true);
        expect(paasche(data) <= geometricPaasche(data) * slack).toBe(true);
        expect(geometricPaasche(data) <= palgrave(data) * slack).toBe(true);
        expect(isClose(young(data, baseValues(data)), laspeyres(data))).toBe(true);
      }),
    );
  });

  test("contributions to Fisher add up to the index less one", () => {
    fc.assert(
      fc.property(twoPeriods, (data) => {
        const points = fisherContributions(relativesOf(data), baseValues(data), currentValues(data));
        expect(isClose(sumOf(points), bilateralIndexes.fisher(data) - 1)).toBe(true);
      }),
    );
  });

  test("lists of different lengths and no products are the programmer's mistakes", () => {
    const data = { prices: [1, 2], basePrices: [1], quantities: [1], baseQuantities: [1] };
    expect(() => bilateralIndexes.jevons(data)).toThrow(RangeError);
    expect(() => bilateralIndexes.jevons({ prices: [], basePrices: [], quantities: [], baseQuantities: [] })).toThrow(
      RangeError,
    );
  });
});

describe("series", () => {
  const series = [
    {
      period: "1",
      index: new Map<string, Value>([
        ["a", 1],
        ["b", 1],
      ]),
    },
    {
      period: "2",
      index: new Map<string, Value>([
        ["a", 2],
        ["b", undefined],
      ]),
    },
    {
      period: "3",
      index: new Map<string, Value>([
        ["a", 1.5],
        ["b", 2],
      ]),
    },
  ];
  const valuesOf = (code: string, periods: readonly { readonly index: ReadonlyMap<string, Value> }[]) =>
    periods.map(({ index }) => index.get(code));

  test("a chain multiplies the links, and a missing link ends it", () => {
    expect(valuesOf("a", chain(series))).toEqual([1, 2, 3]);
    expect(valuesOf("b", chain(series))).toEqual([1, undefined, undefined]);
  });

  test("another base divides by its period, and has to be in the series", () => {
    expect(valuesOf("a", rebase(chain(series), "2"))).toEqual([0.5, 1, 1.5]);
    expect(() => rebase(series, "9")).toThrow(RangeError);
  });

  test("means over windows leave out the shorter end", () => {
    const means = meanOverWindows(series, 2);
    expect(means.map(({ period }) => period)).toEqual(["1"]);
    expect([...valuesOf("a", means), ...valuesOf("b", means)]).toEqual([1.5, undefined]);
  });
});

test.each([
  {
    title: "units at different depths",
    units: [
      ["all", "x"],
      ["all", "C", "y"],
    ],
  },
  {
    title: "a code under two parents",
    units: [
      ["all", "C", "26", "x"],
      ["all", "D", "26", "y"],
    ],
  },
  {
    title: "a code in two levels",
    units: [
      ["all", "C", "x"],
      ["all", "x", "y"],
    ],
  },
])("a price structure refuses $title", ({ units }) => {
  expect(() => priceStructure(units.map((path) => ({ path, weight: 1 })))).toThrow(RangeError);
});

describe("missing prices", () => {
  const quotes: readonly Quote[] = [
    { period: "1", unit: "u", product: "a", price: 10 },
    { period: "1", unit: "u", product: "b", price: 20 },
    { period: "1", unit: "v", product: "c", price: 5 },
    { period: "2", unit: "u", product: "a", price: 12 },
    { period: "2", unit: "u", product: "b", price: undefined },
    { period: "2", unit: "v", product: "c", price: undefined },
    { period: "3", unit: "u", product: "a", price: 12 },
    { period: "3", unit: "u", product: "b", price: 30 },
    { period: "3", unit: "v", product: "c", price: undefined },
  ];
  const periods = ["1", "2", "3"];
  const structure = priceStructure([
    { path: ["all", "u"], weight: 1 },
    { path: ["all", "v"], weight: 1 },
  ]);
  const pricesOf = (filled: readonly Quote[]) =>
    filled.map(({ price }) => (price === undefined ? undefined : Number(price.toFixed(9))));

  test("move with their unit, and with the whole where the unit has no price", () => {
    const filled = imputeByOverallMean(quotes, periods, structure);
    // u moves by 1.2, so b is 24 and c follows the whole to 6; then u moves by √(1 · 30/24).
    expect(pricesOf(filled)).toEqual([10, 20, 5, 12, 24, 6, 12, 30, Number((6 * Math.sqrt(1.25)).toFixed(9))]);
  });

  test("are carried from the period before, or from the one after", () => {
    expect(pricesOf(carryForward(quotes, periods))).toEqual([10, 20, 5, 12, 20, 5, 12, 30, 5]);
    expect(pricesOf(carryBackward(quotes, periods))).toEqual([10, 20, 5, 12, 30, undefined, 12, 30, undefined]);
  });
});
