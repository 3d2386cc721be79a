/** A workspace run from its files to its observations, for tests: in a folder as it stands, or written into a temporary one. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkWorkspace } from "../../src/check/check-workspace.ts";
import type { CheckedWorkspace } from "../../src/check/checked.ts";
import { compilePlan } from "../../src/compile/compile-plan.ts";
import type { Plan } from "../../src/compile/plan.ts";
import type { Run } from "../../src/compute/run-plan.ts";
import { runPlan } from "../../src/compute/run-plan.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import type { OpenEngine } from "../../src/io/duckdb.ts";
import { openDuckDb } from "../../src/io/duckdb.ts";
import { workspaceFiles } from "../../src/io/file-system.ts";
import { sourceReader } from "../../src/io/source-reader.ts";
import { decimalText, decimalToRational } from "../../src/model/decimal.ts";
import type { Observation } from "../../src/model/observation.ts";
import { observationId } from "../../src/model/observation.ts";
import { roundHalfAwayFromZero } from "../../src/model/rounding.ts";
import type { Language } from "../../src/model/text.ts";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import { decodeText } from "../../src/workspace/text-encoding.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";

export interface Ran {
  /** `undefined` where an error stopped it. */
  readonly run: Run | undefined;
  readonly plan: Plan | undefined;
  readonly workspace: CheckedWorkspace | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RunOptions {
  readonly threads?: number;
  /** What else to do while the engine still holds the rows. */
  readonly then?: (made: { readonly run: Run; readonly plan: Plan; readonly engine: OpenEngine }) => Promise<void>;
}

/** Reads, checks, compiles and runs the workspace in a folder; writes nothing. */
export async function runFolder(root: string, { threads, then }: RunOptions = {}): Promise<Ran> {
  const parsed = readWorkspace(workspaceFiles(root));
  const checked = parsed.value === undefined ? undefined : checkWorkspace(parsed.value);
  if (checked?.ok !== true) {
    const diagnostics = [...parsed.diagnostics, ...(checked?.diagnostics ?? [])];
    return { run: undefined, plan: undefined, workspace: undefined, diagnostics };
  }
  const workspace = checked.value;
  const plan = compilePlan(workspace);
  const engine = await openDuckDb(threads === undefined ? {} : { threads });
  try {
    const { run, diagnostics } = await runPlan(plan, workspace, {
      engine,
      reader: sourceReader(root),
      progress: () => undefined,
    });
    if (run !== undefined) await then?.({ run, plan, engine });
    return { run, plan, workspace, diagnostics: [...parsed.diagnostics, ...checked.warnings, ...diagnostics] };
  } finally {
    engine.close();
  }
}

/** The same for files in memory. */
export async function runFiles(files: FilesInMemory, options: RunOptions = {}): Promise<Ran> {
  return inTemporaryFolder(files, (root) => runFolder(root, options));
}

/** Writes the files into a folder of their own, which is gone afterwards. */
export async function inTemporaryFolder<T>(files: FilesInMemory, use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "nhip-test-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The observations of a run that has to succeed. */
export function observationsOf({ run, diagnostics }: Ran): readonly Observation[] {
  if (run === undefined) throw new Error(`nothing was compiled: ${JSON.stringify(diagnostics, undefined, 2)}`);
  return run.observations;
}

/** `iip/C26/27/2024-09/ytd/growth` printed with so many decimals; "absent" where the run has no such figure. */
export function printed(ran: Ran, id: string, decimals: number): string {
  const known = figuresOf.get(ran);
  const figures = known ?? new Map(observationsOf(ran).map((figure) => [observationId(figure), figure]));
  if (known === undefined) figuresOf.set(ran, figures);
  const found = figures.get(id);
  if (found === undefined) return "absent";
  return decimalText(roundHalfAwayFromZero(decimalToRational(found.value), decimals));
}

const figuresOf = new WeakMap<Ran, ReadonlyMap<string, Observation>>();

/** What a terminal shows of the diagnostics, without colour. */
export function toldIn(language: Language, root: string, diagnostics: readonly Diagnostic[]): string {
  const sourceText = (file: string): string | undefined => {
    const path = join(root, file);
    if (!existsSync(path)) return undefined;
    const decoded = decodeText(readFileSync(path));
    return decoded.ok ? decoded.text : undefined;
  };
  return renderDiagnostics(diagnostics, { language, sourceText });
}
