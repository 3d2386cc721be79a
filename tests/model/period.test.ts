import fc from "fast-check";
import { expect, test } from "vitest";
import type { Basis } from "../../src/model/period.ts";
import {
  basisEndsWith,
  monthFromOrdinal,
  monthOrdinal,
  monthText,
  monthsBetween,
  monthsCovered,
  parseMonth,
  previousPeriod,
  samePeriodLastYear,
  stepMonths,
} from "../../src/model/period.ts";

const month = fc.record({ year: fc.integer({ min: 1900, max: 2200 }), month: fc.integer({ min: 1, max: 12 }) });

test("a month is written and read back", () => {
  fc.assert(
    fc.property(month, (given) => {
      expect(parseMonth(monthText(given))).toEqual(given);
      expect(monthFromOrdinal(monthOrdinal(given))).toEqual(given);
    }),
  );
});

test.each(["2024-13", "2024-00", "2024-9", "24-09", "2024/09", "2024-09-01", "", " 2024-09"])(
  "%j is not a month",
  (text) => {
    expect(parseMonth(text)).toBeUndefined();
  },
);

test.each([
  { from: "2024-01", by: -1, to: "2023-12" },
  { from: "2023-12", by: 1, to: "2024-01" },
  { from: "2024-09", by: -12, to: "2023-09" },
  { from: "2024-09", by: 0, to: "2024-09" },
])("$from and $by months is $to", ({ from, by, to }) => {
  const start = parseMonth(from);
  expect(start && monthText(stepMonths(start, by))).toBe(to);
});

test.each<{ at: string; basis: Basis; covered: readonly string[] }>([
  { at: "2024-03", basis: "month", covered: ["2024-03"] },
  { at: "2024-03", basis: "end", covered: ["2024-03"] },
  { at: "2024-03", basis: "quarter", covered: ["2024-01", "2024-02", "2024-03"] },
  { at: "2024-03", basis: "ytd", covered: ["2024-01", "2024-02", "2024-03"] },
  { at: "2024-01", basis: "ytd", covered: ["2024-01"] },
])("$basis at $at covers its months", ({ at, basis, covered }) => {
  const reference = parseMonth(at);
  expect(reference && monthsCovered(reference, basis).map(monthText)).toEqual(covered);
});

test("a year covers twelve months, and a span backwards none", () => {
  expect(monthsCovered({ year: 2024, month: 12 }, "year")).toHaveLength(12);
  expect(monthsBetween({ year: 2024, month: 2 }, { year: 2024, month: 1 })).toEqual([]);
});

test.each<{ at: number; basis: Basis; ends: boolean }>([
  { at: 3, basis: "quarter", ends: true },
  { at: 4, basis: "quarter", ends: false },
  { at: 12, basis: "year", ends: true },
  { at: 9, basis: "year", ends: false },
  { at: 4, basis: "month", ends: true },
  { at: 4, basis: "ytd", ends: true },
  { at: 4, basis: "end", ends: true },
])("month $at ends a $basis: $ends", ({ at, basis, ends }) => {
  expect(basisEndsWith({ year: 2024, month: at }, basis)).toBe(ends);
});

test.each<{ basis: Basis; before: string | undefined }>([
  { basis: "month", before: "2024-02" },
  { basis: "end", before: "2024-02" },
  { basis: "quarter", before: "2023-12" },
  { basis: "year", before: "2023-03" },
  { basis: "ytd", before: undefined },
])("the period before March 2024 on the basis $basis", ({ basis, before }) => {
  const previous = previousPeriod({ year: 2024, month: 3 }, basis);
  expect(previous && monthText(previous)).toBe(before);
});

test("the same period of the year before is twelve months back", () => {
  expect(samePeriodLastYear({ year: 2024, month: 9 })).toEqual({ year: 2023, month: 9 });
});
