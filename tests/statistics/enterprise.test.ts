/** Enterprise registration, fixtures ENT-1 to ENT-5 of methods.md; billion đồng. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addedCapital, averageCapital, entries, exits } from "../../src/statistics/enterprise.ts";
import type { EnterpriseEvent, EnterpriseEventKind } from "../../src/statistics/enterprise-status.ts";
import { statusHistory, statusOn } from "../../src/statistics/enterprise-status.ts";
import { isPossibleGrowth, smallestBaseFor } from "../../src/statistics/granularity.ts";
import { multiple } from "../../src/statistics/growth.ts";
import { share } from "../../src/statistics/breakdown.ts";
import { at, decimal, figure } from "./figures.ts";

test("ENT-1: average registered capital of new enterprises, and against the year before", () => {
  const now = averageCapital(figure("1158535.7315"), figure(121898));
  const before = averageCapital(figure(1120438), figure(117864));
  expect([at(6, now), at(6, before), at(4, share(now, before))]).toEqual(["9.504141", "9.506194", "99.9784"]);
});

test("ENT-2: entries over exits", () => {
  // Published are the sums and the new firms; how the exits split is assumed here, only to be added.
  const entering = entries({ registered: figure(121898), returned: figure(61103) });
  const leaving = exits({ suspended: figure(86917), awaitingDissolution: figure(61190), dissolved: figure(15654) });
  expect([at(0, entering), at(0, leaving), at(4, multiple(entering, leaving))]).toEqual(["183001", "163761", "1.1175"]);
});

test("ENT-3: capital added to the economy", () => {
  expect(at(0, addedCapital(figure(247384), figure(621542)))).toBe("868926");
});

const happened = (...events: readonly (readonly [string, EnterpriseEventKind])[]): readonly EnterpriseEvent[] =>
  events.map(([day, kind]) => ({ day, kind }));

test("ENT-4: statuses follow one another without a gap or an overlap, whatever the order of the file", () => {
  const { intervals, refused } = statusHistory(
    happened(
      ["2024-06-01", "returned"],
      ["2023-03-01", "registered"],
      ["2024-01-10", "suspended"],
      ["2024-11-20", "awaiting-dissolution"],
      ["2025-02-01", "dissolved"],
    ),
  );
  expect(refused).toEqual([]);
  expect(intervals).toEqual([
    { status: "active", from: "2023-03-01", until: "2024-01-10" },
    { status: "suspended", from: "2024-01-10", until: "2024-06-01" },
    { status: "active", from: "2024-06-01", until: "2024-11-20" },
    { status: "awaiting-dissolution", from: "2024-11-20", until: "2025-02-01" },
    { status: "dissolved", from: "2025-02-01", until: undefined },
  ]);
});

test.each<{ title: string; events: readonly EnterpriseEvent[]; refused: object }>([
  {
    title: "an active firm does not return",
    events: happened(["2023-03-01", "registered"], ["2023-05-01", "returned"]),
    refused: { why: "not-from-this-status", status: "active" },
  },
  {
    title: "a firm awaiting dissolution does not return",
    events: happened(["2023-03-01", "registered"], ["2023-05-01", "awaiting-dissolution"], ["2023-06-01", "returned"]),
    refused: { why: "not-from-this-status", status: "awaiting-dissolution" },
  },
  {
    title: "nothing happens before registration",
    events: happened(["2023-03-01", "suspended"]),
    refused: { why: "not-from-this-status", status: undefined },
  },
  {
    title: "a dissolved firm is not suspended",
    events: happened(["2023-03-01", "registered"], ["2023-05-01", "dissolved"], ["2023-06-01", "suspended"]),
    refused: { why: "not-from-this-status", status: "dissolved" },
  },
  {
    title: "two statuses do not begin on one day",
    events: happened(["2023-03-01", "registered"], ["2023-03-01", "suspended"]),
    refused: { why: "not-after-the-event-before", status: "active" },
  },
])("ENT-4: $title", ({ events, refused }) => {
  expect(statusHistory(events).refused).toMatchObject([refused]);
});

test("ENT-4: the status on a day", () => {
  const history = statusHistory(
    happened(["2023-03-01", "registered"], ["2024-01-10", "suspended"], ["2024-06-01", "returned"]),
  );
  expect(
    ["2023-02-28", "2023-03-01", "2024-01-10", "2024-05-31", "2024-06-01"].map((day) => statusOn(history, day)),
  ).toEqual([undefined, "active", "suspended", "suspended", "active"]);
});

test("ENT-4: intervals never overlap and only suspension precedes a return, for any events", () => {
  const kinds = [
    "registered",
    "returned",
    "suspended",
    "not-at-address",
    "revoked-by-tax",
    "awaiting-dissolution",
    "bankrupt",
    "dissolved",
  ] as const;
  const anyEvent = fc.record({
    day: fc.integer({ min: 10, max: 28 }).map((n) => `2024-05-${String(n)}`),
    kind: fc.constantFrom(...kinds),
  });
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
      const { intervals, refused } = statusHistory(events);
      expect(intervals.length + refused.length).toBe(events.length);
      for (const [place, interval] of intervals.entries()) {
        const next = intervals[place + 1];
        expect(interval.until).toBe(next?.from);
        if (next !== undefined) expect(interval.from < next.from).toBe(true);
        if (next?.status === "active") expect(interval.status).toBe("suspended");
      }
    }),
  );
});

test("ENT-5: 12.6% more is impossible over a base of 86 and possible over 87", () => {
  expect(isPossibleGrowth(decimal("12.6"), 86n)).toBe(false);
  expect(isPossibleGrowth(decimal("12.6"), 87n)).toBe(true);
  expect(smallestBaseFor(decimal("12.6"))).toBe(87n);
});
