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

export interface TableBelowHead {
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

interface ReadRow {
  readonly cells: readonly (string | null)[];
  /** 1-based. */
  readonly row: number;
}

/** A row of the sheet as it looks before its cells are read. */
interface SheetRow {
  /** 0-based. */
  readonly row: number;
  readonly label: string | undefined;
  readonly labelColumn: number | undefined;
  /** The table's columns that have something in this row. */
  readonly filled: readonly number[];
}

/**
 * Every row that is data. A blank row is passed over unless the layout ends the table there; a row of figures without a
 * label and a hidden row are not read, and said.
 */
export function readTableRows(
  table: TableBelowHead,
): Parsed<{ readonly letters: readonly string[]; readonly rows: readonly ReadRow[] }> {
  const { sheet, layout, head } = table;
  const isEnd = labelTest(layout.end, table.words);
  const isSkipped = labelTest(layout.skip, table.words);
  const sectionOf = sectionTest(layout, table.words);
  const lookAt = rowLook(table);
  const faults = faultList(table.file);
  const readCells = cellReader(table, faults);
  const rows: ReadRow[] = [];
  const labelColumns: number[] = [];
  let section: string | undefined;
  for (let row = head.lastRow + 1; row < sheet.rows.length; row += 1) {
    const look = lookAt(row);
    const { label, filled } = look;
    if (label === undefined && filled.length === 0) {
      if (isEnd("")) break;
    } else if (sheet.hiddenRows.has(row) && layout.hidden !== "read") {
      if (layout.hidden === undefined) faults.hiddenRow(sheet.name, look);
    } else if (label === undefined && layout.label !== undefined) {
      faults.rowWithoutLabel(sheet, look);
    } else {
      if (label !== undefined && isEnd(label)) break;
      const opened = label === undefined ? undefined : sectionOf(label);
      section = opened ?? section;
      const isHeading = opened !== undefined && filled.length === 0;
      if (isHeading || (label !== undefined && isSkipped(label))) continue;
      if (look.labelColumn !== undefined) labelColumns.push(look.labelColumn);
      rows.push({ cells: readCells(look, section, rows.at(-1)?.cells), row: row + 1 });
    }
  }
  const labelColumn = mostFrequent(labelColumns) ?? 0;
  const letters = table.columns.map(([name]) => columnLetter(head.columns.get(name)?.[0] ?? labelColumn));
  return { value: { letters, rows }, diagnostics: faults.all() };
}

function labelTest(texts: string | readonly string[] | undefined, words: PeriodWords): (label: string) => boolean {
  const patterns = declaredTexts(texts).map((text) => textPattern(text, words));
  return (label) => patterns.some((pattern) => pattern.matches(label));
}

function sectionTest(layout: TableLayout, words: PeriodWords): (label: string) => string | undefined {
  const sections = Object.entries(layout.sections?.starts ?? {}).map(([section, texts]) => ({
    section,
    starts: labelTest(texts, words),
  }));
  return (label) => sections.find(({ starts }) => starts(label))?.section;
}

/** The label of a row: the texts left of the first headed column; in a table whose every column has a head, what stands in the first. */
function rowLook({ sheet, layout, head, columns }: TableBelowHead): (row: number) => SheetRow {
  const figures = columns.flatMap(([name]) => head.columns.get(name)?.[0] ?? []);
  const first = figures.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const isVisible = (column: number) => layout.hidden === "read" || !sheet.hiddenColumns.has(column);
  const left = Array.from({ length: Number.isFinite(first) ? first : 0 }, (_, column) => column).filter(isVisible);
  return (row) => {
    const filled = figures.filter((column) => valueText(valueAt(sheet, row, column)) !== undefined);
    if (layout.label === undefined)
      return { row, label: valueText(valueAt(sheet, row, first)), labelColumn: undefined, filled };
    const texts = left.filter(
      (column) =>
        typeof valueAt(sheet, row, column) === "string" && valueText(valueAt(sheet, row, column)) !== undefined,
    );
    const label = texts.map((column) => valueText(valueAt(sheet, row, column)) ?? "").join(" ");
    return { row, label: texts.length === 0 ? undefined : label, labelColumn: texts.at(-1), filled };
  };
}

type CellReader = (
  look: SheetRow,
  section: string | undefined,
  above: readonly (string | null)[] | undefined,
) => readonly (string | null)[];

function cellReader({ sheet, layout, head, columns, date, decimal }: TableBelowHead, faults: FaultList): CellReader {
  const dittoMarks = new Set(declaredTexts(layout.ditto).map(comparable));
  return ({ row, label }, section, above) =>
    columns.map(([name, column], index): string | null => {
      if (name === layout.label) return label ?? null;
      if (name === layout.sections?.column) return section ?? null;
      if (name === layout.date) return date ?? null;
      const at = head.columns.get(name)?.[0];
      if (at === undefined) return null;
      const value = valueAt(sheet, row, at);
      const text = valueText(value);
      if (isErrorValue(value)) {
        faults.errorValue(name, value, cellPlace(sheet.name, row, at));
        return null;
      }
      const isWords = column.type === "text" || column.type === "code";
      if (isWords && text !== undefined && dittoMarks.has(comparable(text))) return above?.[index] ?? null;
      const read = cellText(value, column, decimal);
      if (read.isAmbiguous) faults.ambiguousNumber(name, text ?? "", cellPlace(sheet.name, row, at));
      return read.text;
    });
}

type FaultList = ReturnType<typeof faultList>;

/** The same fault down a column is told once, at its first place, with a count. */
function faultList(file: string) {
  const known = new Map<string, { count: number; readonly tell: (count: number) => Diagnostic }>();
  const add = (key: string, tell: (count: number) => Diagnostic): void => {
    const before = known.get(key);
    if (before === undefined) known.set(key, { count: 1, tell });
    else before.count += 1;
  };
  return {
    hiddenRow: (sheet: string, { row, label, filled }: SheetRow): void => {
      const span = { file, cell: cellPlace(sheet, row, filled[0] ?? 0) };
      add("hidden", (count) => warningAt("workbook/hidden-row", span, { row: row + 1, label }, { count }));
    },
    rowWithoutLabel: (sheet: WorkbookSheet, { row, filled }: SheetRow): void => {
      const column = filled[0] ?? 0;
      const value = valueText(valueAt(sheet, row, column)) ?? "";
      const span = { file, cell: cellPlace(sheet.name, row, column) };
      add("without label", (count) =>
        warningAt("workbook/row-without-label", span, { row: row + 1, value }, { count }),
      );
    },
    errorValue: (column: string, value: string, cell: string): void => {
      add(`error ${column}`, (count) => errorAt("workbook/error-value", { file, cell }, { column, value }, { count }));
    },
    ambiguousNumber: (column: string, value: string, cell: string): void => {
      add(`ambiguous ${column}`, (count) =>
        errorAt("data/ambiguous-number", { file, cell }, { column, value }, { count }),
      );
    },
    all: (): readonly Diagnostic[] => [...known.values()].map(({ count, tell }) => tell(count)),
  };
}

function mostFrequent(columns: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts].reduce<readonly [number, number] | undefined>(
    (most, next) => (most === undefined || next[1] > most[1] ? next : most),
    undefined,
  )?.[0];
}
