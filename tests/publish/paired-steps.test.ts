/** Two trees of a comparison become one; steps that only hand a value on are left out. */
import { describe, expect, it } from "vitest";
import type { Derivation } from "../../src/model/derivation.ts";
import type { PairedStep } from "../../src/publish/paired-steps.ts";
import { linesDownTo, pairedDerivation, stepsBelow } from "../../src/publish/paired-steps.ts";
import { decimal } from "./synthetic-site.ts";

const node = (
  name: string,
  year: number,
  month: number,
  value: string,
  inputs: readonly Derivation[] = [],
): Derivation => ({
  label: { vi: name, en: name },
  period: { year, month },
  basis: "ytd",
  rule: "sum-of-items",
  value: decimal(value),
  unit: "USD",
  inputs,
});
const comparison = (inputs: readonly Derivation[], rule: Derivation["rule"] = "growth"): Derivation => ({
  ...node("all", 2024, 9, "1"),
  rule,
  inputs,
});

const outline = (steps: readonly PairedStep[]): unknown =>
  steps.map(({ label, now, before, inputs }) => [
    label.vi,
    before === undefined ? null : Number(before.value.digits),
    now === undefined ? null : Number(now.value.digits),
    outline(inputs),
  ]);

describe("a comparison of two periods", () => {
  it("pairs inputs by name, and keeps those that only one period has", () => {
    const now = node("all", 2024, 9, "30", [node("a", 2024, 9, "10"), node("c", 2024, 9, "20")]);
    const before = node("all", 2023, 9, "7", [node("b", 2023, 9, "3"), node("a", 2023, 9, "4")]);
    expect(outline(pairedDerivation(comparison([now, before])).steps)).toEqual([
      [
        "all",
        7,
        30,
        [
          ["a", 4, 10, []],
          ["c", null, 20, []],
          ["b", 3, null, []],
        ],
      ],
    ]);
  });

  it("pairs the months of a sum by their distance, not by their number", () => {
    const months = (year: number, last: number) =>
      [0, 1].map((back) => node("all", year, last - back, String(last - back)));
    const paired = pairedDerivation(
      comparison(
        [
          { ...node("all", 2024, 9, "17"), inputs: months(2024, 9) },
          { ...node("all", 2024, 8, "15"), inputs: months(2024, 8) },
        ],
        "growth-previous",
      ),
    );
    expect(outline(paired.steps)).toEqual([
      [
        "all",
        15,
        17,
        [
          ["all", 8, 9, []],
          ["all", 7, 8, []],
        ],
      ],
    ]);
    expect(paired.periods?.before).toEqual({ period: { year: 2024, month: 8 }, basis: "ytd" });
  });

  it("leaves out a step that hands on the value of its only input, and keeps its weight", () => {
    const group = {
      ...node("screens", 2024, 9, "12", [
        node("screens", 2024, 9, "12", [node("phones", 2024, 9, "5"), node("others", 2024, 9, "7")]),
      ]),
      weight: decimal("43.9"),
    };
    const [step] = pairedDerivation({ ...node("top", 2024, 9, "12", [group]), rule: "sum-of-items" }).steps;
    expect(step?.inputs.map(({ label, inputs, now }) => [label.vi, inputs.length, now?.weight])).toEqual([
      ["screens", 2, decimal("43.9")],
    ]);
  });

  it("shows what a contribution is divided by once, without its own tree", () => {
    const whole = node("whole", 2023, 9, "100", [node("part", 2023, 9, "4")]);
    const paired = pairedDerivation(
      comparison([node("part", 2024, 9, "5"), node("part", 2023, 9, "4"), whole], "contribution"),
    );
    expect(outline(paired.steps)).toEqual([
      ["part", 4, 5, []],
      ["whole", 100, null, []],
    ]);
  });

  it("shows what a share is made from, of one period", () => {
    const paired = pairedDerivation(comparison([node("part", 2024, 9, "5"), node("whole", 2024, 9, "10")], "share"));
    expect(paired.periods).toBeUndefined();
    expect(outline(paired.steps)).toEqual([
      ["part", null, 5, []],
      ["whole", null, 10, []],
    ]);
  });

  it("counts steps and lines", () => {
    const { steps } = pairedDerivation(
      node("all", 2024, 9, "3", [
        node("a", 2024, 9, "1"),
        node("b", 2024, 9, "2", [node("c", 2024, 9, "1"), node("d", 2024, 9, "1")]),
      ]),
    );
    expect(steps.map(stepsBelow)).toEqual([4]);
    expect([0, 1, 2, 3].map((depth) => linesDownTo(steps, depth))).toEqual([1, 3, 5, 5]);
  });
});
