/** The table of a code list: its rows as items, each cell with its place. The tree they make is checked in check/. */
import type { Diagnostic, Parsed, Span } from "../diagnostics/diagnostic.ts";
import { errorAt, warningAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { CsvRow } from "./csv.ts";
import { readCsv } from "./csv.ts";
import type { ClassificationRow } from "./workspace.ts";

export const classificationColumns = [
  "code",
  "parent",
  "level",
  "name_vi",
  "name_en",
  "valid_from",
  "valid_to",
] as const;
type Column = (typeof classificationColumns)[number];

export interface ClassificationTable {
  readonly rows: readonly ClassificationRow[];
  readonly complete: boolean;
}

/** Reads `code,parent,level,name_vi,name_en,valid_from,valid_to` in any order. Only code and names must be there, and level where the list has more than one. */
export function readClassificationTable(
  file: string,
  text: string,
  levels: readonly string[],
): Parsed<ClassificationTable> {
  const { value: lines, diagnostics: found } = readCsv(file, text);
  const diagnostics = [...found];
  const [head, ...body] = lines;
  if (head === undefined || body.length === 0) {
    if (found.length === 0) diagnostics.push(errorAt("classification/no-rows", { file }, {}));
    return { value: { rows: [], complete: false }, diagnostics };
  }
  const columns = columnsOf(head, levels, diagnostics);
  const isMissing = diagnostics.some(({ code }) => code === "classification/missing-column");
  if (isMissing) return { value: { rows: [], complete: false }, diagnostics };
  const rows = body.flatMap((line) => {
    if (line.length === head.length) return [rowOf(line, columns, levels)];
    const params = { cells: line.length, columns: head.length };
    diagnostics.push(errorAt("classification/row-width", lineSpan(line, file), params));
    return [];
  });
  return { value: { rows, complete: diagnostics.every(({ severity }) => severity === "warning") }, diagnostics };
}

function columnsOf(head: CsvRow, levels: readonly string[], diagnostics: Diagnostic[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  const found = head.map(({ text }) => text);
  head.forEach(({ text, span }, index) => {
    const column = classificationColumns.find((name) => name === text);
    if (column === undefined) {
      const meant = nearest(
        text,
        classificationColumns.filter((name) => !found.includes(name)),
      );
      const params = { column: text, known: classificationColumns, meant };
      diagnostics.push(warningAt("classification/unknown-column", span(), params));
    } else if (columns.has(column)) {
      const first = head[columns.get(column) ?? 0];
      const related = first === undefined ? [] : [first.span()];
      diagnostics.push(errorAt("classification/repeated-column", span(), { column }, { related }));
    } else columns.set(column, index);
  });
  const needed: readonly Column[] = ["code", ...(levels.length > 1 ? (["level"] as const) : []), "name_vi", "name_en"];
  for (const column of needed) {
    if (columns.has(column)) continue;
    diagnostics.push(errorAt("classification/missing-column", lineSpan(head, ""), { column, found }));
  }
  return columns;
}

function rowOf(line: CsvRow, columns: ReadonlyMap<Column, number>, levels: readonly string[]): ClassificationRow {
  const cell = (column: string) => {
    const index = columns.get(column as Column);
    return index === undefined ? undefined : line[index];
  };
  const text = (column: Column) => cell(column)?.text ?? "";
  const orOpen = (value: string) => (value === "" ? undefined : value);
  const codeSpan = cell("code")?.span() ?? { file: "" };
  return {
    item: {
      code: text("code"),
      parent: orOpen(text("parent")),
      // One level needs no column to say it.
      level: columns.has("level") ? text("level") : (levels[0] ?? ""),
      name: { vi: text("name_vi"), en: text("name_en") },
      validFrom: orOpen(text("valid_from")),
      validTo: orOpen(text("valid_to")),
    },
    span: codeSpan,
    spanOf: (column) => cell(column)?.span() ?? codeSpan,
  };
}

function lineSpan(line: CsvRow, file: string): Span {
  const first = line[0]?.span();
  const end = line.at(-1)?.span().end;
  return first === undefined ? { file } : end === undefined ? first : { ...first, end };
}
