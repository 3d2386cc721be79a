/**
 * One column of a source as SQL: from the text that arrived to a typed value, and the faults it can have. A fault is a
 * condition on the text; where one holds the typed value is never used.
 */
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { ColumnDeclaration } from "../workspace/declarations/source.ts";
import type { ColumnPlan } from "./plan.ts";

export interface ColumnSql {
  readonly type: string;
  /** The typed value, given the text as `raw`. */
  readonly typed: (raw: string) => string;
  /** Each fault with the condition under which a text has it; the first that holds is told. */
  readonly faults: (raw: string) => readonly { readonly code: DiagnosticCode; readonly condition: string }[];
}

const defaultDecimals = 6;

export function decimalsOf(column: ColumnDeclaration): number {
  return column.type === "decimal" ? (column.decimals ?? defaultDecimals) : 0;
}

/** The column's SQL. `codes` names a table of allowed codes (and, for `match: name`, of names and their codes) where the column takes codes. */
export function columnSql(plan: ColumnPlan, mark: "." | "," | undefined, codes: string | undefined): ColumnSql {
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

/** Spacing and case do not tell names apart; marks do. */
export function comparableName(sql: string): string {
  return `lower(trim(regexp_replace(nfc_normalize(${sql}), '\\s+', ' ', 'g')))`;
}

function codeSql(declaration: Extract<ColumnDeclaration, { type: "code" }>, codes: string | undefined): ColumnSql {
  if (codes === undefined) return { type: "VARCHAR", typed: (raw) => raw, faults: () => [] };
  const key = (raw: string): string =>
    declaration.match === "name" || declaration.aliases !== undefined ? comparableName(raw) : raw;
  return {
    type: "VARCHAR",
    typed: (raw) => `(SELECT code FROM ${codes} WHERE name = ${key(raw)})`,
    faults: (raw) => [{ code: "data/unknown-code", condition: `${key(raw)} NOT IN (SELECT name FROM ${codes})` }],
  };
}

function numberSql(
  declaration: Extract<ColumnDeclaration, { type: "decimal" | "integer" }>,
  mark: "." | "," | undefined,
): ColumnSql {
  const decimals = decimalsOf(declaration);
  // A short column sums on 64-bit integers; a long one needs 128.
  const type = decimals <= 3 ? `DECIMAL(18,${String(decimals)})` : `DECIMAL(38,${String(decimals)})`;
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
  const typed = (raw: string): string => `try_cast(${plain(raw)} AS ${type})`;
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
  const [pattern, year, month] =
    format === "YYYY-MM" ? ["^\\d{4}-(0[1-9]|1[0-2])$", [1, 4], [6, 2]] : ["^(0[1-9]|1[0-2])/\\d{4}$", [4, 4], [1, 2]];
  const part = (raw: string, at: unknown): string =>
    `try_cast(substr(${raw}, ${(at as readonly number[]).join(", ")}) AS INTEGER)`;
  return {
    type: "INTEGER",
    typed: (raw) => `(${part(raw, year)} * 12 + ${part(raw, month)} - 1)`,
    faults: (raw) => [{ code: "data/not-a-month", condition: `NOT regexp_full_match(${raw}, '${String(pattern)}')` }],
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
