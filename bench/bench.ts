/**
 * `npm run bench [-- --runs 7] [--keep NAME] [--compare]`: time and peak memory of the example's build, as whole processes, beside two floors measured
 * in the same rounds: Node that does nothing, and DuckDB that only reads the same files. Results go to bench/results/latest.json, and to NAME.json with --keep.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/step.mjs";
import { measureProcess, median, minimum, type Measurement } from "./measure-process.ts";
import { describeMachine, describeVersions, readLastKept, writeResults, type Results } from "./results.ts";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    keep: { type: "string" },
    compare: { type: "boolean", default: false },
  },
});

const targets: Readonly<Record<string, { readonly seconds: number; readonly mebibytes?: number }>> = {
  "cold build": { seconds: 3, mebibytes: 600 },
  "unchanged build": { seconds: 0.5 },
};

const example = join(root, "examples/bac-ninh");
const folder = mkdtempSync(join(tmpdir(), "nhip-bench-"));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const outputs = ["dist", ".nhip"];
  cpSync(example, folder, { recursive: true, filter: (path) => !outputs.some((name) => path === join(example, name)) });
  const nhip = join(root, "dist/cli/main.js");
  const subjects: Readonly<Record<string, () => Promise<Measurement>>> = {
    "bare node": () => measureProcess(["-e", "0"], folder),
    "DuckDB reads": () => measureProcess([join(root, "bench/read-with-duckdb.ts"), join(folder, "sources")], folder),
    "cold build": () => {
      for (const output of outputs) {
        rmSync(join(folder, output), { recursive: true, force: true });
      }
      return measureProcess([nhip, "build"], folder);
    },
    "unchanged build": () => measureProcess([nhip, "build"], folder),
  };

  const measured = new Map<string, Measurement[]>(Object.keys(subjects).map((name) => [name, []]));
  const runs = Number(options.runs);
  for (let round = 0; round < runs; round++) {
    // All subjects in each round, so that a slow minute of the machine falls on all of them.
    for (const [name, measure] of Object.entries(subjects)) {
      measured.get(name)?.push(await measure());
    }
  }

  const results: Results = {
    measured: new Date().toISOString(),
    machine: describeMachine(),
    versions: describeVersions(),
    runs,
    subjects: Object.fromEntries([...measured].map(([name, all]) => [name, summarise(all)])),
  };
  const before = options.compare ? readLastKept() : undefined;
  print(results, before?.contents);
  if (options.compare) {
    process.stdout.write(`\ncompared with ${before === undefined ? "nothing: no results are kept" : before.name}\n`);
  }
  writeResults("latest", results);
  if (options.keep !== undefined) {
    writeResults(options.keep, results);
  }
}

function summarise(all: readonly Measurement[]): Results["subjects"][string] {
  const of = (values: readonly number[]) => ({ minimum: minimum(values), median: median(values) });
  return { seconds: of(all.map(({ seconds }) => seconds)), mebibytes: of(all.map(({ mebibytes }) => mebibytes)) };
}

function print({ machine, versions, runs, subjects }: Results, before: Results | undefined): void {
  const floor = (name: string): number => subjects[name]?.seconds.minimum ?? NaN;
  const lines = Object.entries(subjects).map(([name, { seconds, mebibytes }]) => {
    const earlier = before?.subjects[name]?.seconds.minimum;
    return [
      name,
      `${seconds.minimum.toFixed(3)} s`,
      `${seconds.median.toFixed(3)} s`,
      `${mebibytes.median.toFixed(0)} MiB`,
      `${(seconds.minimum / floor("bare node")).toFixed(1)} ×`,
      `${(seconds.minimum / floor("DuckDB reads")).toFixed(2)} ×`,
      earlier === undefined ? "" : `${(seconds.minimum / earlier).toFixed(2)} ×`,
      verdict(targets[name], seconds.median, mebibytes.median),
    ];
  });
  const head = ["", "min", "median", "peak", "node", "DuckDB", before === undefined ? "" : "before", "target"];
  process.stdout.write(
    `${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.processor}; Node ${versions.node}, DuckDB client ${versions.duckdb}; ${runs} runs\n\n`,
  );
  for (const [name = "", ...cells] of [head, ...lines]) {
    process.stdout.write(
      `${name.padEnd(16)}${cells.map((cell, index) => (index < 6 ? cell.padStart(10) : `  ${cell}`)).join("")}`.trimEnd() +
        "\n",
    );
  }
}

function verdict(
  target: { readonly seconds: number; readonly mebibytes?: number } | undefined,
  seconds: number,
  mebibytes: number,
): string {
  if (target === undefined) {
    return "(floor)";
  }
  const met = seconds < target.seconds && mebibytes < (target.mebibytes ?? Infinity);
  const memory = target.mebibytes === undefined ? "" : `, < ${target.mebibytes} MiB`;
  return `< ${target.seconds} s${memory}: ${met ? "met" : "MISSED"}`;
}
