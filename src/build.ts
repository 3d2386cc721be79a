/**
 * The whole way in one function: read → check → compile → compute → compose → publish. Every problem of a stage is
 * reported in one run, and nothing is written where there is an error.
 */
import { checkReports } from "./check/check-reports.ts";
import { checkWorkspace } from "./check/check-workspace.ts";
import type { CheckedWorkspace } from "./check/checked.ts";
import { compilePlan } from "./compile/compile-plan.ts";
import type { Plan } from "./compile/plan.ts";
import { composeReport } from "./compose/compose-report.ts";
import type { ReportDocument } from "./compose/document.ts";
import { derive, deriveContext } from "./compute/derive.ts";
import { lineageText } from "./compute/lineage.ts";
import type { Progress, Run } from "./compute/run-plan.ts";
import { runPlan } from "./compute/run-plan.ts";
import { runRecord } from "./compute/run-record.ts";
import { storeObservations, storeRows } from "./compute/store-observations.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { hasErrors } from "./diagnostics/diagnostic.ts";
import type { OpenEngine } from "./io/duckdb.ts";
import { openDuckDb } from "./io/duckdb.ts";
import { workspaceFiles } from "./io/file-system.ts";
import type { OutputFile } from "./io/output.ts";
import { folderIn, stageFolder, writeFiles } from "./io/output.ts";
import { sourceReader } from "./io/source-reader.ts";
import type { Month } from "./model/period.ts";
import type { ObservationSet } from "./model/observation-set.ts";
import { observationSet } from "./model/observation-set.ts";
import { observationTable } from "./publish/observation-table.ts";
import { readSiteAssets } from "./io/site-assets.ts";
import { publicDerivation } from "./publish/public-derivation.ts";
import type { publishSite } from "./publish/website.ts";
import { readWorkspace } from "./workspace/read-workspace.ts";

/** Where a build leaves what it made, under the workspace. */
export const publicFolder = "dist";
export const internalFolder = ".nhip";

export interface BuildSummary {
  readonly title: { readonly vi: string; readonly en: string };
  readonly period: Month;
  readonly files: number;
  readonly sources: number;
  readonly indicators: number;
  readonly classifications: number;
  readonly reports: number;
  readonly steps: number;
  readonly rows: number;
  readonly observations: number;
  readonly tables: number;
  readonly charts: number;
  readonly figures: number;
  readonly published: number;
  /** Source files outside the workspace, relative to it. */
  readonly outside: readonly string[];
}

export interface BuildResult {
  readonly workspace: CheckedWorkspace | undefined;
  /** `undefined` where an error stopped the build. */
  readonly summary: BuildSummary | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuildOptions {
  /** Reference month instead of the calendar's last. */
  readonly period?: Month | undefined;
  readonly progress: (
    stage: "read" | "check" | "load" | "compute" | "compose" | "publish",
    done?: number,
    of?: number,
  ) => void;
  readonly memoryLimit?: string;
  /** Called once everything is made, before the former results are replaced. */
  readonly beforeWriting?: () => void;
}

/** Reads and checks a workspace without touching its data. */
export function checkFolder(
  root: string,
  period: Month | undefined,
): { readonly workspace: CheckedWorkspace | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = readWorkspace(workspaceFiles(root));
  if (parsed.value === undefined) return { workspace: undefined, diagnostics: parsed.diagnostics };
  const checked = checkWorkspace(parsed.value, period === undefined ? {} : { last: period });
  if (!checked.ok) return { workspace: undefined, diagnostics: [...parsed.diagnostics, ...checked.diagnostics] };
  // A name that leads to a file with mistakes of its own is not told a second time.
  const unread = new Set(parsed.value.unread.methods);
  const inReports = checkReports(checked.value).filter(
    ({ code, params }) => code !== "report/unknown-indicator" || !unread.has(params.name),
  );
  return { workspace: checked.value, diagnostics: [...parsed.diagnostics, ...checked.warnings, ...inReports] };
}

/** Builds the workspace at `root` into its `dist/` (public) and `.nhip/` (internal: lineage and source rows). */
export async function buildFolder(root: string, options: BuildOptions): Promise<BuildResult> {
  const { progress } = options;
  progress("read");
  const { workspace, diagnostics: found } = checkFolder(root, options.period);
  if (workspace === undefined || hasErrors(found)) return { workspace, summary: undefined, diagnostics: found };
  const diagnostics = [...found];
  progress("check");
  const plan = compilePlan(workspace);
  const spillFolder = folderIn(root, internalFolder, "spill");
  // Drawing charts takes a while to load: it does so while the engine reads the sources.
  const website = import("./publish/website.ts");
  const engine = await openDuckDb({
    spillFolder,
    ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
  });
  try {
    const tell: Progress = (stage, done, of) => {
      progress(stage, done, of);
    };
    const { run, diagnostics: faults } = await runPlan(plan, workspace, {
      engine,
      reader: sourceReader(root),
      progress: tell,
    });
    diagnostics.push(...faults);
    if (run === undefined) return { workspace, summary: undefined, diagnostics };
    progress("compose");
    const observations = observationSet(run.observations);
    const composed = workspace.reports.map((report) => composeReport(report, workspace, observations));
    diagnostics.push(...composed.flatMap((report) => report.diagnostics));
    const documents = composed.map(({ value }) => value);
    if (hasErrors(diagnostics)) return { workspace, summary: undefined, diagnostics };
    progress("publish");
    const published = await publish(root, {
      workspace,
      run,
      observations,
      documents,
      engine,
      website,
      beforeWriting: options.beforeWriting ?? (() => undefined),
    });
    return { workspace, summary: summaryOf(workspace, plan, run, documents, published), diagnostics };
  } finally {
    engine.close();
  }
}

interface Made {
  readonly workspace: CheckedWorkspace;
  readonly run: Run;
  readonly observations: ObservationSet;
  readonly documents: readonly ReportDocument[];
  readonly engine: OpenEngine;
  readonly website: Promise<{ readonly publishSite: typeof publishSite }>;
  readonly beforeWriting: () => void;
}

/** Writes everything a build made into staged folders, and puts them in place when all of it is there. */
async function publish(
  root: string,
  { workspace, run, observations, documents, engine, website, beforeWriting }: Made,
): Promise<number> {
  const internal = stageFolder(`${folderIn(root, internalFolder)}/lineage`);
  const open = stageFolder(`${root}/${publicFolder}`);
  let packed: Promise<void> = Promise.resolve();
  try {
    writeFiles(open.path, [{ path: "data/observations.csv", content: observationTable(run.observations) }]);
    // The engine packs its tables while the pages are drawn.
    packed = packTables(run, engine, open.path, folderIn(internal.path, "rows"));
    packed.catch(() => undefined); // told where it is awaited
    const drawing = await website;
    const context = deriveContext(run.computed);
    const site = drawing.publishSite({
      workspace,
      documents,
      observations,
      derive: (key) => {
        const made = derive(key, context);
        return made === undefined ? undefined : publicDerivation(made);
      },
      assets: readSiteAssets(),
    });
    const files: OutputFile[] = [...site].map(([path, content]) => ({ path, content }));
    writeFiles(open.path, [...files, { path: "data/run.json", content: runRecord(run) }]);
    writeFiles(internal.path, [{ path: "lineage.json", content: lineageText(run.computed) }]);
    await packed;
    beforeWriting();
    internal.commit();
    open.commit();
    return files.length + dataFiles;
  } catch (error) {
    await packed.catch(() => undefined);
    internal.discard();
    open.discard();
    throw error;
  }
}

/** observations.csv, observations.parquet and run.json. */
const dataFiles = 3;

async function packTables(run: Run, engine: OpenEngine, openPath: string, rowsPath: string): Promise<void> {
  await storeObservations(engine, `${openPath}/data/observations.csv`, `${openPath}/data/observations.parquet`);
  for (const source of run.sources) await storeRows(engine, source, `${rowsPath}/${source.plan.id}.parquet`);
}

function summaryOf(
  workspace: CheckedWorkspace,
  plan: Plan,
  run: Run,
  documents: readonly ReportDocument[],
  published: number,
): BuildSummary {
  const blocks = documents.flatMap((document) => document.blocks);
  const sourceFiles = plan.sources.flatMap(({ files }) => files.map(({ path }) => path));
  return {
    title: workspace.declaration.title,
    period: workspace.last,
    files:
      1 +
      new Set(sourceFiles).size +
      plan.sources.length +
      plan.indicators.length +
      2 * workspace.classifications.size +
      workspace.reports.length,
    sources: plan.sources.length,
    indicators: plan.indicators.length,
    classifications: workspace.classifications.size,
    reports: workspace.reports.length,
    steps: plan.sources.length + plan.cells.length + plan.indicators.length,
    rows: run.sources.reduce((rows, source) => rows + source.rows, 0),
    observations: run.observations.length,
    tables: blocks.filter(({ kind }) => kind === "table").length,
    charts: blocks.filter(({ kind }) => kind === "chart").length,
    figures: new Set(documents.flatMap((document) => figuresOf(document))).size,
    published,
    outside: [...new Set(sourceFiles.filter((path) => path.startsWith("../")))],
  };
}

function figuresOf({ blocks, headlines, lede }: ReportDocument): readonly string[] {
  const ids = headlines.map(({ observation }) => observation);
  const inlines = [
    ...lede,
    ...blocks.flatMap((block) => (block.kind === "paragraph" || block.kind === "heading" ? block.content : [])),
  ];
  for (const inline of inlines) if (inline.kind === "figure") ids.push(inline.observation);
  return ids;
}
