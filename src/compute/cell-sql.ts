/**
 * Pieces of SQL that every cell query shares: which rows it takes, and the item, territory and month it files them under.
 * A row that lacks what the query needs (an optional cell is empty) says nothing there: it is neither counted nor a zero.
 */
import type { CellAggregate, CellQuery, SourcePlan } from "../compile/plan.ts";
import { wholeItem } from "../model/observation.ts";
import { identifierSql, textSql } from "./engine.ts";
import { sourceTable } from "./loaded-source.ts";

export interface CellSql {
  readonly from: string;
  /** `item`, `territory` and `month`, in this order. */
  readonly dimensions: string;
  readonly where: string;
  readonly month: string;
}

export function cellSql(query: CellQuery, source: SourcePlan, territory: string, last: number): CellSql {
  const month = monthSql(query.month, source);
  const conditions = [`${month} <= ${String(last)}`, ...conditionsOf(query)];
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

/** The territories and months of which the source says anything in the query's columns, whatever codes it says it of. */
export function reportedSql(query: CellQuery, source: SourcePlan, territory: string, last: number): string {
  const everything: CellQuery = { ...query, item: undefined, where: {} };
  const { from, where, month } = cellSql(everything, source, territory, last);
  const place = query.territory === undefined ? textSql(territory) : identifierSql(query.territory);
  return `SELECT DISTINCT ${place} AS territory, ${month} AS month FROM ${from} WHERE ${where} ORDER BY ALL`;
}

/** What a row must hold to be one of the query's, whatever its month. */
export function conditionsOf({ where, item, territory, aggregate }: CellQuery): readonly string[] {
  const needed = [item, territory, ...columnsOf(aggregate)].filter((column) => column !== undefined);
  return [
    ...Object.entries(where).map(([column, codes]) => `${identifierSql(column)} IN (${codes.map(textSql).join(", ")})`),
    ...[...new Set(needed)].map((column) => `${identifierSql(column)} IS NOT NULL`),
  ];
}

function columnsOf(aggregate: CellAggregate): readonly (string | undefined)[] {
  switch (aggregate.kind) {
    case "sum":
      return [aggregate.column, aggregate.weight];
    case "distinct":
    case "latest":
      return [aggregate.column];
    case "survey":
      return [aggregate.column, aggregate.unit, aggregate.stratum];
    case "quantities":
      return [aggregate.column, aggregate.establishment];
    case "open":
      return [aggregate.count];
    case "rows":
      return [];
  }
}

/** The ordinal of a row's month, from a month or a date column. */
export function monthSql(column: string, source: SourcePlan): string {
  const name = identifierSql(column);
  const declared = source.columns.find((candidate) => candidate.name === column)?.declaration;
  return declared?.type === "date" ? `(year(${name}) * 12 + month(${name}) - 1)` : name;
}
