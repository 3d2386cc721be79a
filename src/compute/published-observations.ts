/** Observations of a published indicator: each printed growth, share or percent of plan as it stands, and ranks of its levels. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { Observation } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import { monthFromOrdinal, monthOrdinal } from "../model/period.ts";
import { hundred, subtract, zero } from "../model/rational.ts";
import { roundForStorage } from "../model/rounding.ts";
import type { CellSet } from "./cells.ts";
import { statusOf } from "./observe.ts";
import { publishedCells } from "./published-levels.ts";

const unitOf = { growth: "percent", "growth-previous": "percent", share: "percent", plan: "percent" } as const;

/** All but the levels, which observe() makes with their comparisons. What a later bulletin prints of a month past replaces what the month's own bulletin printed. */
export function publishedObservations(
  indicator: IndicatorPlan,
  plan: Plan,
  cells: ReadonlyMap<string, CellSet>,
): readonly Observation[] {
  const { method } = indicator;
  if (method.kind !== "published") return [];
  const made = new Map<string, Observation>();
  for (const [index, measure] of method.measures.entries()) {
    if (measure.measure === "level") continue;
    for (const { item, territory, month, value } of publishedCells(indicator, index, cells).entries) {
      const ordinal = month + measure.months;
      if (ordinal < monthOrdinal(plan.first) || ordinal > monthOrdinal(plan.last)) continue;
      const period = monthFromOrdinal(ordinal);
      const key = [item, territory, ordinal, measure.basis, measure.measure].join("\n");
      const isRevision = measure.months < 0;
      if (made.has(key) && !isRevision) continue;
      made.set(key, {
        indicator: indicator.id,
        item: item === "" ? wholeItem : item,
        territory,
        period,
        basis: measure.basis,
        measure: measure.measure,
        value: roundForStorage(measure.index === true ? subtract(value, hundred) : value),
        unit: unitOf[measure.measure],
        status: measure.status ?? statusOf(period, indicator, plan),
        sourceRows: 1,
        imputedShare: roundForStorage(zero),
      });
    }
  }
  return [...made.values()];
}
