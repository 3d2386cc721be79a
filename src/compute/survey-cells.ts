/**
 * Cells of a stratified survey: Ŷ = Σ_h N_h/n_h Σ y (methods.md 2.2), n_h being the units of the stratum that answered in
 * the month, with the frame's N_h. Kinds of business are domains: they share the stratum's expansion factor.
 */
import type { CellAggregate, CellQuery } from "../compile/plan.ts";
import { monthOrdinal } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, multiply, rational, zero } from "../model/rational.ts";
import type { CellResult, CellSource } from "./cell-result.ts";
import { cellSql } from "./cell-sql.ts";
import { stratumVarianceOfSums } from "../statistics/survey.ts";
import type { CellEntry } from "./cells.ts";
import { cellSet } from "./cells.ts";
import type { EngineValue } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import { exact } from "./exact.ts";
import { sourceTable } from "./loaded-source.ts";
import { faultsOfSurvey, frameOf } from "./survey-faults.ts";
import type { SurveyStratum } from "./survey-stratum.ts";
import { estimateOf } from "./survey-stratum.ts";

type Survey = Extract<CellAggregate, { kind: "survey" }>;

export async function surveyCells(query: CellQuery, aggregate: Survey, context: CellSource): Promise<CellResult> {
  const frame = await readFrame(query, context);
  const strata = await readStrata(query, aggregate, frame, context);
  return {
    cells: cellSet(query.id, entriesOf(strata)),
    imputed: [],
    strata,
    diagnostics: query.item === undefined ? faultsOfSurvey(query, context.plan, strata, frame) : [],
  };
}

async function readStrata(
  query: CellQuery,
  aggregate: Survey,
  frame: ReadonlyMap<string, Rational>,
  { plan, source, engine }: CellSource,
): Promise<readonly SurveyStratum[]> {
  const last = monthOrdinal(plan.last);
  const { from, dimensions, where } = cellSql(query, source, plan.territory, last);
  // Who answered in a stratum does not depend on which of the answers are wanted.
  const everyone = cellSql({ ...query, item: undefined, where: {} }, source, plan.territory, last);
  const columns = [`${identifierSql(aggregate.stratum)} AS stratum`, `${identifierSql(aggregate.unit)} AS unit`].join(
    ", ",
  );
  // Answers are squared as whole numbers in two pieces of twelve digits, which stays exact for any sum of money.
  const result = await engine.query(`
    WITH answers AS (SELECT ${dimensions}, ${columns}, sum(${identifierSql(aggregate.column)}) AS y, count(*) AS n FROM ${from} WHERE ${where} GROUP BY ALL),
    units AS (SELECT *, digits // ${piece}::HUGEINT AS high, digits % ${piece}::HUGEINT AS low FROM (SELECT *, replace(y::VARCHAR, '.', '')::HUGEINT AS digits FROM answers)),
    answered AS (SELECT territory, month, stratum, count(DISTINCT unit) AS respondents FROM (SELECT ${everyone.dimensions}, ${columns} FROM ${from} WHERE ${everyone.where}) GROUP BY ALL)
    SELECT u.item, u.territory, u.month, u.stratum, any_value(a.respondents), sum(u.y)::VARCHAR, sum(high * high)::VARCHAR, sum(high * low)::VARCHAR, sum(low * low)::VARCHAR, sum(u.n)
    FROM units u JOIN answered a ON a.territory = u.territory AND a.month = u.month AND a.stratum = u.stratum
    GROUP BY u.item, u.territory, u.month, u.stratum ORDER BY ALL`);
  const times = rational(10n ** BigInt(aggregate.multiplier));
  return result.rows.map((row): SurveyStratum => {
    const [item, territory, month, stratum, answered, total, high, cross, low, rows] = row;
    const units = frame.get(String(stratum));
    const respondents = Number(answered);
    const sum = multiply(exact(total ?? null), times);
    const unit = divide(times, rational(10n ** BigInt(decimalsIn(total ?? null))));
    const squares = multiply(squareOf(high ?? null, cross ?? null, low ?? null), multiply(unit, unit));
    return {
      item: String(item),
      territory: String(territory),
      month: Number(month),
      stratum: String(stratum),
      units,
      respondents,
      sum,
      variance: units === undefined ? zero : stratumVarianceOfSums({ units, respondents, sum, squares }),
      rows: Number(rows),
    };
  });
}

const piece = 10n ** 12n;

/** Σ (high · 10^12 + low)². */
function squareOf(high: EngineValue, cross: EngineValue, low: EngineValue): Rational {
  const [highs, crosses, lows] = [high, cross, low].map((value) => BigInt(String(value)));
  return rational((highs ?? 0n) * piece * piece + 2n * (crosses ?? 0n) * piece + (lows ?? 0n));
}

function decimalsIn(total: EngineValue): number {
  return String(total).split(".")[1]?.length ?? 0;
}

function entriesOf(strata: readonly SurveyStratum[]): readonly CellEntry[] {
  const entries = new Map<string, CellEntry>();
  for (const stratum of strata) {
    const { item, territory, month, rows } = stratum;
    const key = `${item}\n${territory}\n${String(month)}`;
    const before = entries.get(key);
    entries.set(key, {
      item,
      territory,
      month,
      basis: "month",
      value: add(before?.value ?? zero, estimateOf(stratum)),
      rows: (before?.rows ?? 0) + rows,
      imputed: zero,
    });
  }
  return [...entries.values()];
}

async function readFrame(query: CellQuery, { plan, engine }: CellSource): Promise<ReadonlyMap<string, Rational>> {
  const frame = frameOf(query, plan);
  if (frame === undefined) return new Map();
  const result = await engine.query(
    `SELECT ${identifierSql(frame.stratum)}::VARCHAR, ${identifierSql(frame.units)}::VARCHAR FROM ${sourceTable(frame.source)} WHERE ${identifierSql(frame.units)} IS NOT NULL ORDER BY ALL`,
  );
  return new Map(result.rows.map(([name, units]) => [String(name), exact(units ?? null)]));
}
