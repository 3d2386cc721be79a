/** The small tables that indicators are compiled with, read for the whole plan: weights, base years, targets, and the months that sources report. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { warningAt } from "../diagnostics/diagnostic.ts";
import type { Classification } from "../model/classification.ts";
import { monthOrdinal } from "../model/period.ts";
import type { CellSet } from "./cells.ts";
import { reportedSql } from "./cell-sql.ts";
import type { Computed } from "./computed.ts";
import type { EngineLane } from "./engine.ts";
import { faultsOfIndex } from "./faults-of-index.ts";
import { readBases, readTargets, readWeights } from "./reference-tables.ts";
import { repeatedReferences } from "./repeated-references.ts";

type Tables = Pick<Computed, "reported" | "weights" | "bases" | "targets">;

export async function readTables(
  plan: Plan,
  cells: ReadonlyMap<string, CellSet>,
  {
    engine,
    classifications,
  }: { readonly engine: EngineLane; readonly classifications: ReadonlyMap<string, Classification> },
): Promise<Tables & { readonly diagnostics: readonly Diagnostic[] }> {
  const reported = new Map<string, Reported>();
  const weights = new Map<string, Awaited<ReturnType<typeof readWeights>>>();
  const bases = new Map<string, Awaited<ReturnType<typeof readBases>>>();
  const targets = new Map<string, Awaited<ReturnType<typeof readTargets>>>();
  const diagnostics: Diagnostic[] = [...(await repeatedReferences(plan, engine))];
  const reports = monthReader(plan, engine);
  for (const indicator of plan.indicators) {
    const { id, method } = indicator;
    const months = await reports(indicator);
    if (months !== undefined) reported.set(id, months);
    const own = cells.get(id);
    if (method.kind === "index" && own !== undefined) {
      const given = await readWeights(indicator, engine);
      const averages = await readBases(indicator, own, engine);
      weights.set(id, given);
      bases.set(id, averages);
      diagnostics.push(...faultsOfIndex(indicator, own, { weights: given, bases: averages }, classifications));
    }
    if (method.plan !== undefined) {
      const { target, source } = method.plan;
      const read = await readTargets(indicator, plan, engine);
      targets.set(id, read);
      const year = String(plan.last.year);
      if (!read.has(plan.last.year)) {
        diagnostics.push(
          warningAt("data/no-target", { file: `methods/${id}.yaml` }, { indicator: id, target, year, source }),
        );
      }
    }
  }
  return { reported, weights, bases, targets, diagnostics };
}

type Reported = ReadonlyMap<string, ReadonlySet<number>>;

/** Territories and months of which an indicator's source has rows; indicators of one source share the answer. */
function monthReader(plan: Plan, engine: EngineLane): (indicator: IndicatorPlan) => Promise<Reported | undefined> {
  const known = new Map<string, Reported>();
  return async ({ whole }) => {
    const query = plan.cells.find(({ id }) => id === whole);
    const source = plan.sources.find(({ id }) => id === query?.source);
    if (query === undefined || source === undefined) return undefined;
    const sql = reportedSql(query, source, plan.territory, monthOrdinal(plan.last));
    const answered = known.get(sql);
    if (answered !== undefined) return answered;
    const result = await engine.query(sql);
    const months = new Map<string, Set<number>>();
    for (const [territory, month] of result.rows) {
      const own = months.get(String(territory));
      if (own === undefined) months.set(String(territory), new Set([Number(month)]));
      else own.add(Number(month));
    }
    known.set(sql, months);
    return months;
  };
}
