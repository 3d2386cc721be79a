/**
 * Levels → observations: each comparison of a method at every item, territory and period where it exists. Values are exact
 * fractions until the last line, where they are stored once (model/rounding.ts). Contributions of the items directly under
 * another are apportioned so that the stored parts add up to the stored whole digit by digit.
 */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { Decimal } from "../model/decimal.ts";
import type { Measure, Observation, ObservationStatus } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import type { Basis, Month } from "../model/period.ts";
import { monthOrdinal, monthsBetween, previousPeriod, samePeriodLastYear } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { divide, hundred, isZero, multiply, rational, signOf, subtract, zero } from "../model/rational.ts";
import { roundForStorage } from "../model/rounding.ts";
import { growth, multiple } from "../statistics/growth.ts";
import { rankBy } from "../statistics/rank.ts";
import { achievedPercent } from "../statistics/target.ts";
import type { Cell } from "./cells.ts";
import type { Levels } from "./levels.ts";

export interface ObserveContext {
  readonly plan: Plan;
  readonly levels: Levels;
  /** Target of a year, for the percent of plan. */
  readonly targetOf: (year: number) => Rational | undefined;
  /** √V̂/Ŷ in percent, for surveys. */
  readonly variationOf: (territory: string, month: number) => Decimal | undefined;
}

export function observe(indicator: IndicatorPlan, context: ObserveContext): readonly Observation[] {
  const { plan, levels } = context;
  const observations: Observation[] = [];
  const ranks: Place["ranks"] = new Map();
  const months = monthsBetween(plan.first, plan.last);
  for (const territory of levels.territories) {
    for (const item of levels.items) {
      for (const month of months) {
        for (const basis of indicator.bases)
          observations.push(...at({ indicator, ranks, context, territory, item, month, basis }));
      }
    }
  }
  return observations;
}

interface Place {
  readonly indicator: IndicatorPlan;
  /** Ranks of the territories by item, month and basis, made once for all of them. */
  readonly ranks: Map<string, ReadonlyMap<string, Rational>>;
  readonly context: ObserveContext;
  readonly territory: string;
  readonly item: string;
  readonly month: Month;
  readonly basis: Basis;
}

function at(place: Place): readonly Observation[] {
  const { indicator, context, territory, item, month, basis } = place;
  const { levels } = context;
  const cell = levels.level(item, territory, monthOrdinal(month), basis);
  if (cell === undefined) return [];
  const { method } = indicator;
  const made: Observation[] = [];
  const put = (measure: Measure, value: Rational | Decimal | undefined, unit: string, from: Cell = cell): void => {
    if (value === undefined) return;
    made.push({
      indicator: indicator.id,
      item,
      territory,
      period: month,
      basis,
      measure,
      value: "scale" in value ? value : roundForStorage(value),
      unit,
      status: statusOf(month, indicator, context.plan),
      sourceRows: from.rows,
      imputedShare: imputedShare(from),
    });
  };
  put("level", cell.value, method.unit);
  const before = levels.level(item, territory, monthOrdinal(samePeriodLastYear(month)), basis);
  const wanted = new Set<string>(method.comparisons);
  if (wanted.has("growth")) put("growth", growthOver(cell, before), "percent");
  if (wanted.has("multiple")) put("multiple", multipleOf(cell, before), "times");
  if (wanted.has("growth-previous")) {
    const previous = previousPeriod(month, basis);
    const earlier = previous === undefined ? undefined : levels.level(item, territory, monthOrdinal(previous), basis);
    put("growth-previous", growthOver(cell, earlier), "percent");
  }
  if (wanted.has("share") && item !== wholeItem) {
    const whole = levels.level(wholeItem, territory, monthOrdinal(month), basis);
    if (whole !== undefined && !isZero(whole.value))
      put("share", divide(multiply(hundred, cell.value), whole.value), "percent");
  }
  if (wanted.has("contribution"))
    put("contribution", contributionAt(levels, { item, territory, period: month, basis }), "point");
  if (wanted.has("rank")) put("rank", rankOf(place), "rank");
  if (wanted.has("items") && item === wholeItem) put("items", rational(itemsPresent(place)), "item");
  // The target is the workspace's own: no other territory is measured against it.
  const hasPlan = method.plan !== undefined && (basis === "ytd" || basis === "year");
  if (item === wholeItem && hasPlan && territory === context.plan.territory) {
    const target = context.targetOf(month.year);
    if (target !== undefined && !isZero(target)) put("plan", achievedPercent(cell.value, target), "percent");
  }
  if (item === wholeItem && basis === "month")
    put("cv", context.variationOf(territory, monthOrdinal(month)), "percent");
  return made;
}

/** Percent change; none where the base is zero or of the other sign, since no percentage describes that (methods.md TRD-4). */
export function growthOver(cell: Cell, before: Cell | undefined): Rational | undefined {
  if (before === undefined || signOf(before.value) <= 0 || signOf(cell.value) < 0) return undefined;
  return growth(cell.value, before.value);
}

function multipleOf(cell: Cell, before: Cell | undefined): Rational | undefined {
  if (before === undefined || signOf(before.value) <= 0 || signOf(cell.value) < 0) return undefined;
  return multiple(cell.value, before.value);
}

/** 100·ω·(V − V0)/T0 in percentage points: the items of one level add up to the growth of the whole (methods.md 1.4, 3). */
export function contributionAt(
  levels: Levels,
  { item, territory, period, basis }: Pick<Observation, "item" | "territory" | "period" | "basis">,
): Rational | undefined {
  const month = monthOrdinal(period);
  const year = monthOrdinal(samePeriodLastYear(period));
  const now = levels.level(item, territory, month, basis);
  const before = levels.level(item, territory, year, basis);
  const wholeBefore = levels.level(wholeItem, territory, year, basis);
  const weight = levels.weight(item, territory);
  if (
    now === undefined ||
    before === undefined ||
    wholeBefore === undefined ||
    weight === undefined ||
    signOf(wholeBefore.value) <= 0
  )
    return undefined;
  return divide(multiply(hundred, multiply(weight, subtract(now.value, before.value))), wholeBefore.value);
}

/** Place among all territories of the source by level, 1 the largest; equal levels share a place. */
function rankOf({ context, ranks, territory, item, month, basis }: Place): Rational | undefined {
  const { levels } = context;
  const key = `${item}\n${String(monthOrdinal(month))}\n${basis}`;
  const known = ranks.get(key);
  const places =
    known ??
    new Map(
      rankBy(levels.territories, (place) => levels.level(item, place, monthOrdinal(month), basis)?.value).map(
        ({ row, rank }) => [row, rational(rank)],
      ),
    );
  if (known === undefined) ranks.set(key, places);
  return places.get(territory);
}

/** How many of the items directly under the whole have anything. */
function itemsPresent({ context, territory, month, basis }: Place): number {
  return presentParts(context.levels, { territory, period: month, basis }).length;
}

/** The items directly under the whole whose level is not zero. */
export function presentParts(
  levels: Levels,
  { territory, period, basis }: Pick<Observation, "territory" | "period" | "basis">,
): readonly string[] {
  return levels.parts.filter((item) => {
    const cell = levels.level(item, territory, monthOrdinal(period), basis);
    return cell !== undefined && !isZero(cell.value);
  });
}

/** Ước tính at the reference month, sơ bộ for the year's earlier months, chính thức for years past (Statistics Law, art. 48). */
export function statusOf(month: Month, indicator: IndicatorPlan, plan: Plan): ObservationStatus {
  if (monthOrdinal(month) === monthOrdinal(plan.last)) return indicator.method.status;
  return month.year === plan.last.year ? "P" : "A";
}

const nothing: Decimal = roundForStorage(zero);

function imputedShare({ value, imputed }: Cell): Decimal {
  return isZero(imputed) || isZero(value) ? nothing : roundForStorage(divide(imputed, value));
}
