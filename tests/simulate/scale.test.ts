/** The simulation at scale, small: Parquet files with the columns and rows planned, the same bytes every time, and a workspace that the product reads. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkWorkspace } from "../../src/check/check-workspace.ts";
import { textSql } from "../../src/compute/engine.ts";
import { openDuckDb } from "../../src/io/duckdb.ts";
import { workspaceFiles } from "../../src/io/file-system.ts";
import { writeAtScale } from "../../src/io/simulation-sink.ts";
import { outputColumns, scalePlan } from "../../src/simulate/scale-plan.ts";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import { exampleDeclaration, exampleFolder } from "./example.ts";

const declaration = exampleDeclaration();
const folder = mkdtempSync(join(tmpdir(), "nhip-scale-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
// Enough rows in a year for several row groups.
const options = { establishments: 6500, months: 18, provinces: 7 };
const silent = { progress: () => undefined };
const write = (name: string) =>
  writeAtScale(scalePlan(declaration, options), exampleFolder, join(folder, name), silent);

test("one Parquet file a year, with every line in every month but the missing returns", async () => {
  const written = await write("one");
  expect(written.files.map(({ path }) => path)).toEqual(
    [2023, 2024].map((year) => `sources/industrial-output/${String(year)}.parquet`),
  );
  const lines = [...scalePlan(declaration, options).lines.rows];
  const engine = await openDuckDb({});
  try {
    const files = textSql(join(folder, "one/sources/industrial-output/*.parquet"));
    const columns = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${files})`);
    expect(columns.rows.map(([name]) => name)).toEqual([...outputColumns]);
    const counted = await engine.query(
      `SELECT count(*), count(DISTINCT month), count(DISTINCT province), count(DISTINCT unit), min(quantity), count(*) FILTER (month = '2023-01') FROM read_parquet(${files})`,
    );
    const [rows, months, provinces, units, least, firstMonth] = (counted.rows[0] ?? []).map(Number);
    expect([months, provinces, units, firstMonth]).toEqual([18, 7, 6500, lines.length]);
    expect(rows).toBe(written.rows);
    expect(least).toBeGreaterThan(0);
    expect(written.rows).toBeLessThan(lines.length * 18 * 0.98);
    expect(written.rows).toBeGreaterThan(lines.length * 18 * 0.93);
  } finally {
    engine.close();
  }
});

test("written again, the files have the same bytes", async () => {
  await write("again");
  for (const year of [2023, 2024]) {
    const bytesOf = (name: string): Buffer =>
      readFileSync(join(folder, name, `sources/industrial-output/${String(year)}.parquet`));
    expect(bytesOf("again").equals(bytesOf("one"))).toBe(true);
  }
});

test("the quantities are those of the same arithmetic in whole numbers outside the engine", async () => {
  const lines = [...scalePlan(declaration, options).lines.rows];
  const engine = await openDuckDb({});
  try {
    const file = textSql(join(folder, "one/sources/industrial-output/2024.parquet"));
    const result = await engine.query(
      `SELECT unit, product, quantity FROM read_parquet(${file}) WHERE month = '2024-05'`,
    );
    const made = new Map(
      result.rows.map(([unit, product, quantity]) => [`${String(unit)}/${String(product)}`, BigInt(String(quantity))]),
    );
    const month = 16n;
    const season = BigInt(Math.round((declaration.industry.seasons[4] ?? 0) * 1000));
    const missing = BigInt(Math.round(declaration.industry.missing * 1000));
    for (const [, unit = "", , product = "", base = "", growth = "", mayMiss, seed = ""] of lines) {
      const first = (((BigInt(seed) * 48271n + month * 69621n) % 2147483647n) * 16807n) % 2147483647n;
      const second = (first * 39373n) % 2147483647n;
      const level = (((BigInt(base) * season) / 1000n) * (1000000n + BigInt(growth) * month)) / 1000000n;
      const quantity = (level * (900n + (first % 201n))) / 1000n;
      const answered = !(mayMiss === "1" && second % 1000n < missing);
      expect(made.get(`${unit}/${product}`)).toBe(answered ? (quantity > 1n ? quantity : 1n) : undefined);
    }
  } finally {
    engine.close();
  }
});

test("the workspace is read and checked without a diagnostic", () => {
  const { value, diagnostics } = readWorkspace(workspaceFiles(join(folder, "one")));
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no workspace");
  const checked = checkWorkspace(value);
  expect(checked.ok ? checked.warnings : checked.diagnostics).toEqual([]);
});

test("less than a year, or more provinces than there are, is refused", () => {
  expect(() => scalePlan(declaration, { ...options, months: 11 })).toThrow(RangeError);
  expect(() => scalePlan(declaration, { ...options, provinces: 64 })).toThrow(RangeError);
});
