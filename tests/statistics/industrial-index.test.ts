/** The fixture of methods.md section 1: products a and b of class 2630, one product each of 2610, 1103 and 3510. */
import { expect, test } from "vitest";
import type { Rational } from "../../src/model/rational.ts";
import { equals, multiply, subtract, sum } from "../../src/model/rational.ts";
import {
  contributions,
  contributionsAcrossLink,
  contributionsOfMonths,
  contributionsToDate,
} from "../../src/statistics/contribution.ts";
import { growth, growthOfIndex } from "../../src/statistics/growth.ts";
import { imputeByRatio } from "../../src/statistics/imputation.ts";
import {
  aggregateIndex,
  elementaryIndex,
  linkByAnnualOverlap,
  meanOf,
  ratioOfSums,
  rereference,
} from "../../src/statistics/index-number.ts";
import { baseForNewProduct } from "../../src/statistics/new-product.ts";
import type { WeightTree } from "../../src/statistics/weight-tree.ts";
import { aggregateTree, effectiveWeights, sampledTree } from "../../src/statistics/weight-tree.ts";
import { at, figure, figures } from "./figures.ts";

const baseQuantities = { a: 1000, b: 400, c: 500, d: 200, e: 50 } as const;
type Product = keyof typeof baseQuantities;

const quantities: Readonly<Record<Product, readonly number[]>> = {
  a: [900, 1000, 1100, 990, 1080, 1210],
  b: [300, 280, 260, 250, 240, 220],
  c: [450, 500, 520, 500, 540, 580],
  d: [220, 230, 210, 225, 228, 214],
  e: [48, 52, 55, 50, 56, 58],
};

const leaf = (code: string, weight: number): WeightTree => ({ code, weight: figure(weight), children: [] });

const tree: WeightTree = {
  code: "_T",
  weight: undefined,
  children: [
    {
      code: "C",
      weight: undefined,
      children: [
        {
          code: "26",
          weight: undefined,
          children: [
            { code: "2630", weight: figure(60), children: [leaf("a", 80), leaf("b", 20)] },
            { code: "2610", weight: figure(20), children: [leaf("c", 1)] },
          ],
        },
        { code: "11", weight: undefined, children: [{ code: "1103", weight: figure(10), children: [leaf("d", 1)] }] },
      ],
    },
    { code: "D", weight: undefined, children: [{ code: "3510", weight: figure(10), children: [leaf("e", 1)] }] },
  ],
};

const classes = ["2630", "2610", "1103", "3510"] as const;
const months = ["2023-01", "2023-02", "2023-03", "2024-01", "2024-02", "2024-03"] as const;

const isProduct = (code: string): code is Product => Object.hasOwn(baseQuantities, code);

/** The index of an item in each of the six months. */
function series(code: string, structure: WeightTree = tree): readonly Rational[] {
  return months.map((_month, month) => {
    const indices = aggregateTree(structure, (item) => {
      if (!isProduct(item)) throw new Error(`${item} is not a product`);
      return elementaryIndex(figure(quantities[item][month] ?? 0), figure(baseQuantities[item]));
    });
    const index = indices.get(code);
    if (index === undefined) throw new Error(`no index of ${code}`);
    return index;
  });
}

const lastYear = (code: string): readonly Rational[] => series(code).slice(0, 3);
const thisYear = (code: string): readonly Rational[] => series(code).slice(3);
const month = (code: string, name: (typeof months)[number]): Rational =>
  series(code)[months.indexOf(name)] ?? figure(0);
const weightOf = (code: string): Rational => effectiveWeights(tree).get(code) ?? figure(0);

test("IIP-1: product quantities become the class index and the total", () => {
  expect(series("2630").map((index) => at(1, index))).toEqual(["87.0", "94.0", "101.0", "91.7", "98.4", "107.8"]);
  expect(series("_T").map((index) => at(2, index))).toEqual(["90.80", "98.30", "102.90", "96.27", "103.24", "110.18"]);
});

test.each([
  { item: "_T", index: "107.0748" },
  { item: "26", index: "107.9607" },
  { item: "C", index: "107.2688" },
  { item: "D", index: "105.4545" },
])("IIP-2: March 2024 against the same month for $item", ({ item, index }) => {
  expect(at(4, ratioOfSums([month(item, "2024-03")], [month(item, "2023-03")]))).toBe(index);
});

test("IIP-2: March 2024 against the month before", () => {
  expect(at(4, ratioOfSums([month("_T", "2024-03")], [month("_T", "2024-02")]))).toBe("106.7222");
});

test("IIP-3: the year to date is the ratio of sums, not the mean of monthly rates", () => {
  const monthly = thisYear("_T").map((index, place) => ratioOfSums([index], lastYear("_T").slice(place, place + 1)));
  expect(at(4, ratioOfSums(thisYear("_T"), lastYear("_T")))).toBe("106.0582");
  expect(at(4, meanOf(monthly))).toBe("106.0415");
});

test("IIP-4: contributions of the classes to the month's growth add up exactly", () => {
  const points = contributions(
    classes.map((code) => ({ weight: weightOf(code), before: month(code, "2023-03"), after: month(code, "2024-03") })),
  );
  expect(points.map((value) => at(4, value))).toEqual(["3.9650", "2.3324", "0.1944", "0.5831"]);
  expect(equals(sum(points), growth(month("_T", "2024-03"), month("_T", "2023-03")))).toBe(true);
});

test("IIP-5: contributions of classes and of months to the cumulative growth add up exactly", () => {
  const cumulative = growthOfIndex(ratioOfSums(thisYear("_T"), lastYear("_T")));
  const byClass = contributionsToDate(
    classes.map((code) => ({ weight: weightOf(code), before: lastYear(code), after: thisYear(code) })),
  );
  const byMonth = contributionsOfMonths(thisYear("_T"), lastYear("_T"));
  expect(at(4, cumulative)).toBe("6.0582");
  expect(byClass.map((value) => at(4, value))).toEqual(["3.2671", "2.0548", "0.1199", "0.6164"]);
  expect(byMonth.map((value) => at(4, value))).toEqual(["1.8733", "1.6918", "2.4932"]);
  expect(equals(sum(byClass), cumulative)).toBe(true);
  expect(equals(sum(byMonth), cumulative)).toBe(true);
});

test("IIP-5: months of unequal number are the programmer's mistake", () => {
  expect(() => contributionsOfMonths(figures(1, 2), figures(1))).toThrow(RangeError);
});

test("IIP-6: a division of weight 80 with sampled classes of 60 and 15 gives them 64 and 16", () => {
  const sampled = sampledTree("_T", {
    childrenOf: (code) => ({ _T: ["26", "D"], "26": ["2630", "2610", "2640"], D: ["3510"] })[code] ?? [],
    weightOf: (code) =>
      ({
        "26": figure(80),
        "2630": figure(60),
        "2610": figure(15),
        "2640": figure(5),
        D: figure(20),
        "3510": figure(20),
      })[code],
    isSampled: (code) => ["2630", "2610", "3510"].includes(code),
  });
  if (sampled === undefined) throw new Error("nothing is sampled");
  const weights = effectiveWeights(sampled);
  expect(["2630", "2610", "3510", "_T"].map((code) => at(2, weights.get(code) ?? figure(0)))).toEqual([
    "0.64",
    "0.16",
    "0.20",
    "1.00",
  ]);
  expect(weights.has("2640")).toBe(false);
  const indices: Readonly<Record<string, Rational>> = {
    "2630": figure("107.8"),
    "2610": figure(116),
    "3510": figure(116),
  };
  const compiled = aggregateTree(sampled, (code) => indices[code] ?? figure(0));
  expect(at(2, compiled.get("26") ?? figure(0))).toBe("109.44");
  const direct = sum(
    ["2630", "2610", "3510"].map((code) => multiply(weights.get(code) ?? figure(0), indices[code] ?? figure(0))),
  );
  expect(equals(compiled.get("_T") ?? figure(0), direct)).toBe(true);
});

test("IIP-6: nothing sampled below an item leaves it out, and a leaf without a weight is the programmer's mistake", () => {
  const source = { childrenOf: () => [], weightOf: () => undefined, isSampled: () => false };
  expect(sampledTree("26", source)).toBeUndefined();
  expect(() =>
    effectiveWeights({
      code: "26",
      weight: undefined,
      children: [leaf("2630", 1), { ...leaf("2610", 1), weight: undefined }],
    }),
  ).toThrow(RangeError);
});

test("IIP-7: linking by the annual overlap", () => {
  const oldYear = figures(120, 125, 130, 135, 140, 130);
  expect(at(1, linkByAnnualOverlap(figure(112), oldYear))).toBe("145.6");
});

test("IIP-7: another reference year changes the scale and no growth", () => {
  const year = figures(90, 110, 130);
  const rescaled = year.map((index) => rereference(index, year));
  expect(rescaled.map((index) => at(4, index))).toEqual(["81.8182", "100.0000", "118.1818"]);
  expect(
    equals(ratioOfSums(rescaled.slice(2), rescaled.slice(0, 1)), ratioOfSums(year.slice(2), year.slice(0, 1))),
  ).toBe(true);
});

test("IIP-8: contributions across a change of base", () => {
  const change = contributionsAcrossLink([
    { oldWeight: figure("0.6"), before: figure(120), link: figure(132), newWeight: figure("0.5"), after: figure(108) },
    { oldWeight: figure("0.4"), before: figure(100), link: figure(105), newWeight: figure("0.5"), after: figure(110) },
  ]);
  expect(at(6, change.growthBefore)).toBe("0.082143");
  expect(at(4, change.growthAfter)).toBe("0.0900");
  expect(at(4, change.growth)).toBe("17.9536");
  expect(change.contributions.map((points) => at(4, points))).toEqual(["10.7571", "7.1964"]);
  expect(at(3, change.linkedLevel)).toBe("132.108");
  expect(equals(sum(change.contributions), change.growth)).toBe(true);
});

test("IIP-9: a missing return takes the growth of the units that answered twice", () => {
  const { returns, total, imputedShare } = imputeByRatio([
    { unit: "u1", group: "", previous: figure(500), current: figure(550) },
    { unit: "u2", group: "", previous: figure(300), current: figure(315) },
    { unit: "u3", group: "", previous: figure(200), current: undefined },
  ]);
  const [, , third] = returns;
  expect(third).toMatchObject({ kind: "imputed", unit: "u3", flag: "IMP_RATIO" });
  expect(third?.kind === "imputed" ? [at(5, third.ratio), at(2, third.value)] : []).toEqual(["1.08125", "216.25"]);
  expect([at(2, total), at(3, imputedShare)]).toEqual(["1081.25", "0.200"]);
});

test.each([
  {
    title: "a unit with a third of last month's total is called, not imputed",
    given: [
      { unit: "u1", group: "", previous: figure(600), current: figure(660) },
      { unit: "u2", group: "", previous: figure(300), current: undefined },
    ],
    dominant: figure("1/3"),
    fate: { kind: "refused", unit: "u2", why: "dominant-unit" },
  },
  {
    title: "a unit without an earlier return has nothing to carry on",
    given: [
      { unit: "u1", group: "", previous: figure(600), current: figure(660) },
      { unit: "u2", group: "", previous: undefined, current: undefined },
    ],
    fate: { kind: "refused", unit: "u2", why: "no-earlier-return" },
  },
  {
    title: "a group in which nobody answered twice gives no ratio",
    given: [
      { unit: "u1", group: "large", previous: figure(600), current: figure(660) },
      { unit: "u2", group: "small", previous: figure(300), current: undefined },
    ],
    fate: { kind: "refused", unit: "u2", why: "no-matched-units" },
  },
  {
    title: "an earlier value that was imputed carries the unit on but gives no ratio",
    given: [
      { unit: "u1", group: "", previous: figure(600), previousImputed: true, current: figure(900) },
      { unit: "u2", group: "", previous: figure(300), previousImputed: true, current: undefined },
    ],
    fate: { kind: "refused", unit: "u2", why: "no-matched-units" },
  },
  {
    title: "a reported zero is an answer",
    given: [
      { unit: "u1", group: "", previous: figure(600), current: figure(660) },
      { unit: "u2", group: "", previous: figure(300), current: figure(0) },
    ],
    fate: { kind: "reported", unit: "u2", value: figure(0) },
  },
])("IIP-9: $title", ({ given, dominant, fate }) => {
  expect(imputeByRatio(given, dominant).returns[1]).toEqual(fate);
});

test("IIP-9: the ratio is that of the unit's own group, and nothing in nothing out has no imputed share", () => {
  const { returns } = imputeByRatio([
    { unit: "u1", group: "large", previous: figure(100), current: figure(150) },
    { unit: "u2", group: "small", previous: figure(100), current: figure(110) },
    { unit: "u3", group: "small", previous: figure(10), current: undefined },
  ]);
  expect(returns[2]).toMatchObject({ kind: "imputed", value: { numerator: 1100n, denominator: 100n } });
  expect(at(1, imputeByRatio([]).imputedShare)).toBe("0.0");
});

test("IIP-10: a new product enters at the class index, which does not jump", () => {
  const base = baseForNewProduct(figure(60), figure(108));
  expect(at(4, base)).toBe("55.5556");
  const old = { weight: figure(3), index: figure(108) };
  const entering = { weight: figure(1), index: elementaryIndex(figure(60), base) };
  expect(equals(aggregateIndex([old, entering]), figure(108))).toBe(true);
});

test("IIP-11: a 3-digit level between division and class changes no other index", () => {
  const grouped: WeightTree = {
    ...tree,
    children: tree.children.map((section) => ({
      ...section,
      children: section.children.map((division) => ({
        ...division,
        children: division.children.map((own) => ({ code: own.code.slice(0, 3), weight: undefined, children: [own] })),
      })),
    })),
  };
  for (const code of ["_T", "C", "D", "26", "11", ...classes]) {
    expect(series(code, grouped).map((index) => at(10, index))).toEqual(series(code).map((index) => at(10, index)));
  }
  expect(series("263", grouped).every((index, place) => equals(index, series("2630")[place] ?? figure(0)))).toBe(true);
});

test("aggregating from rounded published levels gives another total than full precision", () => {
  const rounded = aggregateTree(
    { code: "_T", weight: undefined, children: [leaf("x", 1), leaf("y", 2)] },
    (code) => (code === "x" ? figure("100.04") : figure("100.06")),
    (_code, index) => figure(at(1, index)),
  );
  expect(at(4, rounded.get("_T") ?? figure(0))).toBe("100.1000");
  expect(at(4, subtract(rounded.get("y") ?? figure(0), rounded.get("x") ?? figure(0)))).toBe("0.1000");
});
