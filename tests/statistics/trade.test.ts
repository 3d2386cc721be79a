/** Foreign trade, fixtures TRD-1 to TRD-5 of methods.md; billion USD as the article printed them, million USD for the nation. */
import { expect, test } from "vitest";
import { exactly, intervalOfPrinted } from "../../src/model/interval.ts";
import { growth, weightedGrowth } from "../../src/statistics/growth.ts";
import type { Balance } from "../../src/statistics/balance-growth.ts";
import { balanceGrowth } from "../../src/statistics/balance-growth.ts";
import { contributions } from "../../src/statistics/contribution.ts";
import { impliedBaseWithin, impliedPlanWithin } from "../../src/statistics/implied-interval.ts";
import { impliedBase } from "../../src/statistics/growth.ts";
import { balance, balanceWithin, cover, turnover } from "../../src/statistics/trade.ts";
import { one } from "../../src/model/rational.ts";
import { at, decimal, figure } from "./figures.ts";

const printed = (text: string): Balance => ({ value: figure(text), interval: intervalOfPrinted(decimal(text)) });
const exports = printed("29.8");
const imports = printed("25.4");
const exportsBase = impliedBase(exports.value, figure("-2.3"));
const importsBase = imports.value;

test("TRD-1: turnover, balance with its interval, cover, and the implied base of exports", () => {
  expect(at(1, turnover(exports.value, imports.value))).toBe("55.2");
  const surplus = balanceWithin(exports, imports);
  expect([at(1, surplus.value), at(2, surplus.interval.lower), at(2, surplus.interval.upper)]).toEqual([
    "4.4",
    "4.30",
    "4.50",
  ]);
  expect(at(2, cover(exports.value, imports.value))).toBe("117.32");
  expect(at(4, exportsBase)).toBe("30.5015");
});

test("TRD-2: growth of turnover from both growths, and their contributions", () => {
  const parts = [
    { current: exports.value, growth: figure("-2.3") },
    { current: imports.value, growth: figure(0) },
  ];
  expect(at(4, weightedGrowth(parts))).toBe("-1.2549");
  const points = contributions([
    { weight: one, before: exportsBase, after: exports.value },
    { weight: one, before: importsBase, after: imports.value },
  ]);
  expect(points.map((value) => at(4, value))).toEqual(["-1.2549", "0.0000"]);
});

test("TRD-3: 55.2 at 72.8% of the plan leaves the plan between 75.70 and 75.95", () => {
  const plan = impliedPlanWithin(intervalOfPrinted(decimal("55.2")), intervalOfPrinted(decimal("72.8")));
  expect(plan && [at(2, plan.lower), at(2, plan.upper)]).toEqual(["75.70", "75.95"]);
  const central = impliedPlanWithin(exactly(figure("55.2")), exactly(figure("72.8")));
  expect(central && at(2, central.lower)).toBe("75.82");
});

test("TRD-4: the surplus fell from 5.10 to 4.40, known only within an interval", () => {
  const within = impliedBaseWithin(exports.interval, intervalOfPrinted(decimal("-2.3")));
  const sameAsBefore = impliedBaseWithin(imports.interval, intervalOfPrinted(decimal("0.0")));
  if (within === undefined || sameAsBefore === undefined) throw new Error("bases were expected");
  const base = balanceWithin({ value: exportsBase, interval: within }, { value: importsBase, interval: sameAsBefore });
  const change = balanceGrowth(balanceWithin(exports, imports), base);
  if (change.kind !== "growth") throw new Error("a growth was expected");
  expect([at(2, base.value), at(1, change.value)]).toEqual(["5.10", "-13.8"]);
  expect([at(1, change.interval.lower), at(1, change.interval.upper)]).toEqual(["-17.8", "-9.5"]);
});

test.each([
  { title: "the sign changed", current: "0.4", base: "-0.4", why: "signs-differ" },
  { title: "the balance became zero", current: "0.0", base: "0.4", why: "signs-differ" },
  { title: "the base prints as zero", current: "0.4", base: "0.0", why: "base-within-rounding-of-zero" },
])("TRD-4: growth of a balance is refused where $title", ({ current, base, why }) => {
  expect(balanceGrowth(printed(current), printed(base))).toEqual({ kind: "refused", why });
});

test("TRD-4: a base smaller than its rounding is refused, the same base known exactly is not", () => {
  const small = { value: figure("0.02"), interval: { lower: figure("-0.08"), upper: figure("0.12") } };
  expect(balanceGrowth(printed("0.4"), small)).toEqual({ kind: "refused", why: "base-within-rounding-of-zero" });
  expect(balanceGrowth(printed("0.4"), { value: small.value, interval: exactly(small.value) })).toMatchObject({
    kind: "growth",
  });
});

test("TRD-4: a deficit that deepens grows", () => {
  const change = balanceGrowth(
    { value: figure(-6), interval: exactly(figure(-6)) },
    { value: figure(-4), interval: exactly(figure(-4)) },
  );
  expect(change.kind === "growth" ? at(1, change.value) : change.why).toBe("50.0");
});

test.each([
  { title: "exports", domestic: "83466.4539", foreign: "216158.6783", total: "299625.1322" },
  { title: "imports", domestic: "100848.4952", foreign: "177993.6861", total: "278842.1813" },
])("TRD-5: both sectors make the nation's $title", ({ domestic, foreign, total }) => {
  expect(at(4, turnover(figure(domestic), figure(foreign)))).toBe(total);
});

test("the balance is negative where imports exceed exports", () => {
  expect(at(1, balance(figure(3), figure(5)))).toBe("-2.0");
});

test("growth on a base of zero is the programmer's mistake", () => {
  expect(() => growth(figure(1), figure(0))).toThrow(RangeError);
});
