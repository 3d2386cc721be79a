/** The national report of December 2024, compiled and composed from the statistics office's workbooks, says what the office published. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkReports } from "../../src/check/check-reports.ts";
import { checkWorkspace } from "../../src/check/check-workspace.ts";
import { compilePlan } from "../../src/compile/compile-plan.ts";
import { composeReport } from "../../src/compose/compose-report.ts";
import type { Block, Inline, ReportDocument } from "../../src/compose/document.ts";
import { derive, deriveContext } from "../../src/compute/derive.ts";
import { runPlan } from "../../src/compute/run-plan.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { workspaceFiles } from "../../src/io/file-system.ts";
import { openDuckDb } from "../../src/io/duckdb.ts";
import { sourceReader } from "../../src/io/source-reader.ts";
import { decimalText } from "../../src/model/decimal.ts";
import type { Observation } from "../../src/model/observation.ts";
import { observationSet } from "../../src/model/observation-set.ts";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import { describeWithShared } from "../shared-data.ts";

const root = fileURLToPath(new URL("../../examples/viet-nam", import.meta.url));

describeWithShared("the national report of December 2024", () => {
  const documents = new Map<string, ReportDocument>();
  const found: Diagnostic[] = [];
  let observations: readonly Observation[] = [];
  let derived: readonly (string | undefined)[] = [];
  const spillFolder = mkdtempSync(join(tmpdir(), "nhip-national-"));

  beforeAll(async () => {
    const { value, diagnostics } = readWorkspace(workspaceFiles(root));
    if (value === undefined) throw new Error(`the example cannot be read: ${JSON.stringify(diagnostics)}`);
    const checked = checkWorkspace(value);
    if (!checked.ok) throw new Error(`the example has faults: ${JSON.stringify(checked.diagnostics)}`);
    found.push(...diagnostics, ...checked.warnings, ...checkReports(checked.value));
    const engine = await openDuckDb({ spillFolder });
    const { run, diagnostics: faults } = await runPlan(compilePlan(checked.value), checked.value, {
      engine,
      reader: sourceReader(root),
      progress: () => undefined,
    });
    engine.close();
    found.push(...faults);
    if (run === undefined) throw new Error(`the example cannot be computed: ${JSON.stringify(faults)}`);
    const context = deriveContext(run.computed);
    observations = run.observations;
    derived = observations.map((observation) => {
      const derivation = derive(observation, context);
      return derivation === undefined ? undefined : decimalText(derivation.value);
    });
    for (const report of checked.value.reports) {
      const composed = composeReport(report, checked.value, observationSet(run.observations));
      found.push(...composed.diagnostics);
      documents.set(report.language, composed.value);
    }
  });
  afterAll(() => {
    rmSync(spillFolder, { recursive: true });
  });

  test("is complete in both languages, with one remark on the workbooks", () => {
    expect([...documents.keys()].sort()).toEqual(["en", "vi"]);
    expect(found.map(({ code, span }) => `${code} ${span.cell ?? ""}`)).toEqual([
      "workbook/row-without-label 12. FDI!C46",
    ]);
  });

  test.each([
    ["vi", "tháng 12 năm 2024 tăng 0,79% so với tháng trước và tăng 8,84% so với cùng kỳ năm 2023"],
    ["vi", "công nghiệp chế biến, chế tạo tăng 9,63%"],
    ["vi", "6.391,0 nghìn tỷ đồng, tăng 9,0%"],
    ["vi", "xuất khẩu đạt 405,53 tỷ USD, tăng 14,3%"],
    ["vi", "nhập khẩu đạt 380,76 tỷ USD, tăng 16,7%"],
    ["vi", "xuất siêu 24,77 tỷ USD"],
    ["vi", "3.375 dự án"],
    ["vi", "19,73 tỷ USD"],
    ["vi", "157.240 doanh nghiệp đăng ký thành lập mới, giảm 1,4%"],
    ["en", "rose 0.79% from the month before"],
    ["en", "a surplus of 24.77 billion USD"],
    ["en", "newly registered enterprises numbered 157,240, down 1.4%"],
  ])("says in %s: %s", (language, sentence) => {
    expect(documents.get(language)?.blocks.map(textOf).join("\n")).toContain(sentence);
  });

  test("derives every figure as it was observed", () => {
    expect(observations.length).toBeGreaterThan(5000);
    expect(derived).toEqual(observations.map(({ value }) => decimalText(value)));
  });

  test("ranks Bắc Ninh first by new and adjusted capital", () => {
    expect(documents.get("vi")?.blocks.map(textOf).join("\n")).toMatch(
      /Bắc Ninh \(4\.840,0 triệu USD\) đứng đầu cả nước/,
    );
  });

  test("has a table and a chart in every section", () => {
    for (const { blocks } of documents.values()) {
      const sections = blocks.flatMap((block, at) => (block.kind === "heading" ? [at] : []));
      expect(sections).toHaveLength(5);
      for (const [index, at] of sections.entries()) {
        const kinds = new Set(blocks.slice(at, sections[index + 1]).map(({ kind }) => kind));
        expect(kinds.has("table") && kinds.has("chart")).toBe(true);
      }
    }
  });
});

function textOf(block: Block): string {
  return block.kind === "paragraph" || block.kind === "heading" ? inlineText(block.content) : "";
}

function inlineText(content: readonly Inline[]): string {
  return content.map((inline) => ("text" in inline ? inline.text : inlineText(inline.content))).join("");
}
