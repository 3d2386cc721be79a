/** A sheet of a workbook as it arrived: values without styles. io/ fills it; reading a table from it is in workbook-table.ts. */

export type WorkbookValue = string | number | boolean | Date | null;

/** 0-based, both corners included. */
export interface MergedCells {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Row 1 of the sheet is at 0; rows may be shorter than others. */
  readonly rows: readonly (readonly WorkbookValue[])[];
  readonly merges: readonly MergedCells[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `12. FDI!B14`, from 0-based row and column. */
export function cellPlace(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnLetter(column)}${String(row + 1)}`;
}

/** The value at a place; outside the sheet there is nothing. */
export function valueAt(sheet: WorkbookSheet, row: number, column: number): WorkbookValue {
  return sheet.rows[row]?.[column] ?? null;
}

/** What a formula that failed leaves in its cell. */
export function isErrorValue(value: WorkbookValue): value is string {
  return (
    typeof value === "string" &&
    /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)$/.test(
      value,
    )
  );
}

/** The value as text: line breaks and runs of spaces are one space, a number is its shortest decimal form without exponent, a date is ISO. Empty is `undefined`. */
export function valueText(value: WorkbookValue): string | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") {
    const text = value.normalize("NFC").replace(/\s+/gu, " ").trim();
    return text === "" ? undefined : text;
  }
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return dateText(value);
}

/** A day as `2024-09-30`; a moment within it keeps its time. */
function dateText(value: Date): string {
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

/** 1.5e-7 → 0.00000015: the digits that tell this double from its neighbours, written out. */
export function numberText(value: number): string {
  const [mantissa = "", exponent] = String(Object.is(value, -0) ? 0 : value).split("e");
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const power = Number(exponent);
  if (power < 0) return `${sign}0.${"0".repeat(-power - whole.length)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(power, "0")}`;
}
