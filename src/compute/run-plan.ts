/** Plan → cells, tables and observations. The engine does the heavy step; everything above it is exact arithmetic on a small cube. */
import type { CheckedWorkspace } from "../check/checked.ts";
import type { Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Observation } from "../model/observation.ts";
import type { Rational } from "../model/rational.ts";
import { apportionContributions } from "./apportion-contributions.ts";
import { computeLevels } from "./compute-levels.ts";
import type { CellSet } from "./cells.ts";
import type { Engine } from "./engine.ts";
import type { ImputedReturn } from "./impute-quantities.ts";
import type { Computed } from "./lineage.ts";
import type { LoadedSource } from "./load-source.ts";
import { loadSource } from "./load-source.ts";
import { observe } from "./observe.ts";
import { publishedObservations } from "./published-observations.ts";
import { faultsOfIndex, readBases, readTargets, readWeights } from "./reference-tables.ts";
import { runCellQuery } from "./run-cells.ts";
import type { SourceReader } from "./source-reader.ts";
import type { SurveyStratum } from "./survey-cells.ts";
import { variationOf } from "./survey-cells.ts";

export interface Run {
  readonly computed: Computed;
  readonly observations: readonly Observation[];
  readonly sources: readonly LoadedSource[];
}

/** Told as each stage begins, for progress. */
export type Progress = (stage: "load" | "compute", done: number, of: number) => void;

export async function runPlan(
  plan: Plan,
  workspace: CheckedWorkspace,
  { engine, reader, progress }: { readonly engine: Engine; readonly reader: SourceReader; readonly progress: Progress },
): Promise<{ readonly run: Run | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const sources: LoadedSource[] = [];
  const context = {
    engine,
    reader,
    classifications: workspace.classifications,
    first: workspace.first,
    last: workspace.last,
    codeTables: new Map<string, string>(),
  };
  for (const [done, sourcePlan] of plan.sources.entries()) {
    progress("load", done, plan.sources.length);
    const source = workspace.sources.get(sourcePlan.id);
    if (source === undefined)
      throw new Error(`the plan has a source that the workspace does not have: ${sourcePlan.id}`);
    const result = await loadSource(source, sourcePlan, context);
    diagnostics.push(...result.diagnostics);
    if (result.loaded !== undefined) sources.push(result.loaded);
  }
  if (hasErrors(diagnostics)) return { run: undefined, diagnostics };

  const cells = new Map<string, CellSet>();
  const imputed = new Map<string, readonly ImputedReturn[]>();
  const strata = new Map<string, readonly SurveyStratum[]>();
  for (const [done, query] of plan.cells.entries()) {
    progress("compute", done, plan.cells.length + plan.indicators.length);
    const result = await runCellQuery(query, plan, engine);
    cells.set(query.id, result.cells);
    if (result.imputed.length > 0) imputed.set(query.id, result.imputed);
    if (result.strata.length > 0) strata.set(query.id, result.strata);
    diagnostics.push(...result.diagnostics);
  }
  const weights = new Map<string, ReadonlyMap<string, Rational>>();
  const bases = new Map<string, ReadonlyMap<string, Rational>>();
  const targets = new Map<string, ReadonlyMap<number, Rational>>();
  for (const indicator of plan.indicators) {
    if (indicator.method.kind === "index") {
      const own = cells.get(indicator.id);
      const list = workspace.classifications.get(indicator.method.classification);
      if (own === undefined) continue;
      weights.set(indicator.id, await readWeights(indicator, engine));
      bases.set(indicator.id, await readBases(indicator, own, engine));
      diagnostics.push(
        ...faultsOfIndex(
          indicator,
          own,
          weights.get(indicator.id) ?? new Map(),
          bases.get(indicator.id) ?? new Map(),
          (code) => list?.items.get(code)?.parent,
        ),
      );
    }
    if (indicator.method.plan !== undefined) {
      const read = await readTargets(indicator, plan, engine);
      targets.set(indicator.id, read);
      if (!read.has(plan.last.year)) diagnostics.push(noTarget(indicator.id, indicator.method.plan, plan.last.year));
    }
  }
  if (hasErrors(diagnostics)) return { run: undefined, diagnostics };
  const computed: Computed = {
    plan,
    classifications: workspace.classifications,
    cells,
    imputed,
    strata,
    weights,
    bases,
    targets,
  };
  return { run: { computed, observations: observationsOf(computed, progress), sources }, diagnostics };
}

/** Every observation of the plan, in the plan's order. */
function observationsOf(computed: Computed, progress: Progress): readonly Observation[] {
  const { plan } = computed;
  const levels = computeLevels(computed);
  return plan.indicators.flatMap((indicator, done) => {
    progress("compute", plan.cells.length + done, plan.cells.length + plan.indicators.length);
    const own = levels.get(indicator.id);
    if (own === undefined) return [];
    const made = observe(indicator, {
      plan,
      levels: own,
      targetOf: (year) => computed.targets.get(indicator.id)?.get(year),
      variationOf: (territory, month) => variationOf(computed.strata.get(indicator.id) ?? [], territory, month),
    });
    const hierarchies = indicator.breakdowns.flatMap(
      ({ classification }) => computed.classifications.get(classification) ?? [],
    );
    return [
      ...apportionContributions(made, own, hierarchies),
      ...publishedObservations(indicator, plan, computed.cells),
    ];
  });
}

function noTarget(
  indicator: string,
  plan: { readonly target: string; readonly source: string },
  year: number,
): Diagnostic {
  return {
    code: "data/no-target",
    severity: "warning",
    span: { file: `methods/${indicator}.yaml` },
    params: { indicator, target: plan.target, year: String(year), source: plan.source },
    related: [],
    count: 1,
  };
}
