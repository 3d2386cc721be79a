/** `npm test`: compiles, runs every check and every test, those in a browser included, and ends with one line of counts. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { runChecks } from "./checks.ts";
import { findChromium, installChromium, mayInstallChromium } from "./chromium.ts";
import { compileWhatChanged } from "./compile.mjs";
import { StepFailed, root, runQuietly, secondsSince, step } from "./step.mjs";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const testReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), ancestorTitles: z.array(z.string()), title: z.string() }),
      ),
    }),
  ),
});

const compiled = await compile();
await provideBrowser();
const checked = await runChecks();
const tested = await runTests();

const passed = compiled.passed + checked.passed + tested.passed;
const failed = compiled.failed + checked.failed + tested.failed;
process.stdout.write(`${passed} passed, ${failed} failed${tested.skipped > 0 ? `, ${tested.skipped} skipped` : ""}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Counts as a check: the end-to-end tests run what it makes. */
async function compile(): Promise<Counts> {
  try {
    await compileWhatChanged(process.execPath);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    if (!(error instanceof StepFailed)) {
      throw error;
    }
    process.stdout.write(`\n${error.message}\n\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** The browser tests need a Chromium; where none can be had they say so themselves (tests/browser.ts). */
async function provideBrowser(): Promise<void> {
  if (findChromium() === undefined && mayInstallChromium()) {
    await step("browser", async () => {
      const problem = await installChromium();
      return problem === undefined
        ? "Chromium installed by apt-get"
        : `apt-get has no Chromium: ${problem.trim().split("\n").at(-1) ?? ""}`;
    });
  }
}

async function runTests(): Promise<Counts> {
  const begun = performance.now();
  const reportFile = join(root, "node_modules/.cache/nhip/tests.json");
  rmSync(reportFile, { force: true });
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const { status, output } = await runQuietly(process.execPath, args);
  const report = readReport(reportFile);
  if (report === undefined) {
    process.stdout.write(`  tests     FAILED\n\n${output}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  // A file that cannot be loaded has no test to fail, so it counts itself; so does a fault outside every test.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(isFailed),
  ).length;
  const failed = Math.max(report.numFailedTests + broken, status === 0 ? 0 : 1);
  const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  const outcome = `${report.testResults.length} files, ${report.numPassedTests} passed${failed > 0 ? `, ${failed} FAILED` : ""}`;
  process.stdout.write(`  ${"tests".padEnd(10)}${outcome.padEnd(44)} ${secondsSince(begun)}\n`);
  if (failed > 0) {
    process.stdout.write(`\n${output.trimEnd()}\n\n`);
  }
  for (const [title, count] of countByTitle(skipped.map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title))) {
    process.stdout.write(`  skipped   ${count} × ${title}\n`);
  }
  return { passed: report.numPassedTests, failed, skipped: skipped.length };
}

function isFailed({ status }: { readonly status: string }): boolean {
  return status === "failed";
}

function readReport(file: string): z.infer<typeof testReport> | undefined {
  try {
    return testReport.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

function countByTitle(titles: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const title of titles) {
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return counts;
}
