/**
 * One table of a workbook, found and read as its contract says: workbook sheets → a table of text, every row and column
 * with its place in the sheet. What a text means (a code, a number within its limits) is checked by whoever loads the
 * table; here only what a sheet can get wrong is told: no such sheet, no such column, a formula that failed.
 */
import type { Diagnostic, Parsed, Span } from "../diagnostics/diagnostic.ts";
import { errorAt, hasErrors } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Month } from "../model/period.ts";
import type { ColumnDeclaration, SourceDeclaration } from "./declarations/source.ts";
import type { TableLayout } from "./declarations/table-layout.ts";
import type { TableHead, WantedColumn } from "./workbook-header.ts";
import { findTableHead } from "./workbook-header.ts";
import { readTableRows } from "./workbook-rows.ts";
import { findTableSheet } from "./workbook-sheet-choice.ts";
import type { WorkbookSheet } from "./workbook-sheet.ts";
import { cellPlace, columnLetter } from "./workbook-sheet.ts";
import type { PeriodWords } from "./workbook-text.ts";
import { comparable, periodPlaceholdersIn, periodWords, spelledOut, textPattern } from "./workbook-text.ts";
import type { Located } from "./workspace.ts";

export interface TextTable {
  /** The contract's columns, in its order. */
  readonly columns: readonly string[];
  /** The letter of each in the sheet; of a column that is no column there (a section, a date), the letter where it was read. */
  readonly letters: readonly string[];
  /**
   * Cells as text, `null` where empty. Numbers have the contract's decimal mark, `.` where it declares none, and no
   * grouping; a number keeps every digit that tells it from its neighbours. `row` is the sheet's, 1-based.
   */
  readonly rows: readonly TextRow[];
  readonly sheet: string;
}

export interface TextRow {
  readonly cells: readonly (string | null)[];
  readonly row: number;
}

/**
 * Reads the table that `contract.table` describes from the sheets of one workbook. `month` is the month of the file, which
 * the placeholders in header texts speak of. The value is `undefined` where a diagnostic is an error.
 */
export function readWorkbookTable(
  sheets: readonly WorkbookSheet[],
  contract: Located<SourceDeclaration>,
  file: string,
  month: Month | undefined,
): Parsed<TextTable | undefined> {
  const layout = contract.value.table;
  if (layout === undefined) {
    return { value: undefined, diagnostics: [errorAt("source/table-missing", contract.spanOf(["files"]), { file })] };
  }
  const contractFaults = layoutFaults(contract, layout);
  if (contractFaults.length > 0) return { value: undefined, diagnostics: contractFaults };
  const words: PeriodWords = month === undefined ? new Map() : periodWords(month);
  const unknown = month === undefined ? placeholdersWithoutMonth(contract) : [];
  if (unknown.length > 0) return { value: undefined, diagnostics: unknown };

  const chosen = findTableSheet(sheets, layout, words, { contract, file });
  if (chosen.value === undefined) return { value: undefined, diagnostics: chosen.diagnostics };
  const { sheet, date } = chosen.value;

  const columns = Object.entries(contract.value.columns);
  const wanted = columns
    .filter(([name]) => isHeaded(name, layout))
    .map(([name, column]) => wantedColumn(name, column, words));
  const isVisible = (column: number) => layout.hidden === "read" || !sheet.hiddenColumns.has(column);
  const head = findTableHead(sheet, wanted, isVisible);
  const place: Place = { contract, file, sheet, words };
  const faults = headFaults(head, wanted, layout, place, month?.month === 1);
  if (head === undefined || hasErrors(faults))
    return { value: undefined, diagnostics: [...chosen.diagnostics, ...faults] };

  const read = readTableRows({ sheet, layout, words, head, columns, date, file, decimal: contract.value.decimal });
  const diagnostics = [...chosen.diagnostics, ...faults, ...read.diagnostics];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return {
    value: {
      columns: columns.map(([name]) => name),
      letters: read.value.letters,
      rows: read.value.rows,
      sheet: sheet.name,
    },
    diagnostics,
  };
}

/** Whether a column is found by a header text, rather than filled from the rows' labels, sections or the title. */
function isHeaded(name: string, layout: TableLayout): boolean {
  return name !== layout.label && name !== layout.sections?.column && name !== layout.date;
}

function headersOf(name: string, column: ColumnDeclaration): readonly string[] {
  return column.header === undefined ? [name] : typeof column.header === "string" ? [column.header] : column.header;
}

function wantedColumn(name: string, column: ColumnDeclaration, words: PeriodWords): WantedColumn {
  return { name, patterns: headersOf(name, column).map((header) => textPattern(header, words)) };
}

/** Columns that the layout names and the contract does not have. */
function layoutFaults(contract: Located<SourceDeclaration>, layout: TableLayout): readonly Diagnostic[] {
  const known = Object.keys(contract.value.columns);
  const named: readonly (readonly [readonly (string | number)[], string | undefined])[] = [
    [["label"], layout.label],
    [["sections", "column"], layout.sections?.column],
    [["date"], layout.date],
    ...(layout.absent ?? []).map((column, at) => [["absent", at], column] as const),
  ];
  return named.flatMap(([path, column]) =>
    column === undefined || known.includes(column)
      ? []
      : [
          errorAt("source/unknown-column", contract.spanOf(["table", ...path]), {
            column,
            known,
            meant: nearest(column, known),
          }),
        ],
  );
}

function placeholdersWithoutMonth(contract: Located<SourceDeclaration>): readonly Diagnostic[] {
  return Object.entries(contract.value.columns).flatMap(([name, column]) => {
    const placeholder = headersOf(name, column).flatMap(periodPlaceholdersIn)[0];
    return placeholder === undefined
      ? []
      : [
          errorAt("workbook/month-unknown", contract.spanOf(["columns", name, "header"]), {
            column: name,
            placeholder: `{${placeholder}}`,
          }),
        ];
  });
}

interface Place {
  readonly contract: Located<SourceDeclaration>;
  readonly file: string;
  readonly sheet: WorkbookSheet;
  readonly words: PeriodWords;
}

/** Columns that the head does not have, has twice, or that two of the contract's columns claim. In January the months so far are the month. */
function headFaults(
  head: TableHead | undefined,
  wanted: readonly WantedColumn[],
  layout: TableLayout,
  place: Place,
  isJanuary: boolean,
): readonly Diagnostic[] {
  const { contract, file, sheet, words } = place;
  const spanAt = (column: number): Span => ({ file, cell: cellPlace(sheet.name, head?.firstRow ?? 0, column) });
  if (head === undefined) {
    return [
      errorAt(
        "workbook/table-not-found",
        { file, cell: cellPlace(sheet.name, 0, 0) },
        { sheet: sheet.name, columns: wanted.map(({ name }) => name) },
        { related: [contract.spanOf(["columns"], "key")] },
      ),
    ];
  }
  const diagnostics: Diagnostic[] = [];
  const takenBy = new Map<number, string>();
  const taken = new Set([...head.columns.values()].flat());
  for (const { name } of wanted) {
    const [column, ...others] = head.columns.get(name) ?? [];
    const related = [contract.spanOf(["columns", name, "header"])];
    if (column === undefined) {
      if (layout.absent?.includes(name) === true) continue;
      const declared = contract.value.columns[name];
      const headers =
        declared === undefined ? [] : headersOf(name, declared).map((header) => spelledOut(header, words));
      const found = [...head.texts]
        .filter(([at]) => !taken.has(at))
        .map(([at, text]) => ({ letter: columnLetter(at), text }));
      diagnostics.push(
        errorAt(
          "workbook/header-not-found",
          spanAt(0),
          {
            column: name,
            headers,
            found,
            nearest: likest(
              headers,
              found.map(({ text }) => text),
            ),
          },
          { related },
        ),
      );
      continue;
    }
    if (others.length > 0) {
      const letters = [column, ...others].map(columnLetter);
      diagnostics.push(
        errorAt(
          "workbook/header-repeated",
          spanAt(column),
          { column: name, header: head.texts.get(column) ?? "", letters },
          { related },
        ),
      );
    }
    const other = takenBy.get(column);
    if (other !== undefined && !isJanuary) {
      diagnostics.push(
        errorAt(
          "workbook/header-shared",
          spanAt(column),
          { column: name, other, header: head.texts.get(column) ?? "" },
          { related },
        ),
      );
    }
    takenBy.set(column, name);
  }
  return diagnostics;
}

/** The found text that shares the most words with one of the wanted texts, where that is more than half of them. */
function likest(wanted: readonly string[], found: readonly string[]): string | undefined {
  let best: { readonly text: string; readonly share: number } | undefined;
  for (const text of found) {
    const words = new Set(text.split(" ").map(comparable));
    for (const header of wanted) {
      const asked = header
        .replace(/[[\]|]/g, " ")
        .split(/\s+/)
        .map(comparable);
      const share = asked.filter((word) => words.has(word)).length / Math.max(asked.length, words.size);
      if (share > 0.5 && (best === undefined || share > best.share)) best = { text, share };
    }
  }
  return best?.text;
}
