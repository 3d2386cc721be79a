/**
 * Cells that count: distinct values, and what is open at the end of each month. A project licensed in March is one project of
 * the quarter and of the year so far, and one of its division and of its section, so distinct values are counted anew for
 * every basis and level; they are never added up.
 */
import type { CellAggregate, CellQuery } from "../compile/plan.ts";
import { ancestorsOf } from "../model/classification.ts";
import { monthOrdinal, type Basis } from "../model/period.ts";
import { rational, zero } from "../model/rational.ts";
import type { CellSource } from "./cell-result.ts";
import { entryOf } from "./cell-result.ts";
import { cellSql, monthSql } from "./cell-sql.ts";
import type { CellEntry } from "./cells.ts";
import type { EngineValue } from "./engine.ts";
import { identifierSql } from "./engine.ts";

/** Distinct values of a column for every basis that a month ends. */
export async function distinctEntries(
  query: CellQuery,
  column: string,
  context: CellSource,
): Promise<readonly CellEntry[]> {
  const { plan, source, engine } = context;
  const last = monthOrdinal(plan.last);
  const { from, dimensions, where } = cellSql(query, source, plan.territory, last);
  const levels = await levelsSql(query, context);
  // A value is one of the quarter and of the year in the first of their months that has it.
  const firstOf = (months: number): string =>
    `month = min(month) OVER (PARTITION BY item, territory, value, month // ${String(months)})`;
  const result = await engine.query(`
    SELECT item, territory, month, count(*), count(*) FILTER (in_quarter), count(*) FILTER (in_year), sum(n)::BIGINT
    FROM (SELECT *, ${firstOf(3)} AS in_quarter, ${firstOf(12)} AS in_year
      FROM (SELECT ${levels.item} AS item, territory, month, value, count(*) AS n
        FROM (SELECT ${dimensions}, ${identifierSql(column)} AS value FROM ${from} WHERE ${where}) r ${levels.join} GROUP BY ALL))
    GROUP BY ALL ORDER BY ALL`);
  const series = Map.groupBy(result.rows, ([item, territory]) => JSON.stringify([item, territory]));
  return [...series.values()].flatMap((rows) => entriesOf(rows, last));
}

/** The months of one item and territory, added up to quarters and years. */
function entriesOf(rows: readonly (readonly EngineValue[])[], last: number): readonly CellEntry[] {
  const [item, territory] = (rows[0] ?? []).map(String);
  const entries: CellEntry[] = [];
  const put = (month: number, basis: Basis, counted: number, behind: number): void => {
    if (month > last) return;
    const place = { item: item ?? "", territory: territory ?? "", month, basis };
    entries.push({ ...place, value: rational(counted), rows: behind, imputed: zero });
  };
  for (const [, , month, counted, , , behind] of rows) put(Number(month), "month", Number(counted), Number(behind));
  for (const [quarter, own] of Map.groupBy(rows, ([, , month]) => Math.floor(Number(month) / 3))) {
    put(quarter * 3 + 2, "quarter", sumOf(own, 4), sumOf(own, 6));
  }
  for (const [year, own] of Map.groupBy(rows, ([, , month]) => Math.floor(Number(month) / 12))) {
    put(year * 12 + 11, "year", sumOf(own, 5), sumOf(own, 6));
    const first = Math.min(...own.map(([, , month]) => Number(month)));
    for (let month = first; month <= year * 12 + 11; month += 1) {
      const soFar = own.filter(([, , at]) => Number(at) <= month);
      put(month, "ytd", sumOf(soFar, 5), sumOf(soFar, 6));
    }
  }
  return entries;
}

function sumOf(rows: readonly (readonly EngineValue[])[], column: number): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

/** What is open at the end of each month of the calendar, and of the year before it for comparison. */
export async function openEntries(
  query: CellQuery,
  { closed, count }: Extract<CellAggregate, { kind: "open" }>,
  context: CellSource,
): Promise<readonly CellEntry[]> {
  const { plan, source, engine } = context;
  const last = monthOrdinal(plan.last);
  const { from, dimensions, where } = cellSql(query, source, plan.territory, last);
  const levels = await levelsSql(query, context);
  const value = count === undefined ? "1" : identifierSql(count);
  const ended = closed === undefined ? "NULL::INTEGER" : monthSql(closed, source);
  const counted = count === undefined ? "count(*)" : "count(DISTINCT value)";
  const result = await engine.query(`
    SELECT ${levels.item}, territory, m.until, ${counted}::VARCHAR, count(*)
    FROM (SELECT ${dimensions}, ${ended} AS ended, ${value} AS value FROM ${from} WHERE ${where}) r ${levels.join}
    JOIN (SELECT unnest(range(${String(monthOrdinal(plan.first) - 12)}, ${String(last + 1)})) AS until) m
      ON r.month <= m.until AND (r.ended IS NULL OR r.ended > m.until)
    GROUP BY ALL ORDER BY ALL`);
  return result.rows.map((row) => entryOf(row, "end"));
}

/** Counts every row under its item and under all items above it, where the classification has several levels. */
async function levelsSql(
  { id, item, classification }: CellQuery,
  { engine, classifications }: CellSource,
): Promise<{ readonly item: string; readonly join: string }> {
  const list = item === undefined || classification === undefined ? undefined : classifications.get(classification);
  if (list === undefined || list.children.size === 0) return { item: "r.item", join: "" };
  const table = `above_${id}`;
  const pairs = [...list.items.keys()].flatMap((code) => ancestorsOf(list, code).map((above) => [code, above]));
  await engine.fill(table, ["code", "above"], pairs);
  return { item: "levels.above", join: `JOIN ${identifierSql(table)} levels ON levels.code = r.item::VARCHAR` };
}
