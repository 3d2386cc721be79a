/** A value of a sheet as the text that its column's type is read from. */
import type { ColumnDeclaration } from "./declarations/source.ts";
import type { WorkbookValue } from "./workbook-sheet.ts";
import { valueText } from "./workbook-sheet.ts";

export interface CellText {
  readonly text: string | null;
  /** A number written as text whose marks could group thousands or begin the decimals. */
  readonly isAmbiguous: boolean;
}

/**
 * Numbers come without grouping and with the contract's decimal mark, `.` where it declares none. A number that stands in
 * the sheet as text is read with that mark; without a declared one, a text with marks has no single meaning. Days and
 * months come in the column's format.
 */
export function cellText(value: WorkbookValue, column: ColumnDeclaration, decimal: "." | "," | undefined): CellText {
  if (value instanceof Date) return { text: dateText(value, column), isAmbiguous: false };
  const text = valueText(value) ?? null;
  const isNumberColumn = column.type === "decimal" || column.type === "integer";
  if (text === null || !isNumberColumn) return { text, isAmbiguous: false };
  if (typeof value === "number") return { text: text.replace(".", decimal ?? "."), isAmbiguous: false };
  if (!/^[+-]?\d[\d., ]*$/.test(text) || /^[+-]?\d+$/.test(text)) return { text, isAmbiguous: false };
  return decimal === undefined
    ? { text, isAmbiguous: true }
    : { text: withoutGroups(text, decimal), isAmbiguous: false };
}

/** `1.234,5` → `1234,5` for the mark `,`; a text that is no such number stays as it is. */
function withoutGroups(text: string, decimal: "." | ","): string {
  const grouping = decimal === "," ? "[. ]" : "[, ]";
  const grouped = new RegExp(String.raw`^[+-]?\d{1,3}(?:${grouping}\d{3})+(?:[${decimal}]\d+)?$`);
  return grouped.test(text) ? text.replace(new RegExp(grouping, "g"), "") : text;
}

function dateText(value: Date, column: ColumnDeclaration): string {
  const text = valueText(value) ?? "";
  const [year = "", month = "", day = ""] = text.slice(0, 10).split("-");
  if (column.type === "month") return column.format === "MM/YYYY" ? `${month}/${year}` : `${year}-${month}`;
  if (column.type === "date") return column.format === "DD/MM/YYYY" ? `${day}/${month}/${year}` : text.slice(0, 10);
  return text;
}
