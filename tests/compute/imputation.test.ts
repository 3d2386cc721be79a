/** Missing returns in the compiled index (methods.md 1.6), where tests/cases/imputation does not show it: dominant units and returns of several rows. */
import { describe, expect, test } from "vitest";
import { industryWorkspace } from "./industry-workspace.ts";
import { printed, runFiles } from "./run-workspace.ts";

function workspace(rows: readonly string[], impute: string): Readonly<Record<string, string>> {
  const files = industryWorkspace({
    "sources/output/all.csv": `month,unit,size,product,quantity\n${rows.join("\n")}\n`,
    "sources/base.csv": "product,quantity\nA,1000\n",
  });
  const texts = Object.entries(files).map(([path, content]) => [path, String(content)] as const);
  const changed = texts.map(([path, text]) => [
    path,
    text.replace("impute: { by: [size] }", `impute: { ${impute} }`).replace("last: 2024-03", "last: 2023-03"),
  ]);
  return Object.fromEntries(changed) as Readonly<Record<string, string>>;
}

describe("a dominant unit is never filled in", () => {
  test.each([
    {
      what: "when a small unit is missing too",
      rows: ["2023-01,u1,large,A,900", "2023-01,u2,small,A,100", "2023-02,u3,small,A,1"],
      share: "90",
    },
    { what: "when it is the only one", rows: ["2023-01,u1,large,A,900"], share: "100" },
    {
      what: "when others answered",
      rows: ["2023-01,u1,large,A,600", "2023-01,u2,small,A,400", "2023-02,u2,small,A,400"],
      share: "60",
    },
  ])("$what", async ({ rows, share }) => {
    const { run, diagnostics } = await runFiles(workspace(rows, "dominant: 0.5"));
    expect(run).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "data/dominant-missing", params: { establishment: "u1", code: "A", month: "2023-02", share } },
    ]);
  });

  test("and below the threshold it is filled", async () => {
    const rows = [
      "2023-01,u1,large,A,400",
      "2023-01,u2,small,A,600",
      "2023-02,u2,small,A,660",
      "2023-03,u2,small,A,600",
    ];
    const ran = await runFiles(workspace(rows, "dominant: 0.5"));
    expect(ran.diagnostics).toEqual([]);
    expect(printed(ran, "iip/A/T1/2023-02/month/level", 1)).toBe("110.0");
  });
});

test("without a threshold a product whose every return is missing is carried", async () => {
  const rows = ["2023-01,u1,large,A,900", "2023-01,u2,small,A,100", "2023-03,u1,large,A,990"];
  const ran = await runFiles(workspace(rows, "by: [size]"));
  expect(printed(ran, "iip/A/T1/2023-02/month/level", 1)).toBe("100.0");
  // In March the small unit grows as the matched ones do; none was matched, so it is carried again.
  expect(printed(ran, "iip/A/T1/2023-03/month/level", 1)).toBe("109.0");
});

test("a unit with several rows a month is one return", async () => {
  const files = workspace(
    [
      "2023-01,u1,large,A,100",
      "2023-01,u1,small,A,300",
      "2023-01,u2,small,A,600",
      "2023-02,u2,small,A,660",
      "2023-03,u1,large,A,100",
      "2023-03,u1,small,A,300",
      "2023-03,u2,small,A,600",
    ],
    "by: []",
  );
  const contract = (files["sources/output.yaml"] ?? "").replace(
    "key: [month, unit, product]",
    "key: [month, unit, size, product]",
  );
  const ran = await runFiles({ ...files, "sources/output.yaml": contract });
  expect(ran.diagnostics).toEqual([]);
  expect(printed(ran, "iip/A/T1/2023-02/month/level", 1)).toBe("110.0");
  expect(printed(ran, "iip/A/T1/2023-03/month/level", 1)).toBe("100.0");
});

test("an optional quantity left empty is a missing return, not a zero", async () => {
  const files = workspace(
    ["2023-01,u1,large,A,500", "2023-01,u2,large,A,500", "2023-02,u1,large,A,550", "2023-02,u2,large,A,"],
    "by: [size]",
  );
  const contract = (files["sources/output.yaml"] ?? "").replace("minimum: 0 }", "minimum: 0, optional: true }");
  const ran = await runFiles({ ...files, "sources/output.yaml": contract });
  expect(ran.diagnostics).toEqual([]);
  expect(printed(ran, "iip/A/T1/2023-02/month/level", 1)).toBe("110.0");
});
