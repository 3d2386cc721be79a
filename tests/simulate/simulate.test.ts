/** `nhip simulate`: the same seed gives the same bytes, any seed gives the published figures, and the example's files are what it makes. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { simulate, simulatedTables } from "../../src/simulate/simulate.ts";
import type { SimulatedTable } from "../../src/simulate/table.ts";
import { csvText } from "../../src/simulate/table.ts";
import { exampleDeclaration, exampleFolder, small } from "./example.ts";

const declaration = exampleDeclaration();
const example = simulatedTables(declaration, {});
const textsOf = (tables: readonly SimulatedTable[]): Record<string, string> =>
  Object.fromEntries(tables.map((table) => [table.path, csvText(table)]));
const rowsOf = (tables: readonly SimulatedTable[], source: string): readonly Readonly<Record<string, string>>[] =>
  tables
    .filter((table) => table.source === source)
    .flatMap(({ columns, rows }) =>
      rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ""]))),
    );

test("every published figure is met at the precision it was printed with", () => {
  expect(example.report.checks.filter(({ met }) => !met)).toEqual([]);
  expect(example.report.checks.length).toBe(declaration.published.length);
});

test("the committed files of the example are, byte for byte, what its declaration makes", () => {
  const made = textsOf(example.tables);
  const committed = readdirSync(join(exampleFolder, "sources"), { recursive: true, encoding: "utf8" })
    .map((path) => `sources/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".csv"));
  expect(committed.toSorted()).toEqual(Object.keys(made).toSorted());
  for (const path of committed) {
    // Not toEqual on the text: a difference of a megabyte tells nobody anything.
    expect(readFileSync(join(exampleFolder, path), "utf8") === made[path], path).toBe(true);
  }
});

test("the example has the sizes that it says", () => {
  const { report, tables } = example;
  expect(report.establishments).toBe(600);
  const survey = rowsOf(tables, "retail-survey");
  expect(new Set(survey.map(({ unit }) => unit)).size).toBe(2000);
  expect(rowsOf(tables, "customs").length).toBe(60_000);
  const obstacles = rowsOf(tables, "obstacles");
  const open = obstacles.filter(({ closed }) => closed === "");
  expect([open.length, new Set(open.map(({ field }) => field)).size]).toEqual([42, 8]);
  expect(new Set(obstacles.map(({ field }) => field)).size).toBeGreaterThan(8);
  const byProduct = Map.groupBy(rowsOf(tables, "industrial-output"), ({ unit }) => unit ?? "");
  expect(
    Math.max(...[...byProduct.values()].map((rows) => new Set(rows.map(({ product }) => product)).size)),
  ).toBeLessThanOrEqual(3);
  const bytes = tables.reduce((sum, table) => sum + Buffer.byteLength(csvText(table)), 0);
  expect(bytes).toBeLessThan(8_000_000);
});

test("some returns are missing, none of a large unit, and some are late", () => {
  const { report, tables } = example;
  const share = report.imputed / (report.imputed + report.returns);
  expect(share).toBeGreaterThan(0.03);
  expect(share).toBeLessThan(0.06);
  const output = rowsOf(tables, "industrial-output");
  const large = Map.groupBy(
    output.filter(({ size }) => size === "L"),
    ({ unit, product }) => `${unit ?? ""}/${product ?? ""}`,
  );
  expect(new Set([...large.values()].map((rows) => rows.length))).toEqual(new Set([21]));
  const late = output.filter(
    ({ month = "", received = "" }) => received.slice(0, 7) > month && Number(received.slice(8)) > 12,
  );
  expect(late.length / output.length).toBeGreaterThan(0.02);
  const recordedLater = rowsOf(tables, "fdi-events").filter(
    ({ date = "", recorded = "" }) => recorded.slice(0, 7) > date.slice(0, 7),
  );
  expect(recordedLater.length).toBeGreaterThan(20);
});

test("the register of projects never owes capital, and closes a project with what it had", () => {
  for (const source of ["fdi-events", "ddi-events"]) {
    const events = rowsOf(example.tables, source).filter(({ event }) => event !== "SHARE_PURCHASE");
    for (const [project, own] of Map.groupBy(events, (row) => row["project"] ?? "")) {
      const inOrder = own.toSorted((a, b) => (a["date"] ?? "").localeCompare(b["date"] ?? ""));
      let capital = 0;
      for (const { capital: change } of inOrder) {
        capital += Number(change);
        expect(capital, project).toBeGreaterThanOrEqual(0);
      }
      const closed = own.some(({ event }) => event === "REVOKED" || event === "TERMINATED");
      if (closed) expect(capital, project).toBe(0);
      expect(own.filter(({ event }) => event === "LICENSED").length, project).toBe(1);
    }
  }
});

test("an enterprise returns only from suspension", () => {
  const events = rowsOf(example.tables, "enterprise-events");
  for (const [firm, own] of Map.groupBy(events, (row) => row["firm"] ?? "")) {
    const inOrder = own.toSorted((a, b) => (a["date"] ?? "").localeCompare(b["date"] ?? "")).map(({ event }) => event);
    inOrder.forEach((event, at) => {
      const before = inOrder[at - 1];
      if (event === "RETURNED" && before !== undefined) expect(before, firm).toBe("SUSPENDED");
      if (event === "SUSPENDED") expect(["REGISTERED", "RETURNED", undefined], firm).toContain(before);
      if (event === "DISSOLVED" && before !== undefined) expect(before, firm).toBe("AWAITING");
    });
  }
});

test("the same seed gives the same bytes; another seed gives other rows and the same published figures", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
      const one = simulatedTables(declaration, { seed, ...small });
      const again = simulatedTables(declaration, { seed, ...small });
      const other = simulatedTables(declaration, { seed: (seed + 1) % 0x1_0000_0000, ...small });
      expect(textsOf(again.tables)).toEqual(textsOf(one.tables));
      const texts = textsOf(one.tables);
      for (const [path, text] of Object.entries(textsOf(other.tables))) {
        const declared = /industrial-(base|weights)|retail-frame|targets/.test(path);
        expect(texts[path] === text, path).toBe(declared);
      }
      expect([...one.report.checks, ...other.report.checks].filter(({ met }) => !met)).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

test("a published figure that the rows cannot give stops the simulation before a file is written", () => {
  const contradicting = {
    ...declaration,
    published: [...declaration.published, { figure: "iip/C26/growth", scale: 0, printed: "7.7" }],
  };
  const written: string[] = [];
  const run = (): unknown => simulate(contradicting, small, { writeText: (path) => void written.push(path) });
  expect(run).toThrow("iip/C26/growth: 7.7 published");
  expect(written).toEqual([]);
});

test("what is written is every table, once", () => {
  const written: string[] = [];
  const report = simulate(declaration, small, { writeText: (path) => void written.push(path) });
  expect(written).toEqual(report.files.map(({ path }) => path));
  expect(new Set(written).size).toBe(written.length);
});
