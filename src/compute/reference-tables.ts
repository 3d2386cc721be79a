/** The small tables an indicator is compiled with: weights, base-year averages, targets. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import { monthOrdinal } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, isZero, multiply, rational, zero } from "../model/rational.ts";
import type { CellSet } from "./cells.ts";
import type { BaseTable } from "./computed.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import { sourceTable } from "./loaded-source.ts";
import { exact } from "./exact.ts";

/** Own weights by item code. */
export async function readWeights(
  { method }: IndicatorPlan,
  engine: EngineLane,
): Promise<ReadonlyMap<string, Rational>> {
  if (method.kind !== "index") return new Map();
  const { source, item, value } = method.weights;
  return readTable(source, item, value, engine);
}

/** Base-year monthly averages by product: from their own source, or the mean of the base year's twelve months in each territory. */
export async function readBases(indicator: IndicatorPlan, cells: CellSet, engine: EngineLane): Promise<BaseTable> {
  const { method } = indicator;
  if (method.kind !== "index" || method.from === "indices") return new Map();
  const { base } = method;
  if ("source" in base) return new Map([["", await readTable(base.source, base.item, base.value, engine)]]);
  const first = monthOrdinal({ year: base.year, month: 1 });
  const totals = new Map<string, Map<string, Rational>>();
  const months = new Set<number>();
  for (const { item, territory, month, value } of cells.entries) {
    if (month < first || month > first + 11) continue;
    months.add(month);
    const own = totals.get(territory) ?? new Map<string, Rational>();
    totals.set(territory, own.set(item, add(own.get(item) ?? zero, value)));
  }
  // A year of which months are missing is no base year: its average would be of fewer months than it says.
  if (months.size < 12) return new Map();
  return new Map([...totals].map(([territory, own]) => [territory, averagesOf(own)]));
}

/** What was not made in the base year has no average: it enters like a new product. */
function averagesOf(totals: ReadonlyMap<string, Rational>): ReadonlyMap<string, Rational> {
  return new Map(
    [...totals].flatMap(([item, total]) => (isZero(total) ? [] : [[item, divide(total, rational(12))] as const])),
  );
}

/** Targets by year, in ones of the indicator's unit. */
export async function readTargets(
  { method }: IndicatorPlan,
  plan: Plan,
  engine: EngineLane,
): Promise<ReadonlyMap<number, Rational>> {
  const declared = method.plan;
  if (declared === undefined) return new Map();
  const result = await engine.query(
    `SELECT ${identifierSql(declared.year)}::VARCHAR, ${identifierSql(declared.value)}::VARCHAR FROM ${sourceTable(declared.source)} WHERE ${identifierSql(declared.code)} = ${textSql(declared.target)} AND ${identifierSql(declared.value)} IS NOT NULL ORDER BY 1, _file, _line`,
  );
  const column = plan.sources
    .find(({ id }) => id === declared.source)
    ?.columns.find(({ name }) => name === declared.value)?.declaration;
  const multiplier = column?.type === "decimal" ? (column.multiplier ?? 0) : 0;
  return new Map(
    result.rows.map(([year, value]) => [
      Number(year),
      multiply(exact(value ?? null), rational(10n ** BigInt(multiplier))),
    ]),
  );
}

async function readTable(
  source: string,
  item: string,
  value: string,
  engine: EngineLane,
): Promise<ReadonlyMap<string, Rational>> {
  const result = await engine.query(
    `SELECT ${identifierSql(item)}::VARCHAR, ${identifierSql(value)}::VARCHAR FROM ${sourceTable(source)} WHERE ${identifierSql(item)} IS NOT NULL AND ${identifierSql(value)} IS NOT NULL ORDER BY 1, _file, _line`,
  );
  return new Map(result.rows.map(([code, number]) => [String(code), exact(number ?? null)]));
}
