/** The compiler itself gives the published figures from the example's files: not the simulation's own arithmetic, the product's. */
import { expect, test } from "vitest";
import { checkWorkspace } from "../../src/check/check-workspace.ts";
import { compilePlan } from "../../src/compile/compile-plan.ts";
import { runPlan } from "../../src/compute/run-plan.ts";
import { openDuckDb } from "../../src/io/duckdb.ts";
import { workspaceFiles } from "../../src/io/file-system.ts";
import { sourceReader } from "../../src/io/source-reader.ts";
import { decimalToRational } from "../../src/model/decimal.ts";
import { observationId } from "../../src/model/observation.ts";
import { checkPublished } from "../../src/simulate/self-check.ts";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import { exampleDeclaration, exampleFolder } from "./example.ts";

test("the example compiles without a diagnostic to every published figure", { timeout: 120_000 }, async () => {
  const { value: workspace, diagnostics } = readWorkspace(workspaceFiles(exampleFolder));
  expect(diagnostics).toEqual([]);
  if (workspace === undefined) throw new Error("no workspace");
  const checked = checkWorkspace(workspace);
  if (!checked.ok) throw new Error(JSON.stringify(checked.diagnostics));
  expect(checked.warnings).toEqual([]);
  const engine = await openDuckDb({});
  try {
    const { run, diagnostics: faults } = await runPlan(compilePlan(checked.value), checked.value, {
      engine,
      reader: sourceReader(exampleFolder),
      progress: () => undefined,
    });
    expect(faults).toEqual([]);
    const compiled = new Map(
      run?.observations.map((observation) => [observationId(observation), decimalToRational(observation.value)]),
    );
    // The sum over all provinces is no observation of the example.
    const published = exampleDeclaration().published.filter(({ figure }) => !figure.includes("/VN/"));
    const figures = new Map(
      published.flatMap(({ figure }) => {
        const [indicator = "", item = "", measure = ""] = figure.split("/");
        const [code, territory] = indicator.startsWith("province-") ? ["_T", item] : [item, "27"];
        const basis = indicator === "obstacles" ? "end" : "ytd";
        const value = compiled.get([indicator, code, territory, "2024-09", basis, measure].join("/"));
        return value === undefined ? [] : [[figure, value] as const];
      }),
    );
    expect(checkPublished(published, figures).filter(({ met }) => !met)).toEqual([]);
  } finally {
    engine.close();
  }
});
