/**
 * Cells of product quantities with missing returns filled (methods.md 1.6). The engine adds up what was reported, pairs
 * each unit's months, and lists the gaps; only the gaps are looked at one by one. A unit that has reported a product once
 * is expected every month after: one that stops for good reports zeros.
 */
import { decimalsOf } from "../compile/column-sql.ts";
import type { CellAggregate, CellQuery, Plan, SourcePlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decimalText, decimalToRational } from "../model/decimal.ts";
import { monthFromOrdinal, monthOrdinal, monthText } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, isZero, multiply, one, rational, sum, zero } from "../model/rational.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import type { UnitReturn } from "../statistics/imputation.ts";
import { imputeByRatio } from "../statistics/imputation.ts";
import type { CellEntry } from "./cells.ts";
import { cellSet } from "./cells.ts";
import { cellSql } from "./cell-sql.ts";
import type { Engine } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import type { CellResult } from "./run-cells.ts";
import { exact } from "./run-cells.ts";

export interface ImputedReturn {
  readonly item: string;
  readonly territory: string;
  readonly month: number;
  readonly establishment: string;
  readonly value: Rational;
  /** The ratio that carried the month before to this one. */
  readonly ratio: Rational;
  /** IMP_RATIO; CARRIED where no unit of the product reported both months. */
  readonly flag: "IMP_RATIO" | "CARRIED";
}

interface Gap {
  readonly item: string;
  readonly territory: string;
  readonly establishment: string;
  readonly group: string;
  readonly lastReported: number;
  readonly quantity: Rational;
  /** First month of the gap's end: the next reported month, or the month after the calendar. */
  readonly until: number;
}

interface Matched {
  readonly group: string;
  readonly previous: Rational;
  readonly current: Rational;
}

export async function quantityCells(
  query: CellQuery,
  aggregate: Extract<CellAggregate, { kind: "quantities" }>,
  source: SourcePlan,
  plan: Plan,
  engine: Engine,
): Promise<CellResult> {
  const last = monthOrdinal(plan.last);
  const { from, dimensions, where } = cellSql(query, source, plan.territory, last);
  const quantity = identifierSql(aggregate.column);
  const reported = await engine.query(
    `SELECT ${dimensions}, sum(${quantity})::VARCHAR, count(*) FROM ${from} WHERE ${where} GROUP BY ALL ORDER BY ALL`,
  );
  const entries = new Map<string, CellEntry>();
  for (const [item, territory, month, total, rows] of reported.rows) {
    const entry: CellEntry = {
      item: String(item),
      territory: String(territory),
      month: Number(month),
      basis: "month",
      value: exact(total ?? null),
      rows: Number(rows),
      imputed: zero,
    };
    entries.set(placeOf(entry), entry);
  }
  if (!aggregate.impute || aggregate.establishment === undefined) {
    return { cells: cellSet(query.id, [...entries.values()]), imputed: [], strata: [], diagnostics: [] };
  }
  const window = `(SELECT ${dimensions}, ${identifierSql(aggregate.establishment)} AS unit, ${groupSql(aggregate.groups)} AS grp, ${quantity} AS q FROM ${from} WHERE ${where})`;
  const gaps = await readGaps(window, last, engine);
  const matched = gaps.length === 0 ? new Map<string, readonly Matched[]>() : await readMatched(window, engine);
  const { imputed, diagnostics } = fillGaps(query, gaps, matched, plan, quantityDecimals(source, aggregate.column));
  for (const filled of imputed) {
    const key = placeOf(filled);
    const before = entries.get(key);
    entries.set(key, {
      item: filled.item,
      territory: filled.territory,
      month: filled.month,
      basis: "month",
      value: add(before?.value ?? zero, filled.value),
      rows: before?.rows ?? 0,
      imputed: add(before?.imputed ?? zero, filled.value),
    });
  }
  return { cells: cellSet(query.id, [...entries.values()]), imputed, strata: [], diagnostics };
}

function quantityDecimals(source: SourcePlan, column: string): number {
  const declared = source.columns.find(({ name }) => name === column)?.declaration;
  return declared === undefined ? 0 : decimalsOf(declared);
}

function groupSql(groups: readonly string[]): string {
  return groups.length === 0 ? "''" : `concat_ws('|', ${groups.map((name) => identifierSql(name)).join(", ")})`;
}

async function readGaps(window: string, last: number, engine: Engine): Promise<readonly Gap[]> {
  const result = await engine.query(`
    SELECT item, territory, unit, grp, month, q::VARCHAR, coalesce(next, ${String(last + 1)}) FROM (
      SELECT *, lead(month) OVER (PARTITION BY item, territory, unit ORDER BY month) AS next FROM ${window})
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
async function readMatched(window: string, engine: Engine): Promise<ReadonlyMap<string, readonly Matched[]>> {
  const result = await engine.query(`
    SELECT item, territory, month, grp, sum(before)::VARCHAR, sum(q)::VARCHAR FROM (
      SELECT *, lag(q) OVER w AS before, lag(month) OVER w AS earlier FROM ${window}
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

function fillGaps(
  query: CellQuery,
  gaps: readonly Gap[],
  matched: ReadonlyMap<string, readonly Matched[]>,
  plan: Plan,
  decimals: number,
): { readonly imputed: readonly ImputedReturn[]; readonly diagnostics: readonly Diagnostic[] } {
  const imputed: ImputedReturn[] = [];
  const diagnostics: Diagnostic[] = [];
  const dominant = dominantShare(query, plan);
  for (const gap of gaps) {
    let previous = gap.quantity;
    for (let month = gap.lastReported + 1; month < gap.until; month += 1) {
      const pairs = matched.get(placeOf({ ...gap, month })) ?? [];
      const missing: UnitReturn = {
        unit: gap.establishment,
        group: gap.group,
        previous,
        previousImputed: month > gap.lastReported + 1,
        current: undefined,
      };
      const filled = fill(missing, pairs, dominant, decimals);
      if (filled.kind === "refused") {
        diagnostics.push(dominantMissing(query, gap, month, previous, pairs));
        break;
      }
      imputed.push({ item: gap.item, territory: gap.territory, month, establishment: gap.establishment, ...filled });
      previous = filled.value;
    }
  }
  return { imputed, diagnostics };
}

type Filled =
  | {
      readonly kind: "filled";
      readonly value: Rational;
      readonly ratio: Rational;
      readonly flag: ImputedReturn["flag"];
    }
  | { readonly kind: "refused" };

/** Within the group; where none of it reported both months, within the product; last of all the month before is carried. */
function fill(
  missing: UnitReturn,
  pairs: readonly Matched[],
  dominant: Rational | undefined,
  decimals: number,
): Filled {
  const others = pairs.map(({ group, previous, current }): UnitReturn => ({
    unit: `group ${group}`,
    group,
    previous,
    current,
  }));
  // An imputed return is a record like the others: it has the digits that the column declares, and what follows uses it so.
  const recorded = (value: Rational): Rational => decimalToRational(roundHalfAwayFromZero(value, decimals));
  for (const returns of [[missing, ...others], [missing, ...others].map((unit) => ({ ...unit, group: "" }))]) {
    const first = imputeByRatio(returns, dominant).returns[0];
    if (first?.kind === "imputed")
      return { kind: "filled", value: recorded(first.value), ratio: first.ratio, flag: "IMP_RATIO" };
    if (first?.kind === "refused" && first.why === "dominant-unit" && others.length > 0) return { kind: "refused" };
  }
  return { kind: "filled", value: missing.previous ?? zero, ratio: one, flag: "CARRIED" };
}

function dominantShare(query: CellQuery, plan: Plan): Rational | undefined {
  const method = plan.indicators.find(({ id }) => id === query.id)?.method;
  const share = method?.kind === "index" ? method.impute?.dominant : undefined;
  return share === undefined ? undefined : rational(BigInt(Math.round(share * 10_000)), 10_000n);
}

function dominantMissing(
  query: CellQuery,
  gap: Gap,
  month: number,
  previous: Rational,
  pairs: readonly Matched[],
): Diagnostic {
  const whole = add(previous, sum(pairs.map((pair) => pair.previous)));
  const share = isZero(whole) ? zero : divide(multiply(hundred, previous), whole);
  return {
    code: "data/dominant-missing",
    severity: "error",
    span: { file: `methods/${query.id}.yaml` },
    params: {
      indicator: query.id,
      establishment: gap.establishment,
      code: gap.item,
      month: monthText(monthFromOrdinal(month)),
      share: decimalText(roundHalfAwayFromZero(share, 0)),
    },
    related: [],
    count: 1,
  };
}

function placeOf({
  item,
  territory,
  month,
}: {
  readonly item: string;
  readonly territory: string;
  readonly month: number;
}): string {
  return `${item}\n${territory}\n${String(month)}`;
}
