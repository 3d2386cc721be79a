/** What a cell query is made from, and what it gives: its cells, and what they were made of beyond the rows. */
import type { CellQuery, Plan, SourcePlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Classification } from "../model/classification.ts";
import type { Basis } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { multiply, zero } from "../model/rational.ts";
import type { CellEntry, CellSet } from "./cells.ts";
import { cellSet } from "./cells.ts";
import type { EngineLane, EngineValue } from "./engine.ts";
import { exact } from "./exact.ts";
import type { ImputedReturn } from "./impute-quantities.ts";
import type { SurveyStratum } from "./survey-stratum.ts";

export interface CellSource {
  readonly plan: Plan;
  readonly source: SourcePlan;
  readonly engine: EngineLane;
  readonly classifications: ReadonlyMap<string, Classification>;
}

export interface CellResult {
  readonly cells: CellSet;
  readonly imputed: readonly ImputedReturn[];
  readonly strata: readonly SurveyStratum[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Cells that are sums or counts of rows and nothing else. */
export function plainResult(query: CellQuery, entries: readonly CellEntry[]): CellResult {
  return { cells: cellSet(query.id, entries), imputed: [], strata: [], diagnostics: [] };
}

/** A row of item, territory, month, value and number of rows as a cell, its value multiplied. */
export function entryOf(row: readonly EngineValue[], basis: Basis, times?: Rational): CellEntry {
  const [item, territory, month, value, rows] = row;
  const amount = exact(value ?? null);
  return {
    item: String(item),
    territory: String(territory),
    month: Number(month),
    basis,
    value: times === undefined ? amount : multiply(amount, times),
    rows: Number(rows),
    imputed: zero,
  };
}
