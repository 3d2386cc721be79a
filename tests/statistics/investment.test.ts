/** Investment, fixtures INV-1 to INV-7 of methods.md; million USD. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Rational } from "../../src/model/rational.ts";
import { add, rational } from "../../src/model/rational.ts";
import { share } from "../../src/statistics/breakdown.ts";
import { basesForMultiple } from "../../src/statistics/granularity.ts";
import { multiple } from "../../src/statistics/growth.ts";
import type { InvestmentAct, ProjectEvent, RegisterEntry } from "../../src/statistics/investment-event.ts";
import { appendEntry, registerOf } from "../../src/statistics/investment-event.ts";
import { replay } from "../../src/statistics/investment-history.ts";
import type { FlowMeasure } from "../../src/statistics/investment-register.ts";
import { flow, reconcile, stock } from "../../src/statistics/investment-register.ts";
import { subtractPeriods } from "../../src/statistics/period-subtraction.ts";
import { rankBy } from "../../src/statistics/rank.ts";
import { at, decimal, figure } from "./figures.ts";

const paper = { document: "", source: "" };

function event(id: string, project: string, effective: string, act: InvestmentAct, recorded = effective): ProjectEvent {
  return { kind: "event", id, project, effective, recorded, act, ...paper };
}

const entries: readonly RegisterEntry[] = [
  event("e1", "p1", "2023-05-10", { kind: "licensed", territory: "27", capital: figure(100) }),
  event("e2", "p2", "2024-01-15", { kind: "licensed", territory: "27", capital: figure("40.5") }),
  event("e3", "p1", "2024-02-01", { kind: "capital-adjusted", change: figure(50) }),
  event("e4", "p2", "2024-03-05", { kind: "capital-adjusted", change: figure("-9.5") }),
  event("e5", "p1", "2024-03-20", { kind: "share-purchase", territory: "27", value: figure(7), raisesCharter: true }),
  event("e6", "p3", "2024-04-01", { kind: "licensed", territory: "27", capital: figure(20) }),
  event("e7", "p3", "2024-06-30", { kind: "revoked" }),
  event("e8", "p1", "2024-07-01", { kind: "disbursed", amount: figure(30) }),
  event("e9", "p2", "2024-08-01", { kind: "transferred", territory: "24" }),
  // Late: it took effect in February and was entered in September.
  event("e10", "p4", "2024-02-20", { kind: "licensed", territory: "27", capital: figure(11) }, "2024-09-02"),
  {
    kind: "correction",
    id: "c1",
    refersTo: "e6",
    recorded: "2024-09-10",
    replacement: {
      project: "p3",
      effective: "2024-04-01",
      act: { kind: "licensed", territory: "27", capital: figure(25) },
    },
    ...paper,
  },
];

const { register, rejected } = registerOf(entries);
const year2024 = { from: "2024-01-01", to: "2024-09-30", territory: "27" };

describe("INV-1: replay of events", () => {
  test("nothing of the log is rejected or in conflict", () => {
    expect(rejected).toEqual([]);
    expect(replay(register, "2024-09-30").conflicts).toEqual([]);
  });

  test.each<{ measure: FlowMeasure; known: string; published: string }>([
    { measure: "new-projects", known: "3.0", published: "2.0" },
    { measure: "new-capital", known: "76.5", published: "60.5" },
    { measure: "adjustments", known: "2.0", published: "2.0" },
    { measure: "net-adjustment", known: "40.5", published: "40.5" },
    { measure: "gross-increase", known: "50.0", published: "50.0" },
    { measure: "new-and-adjusted-capital", known: "117.0", published: "101.0" },
    { measure: "share-purchases", known: "1.0", published: "1.0" },
    { measure: "share-purchase-value", known: "7.0", published: "7.0" },
    { measure: "closed-projects", known: "1.0", published: "1.0" },
    { measure: "closed-capital", known: "25.0", published: "20.0" },
    { measure: "transferred-projects", known: "-1.0", published: "-1.0" },
    { measure: "transferred-capital", known: "-31.0", published: "-31.0" },
    { measure: "disbursed", known: "30.0", published: "30.0" },
  ])("$measure as known in September, and as it was published in August", ({ measure, known, published }) => {
    expect(at(1, flow(replay(register, "2024-09-30"), measure, year2024))).toBe(known);
    expect(at(1, flow(replay(register, "2024-08-31"), measure, year2024))).toBe(published);
  });

  test.each([
    { day: "2023-12-31", territory: "27", projects: 1, capital: "100.0" },
    { day: "2024-03-05", territory: "27", projects: 3, capital: "192.0" },
    { day: "2024-06-29", territory: "27", projects: 4, capital: "217.0" },
    { day: "2024-06-30", territory: "27", projects: 3, capital: "192.0" },
    { day: "2024-08-01", territory: "24", projects: 1, capital: "31.0" },
    { day: "2024-09-30", territory: "27", projects: 2, capital: "161.0" },
    { day: "2024-09-30", territory: undefined, projects: 3, capital: "192.0" },
  ])("projects in force on $day in $territory", ({ day, territory, projects, capital }) => {
    const held = stock(replay(register, "2024-09-30"), day, territory);
    expect([at(0, held.projects), at(1, held.capital)]).toEqual([String(projects), capital]);
  });

  test.each(["2024-03-31", "2024-08-31", "2024-09-30"])("the stock follows from the flows as known on %s", (asOf) => {
    const checked = reconcile(replay(register, asOf), { ...year2024, before: "2023-12-31" });
    expect(checked.holds).toBe(true);
  });

  test("a correction can be corrected, taken back, and can take an event back", () => {
    const correction = (
      id: string,
      refersTo: string,
      recorded: string,
      capital: number | undefined,
    ): RegisterEntry => ({
      kind: "correction",
      id,
      refersTo,
      recorded,
      replacement:
        capital === undefined
          ? undefined
          : {
              project: "p1",
              effective: "2024-01-01",
              act: { kind: "licensed", territory: "27", capital: figure(capital) },
            },
      ...paper,
    });
    const log = registerOf([
      event("e1", "p1", "2024-01-01", { kind: "licensed", territory: "27", capital: figure(10) }),
      correction("c1", "e1", "2024-02-01", 12),
      correction("c2", "c1", "2024-03-01", 13),
      correction("c3", "c1", "2024-04-01", undefined),
      correction("c4", "e1", "2024-05-01", undefined),
    ]);
    const capitalAsOf = (day: string): string =>
      at(0, flow(replay(log.register, day), "new-capital", { from: "2024-01-01", to: "2024-12-31" }));
    expect(["2024-01-31", "2024-02-28", "2024-03-31", "2024-04-30", "2024-05-31"].map(capitalAsOf)).toEqual([
      "10",
      "12",
      "13",
      "10",
      "0",
    ]);
  });

  test("a correction entered at the moment of its event follows it, whatever their ids", () => {
    const log = registerOf([
      { kind: "correction", id: "a", refersTo: "b", recorded: "2024-01-01", replacement: undefined, ...paper },
      event("b", "p1", "2024-01-01", { kind: "licensed", territory: "27", capital: figure(10) }),
    ]);
    expect(log.rejected).toEqual([]);
    expect(replay(log.register, "2024-01-01").movements).toEqual([]);
  });

  test("splitting and merging move capital and are no new licence", () => {
    const log = registerOf([
      event("e1", "p1", "2024-01-01", { kind: "licensed", territory: "27", capital: figure(100) }),
      event("e2", "p1", "2024-02-01", { kind: "split", into: "p2", capital: figure(30) }),
      event("e3", "p3", "2024-02-01", { kind: "licensed", territory: "24", capital: figure(5) }),
      event("e4", "p2", "2024-03-01", { kind: "merged", into: "p3" }),
    ]);
    const history = replay(log.register, "2024-12-31");
    const capitals = ["27", "24"].map((territory) => at(0, stock(history, "2024-12-31", territory).capital));
    expect(capitals).toEqual(["70", "35"]);
    expect(at(0, flow(history, "new-projects", { from: "2024-01-01", to: "2024-12-31" }))).toBe("2");
    for (const territory of ["27", "24"]) {
      expect(reconcile(history, { before: "2024-01-31", from: "2024-02-01", to: "2024-12-31", territory }).holds).toBe(
        true,
      );
    }
  });

  test("an act on a project that is not in force is in no flow and is named", () => {
    const log = registerOf([
      event("e1", "p1", "2024-01-01", { kind: "licensed", territory: "27", capital: figure(10) }),
      event("e2", "p1", "2024-02-01", { kind: "terminated" }),
      event("e3", "p1", "2024-03-01", { kind: "capital-adjusted", change: figure(4) }),
      event("e4", "p1", "2024-04-01", { kind: "licensed", territory: "27", capital: figure(10) }),
      event("e5", "p9", "2024-04-01", { kind: "disbursed", amount: figure(1) }),
    ]);
    const history = replay(log.register, "2024-12-31");
    expect(history.conflicts).toEqual([
      { event: "e3", why: "not-in-force" },
      { event: "e4", why: "already-licensed" },
      { event: "e5", why: "not-in-force" },
    ]);
    expect(at(0, flow(history, "adjustments", { from: "2024-01-01", to: "2024-12-31" }))).toBe("0");
  });

  test("licensed, adjusted and revoked on one day leaves flows and no stock", () => {
    const log = registerOf([
      event("a", "p1", "2024-01-01", { kind: "revoked" }),
      event("b", "p1", "2024-01-01", { kind: "capital-increased", increase: figure(2) }),
      event("c", "p1", "2024-01-01", { kind: "licensed", territory: "27", capital: figure(10) }),
      event("d", "p1", "2024-01-01", { kind: "other-adjusted" }),
    ]);
    const history = replay(log.register, "2024-01-01");
    const day = { from: "2024-01-01", to: "2024-01-01" };
    expect([at(0, flow(history, "new-capital", day)), at(0, flow(history, "closed-capital", day))]).toEqual([
      "10",
      "12",
    ]);
    expect(at(0, stock(history, "2024-01-01").projects)).toBe("0");
    expect(history.holdings).toEqual([]);
  });

  test("the identity holds for any log, any span and any moment of knowledge", () => {
    const day = fc
      .integer({ min: 1, max: 60 })
      .map((n) => `2024-${n > 30 ? "02" : "01"}-${String(((n - 1) % 30) + 1).padStart(2, "0")}`);
    const amount = fc.integer({ min: 0, max: 1000 }).map((n) => rational(n, 10));
    const territory = fc.constantFrom("27", "24");
    const project = fc.constantFrom("p1", "p2", "p3", "p4");
    const act = fc.oneof(
      fc.record({ kind: fc.constant("licensed" as const), territory, capital: amount }),
      fc.record({
        kind: fc.constant("capital-adjusted" as const),
        change: fc.integer({ min: -500, max: 500 }).map((n) => rational(n, 10)),
      }),
      fc.record({ kind: fc.constant("capital-increased" as const), increase: amount }),
      fc.record({ kind: fc.constant("revoked" as const) }),
      fc.record({ kind: fc.constant("transferred" as const), territory }),
      fc.record({ kind: fc.constant("split" as const), into: project, capital: amount }),
      fc.record({ kind: fc.constant("merged" as const), into: project }),
    );
    const log = fc.array(fc.record({ project, effective: day, recorded: day, act }), { maxLength: 25 });
    fc.assert(
      fc.property(log, day, fc.nat(), (acts, asOf, seed) => {
        const own = acts.map((given, place): RegisterEntry => ({
          kind: "event",
          id: `e${String(place)}`,
          ...given,
          ...paper,
        }));
        const history = replay(registerOf(own).register, asOf);
        const span = { before: "2024-01-14", from: "2024-01-15", to: "2024-02-10" };
        expect(reconcile(history, span).holds).toBe(true);
        expect(reconcile(history, { ...span, territory: "27" }).holds).toBe(true);
        const turn = own.length === 0 ? 0 : seed % own.length;
        expect(registerOf([...own.slice(turn), ...own.slice(0, turn)]).register).toEqual(registerOf(own).register);
      }),
    );
  });
});

test.each([
  { title: "projects", current: "325", base: "266", ratio: "1.2218", printed: "1.2" },
  { title: "new capital", current: "1613.3842", base: "852.31", ratio: "1.8930", printed: "1.9" },
  { title: "adjusted capital", current: "2644.3386", base: "378.74", ratio: "6.9819", printed: "7.0" },
])("INV-2: $title as a multiple of the year before", ({ current, base, ratio, printed }) => {
  const value = multiple(figure(current), figure(base));
  expect([at(4, value), at(1, value)]).toEqual([ratio, printed]);
});

// Of Thành phố Hồ Chí Minh only the number of projects is given; its capital stands below the others' here and is assumed.
const provinces = [
  { name: "Bà Rịa – Vũng Tàu", projects: figure(34), capital: figure("1681.1686"), adjusted: figure("-9.5575") },
  { name: "Bắc Ninh", projects: figure(325), capital: figure("1613.3842"), adjusted: figure("2644.3386") },
  { name: "Quảng Ninh", projects: figure(27), capital: figure("1609.6430"), adjusted: figure("203.0011") },
  { name: "TP. Hồ Chí Minh", projects: figure(1025), capital: figure("434.4"), adjusted: figure("300") },
];

test.each<{ title: string; measure: (row: (typeof provinces)[number]) => Rational; rank: number }>([
  { title: "new plus adjusted capital", measure: ({ capital, adjusted }) => add(capital, adjusted), rank: 1 },
  { title: "new capital", measure: ({ capital }) => capital, rank: 2 },
  { title: "projects", measure: ({ projects }) => projects, rank: 2 },
])("INV-3: the rank of Bắc Ninh by $title", ({ measure, rank }) => {
  expect(rankBy(provinces, measure).find(({ row }) => row.name === "Bắc Ninh")?.rank).toBe(rank);
});

test("INV-3: ties share a rank, the next one is skipped, and rows without a figure are left out", () => {
  const rows = ["3", "5", "3", "1", ""];
  const ranked = rankBy(rows, (row) => (row === "" ? undefined : figure(row)));
  expect(ranked.map(({ row, rank }) => [row, rank])).toEqual([
    ["5", 1],
    ["3", 2],
    ["3", 2],
    ["1", 4],
  ]);
});

test.each<{ title: string; act: InvestmentAct; why: string | undefined }>([
  { title: "a negative net adjustment", act: { kind: "capital-adjusted", change: figure("-9.5575") }, why: undefined },
  {
    title: "a negative gross increase",
    act: { kind: "capital-increased", increase: figure("-9.5575") },
    why: "negative-gross-increase",
  },
  {
    title: "a negative licence",
    act: { kind: "licensed", territory: "27", capital: figure(-1) },
    why: "negative-amount",
  },
  {
    title: "a negative share purchase",
    act: { kind: "share-purchase", territory: "27", value: figure(-1), raisesCharter: false },
    why: "negative-amount",
  },
  { title: "a negative disbursement", act: { kind: "disbursed", amount: figure(-1) }, why: "negative-amount" },
])("INV-4: $title is accepted or rejected by its own rule", ({ act, why }) => {
  const appended = appendEntry(register, event("new", "p1", "2024-09-20", act));
  expect(appended.kind === "rejected" ? appended.why : undefined).toBe(why);
});

test.each<{ title: string; entry: RegisterEntry; why: string }>([
  { title: "an id again", entry: event("e1", "p9", "2024-09-20", { kind: "revoked" }), why: "id-already-recorded" },
  {
    title: "an entry recorded before the last",
    entry: event("new", "p1", "2024-01-01", { kind: "revoked" }),
    why: "recorded-before-the-last",
  },
  {
    title: "a correction of nothing",
    entry: { kind: "correction", id: "new", refersTo: "e99", recorded: "2024-09-20", replacement: undefined, ...paper },
    why: "corrects-nothing-recorded",
  },
  {
    title: "a correction to a negative increase",
    entry: {
      kind: "correction",
      id: "new",
      refersTo: "e3",
      recorded: "2024-09-20",
      replacement: { project: "p1", effective: "2024-02-01", act: { kind: "capital-increased", increase: figure(-1) } },
      ...paper,
    },
    why: "negative-gross-increase",
  },
])("INV-4: the log does not take $title", ({ entry, why }) => {
  expect(appendEntry(register, entry)).toEqual({ kind: "rejected", why });
});

test("INV-4: what is appended leaves the log before it as it was", () => {
  const appended = appendEntry(register, event("new", "p1", "2024-09-20", { kind: "other-adjusted" }));
  expect(appended.kind === "appended" ? appended.register.slice(0, -1) : []).toEqual(register);
});

test.each([
  { title: "projects", eight: "318", nine: "325", month: "7.00" },
  { title: "new capital", eight: "1599.6842", nine: "1613.3842", month: "13.70" },
  { title: "adjusted capital", eight: "1615.7636", nine: "2644.3386", month: "1028.58" },
])("INV-5: September's $title is nine months less eight of one vintage", ({ eight, nine, month }) => {
  const of = (value: string) => ({ value: figure(value), base: undefined, vintage: "2024-09" });
  const difference = subtractPeriods({ longer: of(nine), shorter: of(eight), forPublication: true });
  expect(difference.kind === "difference" ? at(2, difference.value) : difference.why).toBe(month);
});

test("INV-5: a cumulative figure may fall, and the month is then negative", () => {
  const of = (value: string) => ({ value: figure(value), base: undefined, vintage: "2022-08" });
  const difference = subtractPeriods({ longer: of("1484.14"), shorter: of("1505.37"), forPublication: true });
  expect(difference.kind === "difference" ? at(2, difference.value) : difference.why).toBe("-21.23");
});

test("INV-6: 1.3 times with 339 projects leaves a base of 252 to 271", () => {
  expect(basesForMultiple(339n, decimal("1.3"))).toEqual({ first: 252n, last: 271n });
});

test.each([
  { title: "new capital", part: "1613.3842", whole: "13553.7576", percent: "11.9036" },
  { title: "new and adjusted capital", part: "4257.7228", whole: "21197.7140", percent: "20.0858" },
])("INV-7: the province's share of the nation's $title", ({ part, whole, percent }) => {
  expect(at(4, share(figure(part), figure(whole)))).toBe(percent);
});
