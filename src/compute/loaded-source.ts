/** A source in the engine: the view `source_<id>` with the contract's columns and, in front, `_file`, `_line` and `_month`. */
import type { SourcePlan } from "../compile/plan.ts";
import type { Classification } from "../model/classification.ts";
import type { Month } from "../model/period.ts";
import type { CodeType } from "../compile/column-sql.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import type { OpenedFile, SourceReader } from "./source-reader.ts";

export interface LoadedSource {
  readonly plan: SourcePlan;
  readonly rows: number;
}

export interface LoadContext {
  readonly engine: EngineLane;
  readonly reader: SourceReader;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly first: Month;
  readonly last: Month;
  /** The last month of nhip.yaml's calendar, whichever month is reported. */
  readonly calendarLast: Month;
  /** Types of allowed codes made so far, by what they allow: sources share them. */
  readonly codeTypes: Map<string, CodeType>;
}

/** The SQL name of a loaded source. */
export function sourceTable(id: string): string {
  return identifierSql(`source_${id}`);
}

/** CSV files have the mark their contract declares; where there is none, numbers of workbooks and Parquet files have a point. */
export function markOf(plan: SourcePlan, openedFiles: readonly (OpenedFile | undefined)[]): "." | "," | undefined {
  const isText = openedFiles.some((file) => file?.kind === "csv" || file?.kind === "records");
  return isText ? plan.decimalMark : (plan.decimalMark ?? ".");
}
