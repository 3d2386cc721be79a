/**
 * One table of a workbook, found and read as its contract says: workbook sheets → a table of text, every row and column
 * with its place in the sheet. What a text means (a code, a number within its limits) is checked by whoever loads the
 * table; here only what a sheet can get wrong is told: no such sheet, no such column, a formula that failed.
 */
import type { Diagnostic, Parsed } from "../diagnostics/diagnostic.ts";
import { errorAt, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Month } from "../model/period.ts";
import type { ColumnDeclaration, SourceDeclaration } from "./declarations/source.ts";
import type { TableLayout } from "./declarations/table-layout.ts";
import type { TablePlace } from "./workbook-head-faults.ts";
import { headersOf, headFaults } from "./workbook-head-faults.ts";
import type { WantedColumn } from "./workbook-header.ts";
import { findTableHead } from "./workbook-header.ts";
import { readTableRows } from "./workbook-rows.ts";
import { findTableSheet } from "./workbook-sheet-choice.ts";
import type { WorkbookSheet } from "./workbook-sheet.ts";
import type { PeriodWords } from "./workbook-text.ts";
import { periodPlaceholdersIn, periodWords, textPattern } from "./workbook-text.ts";
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
 * Reads the table that `contract.table` describes from the sheets of one workbook; the contract has been checked. `month`
 * is the month of the file, which the placeholders in header texts speak of. The value is `undefined` where a diagnostic is an error.
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
  const words: PeriodWords = month === undefined ? new Map() : periodWords(month);

  const chosen = findTableSheet(sheets, layout, words, { contract, file });
  if (chosen.value === undefined) return { value: undefined, diagnostics: chosen.diagnostics };
  const { sheet, date } = chosen.value;

  const columns = Object.entries(contract.value.columns);
  const wanted = columns
    .filter(([name]) => isHeaded(name, layout))
    .map(([name, column]) => wantedColumn(name, column, words));
  const isVisible = (column: number) => layout.hidden === "read" || !sheet.hiddenColumns.has(column);
  const head = findTableHead(sheet, wanted, isVisible);
  const place: TablePlace = { contract, file, sheet, words };
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

function wantedColumn(name: string, column: ColumnDeclaration, words: PeriodWords): WantedColumn {
  return { name, patterns: headersOf(name, column).map((header) => textPattern(header, words)) };
}

/** Headers that speak of the file's month, in a contract whose files' names do not give one. */
export function headersWithoutMonth(contract: Located<SourceDeclaration>): readonly Diagnostic[] {
  if (contract.value.table === undefined || contract.value.months?.file !== undefined) return [];
  return Object.entries(contract.value.columns).flatMap(([name, column]) => {
    const placeholder = headersOf(name, column).flatMap(periodPlaceholdersIn)[0];
    if (placeholder === undefined) return [];
    const params = { column: name, placeholder: `{${placeholder}}` };
    return [errorAt("workbook/month-unknown", contract.spanOf(["columns", name, "header"]), params)];
  });
}
