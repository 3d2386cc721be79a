/** The small tables an indicator is compiled with: weights, base-year averages, targets. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { monthOrdinal } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { divide, isZero, multiply, rational } from "../model/rational.ts";
import type { CellSet } from "./cells.ts";
import type { Engine } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import { sourceTable } from "./load-source.ts";
import { exact } from "./run-cells.ts";

/** Own weights by item code. */
export async function readWeights({ method }: IndicatorPlan, engine: Engine): Promise<ReadonlyMap<string, Rational>> {
  if (method.kind !== "index") return new Map();
  const { source, item, value } = method.weights;
  return readTable(source, item, value, engine);
}

/** Base-year monthly averages by product: from their own source, or the mean of the base year's twelve months. */
export async function readBases(
  indicator: IndicatorPlan,
  cells: CellSet,
  engine: Engine,
): Promise<ReadonlyMap<string, Rational>> {
  const { method } = indicator;
  if (method.kind !== "index" || method.from === "indices") return new Map();
  if ("source" in method.base) return readTable(method.base.source, method.base.item, method.base.value, engine);
  const first = monthOrdinal({ year: method.base.year, month: 1 });
  const totals = new Map<string, Rational>();
  for (const { item, month, value } of cells.entries) {
    if (month < first || month > first + 11) continue;
    const so = totals.get(item);
    totals.set(
      item,
      so === undefined
        ? value
        : {
            numerator: so.numerator * value.denominator + value.numerator * so.denominator,
            denominator: so.denominator * value.denominator,
          },
    );
  }
  return new Map([...totals].map(([item, total]) => [item, divide(total, rational(12))]));
}

/** Targets by year, in ones of the indicator's unit. */
export async function readTargets(
  { method }: IndicatorPlan,
  plan: Plan,
  engine: Engine,
): Promise<ReadonlyMap<number, Rational>> {
  const declared = method.plan;
  if (declared === undefined) return new Map();
  const result = await engine.query(
    `SELECT ${identifierSql(declared.year)}::VARCHAR, ${identifierSql(declared.value)}::VARCHAR FROM ${sourceTable(declared.source)} WHERE ${identifierSql(declared.code)} = ${textSql(declared.target)} ORDER BY 1, _file, _line`,
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

/** Products without a weight, and those whose base year is missing or zero and cannot be linked. */
export function faultsOfIndex(
  indicator: IndicatorPlan,
  cells: CellSet,
  weights: ReadonlyMap<string, Rational>,
  bases: ReadonlyMap<string, Rational>,
  parentOf: (code: string) => string | undefined,
): readonly Diagnostic[] {
  const { method, id } = indicator;
  if (method.kind !== "index") return [];
  const span = { file: `methods/${id}.yaml` };
  const diagnostics: Diagnostic[] = [];
  const put = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const items = new Set(cells.items);
  for (const code of cells.items) {
    const common = { severity: "error" as const, span, related: [], count: 1 };
    if (!weights.has(code))
      put({ ...common, code: "data/no-weight", params: { indicator: id, code, source: method.weights.source } });
    for (let above = parentOf(code); above !== undefined; above = parentOf(above)) {
      if (items.has(above)) put({ ...common, code: "data/index-of-aggregate", params: { indicator: id, code: above } });
    }
    if (method.from === "indices") continue;
    const base = bases.get(code);
    if (base !== undefined && isZero(base)) put({ ...common, code: "data/zero-base", params: { indicator: id, code } });
    const olderSibling = cells.items.some((other) => bases.has(other) && parentOf(other) === parentOf(code));
    if (base === undefined && !olderSibling) {
      put({
        ...common,
        code: "data/no-base",
        params: { indicator: id, code, source: "source" in method.base ? method.base.source : method.source },
      });
    }
  }
  return diagnostics;
}

async function readTable(
  source: string,
  item: string,
  value: string,
  engine: Engine,
): Promise<ReadonlyMap<string, Rational>> {
  const result = await engine.query(
    `SELECT ${identifierSql(item)}, ${identifierSql(value)}::VARCHAR FROM ${sourceTable(source)} ORDER BY _file, _line`,
  );
  return new Map(result.rows.map(([code, number]) => [String(code), exact(number ?? null)]));
}
