/** Results of a measurement as kept in bench/results/: enough of the machine and the versions to compare them, nothing that names whose machine it was. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../scripts/step.mjs";

const amount = z.object({ minimum: z.number(), median: z.number() });

const results = z.object({
  measured: z.iso.datetime(),
  machine: z.object({ processor: z.string(), cores: z.int(), memoryGiB: z.int(), system: z.string() }),
  versions: z.object({ nhip: z.string(), node: z.string(), duckdb: z.string() }),
  runs: z.int(),
  subjects: z.record(z.string(), z.object({ seconds: amount, mebibytes: amount })),
});
export type Results = z.infer<typeof results>;

const folder = join(root, "bench/results");

export function describeMachine(): Results["machine"] {
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
  };
}

export function describeVersions(): Results["versions"] {
  const declared = z
    .object({ version: z.string(), dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return {
    nhip: declared.version,
    node: process.versions.node,
    duckdb: declared.dependencies["@duckdb/node-api"] ?? "none",
  };
}

export function writeResults(name: string, contents: Results): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(contents, null, 2)}\n`);
  return file;
}

/** The kept results that were measured last, by the date they hold; `latest` is the working copy and is not kept. */
export function readLastKept(): { readonly name: string; readonly contents: Results } | undefined {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && file !== "latest.json")
    .map((file) => ({
      name: file.replace(/\.json$/, ""),
      contents: results.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))),
    }))
    .toSorted((a, b) => (a.contents.measured < b.contents.measured ? -1 : 1))
    .at(-1);
}
