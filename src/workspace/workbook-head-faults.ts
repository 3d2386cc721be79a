/** What a table's head can get wrong: a unit not stated, a column missing, twice there, or claimed by two. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { ColumnDeclaration, SourceDeclaration } from "./declarations/source.ts";
import type { TableLayout } from "./declarations/table-layout.ts";
import type { TableHead, WantedColumn } from "./workbook-header.ts";
import { declaredTexts } from "./workbook-sheet-choice.ts";
import type { WorkbookSheet } from "./workbook-sheet.ts";
import { cellPlace, columnLetter, valueAt, valueText } from "./workbook-sheet.ts";
import type { PeriodWords } from "./workbook-text.ts";
import { comparable, spelledOut, textPattern } from "./workbook-text.ts";
import type { Located } from "./workspace.ts";

export interface TablePlace {
  readonly contract: Located<SourceDeclaration>;
  readonly file: string;
  readonly sheet: WorkbookSheet;
  readonly words: PeriodWords;
}

/** The unit must be stated above the data in a cell of its own, bare, in brackets or after "Đơn vị tính:". */
function unitFaults(
  head: TableHead,
  layout: TableLayout,
  { contract, file, sheet, words }: TablePlace,
): readonly Diagnostic[] {
  const units = declaredTexts(layout.unit);
  const patterns = units.map((unit) => textPattern(`[(] [Đơn vị tính|Đơn vị|ĐVT] [:] ${unit} [)]`, words));
  const above = sheet.rows
    .slice(0, head.lastRow + 1)
    .flat()
    .flatMap((value) => valueText(value) ?? []);
  if (units.length === 0 || above.some((text) => patterns.some((pattern) => pattern.matches(text)))) return [];
  const params = { sheet: sheet.name, units };
  const related = [contract.spanOf(["table", "unit"])];
  return [
    errorAt("workbook/unit-not-found", { file, cell: cellPlace(sheet.name, head.firstRow, 0) }, params, { related }),
  ];
}

/** Columns that the head does not have, has twice, or that two of the contract's columns claim. In January the months so far are the month. */
export function headFaults(
  head: TableHead | undefined,
  wanted: readonly WantedColumn[],
  layout: TableLayout,
  place: TablePlace,
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
  const diagnostics: Diagnostic[] = [...unitFaults(head, layout, place)];
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
        .map(([at, text]) => ({
          letter: columnLetter(at),
          text: [text, ...textsBelow(sheet, head.lastRow, at)].join(" "),
        }));
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

/** What stands right below the head in a column: the rest of a text that no wanted column made it reach for. */
function textsBelow(sheet: WorkbookSheet, row: number, column: number): readonly string[] {
  const value = valueAt(sheet, row + 1, column);
  const text = typeof value === "string" ? valueText(value) : undefined;
  return text === undefined ? [] : [text, ...textsBelow(sheet, row + 1, column)];
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

/** The texts that may head a column: its own name where none is declared. */
export function headersOf(name: string, column: ColumnDeclaration): readonly string[] {
  return column.header === undefined ? [name] : typeof column.header === "string" ? [column.header] : column.header;
}
