/** What integers can stand behind printed ratios: CHK-6 of methods.md, and the edges. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { rational } from "../../src/model/rational.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";
import {
  basesForMultiple,
  countsForGrowth,
  growthsAround,
  integersIn,
  isPossibleGrowth,
  isPossibleMean,
  smallestBaseFor,
} from "../../src/statistics/granularity.ts";
import { growth } from "../../src/statistics/growth.ts";
import { at, decimal, figure } from "./figures.ts";

test.each([
  { printed: "10.0", possible: true },
  { printed: "12.5", possible: true },
  { printed: "15.0", possible: true },
  { printed: "12.6", possible: false },
])("CHK-6: $printed% over a base of 40", ({ printed, possible }) => {
  expect(isPossibleGrowth(decimal(printed), 40n)).toBe(possible);
});

test("CHK-6: the growths that a base of 40 allows around a figure", () => {
  const around = (text: string) => {
    const { below, above } = growthsAround(figure(text), 40n);
    return [at(1, below), at(1, above)];
  };
  expect(around("12.6")).toEqual(["12.5", "15.0"]);
  expect(around("12.4")).toEqual(["10.0", "12.5"]);
  expect(around("12.5")).toEqual(["12.5", "12.5"]);
  expect(around("-1")).toEqual(["-2.5", "0.0"]);
});

test("CHK-6: 98 of 87 is the first that prints as 12.6%", () => {
  expect(smallestBaseFor(decimal("12.6"))).toBe(87n);
  expect(countsForGrowth(decimal("12.6"), 87n)).toEqual({ first: 98n, last: 98n });
});

test("integers inside an interval, on both sides of zero", () => {
  expect(integersIn({ lower: figure("-1.5"), upper: figure("1.5") })).toEqual({ first: -1n, last: 1n });
  expect(integersIn({ lower: figure("-2"), upper: figure("-2") })).toEqual({ first: -2n, last: -2n });
  expect(integersIn({ lower: figure("0.2"), upper: figure("0.8") })).toBeUndefined();
});

test("a multiple that may be zero bounds no base", () => {
  expect(basesForMultiple(5n, decimal("0.0"))).toBeUndefined();
  expect(basesForMultiple(1n, decimal("1.5"))).toBeUndefined();
});

test("a mean of integers has to come from an integer sum", () => {
  expect(isPossibleMean(decimal("3.48"), 25n)).toBe(true);
  expect(isPossibleMean(decimal("3.47"), 25n)).toBe(false);
});

test("a growth that two counts really have is always possible", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 0, max: 6000 }),
      fc.integer({ min: 0, max: 2 }),
      (base, count, decimals) => {
        const printed = roundHalfAwayFromZero(growth(rational(count), rational(base)), decimals);
        expect(isPossibleGrowth(printed, BigInt(base))).toBe(true);
        expect(smallestBaseFor(printed) <= BigInt(base)).toBe(true);
      },
    ),
  );
});
