/**
 * A derivation as a page shows it: where a figure compares two periods, their two trees become one, each step with both
 * values. Steps that only pass their value on are left out, and what is too deep for a page is counted instead.
 */
import type { Derivation, DerivationRule, SourceRows } from "../model/derivation.ts";
import type { Basis, Month } from "../model/period.ts";
import { monthOrdinal } from "../model/period.ts";
import type { LocalText } from "../model/text.ts";

export interface PairedStep {
  readonly label: LocalText;
  readonly rule: DerivationRule;
  readonly unit: string;
  readonly now: Derivation | undefined;
  readonly before: Derivation | undefined;
  readonly inputs: readonly PairedStep[];
  readonly rows: readonly PairedRows[];
}

/** The source rows at a leaf, of each period. */
export interface PairedRows {
  readonly source: string;
  readonly now: SourceRows | undefined;
  readonly before: SourceRows | undefined;
}

export interface PairedDerivation {
  readonly figure: Derivation;
  /** The two periods that are compared, where the figure is a comparison. */
  readonly periods: { readonly now: PeriodOf; readonly before: PeriodOf } | undefined;
  readonly steps: readonly PairedStep[];
}

export interface PeriodOf {
  readonly period: Month;
  readonly basis: Basis;
}

/** What these are made from is of other kinds than they are, so that they do not stand above it. */
const relating: ReadonlySet<DerivationRule> = new Set(["share", "plan", "rank", "items", "cv"]);
const comparing: ReadonlySet<DerivationRule> = new Set(["growth", "growth-previous", "multiple", "contribution"]);

export function pairedDerivation(figure: Derivation): PairedDerivation {
  const [now, before, ...others] = figure.inputs;
  const periods = comparing.has(figure.rule) ? comparedPeriods(now, before) : undefined;
  if (periods === undefined || now === undefined) {
    const tops = comparing.has(figure.rule) || relating.has(figure.rule) ? figure.inputs : [figure];
    return { figure, periods: undefined, steps: tops.map((top) => pair(top, undefined)) };
  }
  // What a contribution is divided by is of the earlier period alone; how it was made is on its own page.
  return {
    figure,
    periods,
    steps: [pair(now, before), ...others.map((input) => pair(undefined, { ...input, inputs: [] }))],
  };
}

function comparedPeriods(now: Derivation | undefined, before: Derivation | undefined): PairedDerivation["periods"] {
  if (
    now?.period === undefined ||
    now.basis === undefined ||
    before?.period === undefined ||
    before.basis === undefined
  )
    return undefined;
  return { now: { period: now.period, basis: now.basis }, before: { period: before.period, basis: before.basis } };
}

function pair(now: Derivation, before: Derivation | undefined): PairedStep;
function pair(now: Derivation | undefined, before: Derivation): PairedStep;
function pair(now: Derivation | undefined, before: Derivation | undefined): PairedStep | undefined;
function pair(now: Derivation | undefined, before: Derivation | undefined): PairedStep | undefined {
  const either = now ?? before;
  if (either === undefined) return undefined;
  const shortNow = now === undefined ? undefined : withoutRelay(now);
  const shortBefore = before === undefined ? undefined : withoutRelay(before);
  const earlier = new Map(keyed(shortBefore));
  const later = keyed(shortNow);
  const inputs = [
    ...later.map(([key, input]) => {
      const partner = earlier.get(key);
      earlier.delete(key);
      return pair(input, partner);
    }),
    ...[...earlier.values()].map((input) => pair(undefined, input)),
  ];
  const rule = (shortNow ?? shortBefore ?? either).rule;
  return {
    label: either.label,
    rule,
    unit: either.unit,
    now: withWeight(shortNow, now),
    before: withWeight(shortBefore, before),
    inputs,
    rows: pairedRows(shortNow?.rows, shortBefore?.rows),
  };
}

/** A step that has one input of the same name and value only hands it on: a group of one class. */
function withoutRelay(step: Derivation): Derivation {
  const [only] = step.inputs;
  if (step.inputs.length !== 1 || only === undefined || step.rows !== undefined) return step;
  return only.value.digits === step.value.digits &&
    only.value.scale === step.value.scale &&
    only.label.vi === step.label.vi &&
    only.unit === step.unit &&
    only.period?.month === step.period?.month &&
    only.basis === step.basis
    ? withoutRelay({ ...only, ...(step.observation === undefined ? {} : { observation: step.observation }) })
    : step;
}

/** The weight with which a step enters the one above is its own, not that of the step it stands for. */
function withWeight(step: Derivation | undefined, above: Derivation | undefined): Derivation | undefined {
  return step === undefined || above?.weight === undefined ? step : { ...step, weight: above.weight };
}

/** Inputs by what they are within the step: name, rule and how many months away; equal ones by their order. */
function keyed(step: Derivation | undefined): readonly (readonly [string, Derivation])[] {
  if (step === undefined) return [];
  const seen = new Map<string, number>();
  return step.inputs.map((input) => {
    const distance =
      input.period === undefined || step.period === undefined
        ? ""
        : String(monthOrdinal(input.period) - monthOrdinal(step.period));
    const key = [
      input.label.vi,
      input.label.en,
      input.basis ?? "",
      distance,
      input.rule === "imputed" || input.rule === "base-average" || input.rule === "target" ? input.rule : "",
    ].join("\n");
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return [`${key}\n${String(count)}`, input] as const;
  });
}

function pairedRows(now: SourceRows | undefined, before: SourceRows | undefined): readonly PairedRows[] {
  if (now === undefined && before === undefined) return [];
  if (now === undefined || before === undefined || now.source === before.source)
    return [{ source: now?.source ?? before?.source ?? "", now, before }];
  return [
    { source: now.source, now, before: undefined },
    { source: before.source, now: undefined, before },
  ];
}

/** How many steps stand below a step, however deep. */
export function stepsBelow({ inputs }: Pick<PairedStep, "inputs">): number {
  return inputs.reduce((steps, input) => steps + 1 + stepsBelow(input), 0);
}

/** Lines that the steps take down to a depth: a step is one, the rows of a source at it another. */
export function linesDownTo(steps: readonly PairedStep[], depth: number): number {
  return depth < 0
    ? 0
    : steps.reduce((lines, { inputs, rows }) => lines + 1 + rows.length + linesDownTo(inputs, depth - 1), 0);
}
