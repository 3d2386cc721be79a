/** The same data give the same bytes: whatever the order of rows, the names of files, how rows are spread over them, and how many threads there are. */
import fc from "fast-check";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineageText } from "../../src/compute/lineage.ts";
import { storeObservations, storeRows } from "../../src/compute/store-observations.ts";
import { observationTable } from "../../src/publish/observation-table.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";
import { industryWorkspace } from "./industry-workspace.ts";
import { observationsOf, runFiles } from "./run-workspace.ts";

const header = "month,unit,size,product,quantity";
const months = ["2023-01", "2023-02", "2023-03", "2024-01", "2024-02", "2024-03"];

const quantity = fc.integer({ min: 0, max: 100_000 });
/** Returns of three products by up to five units, some of them missing. */
const returns = fc
  .array(fc.option(quantity, { freq: 8 }), { minLength: 90, maxLength: 90 })
  .map((quantities) =>
    quantities.flatMap((value, place) => {
      if (value === null) return [];
      const product = ["A", "B", "CC"][place % 3] ?? "A";
      const unit = (place % 15) - (place % 3);
      const month = months[Math.floor(place / 15)] ?? "";
      return [`${month},u${String(unit)},${unit > 6 ? "large" : "small"},${product},${String(value / 100)}`];
    }),
  )
  .filter((rows) => rows.some((row) => row.startsWith("2023-01")) && rows.some((row) => row.includes(",A,")));

interface Outputs {
  readonly observations: string;
  readonly parquet: Buffer;
  readonly rows: Buffer;
  readonly lineage: string;
}

async function outputsOf(files: FilesInMemory, threads: number): Promise<Outputs> {
  const folder = mkdtempSync(join(tmpdir(), "nhip-bytes-"));
  try {
    let lineage = "";
    const ran = await runFiles(files, {
      threads,
      then: async ({ run, engine }) => {
        writeFileSync(join(folder, "observations.csv"), observationTable(run.observations));
        await storeObservations(engine, join(folder, "observations.csv"), join(folder, "observations.parquet"));
        const output = run.sources.find(({ plan }) => plan.id === "output");
        if (output === undefined) throw new Error("the workspace has no source of output");
        await storeRows(engine, output, join(folder, "rows.parquet"));
        lineage = lineageText(run.computed);
      },
    });
    return {
      observations: observationTable(observationsOf(ran)),
      parquet: readFileSync(join(folder, "observations.parquet")),
      rows: readFileSync(join(folder, "rows.parquet")),
      lineage: withoutFiles(lineage),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which files the rows came from is part of the plan; nothing else may know. */
function withoutFiles(lineage: string): string {
  return JSON.stringify(JSON.parse(lineage, (key, value: unknown) => (key === "files" ? undefined : value)));
}

function csvOf(rows: readonly string[]): string {
  return `${header}\n${rows.map((row) => `${row}\n`).join("")}`;
}

test("rows in another order, in other files, with other threads", async () => {
  const runs = returns.chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      shuffled: fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      cut: fc.integer({ min: 1, max: rows.length - 1 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(runs, async ({ rows, shuffled, cut }) => {
      const plain = await outputsOf(industryWorkspace({ "sources/output/all.csv": csvOf(rows) }), 1);
      const again = await outputsOf(industryWorkspace({ "sources/output/all.csv": csvOf(rows) }), 4);
      expect(again).toEqual(plain);
      const moved = await outputsOf(
        industryWorkspace({
          "sources/output/z [1].csv": csvOf(shuffled.slice(0, cut)),
          "sources/output/a*.csv": csvOf(shuffled.slice(cut)),
        }),
        2,
      );
      expect(moved.observations).toBe(plain.observations);
      expect(moved.parquet.equals(plain.parquet)).toBe(true);
      expect(moved.lineage).toBe(plain.lineage);
    }),
    { numRuns: 8, seed: 20_240_930 },
  );
}, 60_000);
