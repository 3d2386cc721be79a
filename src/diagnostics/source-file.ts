/** A text with its line starts: offsets to places as an editor shows them. Lines end with LF, CR LF or CR; columns count graphemes. */
import type { Position, Span } from "./diagnostic.ts";
import { graphemeCount } from "./graphemes.ts";

export interface SourceFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

export function sourceFile(file: string, text: string): SourceFile {
  const lineStarts = [0];
  const ends = /\r\n|\n|\r/g;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) lineStarts.push(ends.lastIndex);
  return { file, text, lineStarts };
}

/** The place of an offset (UTF-16 units); offsets past the end give the end. */
export function positionAt(source: SourceFile, offset: number): Position {
  const within = Math.max(0, Math.min(offset, source.text.length));
  const line = lineAt(source, within);
  return { line, column: graphemeCount(source.text.slice(source.lineStarts[line - 1], within)) + 1 };
}

/** The 1-based line of an offset. */
export function lineAt({ lineStarts }: SourceFile, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The span between two offsets. */
export function spanBetween(source: SourceFile, start: number, end: number): Span {
  return { file: source.file, start: positionAt(source, start), end: positionAt(source, end) };
}

/** The text of a 1-based line without its end; `undefined` past the last. */
export function lineText({ text, lineStarts }: SourceFile, line: number): string | undefined {
  const start = lineStarts[line - 1];
  return start === undefined ? undefined : text.slice(start, lineStarts[line]).replace(/[\r\n]+$/, "");
}
