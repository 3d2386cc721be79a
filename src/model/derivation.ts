/** How a figure was made: a tree from the printed value down to the source rows. Plain data, the same for terminal, JSON and page. */
import type { Decimal } from "./decimal.ts";
import type { Basis, Month } from "./period.ts";
import type { LocalText } from "./text.ts";

/** The step that made a value from its inputs; the sentence for each is in language/. */
export const derivationRules = [
  "growth",
  "growth-previous",
  "multiple",
  "share",
  "contribution",
  "plan",
  "rank",
  "items",
  "cv",
  "index-aggregate",
  "index-elementary",
  "index-published",
  "mean-of-quantities",
  "sum-of-months",
  "sum-of-items",
  "base-average",
  "survey-total",
  "sum-of-rows",
  "count-of-rows",
  "open-at-date",
  "imputed",
  "formula",
  "as-published",
  "target",
  "stratum",
] as const;
export type DerivationRule = (typeof derivationRules)[number];

export interface SourceRow {
  /** Relative to the workspace. */
  readonly file: string;
  /** Line of a text file, row of a sheet or of a Parquet file; 1-based, the header counted. */
  readonly line: number;
  readonly sheet?: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Which rows are meant: those of a cell query (compile/plan.ts) for an item, a territory and months, both ends included. */
export interface RowSelection {
  readonly cells: string;
  readonly item: string;
  readonly territory: string;
  readonly from: Month;
  readonly to: Month;
}

export interface SourceRows {
  readonly selection: RowSelection;
  readonly source: string;
  readonly confidential: boolean;
  readonly simulated: boolean;
  readonly count: number;
  /** The first of them, in file order. */
  readonly first: readonly SourceRow[];
}

export interface Derivation {
  /** The indicator's or the item's name; the period stands beside it. */
  readonly label: LocalText;
  readonly period?: Month;
  readonly basis?: Basis;
  readonly rule: DerivationRule;
  readonly value: Decimal;
  readonly unit: string;
  /** The observation's id where this step is one. */
  readonly observation?: string;
  /** Part of the value that rests on imputed rows, 0 to 1, where there is any. */
  readonly imputedShare?: Decimal;
  /** The weight with which it enters the step above, where it has one. */
  readonly weight?: Decimal;
  readonly inputs: readonly Derivation[];
  readonly rows?: SourceRows;
}
