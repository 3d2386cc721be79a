/** Every way in which the rows of a source break its contract: one scan counts the faults, and only a faulty column is looked at again. */
import type { CheckedSource } from "../check/checked.ts";
import { columnSql, decimalsOf } from "../compile/column-sql.ts";
import type { ColumnPlan, SourcePlan } from "../compile/plan.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Classification } from "../model/classification.ts";
import type { LocalText } from "../model/text.ts";
import { splitRecord } from "./csv-lines.ts";
import { identifierSql } from "./engine.ts";
import type { LoadContext } from "./load-source.ts";
import { markOf } from "./load-source.ts";
import type { OpenedFile } from "./source-reader.ts";

interface FaultSearch {
  readonly source: CheckedSource;
  readonly plan: SourcePlan;
  readonly raw: string;
  readonly codeTables: ReadonlyMap<string, string>;
  readonly openedFiles: readonly (OpenedFile | undefined)[];
  readonly context: LoadContext;
}

interface Test {
  readonly column: ColumnPlan;
  readonly code: DiagnosticCode;
  readonly condition: string;
}

/** The faults, one diagnostic a column and kind, at the first place with a count of the others. */
export async function findFaults(search: FaultSearch): Promise<readonly Diagnostic[]> {
  const { plan, raw, context } = search;
  const tests = plan.columns.flatMap((column) => testsOf(column, search));
  const diagnostics: Diagnostic[] = [];
  if (tests.length > 0) {
    const flags = tests.map(({ condition }, at) => `coalesce(${condition}, false) AS f${String(at)}`).join(", ");
    const sums = tests.map((_, at) => `count(*) FILTER (f${String(at)})`).join(", ");
    const counted = await context.engine.query(`SELECT ${sums} FROM (SELECT ${flags} FROM ${raw} r)`);
    const told = new Set<string>();
    for (const [at, test] of tests.entries()) {
      const count = Number(counted.rows[0]?.[at] ?? 0);
      // A text that is no number is also no number in range: the first fault of a column says enough.
      if (count === 0 || told.has(test.column.name)) continue;
      told.add(test.column.name);
      diagnostics.push(await faultOf(test, count, search));
    }
  }
  if (plan.key.length > 0 && diagnostics.length === 0) diagnostics.push(...(await duplicateKeys(search)));
  return diagnostics;
}

function testsOf(column: ColumnPlan, { plan, codeTables, openedFiles }: FaultSearch): readonly Test[] {
  const value = `r.${identifierSql(column.name)}`;
  const { faults } = columnSql(column, markOf(plan, openedFiles), codeTables.get(column.name));
  const tests = faults(value).map(({ code, condition }) => ({
    column,
    code,
    condition: `${value} IS NOT NULL AND (${condition})`,
  }));
  return column.declaration.optional === true
    ? tests
    : [{ column, code: "data/missing-value", condition: `${value} IS NULL` }, ...tests];
}

async function faultOf(test: Test, count: number, search: FaultSearch): Promise<Diagnostic> {
  const { raw, context, source } = search;
  const { name, declaration } = test.column;
  const first = await context.engine.query(
    `SELECT r._file, r._line, r.${identifierSql(name)} FROM ${raw} r WHERE ${test.condition} ORDER BY r._file, r._line LIMIT 1`,
  );
  const [file, line, text] = first.rows[0] ?? [0, 0, null];
  const value = text === null ? "" : String(text);
  const span = cellSpan(Number(file), Number(line), test.column, search);
  const more = { count, related: [source.declaration.spanOf(["columns", name], "key")] };
  switch (test.code) {
    case "data/missing-value":
      return errorAt(test.code, span, { column: name }, more);
    case "data/not-a-number":
      return errorAt(test.code, span, { column: name, value, mark: search.plan.decimalMark }, more);
    case "data/ambiguous-number":
    case "data/number-too-large":
      return errorAt(test.code, span, { column: name, value }, more);
    case "data/too-many-decimals":
      return errorAt(test.code, span, { column: name, value, decimals: decimalsOf(declaration) }, more);
    case "data/below-minimum":
      return errorAt(
        test.code,
        span,
        { column: name, value, minimum: "minimum" in declaration ? (declaration.minimum ?? 0) : 0 },
        more,
      );
    case "data/above-maximum":
      return errorAt(
        test.code,
        span,
        { column: name, value, maximum: "maximum" in declaration ? (declaration.maximum ?? 0) : 0 },
        more,
      );
    case "data/not-a-month":
      return errorAt(
        test.code,
        span,
        { column: name, value, format: declaration.type === "month" ? (declaration.format ?? "YYYY-MM") : "" },
        more,
      );
    case "data/not-a-date":
      return errorAt(
        test.code,
        span,
        { column: name, value, format: declaration.type === "date" ? (declaration.format ?? "YYYY-MM-DD") : "" },
        more,
      );
    case "data/unknown-code":
      return errorAt(test.code, span, unknownCode(value, test.column, context), more);
    default:
      throw new Error(`no message is made for ${test.code}`);
  }
}

function unknownCode(value: string, { name, declaration }: ColumnPlan, { classifications }: LoadContext) {
  const id = declaration.type === "code" ? declaration.classification : undefined;
  const classification = id === undefined ? undefined : classifications.get(id);
  const byName = declaration.type === "code" && declaration.match === "name";
  const items = [...(classification?.items.values() ?? [])];
  const candidates = byName
    ? items.map((item) => item.name.vi)
    : [...items.map(({ code }) => code), ...(declaration.type === "code" ? (declaration.values ?? []) : [])];
  const padded = candidates.find((code) => code.startsWith("0") && code.replace(/^0+/, "") === value);
  const near = padded ?? nearest(value, candidates);
  return {
    column: name,
    value,
    list: listName(classification, candidates),
    nearest: near,
    nearestName: near === undefined || byName ? undefined : classification?.items.get(near)?.name,
  };
}

function listName(classification: Classification | undefined, candidates: readonly string[]): LocalText {
  if (classification === undefined) return { vi: candidates.join(", "), en: candidates.join(", ") };
  const { title, version } = classification;
  return { vi: `${title.vi} (${version})`, en: `${title.en} (${version})` };
}

async function duplicateKeys(search: FaultSearch): Promise<readonly Diagnostic[]> {
  const { plan, raw, context } = search;
  const months = plan.files.map(({ month }) =>
    month === undefined ? "NULL" : `'${String(month.year)}-${String(month.month)}'`,
  );
  const keys = [
    ...plan.key.map((column) => `r.${identifierSql(column)}`),
    // Where the file's name gives the month, the same row may come every month.
    ...(plan.files.some(({ month }) => month !== undefined) ? [`[${months.join(", ")}][r._file + 1]`] : []),
  ].join(", ");
  const repeated = await context.engine.query(`SELECT 1 FROM ${raw} r GROUP BY ${keys} HAVING count(*) > 1 LIMIT 1`);
  if (repeated.rows.length === 0) return [];
  const values = plan.key.map((column) => `arg_max(r.${identifierSql(column)}, place)`).join(", ");
  const found = await context.engine.query(
    `SELECT arg_min(_file, place), arg_min(_line, place), arg_max(_file, place), arg_max(_line, place), ${values}, count(*) OVER () FROM (SELECT *, (_file, _line) AS place FROM ${raw}) r GROUP BY ${keys} HAVING count(*) > 1 ORDER BY 3, 4 LIMIT 1`,
  );
  const row = found.rows[0];
  if (row === undefined) return [];
  const [firstFile, firstLine, file, line, ...rest] = row;
  const count = Number(rest.at(-1));
  const column = plan.columns.find(({ name }) => name === plan.key[0]);
  if (column === undefined) return [];
  return [
    errorAt(
      "data/duplicate-key",
      cellSpan(Number(file), Number(line), column, search),
      { key: plan.key.join(", "), values: rest.slice(0, -1).map(String).join(", ") },
      { count, related: [cellSpan(Number(firstFile), Number(firstLine), column, search)] },
    ),
  ];
}

/** Where a cell stands: line and column of a text file, cell of a sheet, row of a Parquet file. */
function cellSpan(file: number, line: number, column: ColumnPlan, { plan, openedFiles, context }: FaultSearch): Span {
  const path = plan.files[file]?.path ?? "";
  const opened = openedFiles[file];
  if (opened?.kind === "rows") {
    return {
      file: path,
      cell: `${opened.sheet}!${opened.letters[opened.columns.indexOf(column.name)] ?? ""}${String(line)}`,
    };
  }
  if (opened?.kind !== "csv") return { file: path, start: { line, column: 1 } };
  const record = context.reader.recordText(path, line);
  const wanted = new Set([column.name, ...column.headers].map((text) => text.toLowerCase()));
  const at = opened.header.findIndex((text) => wanted.has(text.trim().toLowerCase()));
  const field = record === undefined ? undefined : splitRecord(record, plan.delimiter)[at];
  if (field === undefined) return { file: path, start: { line, column: 1 } };
  return { file: path, start: { line, column: field.start + 1 }, end: { line, column: field.end + 1 } };
}
