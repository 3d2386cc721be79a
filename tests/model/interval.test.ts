import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText, decimalToRational, parseDecimal } from "../../src/model/decimal.ts";
import type { Interval } from "../../src/model/interval.ts";
import {
  addIntervals,
  contains,
  divideIntervals,
  exactly,
  intervalAbove,
  intervalNearly,
  intervalOfPrinted,
  intervalsBeside,
  mayBeZero,
  meetOf,
  multiplyIntervals,
  scaleInterval,
  subtractIntervals,
} from "../../src/model/interval.ts";
import type { Rational } from "../../src/model/rational.ts";
import { add, divide, isZero, multiply, rational, subtract } from "../../src/model/rational.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";

function printed(text: string) {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is not a decimal`);
  return value;
}

function ends({ lower, upper }: Interval): readonly string[] {
  return [lower, upper].map((end) => decimalText(roundHalfAwayFromZero(end, 3)));
}

test.each([
  { text: "7.5", interval: ["7.450", "7.550"] },
  { text: "23", interval: ["22.500", "23.500"] },
  { text: "-2.3", interval: ["-2.350", "-2.250"] },
  { text: "0.0", interval: ["-0.050", "0.050"] },
])("printed as $text", ({ text, interval }) => {
  expect(ends(intervalOfPrinted(printed(text)))).toEqual(interval);
});

test("trên and gần lean to one side by a printed unit", () => {
  expect(ends(intervalAbove(printed("4.2")))).toEqual(["4.200", "4.300"]);
  expect(ends(intervalNearly(printed("4.2")))).toEqual(["4.100", "4.200"]);
});

test("23% beside figures with one decimal has two readings, the finer first", () => {
  expect(intervalsBeside(printed("23"), 1).map(ends)).toEqual([
    ["22.950", "23.050"],
    ["22.500", "23.500"],
  ]);
  expect(intervalsBeside(printed("23.0"), 1).map(ends)).toEqual([["22.950", "23.050"]]);
});

test("what two intervals share, down to a single point or nothing", () => {
  const a = { lower: rational(1), upper: rational(2) };
  expect(meetOf(a, { lower: rational(2), upper: rational(3) })).toEqual({ lower: rational(2), upper: rational(2) });
  expect(meetOf(a, { lower: rational(3), upper: rational(4) })).toBeUndefined();
});

test("division by what may be zero has no interval", () => {
  expect(divideIntervals(exactly(rational(1)), { lower: rational(-1), upper: rational(1) })).toBeUndefined();
  expect(mayBeZero({ lower: rational(0), upper: rational(1) })).toBe(true);
  expect(mayBeZero({ lower: rational(1), upper: rational(2) })).toBe(false);
});

const value = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 100 }))
  .map(([n, d]) => rational(n, d));
/** An interval and a value inside it. */
const inside = fc
  .tuple(value, fc.nat(100), fc.nat(100))
  .map(([at, below, above]): readonly [Interval, Rational] => [
    { lower: subtract(at, rational(below, 7)), upper: add(at, rational(above, 7)) },
    at,
  ]);

test("results hold every value that the operands allow", () => {
  fc.assert(
    fc.property(inside, inside, ([a, x], [b, y]) => {
      expect(contains(addIntervals(a, b), add(x, y))).toBe(true);
      expect(contains(subtractIntervals(a, b), subtract(x, y))).toBe(true);
      expect(contains(multiplyIntervals(a, b), multiply(x, y))).toBe(true);
      expect(contains(scaleInterval(a, y), multiply(x, y))).toBe(true);
      const quotient = divideIntervals(a, b);
      if (quotient !== undefined && !isZero(y)) expect(contains(quotient, divide(x, y))).toBe(true);
    }),
  );
});

test("an interval holds every value that rounds to its figure", () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), (given, decimals) => {
      const figure = roundHalfAwayFromZero(given, decimals);
      expect(contains(intervalOfPrinted(figure), given)).toBe(true);
      expect(contains(intervalOfPrinted(figure), decimalToRational(figure))).toBe(true);
    }),
  );
});
