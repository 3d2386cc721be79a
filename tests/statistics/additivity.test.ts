/** Properties that hold for any figures: contributions sum to growth, printed parts to the printed total, inserted levels change nothing. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText, decimalToRational } from "../../src/model/decimal.ts";
import type { Rational } from "../../src/model/rational.ts";
import {
  compare,
  divide,
  equals,
  isZero,
  multiply,
  negate,
  one,
  rational,
  signOf,
  subtract,
  sum,
} from "../../src/model/rational.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";
import { apportion } from "../../src/statistics/apportion.ts";
import {
  contributions,
  contributionsAcrossLink,
  contributionsOfMonths,
  contributionsToDate,
} from "../../src/statistics/contribution.ts";
import { growth, growthOfIndex } from "../../src/statistics/growth.ts";
import { ratioOfSums } from "../../src/statistics/index-number.ts";
import type { WeightTree } from "../../src/statistics/weight-tree.ts";
import { aggregateTree, effectiveWeights } from "../../src/statistics/weight-tree.ts";
import { figures } from "./figures.ts";

const positive = fc
  .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 6 }))
  .map(([n, d]) => rational(n, d));
const anyFigure = fc
  .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 6 }))
  .map(([n, d]) => rational(n, d));

const changedPart = fc.record({ weight: positive, before: positive, after: positive });

test("contributions to a change add up exactly to the growth of the whole", () => {
  fc.assert(
    fc.property(fc.array(changedPart, { minLength: 1, maxLength: 12 }), (parts) => {
      const before = sum(parts.map((part) => multiply(part.weight, part.before)));
      const after = sum(parts.map((part) => multiply(part.weight, part.after)));
      expect(equals(sum(contributions(parts)), growth(after, before))).toBe(true);
    }),
  );
});

test("contributions to the year to date add up exactly, by part and by month", () => {
  const months = fc.array(positive, { minLength: 3, maxLength: 3 });
  const part = fc.record({ weight: positive, before: months, after: months });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const whole = (year: "before" | "after"): readonly Rational[] =>
        [0, 1, 2].map((month) => sum(parts.map((own) => multiply(own.weight, own[year][month] ?? one))));
      const cumulative = growthOfIndex(ratioOfSums(whole("after"), whole("before")));
      expect(equals(sum(contributionsToDate(parts)), cumulative)).toBe(true);
      expect(equals(sum(contributionsOfMonths(whole("after"), whole("before"))), cumulative)).toBe(true);
    }),
  );
});

test("contributions across a link add up exactly to the chained growth", () => {
  const part = fc.record({
    oldWeight: positive,
    before: positive,
    link: positive,
    newWeight: positive,
    after: positive,
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const change = contributionsAcrossLink(parts);
      expect(equals(sum(change.contributions), change.growth)).toBe(true);
    }),
  );
});

describe("parts printed so that they add up", () => {
  test("always add to the rounded total, and no part moves by more than one unit", () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 40 }), fc.integer({ min: 0, max: 4 }), (parts, decimals) => {
        const { total, parts: printed } = apportion(parts, decimals);
        expect(decimalText(total)).toBe(decimalText(roundHalfAwayFromZero(sum(parts), decimals)));
        expect(printed.reduce((digits, part) => digits + part.printed.digits, 0n)).toBe(total.digits);
        const unit = rational(1n, 10n ** BigInt(decimals));
        for (const [place, { printed: decimal, nudged }] of printed.entries()) {
          const own = roundHalfAwayFromZero(parts[place] ?? one, decimals);
          expect(decimal.digits - own.digits).toBe(BigInt(nudged));
          const miss = subtract(decimalToRational(decimal), parts[place] ?? one);
          expect(compare(signOf(miss) < 0 ? negate(miss) : miss, unit)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test.each([
    {
      title: "thirds of one hundred: the first third takes the missing unit",
      parts: ["100/3", "100/3", "100/3"],
      printed: ["33.4", "33.3", "33.3"],
      nudged: [1, 0, 0],
    },
    {
      title: "the largest error moves, not the largest part",
      parts: ["50.04", "30.03", "19.93"],
      printed: ["50.1", "30.0", "19.9"],
      nudged: [1, 0, 0],
    },
    {
      title: "downward where rounding gave too much",
      parts: ["0.26", "0.36", "0.38"],
      printed: ["0.2", "0.4", "0.4"],
      nudged: [-1, 0, 0],
    },
    {
      title: "opposite halves cancel without a nudge",
      parts: ["-0.05", "0.05"],
      printed: ["-0.1", "0.1"],
      nudged: [0, 0],
    },
    { title: "what adds up stays", parts: ["1.1", "2.2"], printed: ["1.1", "2.2"], nudged: [0, 0] },
  ])("$title", ({ parts, printed, nudged }) => {
    const apportioned = apportion(figures(...parts), 1);
    expect(apportioned.parts.map((part) => decimalText(part.printed))).toEqual(printed);
    expect(apportioned.parts.map((part) => part.nudged)).toEqual(nudged);
  });
});

/** A tree of three levels with own weights anywhere, leaves coded with three digits or more. */
const weightTree: fc.Arbitrary<WeightTree> = fc
  .array(fc.tuple(fc.option(positive, { nil: undefined }), fc.array(positive, { minLength: 1, maxLength: 5 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((divisions) => ({
    code: "_T",
    weight: undefined,
    children: divisions.map(([weight, classes], division) => ({
      code: `${String(division)}.`,
      weight,
      children: classes.map((own, place) => ({
        code: `${String(division)}.${String(place)}`,
        weight: own,
        children: [],
      })),
    })),
  }));

function leavesOf(tree: WeightTree): readonly string[] {
  return tree.children.length === 0 ? [tree.code] : tree.children.flatMap(leavesOf);
}

/** The tree with its classes put into groups by parity of their place, each group without a weight of its own. */
function withGroups(tree: WeightTree): WeightTree {
  return {
    ...tree,
    children: tree.children.map((division) => ({
      ...division,
      children: [0, 1].flatMap((parity) => {
        const children = division.children.filter((_class, place) => place % 2 === parity);
        return children.length === 0
          ? []
          : [{ code: `${division.code}g${String(parity)}`, weight: undefined, children }];
      }),
    })),
  };
}

const anyIndex =
  (seed: number) =>
  (code: string): Rational => {
    let hash = BigInt(seed) + 7n;
    for (const letter of code) hash = (hash * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 100_003n;
    return rational(hash + 1n, 997n);
  };

describe("trees of weights", () => {
  test("effective weights of the leaves sum to one, and give the total directly", () => {
    fc.assert(
      fc.property(weightTree, fc.nat(), (tree, seed) => {
        const weights = effectiveWeights(tree);
        const leaves = leavesOf(tree);
        const weightOf = (code: string): Rational => weights.get(code) ?? one;
        expect(equals(sum(leaves.map(weightOf)), one)).toBe(true);
        const direct = sum(leaves.map((code) => multiply(weightOf(code), anyIndex(seed)(code))));
        expect(equals(aggregateTree(tree, anyIndex(seed)).get("_T") ?? one, direct)).toBe(true);
      }),
    );
  });

  test("IIP-11: a level inserted between division and class changes no other index and no other weight", () => {
    fc.assert(
      fc.property(weightTree, fc.nat(), (tree, seed) => {
        const grouped = withGroups(tree);
        const plain = aggregateTree(tree, anyIndex(seed));
        const finer = aggregateTree(grouped, anyIndex(seed));
        const plainWeights = effectiveWeights(tree);
        const finerWeights = effectiveWeights(grouped);
        for (const [code, index] of plain) {
          expect(equals(finer.get(code) ?? negate(one), index)).toBe(true);
          expect(equals(finerWeights.get(code) ?? negate(one), plainWeights.get(code) ?? one)).toBe(true);
        }
        for (const division of grouped.children) {
          for (const group of division.children) {
            const own = group.children.map(({ code }) => code);
            const weight = sum(own.map((code) => plainWeights.get(code) ?? one));
            const mean = divide(
              sum(own.map((code) => multiply(plainWeights.get(code) ?? one, plain.get(code) ?? one))),
              weight,
            );
            expect(isZero(subtract(finer.get(group.code) ?? negate(one), mean))).toBe(true);
          }
        }
      }),
    );
  });
});
