/** Pieces of SQL that every cell query shares: which rows it takes, and the item, territory and month it files them under. */
import type { CellQuery, SourcePlan } from "../compile/plan.ts";
import { wholeItem } from "../model/observation.ts";
import { identifierSql, textSql } from "./engine.ts";
import { sourceTable } from "./load-source.ts";

export interface CellSql {
  readonly from: string;
  /** `item`, `territory` and `month`, in this order. */
  readonly dimensions: string;
  readonly where: string;
  readonly month: string;
}

export function cellSql(query: CellQuery, source: SourcePlan, territory: string, last: number): CellSql {
  const month = monthSql(query.month, source);
  const conditions = [
    `${month} <= ${String(last)}`,
    ...Object.entries(query.where).map(
      ([column, codes]) => `${identifierSql(column)} IN (${codes.map(textSql).join(", ")})`,
    ),
    ...(query.item === undefined ? [] : [`${identifierSql(query.item)} IS NOT NULL`]),
  ];
  return {
    from: sourceTable(query.source),
    dimensions: [
      `${query.item === undefined ? textSql(wholeItem) : identifierSql(query.item)} AS item`,
      `${query.territory === undefined ? textSql(territory) : identifierSql(query.territory)} AS territory`,
      `${month} AS month`,
    ].join(", "),
    where: conditions.join(" AND "),
    month,
  };
}

/** The ordinal of a row's month, from a month or a date column. */
export function monthSql(column: string, source: SourcePlan): string {
  const name = identifierSql(column);
  const declared = source.columns.find((candidate) => candidate.name === column)?.declaration;
  return declared?.type === "date" ? `(year(${name}) * 12 + month(${name}) - 1)` : name;
}
