/**
 * Every command of the repository goes through here: `node scripts/run.mjs JOB`. Installs what is missing, compiles what changed, and hands the job
 * to the clone's own Node, so that a machine with only an older Node and npm can run everything. Plain JavaScript for any Node from 18 on, no packages.
 */
import { join } from "node:path";
import { compileWhatChanged } from "./compile.mjs";
import { installWhatIsMissing, nodeOfTheClone } from "./install.mjs";
import { StepFailed, root, runInTerminal } from "./step.mjs";

/** @type {Readonly<Record<string, { script?: string, compiled: boolean }>>} */
const jobs = {
  build: { compiled: true },
  start: { script: "scripts/start.ts", compiled: true },
  test: { script: "scripts/test.ts", compiled: false },
  check: { script: "scripts/check.ts", compiled: false },
  format: { script: "scripts/format.ts", compiled: false },
  bench: { script: "bench/bench.ts", compiled: true },
  screenshot: { script: "scripts/screenshot.ts", compiled: true },
};

const [name = "", ...args] = process.argv.slice(2);
const job = jobs[name];
if (job === undefined) {
  process.stderr.write(`node scripts/run.mjs ${Object.keys(jobs).join(" | ")}\n`);
  process.exit(2);
}
try {
  await installWhatIsMissing();
  const node = nodeOfTheClone();
  if (job.compiled) {
    await compileWhatChanged(node);
  }
  if (job.script !== undefined) {
    process.exitCode = await runInTerminal(node, [join(root, job.script), ...args]);
  }
} catch (error) {
  if (!(error instanceof StepFailed)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
