/** Where a cell of a source stands: line and column of a text file, cell of a sheet, row of a Parquet file. */
import type { ColumnPlan, SourcePlan } from "../compile/plan.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { splitRecord } from "./csv-lines.ts";
import { headerPositions } from "./match-header.ts";
import { stretchOfRecord } from "./record-place.ts";
import type { OpenedFile, SourceReader } from "./source-reader.ts";

export interface SourcePlaces {
  readonly plan: SourcePlan;
  readonly openedFiles: readonly (OpenedFile | undefined)[];
  readonly reader: SourceReader;
}

/** The span of a column's cell in a row of a file; `file` is its position in the plan's list. */
export function cellSpan(
  file: number,
  line: number,
  column: ColumnPlan,
  { plan, openedFiles, reader }: SourcePlaces,
): Span {
  const path = plan.files[file]?.path ?? "";
  const opened = openedFiles[file];
  if (opened?.kind === "rows") {
    const letter = opened.letters[opened.columns.indexOf(column.name)] ?? "";
    return { file: path, cell: `${opened.sheet}!${letter}${String(line)}` };
  }
  const wholeRow: Span = { file: path, start: { line, column: 1 } };
  if (opened === undefined || opened.kind === "parquet") return wholeRow;
  const record = reader.recordText(path, line, plan.delimiter);
  if (record === undefined) return wholeRow;
  const [at = -1] = headerPositions(opened.header, column);
  const field = splitRecord(record, plan.delimiter)[at];
  if (field === undefined) return wholeRow;
  return stretchOfRecord({ file: path, line, record }, field.start, field.end);
}
