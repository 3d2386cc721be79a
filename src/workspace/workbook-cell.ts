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
 * Numbers come with `.` as the mark and no grouping. A number that stands in the sheet as text is read with the contract's
 * decimal mark; without one, a text with marks has no single meaning. Days and months come in the column's format.
 */
export function cellText(value: WorkbookValue, column: ColumnDeclaration, decimal: "." | "," | undefined): CellText {
  if (value instanceof Date) return { text: dateText(value, column), isAmbiguous: false };
  const text = valueText(value) ?? null;
  const isNumberColumn = column.type === "decimal" || column.type === "integer";
  if (text === null || typeof value !== "string" || !isNumberColumn || !/^[+-]?\d[\d., ]*$/.test(text)) return { text, isAmbiguous: false };
  const machine = machineNumber(text.replace(/^\+/, ""), decimal);
  return { text: machine ?? text, isAmbiguous: machine === undefined && decimal === undefined };
}

function machineNumber(text: string, decimal: "." | "," | undefined): string | undefined {
  if (/^-?\d+$/.test(text)) return text;
  if (decimal === undefined) return undefined;
  const grouping = decimal === "," ? "[. ]" : "[, ]";
  const shape = new RegExp(String.raw`^-?(?:\d+|\d{1,3}(?:${grouping}\d{3})+)(?:[${decimal}]\d+)?$`);
  return shape.test(text) ? text.replace(new RegExp(grouping, "g"), "").replace(decimal, ".") : undefined;
}

function dateText(value: Date, column: ColumnDeclaration): string | null {
  const text = valueText(value) ?? null;
  const [year, month, day] = (text ?? "").slice(0, 10).split("-");
  if (column.type === "month") return column.format === "MM/YYYY" ? `${month ?? ""}/${year ?? ""}` : `${year ?? ""}-${month ?? ""}`;
  if (column.type === "date" && column.format === "DD/MM/YYYY") return `${day ?? ""}/${month ?? ""}/${year ?? ""}`;
  return column.type === "date" ? (text?.slice(0, 10) ?? null) : text;
}
