/** Plan targets, fixtures PLN-1 to PLN-5 of methods.md. */
import { expect, test } from "vitest";
import { decimalText, decimalToRational } from "../../src/model/decimal.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";
import {
  achievedPercent,
  effort,
  pointsAboveTarget,
  proRataGap,
  remainingNeed,
  requiredGrowth,
  seasonalProgress,
  seasonalShare,
} from "../../src/statistics/target.ts";
import type { TargetAim, TargetRegister, TargetRevision } from "../../src/statistics/target-register.ts";
import { enterTarget, targetAsOf, verdictOn } from "../../src/statistics/target-register.ts";
import { at, decimal, figure, figures } from "./figures.ts";

const progress = { target: figure("75.8"), toDate: figure("55.2"), month: 9 };

test("PLN-1: achieved, still needed a month, effort, and the gap to an even pace", () => {
  const need = remainingNeed(progress);
  const pace = effort(progress);
  if (need === undefined || pace === undefined) throw new Error("months are left");
  expect(at(1, achievedPercent(progress.toDate, progress.target))).toBe("72.8");
  expect([at(4, need), at(4, pace), at(2, proRataGap(progress))]).toEqual(["6.8667", "1.1196", "-1.65"]);
});

test("PLN-1: in December nothing is left to need", () => {
  expect(remainingNeed({ ...progress, month: 12 })).toBeUndefined();
  expect(effort({ ...progress, month: 12 })).toBeUndefined();
});

test("PLN-2: against what the season leads to expect", () => {
  const seen = seasonalProgress(progress.target, progress.toDate, figure("0.745"));
  expect([at(3, seen.expected), at(2, seen.ofExpected), at(3, seen.projection), at(2, seen.projectionPercent)]).toEqual(
    ["56.471", "97.75", "74.094", "97.75"],
  );
});

test("PLN-2: the seasonal share is the mean of past years", () => {
  const past = [
    { toDate: figure(74), year: figure(100) },
    { toDate: figure(150), year: figure(200) },
  ];
  expect(at(3, seasonalShare(past))).toBe("0.745");
});

test("PLN-3: growth required for the rest of ten years", () => {
  const required = requiredGrowth({ target: figure("8.5"), years: 10, past: figures("6.9", "7.4", "-9.28", "6.03") });
  expect(required && decimalText(roundHalfAwayFromZero(decimalToRational(required), 3))).toBe("12.684");
});

test.each([
  {
    title: "on target every year, the target itself",
    goal: { target: figure(10), years: 3, past: figures(10) },
    required: "10",
  },
  { title: "the rest must fall", goal: { target: figure(0), years: 2, past: figures(25) }, required: "-20" },
])("PLN-3: $title", ({ goal, required }) => {
  const found = requiredGrowth(goal);
  expect(found && decimalText(roundHalfAwayFromZero(decimalToRational(found), 0))).toBe(required);
});

test("PLN-3: no year left, nothing to require", () => {
  expect(requiredGrowth({ target: figure("8.5"), years: 2, past: figures(8, 9) })).toBeUndefined();
});

test("PLN-4: a budget line", () => {
  expect(at(4, achievedPercent(figure("480.46"), figure("8348.29")))).toBe("5.7552");
});

test("PLN-4: a rate stands in points against its target", () => {
  expect(at(1, pointsAboveTarget(figure("61.4"), figure("62")))).toBe("-0.6");
});

const first: TargetRevision = {
  target: "exports",
  year: 2024,
  aim: { direction: "max", value: decimal("75.8") },
  unit: "USD",
  resolution: "210/NQ-HĐND",
  day: "2023-12-08",
  territoryVersion: "2008",
};
const reset: TargetRevision = {
  ...first,
  aim: { direction: "max", value: decimal("74") },
  resolution: "300/NQ-HĐND",
  day: "2024-07-11",
};

function entered(...revisions: readonly TargetRevision[]): TargetRegister {
  return revisions.reduce<TargetRegister>((register, revision) => {
    const entry = enterTarget(register, revision);
    if (entry.kind === "rejected") throw new Error(entry.why);
    return entry.register;
  }, []);
}

test("PLN-5: a re-set target does not overwrite the one before", () => {
  const register = entered(first, reset);
  const wanted = { target: "exports", year: 2024, territoryVersion: "2008" };
  expect(register).toEqual([first, reset]);
  expect(
    ["2023-12-07", "2023-12-08", "2024-07-10", "2024-07-11"].map(
      (day) => targetAsOf(register, wanted, day)?.resolution,
    ),
  ).toEqual([undefined, "210/NQ-HĐND", "210/NQ-HĐND", "300/NQ-HĐND"]);
  expect(targetAsOf(register, { ...wanted, territoryVersion: "2025" }, "2025-08-01")).toBeUndefined();
});

test("PLN-5: of two revisions of one day, the later entered stands", () => {
  const register = entered(first, { ...reset, day: first.day });
  const wanted = { target: "exports", year: 2024, territoryVersion: "2008" };
  expect(targetAsOf(register, wanted, first.day)?.resolution).toBe("300/NQ-HĐND");
});

test.each<{ title: string; revision: TargetRevision; why: string }>([
  { title: "a resolution entered twice", revision: { ...first, day: "2024-01-01" }, why: "resolution-already-entered" },
  { title: "another unit for the same target", revision: { ...reset, unit: "VND" }, why: "unit-changed" },
  {
    title: "a range from high to low",
    revision: { ...reset, aim: { direction: "range", from: decimal("9"), to: decimal("8") } },
    why: "range-reversed",
  },
])("PLN-5: the register does not take $title", ({ revision, why }) => {
  expect(enterTarget(entered(first), revision)).toEqual({ kind: "rejected", why });
});

test.each<{ title: string; aim: TargetAim; value: string; verdict: string | undefined }>([
  {
    title: "more than a target where more is better",
    aim: { direction: "max", value: decimal("75.8") },
    value: "76",
    verdict: "exceeded",
  },
  { title: "just the target", aim: { direction: "max", value: decimal("75.8") }, value: "75.80", verdict: "met" },
  {
    title: "more poverty than aimed at",
    aim: { direction: "min", value: decimal("1.2") },
    value: "1.3",
    verdict: "missed",
  },
  {
    title: "less poverty than aimed at",
    aim: { direction: "min", value: decimal("1.2") },
    value: "1.1",
    verdict: "exceeded",
  },
  {
    title: "growth inside its range",
    aim: { direction: "range", from: decimal("8"), to: decimal("9") },
    value: "8.5",
    verdict: "met",
  },
  {
    title: "growth outside its range",
    aim: { direction: "range", from: decimal("8"), to: decimal("9") },
    value: "9.1",
    verdict: "missed",
  },
  { title: "a thing to be done has no figure", aim: { direction: "state" }, value: "1", verdict: undefined },
])("PLN-5: $title", ({ aim, value, verdict }) => {
  expect(verdictOn(aim, figure(value))).toBe(verdict);
});
