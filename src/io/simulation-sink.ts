/** Where simulated rows go: a folder of CSV files, or at scale Parquet files that the database makes a year at a time. */
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { textSql } from "../compute/engine.ts";
import type { ScalePlan } from "../simulate/scale-plan.ts";
import type { SimulationSink } from "../simulate/table.ts";
import { openDuckDb } from "./duckdb.ts";

/** Writes into a workspace's folder. */
export function folderSink(folder: string): SimulationSink {
  return {
    writeText: (path, text) => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
  };
}

export interface ScaleWritten {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly files: readonly { readonly path: string; readonly rows: number }[];
}

export interface ScaleEffects {
  /** Called after each year's file. */
  readonly progress: (done: number, of: number, rows: number) => void;
  /** As the database writes it; it spills beside the files beyond that. */
  readonly memoryLimit?: string;
}

/** Writes a workspace at scale. `origin` is the workspace that the classifications are taken from. Memory stays bounded: lines stream in, years stream out. */
export async function writeAtScale(
  plan: ScalePlan,
  origin: string,
  folder: string,
  effects: ScaleEffects,
): Promise<ScaleWritten> {
  const started = performance.now();
  const sink = folderSink(folder);
  for (const { path, text } of plan.texts) sink.writeText(path, text);
  for (const path of plan.copies) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(origin, path), join(folder, path));
  }
  const spillFolder = join(folder, ".nhip", "spill");
  mkdirSync(spillFolder, { recursive: true });
  // Two threads everywhere: one thread alone cuts the row groups elsewhere, and the bytes would differ.
  const engine = await openDuckDb({
    threads: 2,
    memoryLimit: effects.memoryLimit ?? "300MB",
    spillFolder,
  });
  try {
    await engine.fill(plan.lines.table, plan.lines.columns, plan.lines.rows);
    await engine.run(plan.prepareSql);
    const files: { path: string; rows: number }[] = [];
    let bytes = 0;
    for (const { path, selectSql } of plan.years) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      const copied = await engine.query(
        `COPY (${selectSql}) TO ${textSql(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
      );
      files.push({ path, rows: Number(copied.rows[0]?.[0] ?? 0) });
      bytes += statSync(file).size;
      effects.progress(files.length, plan.years.length, files.at(-1)?.rows ?? 0);
    }
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    return { rows, bytes, seconds: (performance.now() - started) / 1000, files };
  } finally {
    engine.close();
    rmSync(spillFolder, { recursive: true, force: true });
  }
}
