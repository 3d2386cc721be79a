/**
 * One column of a source as SQL: from the text that arrived to a typed value, and the faults it can have. A fault is a
 * condition on the text; where one holds the typed value is never used.
 */
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { ColumnDeclaration } from "../workspace/declarations/source.ts";
import type { ColumnPlan } from "./plan.ts";

/** What can be wrong with the text of a cell. */
export type CellFault = Extract<
  DiagnosticCode,
  | "data/missing-value"
  | "data/not-a-number"
  | "data/ambiguous-number"
  | "data/too-many-decimals"
  | "data/number-too-large"
  | "data/below-minimum"
  | "data/above-maximum"
  | "data/not-a-month"
  | "data/not-a-date"
  | "data/unknown-code"
>;

export interface ColumnSql {
  readonly type: string;
  /** The typed value, given the text as `raw`. */
  readonly typed: (raw: string) => string;
  /** Each fault with the condition under which a text has it; the first that holds is told. */
  readonly faults: (raw: string) => readonly { readonly code: CellFault; readonly condition: string }[];
}

/** The codes that a column may hold, as the engine knows them. */
export interface CodeType {
  /** An enumeration of what a cell may say. */
  readonly type: string;
  /** The codes these stand for, as a list in the same order; `undefined` where cells hold the codes themselves. */
  readonly codes: string | undefined;
}

const defaultDecimals = 6;

export function decimalsOf(column: ColumnDeclaration): number {
  return column.type === "decimal" ? (column.decimals ?? defaultDecimals) : 0;
}

/** Digits that a number of the column may have before its decimal mark. A short column sums on 64-bit integers; a long one needs 128, with room left for sums and products of many rows. */
export function wholeDigitsOf(column: ColumnDeclaration): number {
  const decimals = decimalsOf(column);
  return decimals <= 3 ? 18 - decimals : 18;
}

/**
 * A text of digits, with a point, as a decimal of so many digits before and after it; null where it has more before. The
 * engine reads decimals of more than 18 digits ten times slower than others, so what fits a shorter type is read as such.
 */
export function decimalSql(
  text: string,
  { whole, decimals }: { readonly whole: number; readonly decimals: number },
): string {
  const long = `DECIMAL(${String(whole + decimals)},${String(decimals)})`;
  if (whole + decimals <= 18) return `try_cast(${text} AS ${long})`;
  const short = `try_cast(${text} AS DECIMAL(18,${String(Math.min(18, decimals))}))`;
  const integer = `CASE WHEN contains(${text}, '.') THEN NULL ELSE try_cast(${text} AS BIGINT) END`;
  const shortEnough = decimals > 18 ? "" : `${short}, `;
  return `coalesce(${shortEnough}try_cast(${integer} AS ${long}), try_cast(${text} AS ${long}))`;
}

/** The column's SQL. `codes` are the allowed codes where the column takes codes of a list. */
export function columnSql(plan: ColumnPlan, mark: "." | "," | undefined, codes: CodeType | undefined): ColumnSql {
  const { declaration } = plan;
  switch (declaration.type) {
    case "text":
      return { type: "VARCHAR", typed: (raw) => `nfc_normalize(${raw})`, faults: () => [] };
    case "code":
      return codeSql(declaration, codes);
    case "decimal":
    case "integer":
      return numberSql(declaration, mark);
    case "month":
      return monthSql(declaration.format ?? "YYYY-MM");
    case "date":
      return dateSql(declaration.format ?? "YYYY-MM-DD");
  }
}

/** White space as JavaScript knows it, for the engine's regular expressions. */
const whiteSpace = "[\\s\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]+";

/** Spacing and case do not tell names apart; marks do. */
function comparableName(sql: string): string {
  return `lower(trim(regexp_replace(nfc_normalize(${sql}), '${whiteSpace}', ' ', 'g')))`;
}

function codeSql(declaration: Extract<ColumnDeclaration, { type: "code" }>, allowed: CodeType | undefined): ColumnSql {
  if (allowed === undefined) return { type: "VARCHAR", typed: (raw) => `nfc_normalize(${raw})`, faults: () => [] };
  const { type, codes } = allowed;
  const isComparable = declaration.match === "name" || declaration.aliases !== undefined;
  const name = (raw: string): string =>
    `try_cast(${isComparable ? comparableName(raw) : `nfc_normalize(${raw})`} AS ${type})`;
  return {
    type: codes === undefined ? type : "VARCHAR",
    typed: (raw) => (codes === undefined ? name(raw) : `${codes}[enum_code(${name(raw)})::BIGINT + 1]`),
    faults: (raw) => [{ code: "data/unknown-code", condition: `${name(raw)} IS NULL` }],
  };
}

function numberSql(
  declaration: Extract<ColumnDeclaration, { type: "decimal" | "integer" }>,
  mark: "." | "," | undefined,
): ColumnSql {
  const decimals = decimalsOf(declaration);
  const type = `DECIMAL(${String(wholeDigitsOf(declaration) + decimals)},${String(decimals)})`;
  const plain = (raw: string): string => {
    if (mark === ",") return `replace(replace(${raw}, '.', ''), ',', '.')`;
    if (mark === ".") return `replace(${raw}, ',', '')`;
    return `replace(${raw}, ',', '.')`;
  };
  const number = {
    ".": "^[-+]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?$",
    ",": "^[-+]?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d+)?$",
    none: "^[-+]?\\d+([.,]\\d+)?$",
  }[mark ?? "none"];
  const typed = (raw: string): string => decimalSql(plain(raw), { whole: wholeDigitsOf(declaration), decimals });
  return {
    type,
    typed,
    faults: (raw) => [
      { code: "data/not-a-number", condition: `NOT regexp_full_match(${raw}, '${number}')` },
      ...(mark === undefined
        ? [
            {
              code: "data/ambiguous-number" as const,
              condition: `regexp_full_match(${raw}, '^[-+]?[1-9]\\d{0,2}[.,]\\d{3}$')`,
            },
          ]
        : []),
      {
        code: "data/too-many-decimals",
        condition: `regexp_full_match(${plain(raw)}, '^.*\\.\\d{${String(decimals)}}\\d*[1-9]\\d*$')`,
      },
      { code: "data/number-too-large", condition: `${typed(raw)} IS NULL` },
      ...(declaration.minimum === undefined
        ? []
        : [{ code: "data/below-minimum" as const, condition: `${typed(raw)} < ${String(declaration.minimum)}` }]),
      ...(declaration.maximum === undefined
        ? []
        : [{ code: "data/above-maximum" as const, condition: `${typed(raw)} > ${String(declaration.maximum)}` }]),
    ],
  };
}

/** A month is kept as its ordinal (model/period.ts): year × 12 + month − 1. */
function monthSql(format: "YYYY-MM" | "MM/YYYY"): ColumnSql {
  const { pattern, year, month } =
    format === "YYYY-MM"
      ? { pattern: "^\\d{4}-(0[1-9]|1[0-2])$", year: "1, 4", month: "6, 2" }
      : { pattern: "^(0[1-9]|1[0-2])/\\d{4}$", year: "4, 4", month: "1, 2" };
  const part = (raw: string, at: string): string => `try_cast(substr(${raw}, ${at}) AS INTEGER)`;
  return {
    type: "INTEGER",
    typed: (raw) => `(${part(raw, year)} * 12 + ${part(raw, month)} - 1)`,
    faults: (raw) => [{ code: "data/not-a-month", condition: `NOT regexp_full_match(${raw}, '${pattern}')` }],
  };
}

function dateSql(format: "YYYY-MM-DD" | "DD/MM/YYYY"): ColumnSql {
  const iso = format === "YYYY-MM-DD";
  const pattern = iso ? "^\\d{4}-\\d{2}-\\d{2}$" : "^\\d{1,2}/\\d{1,2}/\\d{4}$";
  const typed = (raw: string): string =>
    iso ? `try_cast(${raw} AS DATE)` : `try_cast(try_strptime(${raw}, '%d/%m/%Y') AS DATE)`;
  return {
    type: "DATE",
    typed,
    faults: (raw) => [
      { code: "data/not-a-date", condition: `NOT regexp_full_match(${raw}, '${pattern}') OR ${typed(raw)} IS NULL` },
    ],
  };
}
