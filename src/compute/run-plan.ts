/** Plan → cells, tables and observations. The engine does the heavy step; everything above it is exact arithmetic on a small cube. */
import type { CheckedWorkspace } from "../check/checked.ts";
import type { CodeType } from "../compile/column-sql.ts";
import type { Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Observation } from "../model/observation.ts";
import type { Computed } from "./computed.ts";
import type { Engine } from "./engine.ts";
import { parseMonth } from "../model/period.ts";
import type { LoadedSource } from "./loaded-source.ts";
import { loadSource } from "./load-source.ts";
import { createCodeTypes } from "./code-types.ts";
import { observePlan } from "./observe-plan.ts";
import { placedInMethod, placedInSource } from "./place-faults.ts";
import { readTables } from "./read-tables.ts";
import { runCellQueries } from "./run-cells.ts";
import { sideBySide } from "./side-by-side.ts";
import type { SourceReader } from "./source-reader.ts";

export interface Run {
  readonly computed: Computed;
  readonly observations: readonly Observation[];
  readonly sources: readonly LoadedSource[];
}

/** Told as each stage begins, for progress. */
export type Progress = (stage: "load" | "compute", done: number, of: number) => void;

interface Surroundings {
  readonly engine: Engine;
  readonly reader: SourceReader;
  readonly progress: Progress;
}

export async function runPlan(
  plan: Plan,
  workspace: CheckedWorkspace,
  { engine, reader, progress }: Surroundings,
): Promise<{ readonly run: Run | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { classifications } = workspace;
  const loading = await loadSources(plan, workspace, { engine, reader, progress });
  if (hasErrors(loading.diagnostics)) return { run: undefined, diagnostics: loading.diagnostics };

  const steps = plan.cells.length + plan.indicators.length;
  const tell = (done: number): void => progress("compute", done, steps);
  const queried = await runCellQueries({ plan, engine, classifications }, tell);
  const tables = await readTables(plan, queried.cells, { engine, classifications });
  const compiling = [...queried.diagnostics, ...tables.diagnostics].map((fault) => placedInMethod(fault, workspace));
  const diagnostics = [...loading.diagnostics, ...compiling];
  if (hasErrors(diagnostics)) return { run: undefined, diagnostics };

  const { cells, imputed, strata } = queried;
  const { reported, weights, bases, targets } = tables;
  const computed: Computed = { plan, classifications, cells, imputed, strata, reported, weights, bases, targets };
  const observations = observePlan(computed, (done) => tell(plan.cells.length + done));
  return { run: { computed, observations, sources: loading.sources }, diagnostics };
}

/** Loads every source, so that the faults of all are told in one run. */
async function loadSources(
  plan: Plan,
  workspace: CheckedWorkspace,
  { engine, reader, progress }: Surroundings,
): Promise<{ readonly sources: readonly LoadedSource[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { classifications, first, last, declaration } = workspace;
  const calendarLast = parseMonth(declaration.calendar.last) ?? last;
  const shared = { reader, classifications, first, last, calendarLast, codeTypes: new Map<string, CodeType>() };
  await createCodeTypes(plan, { ...shared, engine });
  let done = 0;
  const loading = await sideBySide(plan.sources, engine, async (sourcePlan, lane) => {
    progress("load", done, plan.sources.length);
    const source = workspace.sources.get(sourcePlan.id);
    if (source === undefined) throw new Error(`the workspace does not have the plan's source ${sourcePlan.id}`);
    const { loaded, diagnostics } = await loadSource(source, sourcePlan, { ...shared, engine: lane });
    done += 1;
    const place = { source, plan: sourcePlan, reader };
    return { loaded, diagnostics: diagnostics.map((fault) => placedInSource(fault, place)) };
  });
  const sources = loading.flatMap(({ loaded }) => loaded ?? []);
  const diagnostics = loading.flatMap((each) => each.diagnostics);
  return { sources, diagnostics };
}
