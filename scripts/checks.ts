/** The checks that need no test runner: each one command, quiet when it passes. `npm run check` runs these; `npm test` runs these and the tests. */
import { availableParallelism } from "node:os";
import { digestOfFiles, readPassedChecks, writePassedChecks } from "./passed-checks.ts";
import { runQuietly, secondsSince } from "./step.mjs";

export interface Check {
  readonly name: string;
  /** The program's entry and its arguments, relative to the repository. */
  readonly command: readonly string[];
  readonly remedy: string;
}

const cache = "node_modules/.cache/nhip";

/** The longest first, so that two cores end at about the same time. */
export const checks: readonly Check[] = [
  {
    name: "lint",
    command: ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings=0"],
    remedy: "each line above names the rule",
  },
  {
    name: "types",
    command: ["node_modules/typescript/bin/tsc", "-p", "tsconfig.test.json"],
    remedy: "each line above names the place",
  },
  {
    name: "layers",
    command: [
      "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
      "src",
      "--config",
      ".dependency-cruiser.cjs",
    ],
    remedy: "ARCHITECTURE.md says what each folder may import",
  },
  { name: "dead code", command: ["node_modules/knip/bin/knip.js", "--no-progress"], remedy: "use it or remove it" },
  {
    name: "format",
    command: [
      "node_modules/prettier/bin/prettier.cjs",
      "--check",
      ".",
      "--log-level=warn",
      "--cache",
      `--cache-location=${cache}/prettier`,
    ],
    remedy: "npm run format",
  },
];

/** Runs the checks that have not passed on these very files, as many at a time as there are cores; prints a line each, and in full what a failed one said. */
export async function runChecks(): Promise<{ readonly passed: number; readonly failed: number }> {
  const files = digestOfFiles();
  const passed = [...readPassedChecks(files)];
  for (const name of passed) {
    process.stdout.write(`  ${name.padEnd(10)}passed, and nothing has changed since\n`);
  }
  const waiting = checks.filter(({ name }) => !passed.includes(name));
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (await runCheck(check)) {
        passed.push(check.name);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  writePassedChecks(files, passed);
  return { passed: passed.length, failed: checks.length - passed.length };
}

async function runCheck({ name, command, remedy }: Check): Promise<boolean> {
  const begun = performance.now();
  const { status, output } = await runQuietly(process.execPath, command);
  const passed = status === 0;
  process.stdout.write(`  ${name.padEnd(10)}${(passed ? "passed" : "FAILED").padEnd(44)} ${secondsSince(begun)}\n`);
  if (!passed) {
    process.stdout.write(`\n${output.trimEnd()}\n\n  ${name}: ${remedy}\n\n`);
  }
  return passed;
}
