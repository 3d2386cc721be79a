/** Runs one cell query: the engine sums the rows exactly (decimals and integers only), the result is a handful of cells. */
import type { CellQuery, Plan, SourcePlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decimalToRational, parseDecimal } from "../model/decimal.ts";
import { monthOrdinal, type Basis } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { multiply, rational, zero } from "../model/rational.ts";
import type { CellEntry, CellSet } from "./cells.ts";
import { cellSet } from "./cells.ts";
import { cellSql, monthSql } from "./cell-sql.ts";
import type { Engine, EngineValue } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import type { ImputedReturn } from "./impute-quantities.ts";
import { quantityCells } from "./impute-quantities.ts";
import type { SurveyStratum } from "./survey-cells.ts";
import { surveyCells } from "./survey-cells.ts";

/** What a query's cells were made of, beyond the rows: kept for `explain` and for the quality figures. */
export interface CellResult {
  readonly cells: CellSet;
  readonly imputed: readonly ImputedReturn[];
  readonly strata: readonly SurveyStratum[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function runCellQuery(query: CellQuery, plan: Plan, engine: Engine): Promise<CellResult> {
  const source = plan.sources.find(({ id }) => id === query.source);
  if (source === undefined)
    throw new Error(`cell query ${query.id} names a source that the plan does not have: ${query.source}`);
  const { aggregate } = query;
  switch (aggregate.kind) {
    case "quantities":
      return quantityCells(query, aggregate, source, plan, engine);
    case "survey":
      return surveyCells(query, aggregate, source, plan, engine);
    case "sum":
    case "rows":
    case "distinct":
    case "open":
    case "latest": {
      const entries = await plainEntries(query, source, plan, engine);
      return { cells: cellSet(query.id, entries), imputed: [], strata: [], diagnostics: [] };
    }
  }
}

async function plainEntries(
  query: CellQuery,
  source: SourcePlan,
  plan: Plan,
  engine: Engine,
): Promise<readonly CellEntry[]> {
  const last = monthOrdinal(plan.last);
  const { from, dimensions, where, month } = cellSql(query, source, plan.territory, last);
  const { aggregate } = query;
  switch (aggregate.kind) {
    case "sum": {
      const amount =
        aggregate.weight === undefined
          ? identifierSql(aggregate.column)
          : `${identifierSql(aggregate.column)} * ${identifierSql(aggregate.weight)}`;
      const result = await engine.query(
        `SELECT ${dimensions}, sum(${amount})::VARCHAR, count(*) FROM ${from} WHERE ${where} GROUP BY ALL ORDER BY ALL`,
      );
      return result.rows.map((row) => entry(row, "month", rational(10n ** BigInt(aggregate.multiplier))));
    }
    case "rows": {
      const result = await engine.query(
        `SELECT ${dimensions}, count(*)::VARCHAR, count(*) FROM ${from} WHERE ${where} GROUP BY ALL ORDER BY ALL`,
      );
      return result.rows.map((row) => entry(row, "month"));
    }
    case "distinct":
      return distinctEntries(query, aggregate.column, source, plan, engine);
    case "open": {
      const closed = monthSql(aggregate.closed, source);
      const first = monthOrdinal(plan.first);
      const monthless = dimensions.replace(`${month} AS month`, "m.month AS month");
      const result = await engine.query(
        `SELECT ${monthless}, count(*)::VARCHAR, count(*) FROM ${from}, (SELECT range AS month FROM range(${String(first)}, ${String(last + 1)})) m WHERE ${where} AND ${month} <= m.month AND (${identifierSql(aggregate.closed)} IS NULL OR ${closed} > m.month) GROUP BY ALL ORDER BY ALL`,
      );
      return result.rows.map((row) => entry(row, "end"));
    }
    case "latest": {
      const column = identifierSql(aggregate.column);
      const result = await engine.query(
        `SELECT ${dimensions}, arg_max(${column}, (_file, _line))::VARCHAR, 1 FROM ${from} WHERE ${where} AND ${column} IS NOT NULL GROUP BY ALL ORDER BY ALL`,
      );
      return result.rows.map((row) => entry(row, "month", rational(10n ** BigInt(aggregate.multiplier))));
    }
    case "quantities":
    case "survey":
      return [];
  }
}

/** Distinct values are counted anew for every basis: a project licensed in March is one project of the quarter and of the year so far. */
async function distinctEntries(
  query: CellQuery,
  column: string,
  source: SourcePlan,
  plan: Plan,
  engine: Engine,
): Promise<readonly CellEntry[]> {
  const first = monthOrdinal(plan.first);
  const last = monthOrdinal(plan.last);
  const { from, dimensions, where, month } = cellSql(query, source, plan.territory, last);
  const monthless = dimensions.replace(`${month} AS month`, "m.month AS month");
  const spans: readonly (readonly [Basis, string])[] = [
    ["month", "m.month"],
    ["quarter", "m.month - 2"],
    ["ytd", "m.month - m.month % 12"],
    ["year", "m.month - 11"],
  ];
  const entries: CellEntry[] = [];
  for (const [basis, start] of spans) {
    const result = await engine.query(
      `SELECT ${monthless}, count(DISTINCT ${identifierSql(column)})::VARCHAR, count(*) FROM ${from}, (SELECT range AS month FROM range(${String(first)}, ${String(last + 1)})) m WHERE ${where} AND ${month} BETWEEN ${start} AND m.month GROUP BY ALL ORDER BY ALL`,
    );
    entries.push(...result.rows.map((row) => entry(row, basis)));
  }
  return entries;
}

function entry(row: readonly EngineValue[], basis: Basis, times?: Rational): CellEntry {
  const [item, territory, month, value, rows] = row;
  const amount = exact(value ?? null);
  return {
    item: String(item),
    territory: String(territory),
    month: Number(month),
    basis,
    value: times === undefined ? amount : multiply(amount, times),
    rows: Number(rows),
    imputed: zero,
  };
}

/** The engine's decimal text as a fraction. */
export function exact(value: EngineValue): Rational {
  const decimal = parseDecimal(String(value));
  if (decimal === undefined) throw new Error(`the engine gave ${String(value)} where a decimal was expected`);
  return decimalToRational(decimal);
}
