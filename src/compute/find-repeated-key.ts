/** Rows that the contract's key does not tell apart, in one file or in several. */
import type { ColumnPlan } from "../compile/plan.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { monthFromOrdinal, monthText } from "../model/period.ts";
import { cellSpan } from "./cell-span.ts";
import type { EngineValue } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import type { FaultSearch } from "./find-faults.ts";
import { sourceTable } from "./loaded-source.ts";

/** One diagnostic at the first repetition, with the row it repeats and the number of keys that are repeated. */
export async function findRepeatedKey({
  source,
  plan,
  openedFiles,
  context,
}: FaultSearch): Promise<readonly Diagnostic[]> {
  const { engine, reader } = context;
  const columns = plan.key.flatMap((name) => plan.columns.find((column) => column.name === name) ?? []);
  if (columns.length === 0) return [];
  // Where the file's name gives the month, the same row may come every month.
  const isMonthly = plan.files.some(({ month }) => month !== undefined);
  const keys = [...plan.key.map(identifierSql), ...(isMonthly ? ["_month"] : [])].join(", ");
  const table = sourceTable(plan.id);
  const repeated = await engine.query(`SELECT 1 FROM ${table} GROUP BY ${keys} HAVING count(*) > 1 LIMIT 1`);
  if (repeated.rows.length === 0) return [];
  const found = await engine.query(`
    WITH repeated AS (
      SELECT ${keys}, list_sort(list({'file': _file, 'line': _line})) AS places, count(*) OVER () AS keys
      FROM ${table} GROUP BY ${keys} HAVING count(*) > 1)
    SELECT places[1].file, places[1].line, places[2].file, places[2].line, keys, ${columns.map(({ name }) => `${identifierSql(name)}::VARCHAR`).join(", ")}
    FROM repeated ORDER BY 3, 4 LIMIT 1`);
  const [firstFile, firstLine, file, line, count, ...values] = found.rows[0] ?? [];
  const places = { plan, openedFiles, reader };
  const params = {
    key: plan.key,
    values: values.map((value, at) => keyText(value, columns[at])),
  };
  const keySpan = (at: EngineValue | undefined, row: EngineValue | undefined): Span =>
    spanAround(columns.map((column) => cellSpan(Number(at), Number(row), column, places)));
  const span = keySpan(file, line);
  const related = [keySpan(firstFile, firstLine), source.declaration.spanOf(["key"])];
  return [errorAt("data/duplicate-key", span, params, { count: Number(count), related })];
}

/** From the first of some cells of a row to the last; the first alone where they have no columns or stand on several lines. */
function spanAround(cells: readonly Span[]): Span {
  const sorted = [...cells].sort((a, b) => (a.start?.column ?? 0) - (b.start?.column ?? 0));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined) throw new Error("a key has no columns");
  const lines = new Set(cells.flatMap(({ start, end }) => [start?.line, end?.line]));
  return lines.size > 1 || last?.end === undefined ? first : { ...first, end: last.end };
}

function keyText(value: EngineValue, column: ColumnPlan | undefined): string {
  if (value === null) return "";
  return column?.declaration.type === "month" ? monthText(monthFromOrdinal(Number(value))) : String(value);
}
