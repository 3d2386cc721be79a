/** The rows below a table's head: labels, sections, ditto marks, and where the table ends. */
import type { Diagnostic, Parsed } from "../diagnostics/diagnostic.ts";
import { errorAt, warningAt } from "../diagnostics/diagnostic.ts";
import type { ColumnDeclaration } from "./declarations/source.ts";
import type { TableLayout } from "./declarations/table-layout.ts";
import { cellText } from "./workbook-cell.ts";
import type { TableHead } from "./workbook-header.ts";
import { declaredTexts } from "./workbook-sheet-choice.ts";
import type { WorkbookSheet } from "./workbook-sheet.ts";
import { cellPlace, columnLetter, isErrorValue, valueAt, valueText } from "./workbook-sheet.ts";
import type { PeriodWords } from "./workbook-text.ts";
import { comparable, textPattern } from "./workbook-text.ts";

interface RowsToRead {
  readonly sheet: WorkbookSheet;
  readonly layout: TableLayout;
  readonly words: PeriodWords;
  readonly head: TableHead;
  /** The contract's, in its order. */
  readonly columns: readonly (readonly [name: string, column: ColumnDeclaration])[];
  /** From the title. */
  readonly date: string | undefined;
  readonly file: string;
  /** How the sheet writes numbers that stand there as text. */
  readonly decimal: "." | "," | undefined;
}

interface ReadRows {
  readonly letters: readonly string[];
  readonly rows: readonly { readonly cells: readonly (string | null)[]; readonly row: number }[];
}

/**
 * Every row that is data. A blank row is passed over unless the layout ends the table there; a row of figures without a
 * label and a hidden row are not read, and said.
 */
export function readTableRows(table: RowsToRead): Parsed<ReadRows> {
  const { sheet, layout, words, head, columns, file } = table;
  const sheetColumns = columns.map(([name]) => head.columns.get(name)?.[0]);
  const figureColumns = sheetColumns.filter((column) => column !== undefined);
  const labelColumns = labelColumnsOf(sheet, layout, figureColumns);
  const labelsAt = new Map<number, number>();
  const isNamed = (texts: string | readonly string[] | undefined) => {
    const patterns = declaredTexts(texts).map((text) => textPattern(text, words));
    return (label: string) => patterns.some((pattern) => pattern.matches(label));
  };
  const isEnd = isNamed(layout.end);
  const isSkipped = isNamed(layout.skip);
  const sections = Object.entries(layout.sections?.starts ?? {}).map(([section, texts]) => ({ section, starts: isNamed(texts) }));
  const dittoMarks = new Set(declaredTexts(layout.ditto).map(comparable));

  const faults = faultList(file, sheet.name);
  const rows: { readonly cells: readonly (string | null)[]; readonly row: number }[] = [];
  let section: string | undefined;
  let above: readonly (string | null)[] = [];
  for (let row = head.lastRow + 1; row < sheet.rows.length; row += 1) {
    const labelCells = labelColumns.flatMap((column) => {
      const value = valueAt(sheet, row, column);
      const text = typeof value === "string" ? valueText(value) : undefined;
      return text === undefined ? [] : [{ column, text }];
    });
    const filled = figureColumns.filter((column) => valueText(valueAt(sheet, row, column)) !== undefined);
    const firstText = figureColumns[0] === undefined ? undefined : valueText(valueAt(sheet, row, figureColumns[0]));
    const label = layout.label === undefined ? firstText : labelCells.length === 0 ? undefined : labelCells.map(({ text }) => text).join(" ");

    if (label === undefined && filled.length === 0) {
      if (isEnd("")) break;
      continue;
    }
    if (sheet.hiddenRows.has(row) && layout.hidden !== "read") {
      if (layout.hidden === undefined) faults.add("workbook/hidden-row", "", cellPlace(sheet.name, row, 0), (span, count) => warningAt("workbook/hidden-row", span, { row: row + 1, label }, { count }));
      continue;
    }
    if (label !== undefined && isEnd(label)) break;
    if (label === undefined && layout.label !== undefined) {
      const column = filled[0] ?? 0;
      const value = valueText(valueAt(sheet, row, column)) ?? "";
      faults.add("workbook/row-without-label", "", cellPlace(sheet.name, row, column), (span, count) => warningAt("workbook/row-without-label", span, { row: row + 1, value }, { count }));
      continue;
    }
    const opened = label === undefined ? undefined : sections.find(({ starts }) => starts(label));
    if (opened !== undefined) section = opened.section;
    if (opened !== undefined && filled.length === 0) continue;
    if (label !== undefined && isSkipped(label)) continue;
    for (const { column } of labelCells) labelsAt.set(column, (labelsAt.get(column) ?? 0) + 1);

    const cells = columns.map(([name, column], index): string | null => {
      if (name === layout.label) return label ?? null;
      if (name === layout.sections?.column) return section ?? null;
      if (name === layout.date) return table.date ?? null;
      const at = sheetColumns[index];
      if (at === undefined) return null;
      const value = valueAt(sheet, row, at);
      const place = cellPlace(sheet.name, row, at);
      if (isErrorValue(value)) {
        faults.add("workbook/error-value", name, place, (span, count) => errorAt("workbook/error-value", span, { column: name, value }, { count }));
        return null;
      }
      const text = valueText(value);
      if (text !== undefined && dittoMarks.has(comparable(text)) && (column.type === "text" || column.type === "code")) return above[index] ?? null;
      const read = cellText(value, column, table.decimal);
      if (read.isAmbiguous) {
        faults.add("data/ambiguous-number", name, place, (span, count) => errorAt("data/ambiguous-number", span, { column: name, value: text ?? "" }, { count }));
      }
      return read.text;
    });
    above = cells;
    rows.push({ cells, row: row + 1 });
  }

  const labelColumn = [...labelsAt].reduce((most, next) => (next[1] > most[1] ? next : most), [labelColumns[0] ?? 0, 0])[0];
  const letters = sheetColumns.map((column) => columnLetter(column ?? labelColumn));
  return { value: { letters, rows }, diagnostics: faults.all() };
}

/** The visible columns left of the first headed one. */
function labelColumnsOf(sheet: WorkbookSheet, layout: TableLayout, figureColumns: readonly number[]): readonly number[] {
  if (layout.label === undefined) return [];
  const first = figureColumns.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
  return Array.from({ length: Number.isFinite(first) ? first : 0 }, (_, column) => column).filter(
    (column) => layout.hidden === "read" || !sheet.hiddenColumns.has(column),
  );
}

/** The same fault down a column is told once, at its first place, with a count. */
function faultList(file: string, sheet: string) {
  const known = new Map<string, { count: number; readonly tell: (count: number) => Diagnostic }>();
  return {
    add: (code: string, column: string, cell: string, make: (span: { readonly file: string; readonly cell: string }, count: number) => Diagnostic) => {
      const key = `${sheet} ${code} ${column}`;
      const before = known.get(key);
      if (before === undefined) known.set(key, { count: 1, tell: (count) => make({ file, cell }, count) });
      else before.count += 1;
    },
    all: (): readonly Diagnostic[] => [...known.values()].map(({ count, tell }) => tell(count)),
  };
}
