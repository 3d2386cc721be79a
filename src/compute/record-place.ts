/** Where part of a CSV record stands in its file. Columns count graphemes, and a quoted cell may hold line ends. */
import type { Span } from "../diagnostics/diagnostic.ts";
import { sourceFile, spanBetween } from "../diagnostics/source-file.ts";

/** The stretch between two offsets of a record that begins on a line; the whole record where none are given. */
export function stretchOfRecord(
  { file, line, record }: { readonly file: string; readonly line: number; readonly record: string },
  from = 0,
  to = record.length,
): Span {
  const { start, end } = spanBetween(sourceFile(file, record), from, to);
  if (start === undefined || end === undefined) return { file, start: { line, column: 1 } };
  return {
    file,
    start: { line: start.line + line - 1, column: start.column },
    end: { line: end.line + line - 1, column: end.column },
  };
}
