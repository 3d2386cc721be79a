/**
 * Cells of product quantities (methods.md 1.3, 1.6). The engine adds up what was reported, pairs each unit's months and lists
 * the gaps; filling them is in impute-quantities.ts.
 */
import { decimalsOf } from "../compile/column-sql.ts";
import type { CellAggregate, CellQuery, SourcePlan } from "../compile/plan.ts";
import { monthOrdinal } from "../model/period.ts";
import type { CellResult, CellSource } from "./cell-result.ts";
import { entryOf } from "./cell-result.ts";
import type { CellEntry } from "./cells.ts";
import { cellSet } from "./cells.ts";
import { cellSql } from "./cell-sql.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import { exact } from "./exact.ts";
import type { Gap, Matched } from "./impute-quantities.ts";
import { fillGaps, placeOf } from "./impute-quantities.ts";

export async function quantityCells(
  query: CellQuery,
  aggregate: Extract<CellAggregate, { kind: "quantities" }>,
  { plan, source, engine }: CellSource,
): Promise<CellResult> {
  const last = monthOrdinal(plan.last);
  const { from, dimensions, where } = cellSql(query, source, plan.territory, last);
  const quantity = identifierSql(aggregate.column);
  const reported = await engine.query(
    `SELECT ${dimensions}, sum(${quantity})::VARCHAR, count(*) FROM ${from} WHERE ${where} GROUP BY ALL ORDER BY ALL`,
  );
  const entries = new Map<string, CellEntry>();
  for (const row of reported.rows) {
    const entry = entryOf(row, "month");
    entries.set(placeOf(entry), entry);
  }
  if (!aggregate.impute || aggregate.establishment === undefined) {
    return { cells: cellSet(query.id, [...entries.values()]), imputed: [], strata: [], diagnostics: [] };
  }
  const unit = identifierSql(aggregate.establishment);
  // One return a unit and month, however many rows it has.
  const returns = `(SELECT ${dimensions}, ${unit} AS unit, min(${groupSql(aggregate.groups)}) AS grp, sum(${quantity}) AS q FROM ${from} WHERE ${where} GROUP BY ALL)`;
  const gaps = await readGaps(returns, last, engine);
  const matched = gaps.length === 0 ? new Map<string, readonly Matched[]>() : await readMatched(returns, engine);
  const { imputed, diagnostics } = fillGaps({
    query,
    plan,
    gaps,
    matched,
    entries,
    decimals: quantityDecimals(source, aggregate.column),
  });
  return { cells: cellSet(query.id, [...entries.values()]), imputed, strata: [], diagnostics };
}

function quantityDecimals(source: SourcePlan, column: string): number {
  const declared = source.columns.find(({ name }) => name === column)?.declaration;
  return declared === undefined ? 0 : decimalsOf(declared);
}

function groupSql(groups: readonly string[]): string {
  if (groups.length === 0) return "''";
  return `concat_ws(chr(31), ${groups.map((name) => `coalesce(${identifierSql(name)}::VARCHAR, '')`).join(", ")})`;
}

async function readGaps(returns: string, last: number, engine: EngineLane): Promise<readonly Gap[]> {
  const result = await engine.query(`
    SELECT item, territory, unit, grp, month, q::VARCHAR, coalesce(next, ${String(last + 1)}) FROM (
      SELECT *, lead(month) OVER (PARTITION BY item, territory, unit ORDER BY month) AS next FROM ${returns})
    WHERE coalesce(next, ${String(last + 1)}) > month + 1 ORDER BY ALL`);
  return result.rows.map(([item, territory, unit, group, month, quantity, next]) => ({
    item: String(item),
    territory: String(territory),
    establishment: String(unit),
    group: String(group),
    lastReported: Number(month),
    quantity: exact(quantity ?? null),
    until: Number(next),
  }));
}

/** Σ q_t and Σ q_t−1 over the units that reported both months, by product, group and month. */
async function readMatched(returns: string, engine: EngineLane): Promise<ReadonlyMap<string, readonly Matched[]>> {
  const result = await engine.query(`
    SELECT item, territory, month, grp, sum(before)::VARCHAR, sum(q)::VARCHAR FROM (
      SELECT *, lag(q) OVER w AS before, lag(month) OVER w AS earlier FROM ${returns}
      WINDOW w AS (PARTITION BY item, territory, unit ORDER BY month))
    WHERE earlier = month - 1 GROUP BY item, territory, month, grp ORDER BY ALL`);
  const matched = new Map<string, Matched[]>();
  for (const [item, territory, month, group, previous, current] of result.rows) {
    const key = placeOf({ item: String(item), territory: String(territory), month: Number(month) });
    const entry = { group: String(group), previous: exact(previous ?? null), current: exact(current ?? null) };
    const so = matched.get(key);
    if (so === undefined) matched.set(key, [entry]);
    else so.push(entry);
  }
  return matched;
}
