/** A plan is plain data: the same workspace gives the same, and nothing is lost on the way through JSON. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkWorkspace } from "../../src/check/check-workspace.ts";
import { compilePlan } from "../../src/compile/compile-plan.ts";
import type { Plan } from "../../src/compile/plan.ts";
import { workspaceFiles } from "../../src/io/file-system.ts";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";
import { workspaceInMemory } from "../workspace-in-memory.ts";

const tests = join(import.meta.dirname, "..");
const example = join(tests, "../examples/bac-ninh");
const cases = readdirSync(join(tests, "cases")).filter((name) => !name.startsWith("bad-"));

function planOf(files: ReturnType<typeof workspaceFiles>): Plan {
  const { value } = readWorkspace(files);
  const checked = value === undefined ? undefined : checkWorkspace(value);
  if (checked?.ok !== true) throw new Error("the workspace has mistakes");
  return compilePlan(checked.value);
}

describe.each([example, ...cases.map((name) => join(tests, "cases", name))])("%s", (folder) => {
  test("the plan is plain data, and the same every time", () => {
    const plan = planOf(workspaceFiles(folder));
    const text = JSON.stringify(plan);
    expect(JSON.stringify(JSON.parse(text))).toBe(text);
    expect(JSON.stringify(planOf(workspaceFiles(folder)))).toBe(text);
  });

  test("every indicator's cells are among the queries, and made from a source of the plan", () => {
    const { cells, indicators, sources } = planOf(workspaceFiles(folder));
    const ids = new Set(cells.map(({ id }) => id));
    expect(ids.size).toBe(cells.length);
    for (const { whole, breakdowns } of indicators) {
      if (whole !== undefined) expect(ids).toContain(whole);
      for (const breakdown of breakdowns) expect(ids).toContain(breakdown.cells);
    }
    const known = new Set(sources.map(({ id }) => id));
    for (const { source } of cells) expect(known).toContain(source);
  });
});

const files = (method: string): FilesInMemory => ({
  "nhip.yaml": `title: { vi: Thử, en: Trial }
territory: { code: T1, name: { vi: tỉnh thử, en: the trial province } }
calendar: { first: 2024-01, last: 2024-02 }
`,
  "sources/events.yaml": `title: { vi: Sự kiện, en: Events }
files: events.csv
columns:
  opened: { type: date }
  closed: { type: date, optional: true }
  kind: { type: code, values: [A, B] }
  project: { type: text }
  capital: { type: decimal, unit: USD, multiplier: 6 }
key: [project]
`,
  "sources/events.csv": "opened,closed,kind,project,capital\n2024-01-01,,A,p,1\n",
  "methods/trial.yaml": `title: { vi: Thử, en: Trial }
cites: thử
source: events
where: { kind: A }
${method}`,
});

test.each([
  {
    what: "a sum in ones of its unit",
    method: "kind: flow\nunit: USD\nmonth: opened\nvalue: capital\n",
    aggregate: { kind: "sum", column: "capital", multiplier: 6 },
  },
  { what: "rows", method: "kind: flow\nunit: project\nmonth: opened\n", aggregate: { kind: "rows" } },
  {
    what: "distinct values",
    method: "kind: flow\nunit: project\nmonth: opened\ncount: project\n",
    aggregate: { kind: "distinct", column: "project" },
  },
  {
    what: "what is open",
    method: "kind: stock\nunit: project\nopened: opened\nclosed: closed\n",
    aggregate: { kind: "open", closed: "closed" },
  },
  {
    what: "a stock that sums its events",
    method: "kind: stock\nunit: USD\nopened: opened\nvalue: capital\n",
    aggregate: { kind: "sum", column: "capital", multiplier: 6 },
  },
  {
    what: "a stock of distinct values",
    method: "kind: stock\nunit: project\nopened: opened\ncount: project\n",
    aggregate: { kind: "open", count: "project" },
  },
])("$what", ({ method, aggregate }) => {
  const { cells } = planOf(workspaceInMemory(files(method)));
  expect(cells).toMatchObject([{ id: "trial", source: "events", month: "opened", where: { kind: ["A"] }, aggregate }]);
});
