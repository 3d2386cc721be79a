/**
 * Cells of a stratified survey: Ŷ = Σ_h N_h/n_h Σ y (methods.md 2.2), n_h being the units of the stratum that answered in
 * the month, with the frame's N_h. Kinds of business are domains: they share the stratum's expansion factor.
 */
import type { CellAggregate, CellQuery, Plan, SourcePlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Decimal } from "../model/decimal.ts";
import { wholeItem } from "../model/observation.ts";
import { monthOrdinal } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, multiply, rational, subtract, sum as sumOf, zero } from "../model/rational.ts";
import { coefficientOfVariation } from "../statistics/survey.ts";
import type { CellEntry } from "./cells.ts";
import { cellSet } from "./cells.ts";
import { cellSql } from "./cell-sql.ts";
import type { Engine } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import { sourceTable } from "./load-source.ts";
import type { CellResult } from "./run-cells.ts";
import { exact } from "./run-cells.ts";

/** One stratum of one cell: what was added, and by which factor it was expanded. */
export interface SurveyStratum {
  readonly item: string;
  readonly territory: string;
  readonly month: number;
  readonly stratum: string;
  /** N_h, or `undefined` where the frame does not list the stratum. */
  readonly units: Rational | undefined;
  /** n_h. */
  readonly respondents: number;
  readonly sum: Rational;
  /** V̂_h of this stratum's estimated total. */
  readonly variance: Rational;
  readonly rows: number;
}

export async function surveyCells(
  query: CellQuery,
  aggregate: Extract<CellAggregate, { kind: "survey" }>,
  source: SourcePlan,
  plan: Plan,
  engine: Engine,
): Promise<CellResult> {
  const frame = await readFrame(query, plan, engine);
  const { from, dimensions, where, month } = cellSql(query, source, plan.territory, monthOrdinal(plan.last));
  const [stratum, unit, column] = [aggregate.stratum, aggregate.unit, aggregate.column].map(identifierSql) as [
    string,
    string,
    string,
  ];
  const whole = { ...query, item: undefined };
  const everyone = cellSql(whole, source, plan.territory, monthOrdinal(plan.last));
  const territory = query.territory === undefined ? "" : `, ${identifierSql(query.territory)}`;
  const result = await engine.query(`
    WITH units AS (SELECT ${dimensions}, ${stratum} AS stratum, ${unit} AS unit, sum(${column}) AS y, count(*) AS n FROM ${from} WHERE ${where} GROUP BY ALL),
    answered AS (SELECT ${everyone.dimensions}, ${stratum} AS stratum, count(DISTINCT ${unit}) AS respondents FROM ${from} WHERE ${everyone.where} GROUP BY ${month}${territory}, ${stratum})
    SELECT u.item, u.territory, u.month, u.stratum, any_value(a.respondents), sum(u.y)::VARCHAR, sum(u.y::DECIMAL(38,4) * u.y)::VARCHAR, sum(u.n)
    FROM units u JOIN answered a ON a.territory = u.territory AND a.month = u.month AND a.stratum = u.stratum
    GROUP BY u.item, u.territory, u.month, u.stratum ORDER BY ALL`);
  const times = rational(10n ** BigInt(aggregate.multiplier));
  const strata = result.rows.map((row): SurveyStratum => {
    const [item, place, at, name, respondents, total, squares, rows] = row;
    const units = frame.get(String(name));
    const sum = multiply(exact(total ?? null), times);
    return {
      item: String(item),
      territory: String(place),
      month: Number(at),
      stratum: String(name),
      units,
      respondents: Number(respondents),
      sum,
      variance: varianceOf(units, Number(respondents), sum, multiply(exact(squares ?? null), multiply(times, times))),
      rows: Number(rows),
    };
  });
  return {
    cells: cellSet(query.id, entriesOf(strata)),
    imputed: [],
    strata,
    diagnostics: missingFrames(query, plan, strata),
  };
}

/** V̂_h = N²(1 − n/N)s²/n with s² over all respondents of the stratum, those without the item counting as zero. */
function varianceOf(units: Rational | undefined, respondents: number, sum: Rational, squares: Rational): Rational {
  if (units === undefined || respondents < 2) return zero;
  const n = rational(respondents);
  const spread = divide(subtract(squares, divide(multiply(sum, sum), n)), rational(respondents - 1));
  return divide(multiply(multiply(units, subtract(units, n)), spread), n);
}

function entriesOf(strata: readonly SurveyStratum[]): readonly CellEntry[] {
  const entries = new Map<string, CellEntry>();
  for (const { item, territory, month, units, respondents, sum, rows } of strata) {
    const key = `${item}\n${territory}\n${String(month)}`;
    const value = units === undefined ? zero : divide(multiply(units, sum), rational(respondents));
    const before = entries.get(key);
    entries.set(key, {
      item,
      territory,
      month,
      basis: "month",
      value: before === undefined ? value : add(before.value, value),
      rows: (before?.rows ?? 0) + rows,
      imputed: zero,
    });
  }
  return [...entries.values()];
}

async function readFrame(query: CellQuery, plan: Plan, engine: Engine): Promise<ReadonlyMap<string, Rational>> {
  const frame = frameOf(query, plan);
  if (frame === undefined) return new Map();
  const result = await engine.query(
    `SELECT ${identifierSql(frame.stratum)}, ${identifierSql(frame.units)}::VARCHAR FROM ${sourceTable(frame.source)} ORDER BY 1`,
  );
  return new Map(result.rows.map(([name, units]) => [String(name), exact(units ?? null)]));
}

function frameOf(query: CellQuery, plan: Plan) {
  const indicator = plan.indicators.find(({ id }) => query.id === id || query.id.startsWith(`${id}:`));
  return indicator?.method.kind === "total" ? indicator.method.survey?.frame : undefined;
}

function missingFrames(query: CellQuery, plan: Plan, strata: readonly SurveyStratum[]): readonly Diagnostic[] {
  const frame = frameOf(query, plan);
  const missing = [...new Set(strata.filter(({ units }) => units === undefined).map(({ stratum }) => stratum))];
  return missing.map((stratum) => ({
    code: "data/no-frame",
    severity: "error",
    span: { file: `methods/${query.id.split(":")[0] ?? query.id}.yaml` },
    params: { indicator: query.id, stratum, source: frame?.source ?? "" },
    related: [],
    count: 1,
  }));
}

/** √V̂/Ŷ of the whole in a month, percent; `undefined` where nothing was estimated. */
export function variationOf(strata: readonly SurveyStratum[], territory: string, month: number): Decimal | undefined {
  const own = strata.filter(
    (stratum) => stratum.month === month && stratum.territory === territory && stratum.item === wholeItem,
  );
  const total = sumOf(
    own.map(({ units, sum, respondents }) => divide(multiply(units ?? zero, sum), rational(respondents))),
  );
  return own.length === 0 ? undefined : coefficientOfVariation(total, sumOf(own.map(({ variance }) => variance)));
}
