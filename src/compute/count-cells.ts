/**
 * Cells that count: distinct values, and what is open at the end of each month. A project licensed in March is one project of
 * the quarter and of the year so far, and one of its division and of its section, so distinct values are counted anew for
 * every basis and level; they are never added up.
 */
import type { CellAggregate, CellQuery } from "../compile/plan.ts";
import { ancestorsOf } from "../model/classification.ts";
import { bases, monthOrdinal } from "../model/period.ts";
import type { CellSource } from "./cell-result.ts";
import { entryOf } from "./cell-result.ts";
import { cellSql, monthSql } from "./cell-sql.ts";
import type { CellEntry } from "./cells.ts";
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
  // Each row belongs to its month, quarter and year, and to the year so far of its month and those after it.
  const spans = `unnest(list_concat(
    [{'basis': 'month', 'until': month}, {'basis': 'quarter', 'until': month - month % 3 + 2}, {'basis': 'year', 'until': month - month % 12 + 11}],
    list_transform(range(month, month - month % 12 + 12), lambda each: {'basis': 'ytd', 'until': each::INTEGER})))`;
  const result = await engine.query(`
    SELECT ${levels.item}, territory, span.until, count(DISTINCT value)::VARCHAR, count(*), span.basis
    FROM (SELECT *, ${spans} AS span FROM (SELECT ${dimensions}, ${identifierSql(column)} AS value FROM ${from} WHERE ${where})) r ${levels.join}
    WHERE span.until <= ${String(last)} GROUP BY ALL ORDER BY ALL`);
  return result.rows.map((row) => entryOf(row, bases.find((basis) => basis === row[5]) ?? "month"));
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
