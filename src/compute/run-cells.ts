/** Runs one cell query: the engine sums the rows exactly (decimals and integers only), the result is a handful of cells. */
import type { CellQuery, Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { monthOrdinal } from "../model/period.ts";
import { rational } from "../model/rational.ts";
import type { CellResult, CellSource } from "./cell-result.ts";
import { entryOf, plainResult } from "./cell-result.ts";
import { cellSql } from "./cell-sql.ts";
import type { CellSet } from "./cells.ts";
import type { Computed } from "./computed.ts";
import { distinctEntries, openEntries } from "./count-cells.ts";
import type { Engine } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import type { ImputedReturn } from "./impute-quantities.ts";
import { quantityCells } from "./quantity-cells.ts";
import { sideBySide } from "./side-by-side.ts";
import { surveyCells } from "./survey-cells.ts";
import type { SurveyStratum } from "./survey-stratum.ts";

/** All cells of a plan. */
export async function runCellQueries(
  { plan, engine, classifications }: Omit<CellSource, "source" | "engine"> & { readonly engine: Engine },
  progress: (done: number) => void,
): Promise<Pick<Computed, "cells" | "imputed" | "strata"> & { readonly diagnostics: readonly Diagnostic[] }> {
  const cells = new Map<string, CellSet>();
  const imputed = new Map<string, readonly ImputedReturn[]>();
  const strata = new Map<string, readonly SurveyStratum[]>();
  const diagnostics: Diagnostic[] = [];
  let done = 0;
  const results = await sideBySide(plan.cells, engine, async (query, lane) => {
    progress(done);
    const result = await runCellQuery(query, { plan, engine: lane, classifications });
    done += 1;
    return { id: query.id, result };
  });
  for (const { id, result } of results) {
    cells.set(id, result.cells);
    if (result.imputed.length > 0) imputed.set(id, result.imputed);
    if (result.strata.length > 0) strata.set(id, result.strata);
    diagnostics.push(...result.diagnostics);
  }
  return { cells, imputed, strata, diagnostics };
}

/** The query's cells. `context` has what they are made from. */
async function runCellQuery(query: CellQuery, context: Omit<CellSource, "source">): Promise<CellResult> {
  const { plan, engine } = context;
  const source = sourceOf(query, plan);
  const { aggregate } = query;
  const { from, dimensions, where } = cellSql(query, source, plan.territory, monthOrdinal(plan.last));
  const grouped = `FROM ${from} WHERE ${where} GROUP BY ALL ORDER BY ALL`;
  switch (aggregate.kind) {
    case "quantities":
      return quantityCells(query, aggregate, { ...context, source });
    case "survey":
      return surveyCells(query, aggregate, { ...context, source });
    case "distinct":
      return plainResult(query, await distinctEntries(query, aggregate.column, { ...context, source }));
    case "open":
      return plainResult(query, await openEntries(query, aggregate, { ...context, source }));
    case "rows": {
      const result = await engine.query(`SELECT ${dimensions}, count(*)::VARCHAR, count(*) ${grouped}`);
      return plainResult(
        query,
        result.rows.map((row) => entryOf(row, "month")),
      );
    }
    case "sum": {
      const value = identifierSql(aggregate.column);
      const amount = aggregate.weight === undefined ? value : `${value} * ${identifierSql(aggregate.weight)}`;
      const result = await engine.query(`SELECT ${dimensions}, sum(${amount})::VARCHAR, count(*) ${grouped}`);
      const times = rational(10n ** BigInt(aggregate.multiplier));
      return plainResult(
        query,
        result.rows.map((row) => entryOf(row, "month", times)),
      );
    }
    case "latest": {
      const value = identifierSql(aggregate.column);
      const result = await engine.query(
        `SELECT ${dimensions}, arg_max(${value}, (_file, _line))::VARCHAR, 1 ${grouped}`,
      );
      const times = rational(10n ** BigInt(aggregate.multiplier));
      return plainResult(
        query,
        result.rows.map((row) => entryOf(row, "month", times)),
      );
    }
  }
}

function sourceOf({ id, source }: CellQuery, plan: Plan): CellSource["source"] {
  const found = plan.sources.find((candidate) => candidate.id === source);
  if (found === undefined) throw new Error(`cell query ${id} names a source that the plan does not have: ${source}`);
  return found;
}
