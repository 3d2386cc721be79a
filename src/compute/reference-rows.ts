/** The rows of reference tables behind a figure: a product's base-year average, a year's target. A table says each thing once. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { RowSelection, SourceRows } from "../model/derivation.ts";
import type { Month } from "../model/period.ts";
import { identifierSql, textSql } from "./engine.ts";

type Kind = "base" | "target";

interface Reference {
  readonly source: string;
  readonly where: string;
}

/** The row of a product's base average, or of the target for the year of `period`; `undefined` where no table gives it. */
export function referenceRows(
  kind: Kind,
  indicator: IndicatorPlan,
  place: { readonly item: string; readonly territory: string; readonly period: Month },
  plan: Plan,
): SourceRows | undefined {
  const { item, territory, period } = place;
  const selection = { cells: `${indicator.id}#${kind}`, item, territory, from: period, to: period };
  const found = referenceOf(selection, plan);
  const source = plan.sources.find(({ id }) => id === found?.source);
  if (source === undefined) return undefined;
  const { id, confidential, simulated } = source;
  return { selection, source: id, confidential, simulated, count: 1, first: [] };
}

/** Which table a selection of referenceRows means, and the condition on its rows; `undefined` for selections of cells. */
export function referenceOf({ cells, item, to }: RowSelection, plan: Plan): Reference | undefined {
  const [id, kind] = cells.split("#");
  const method = plan.indicators.find((indicator) => indicator.id === id)?.method;
  if (kind === "base" && method?.kind === "index" && "source" in method.base) {
    const { source, item: column } = method.base;
    return { source, where: `${identifierSql(column)}::VARCHAR = ${textSql(item)}` };
  }
  if (kind === "target" && method?.plan !== undefined) {
    const { source, code, target, year, value } = method.plan;
    const conditions = [
      `${identifierSql(code)} = ${textSql(target)}`,
      `${identifierSql(year)}::VARCHAR = ${textSql(String(to.year))}`,
      `${identifierSql(value)} IS NOT NULL`,
    ];
    return { source, where: conditions.join(" AND ") };
  }
  return undefined;
}
