/**
 * The pages of docs/diagnostics/report are true: each page's template gives exactly the output it shows, in both languages.
 * `vitest -u` writes the outputs anew. Every code of a report has a page.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkReports } from "../src/check/check-reports.ts";
import { composeReport } from "../src/compose/compose-report.ts";
import { hasErrors } from "../src/diagnostics/diagnostic.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { reportMessages } from "../src/diagnostics/messages/report.ts";
import { renderDiagnostics } from "../src/diagnostics/render.ts";
import { observationSet } from "../src/model/observation-set.ts";
import type { DeclaredReport } from "../src/workspace/workspace.ts";
import { observed, reportWorkspace } from "./report-workspace.ts";

const pages = fileURLToPath(new URL("../docs/diagnostics/report/", import.meta.url));
const codes = Object.keys(reportMessages);
const data = observationSet([observed("retail", "74778000000000", "VND"), observed("retail growth", "9.1", "percent")]);

/** What checking says, and where that has no errors, what composing says. */
function diagnosticsOf(report: DeclaredReport): readonly Diagnostic[] {
  const found = checkReports({ ...reportWorkspace, reports: [report] });
  return hasErrors(found) ? found : [...found, ...composeReport(report, reportWorkspace, data).diagnostics];
}

test("the index leads to every page, and every page is of a code that exists", () => {
  const index = readFileSync(`${pages}README.md`, "utf8");
  const names = readdirSync(pages).filter((name) => name !== "README.md");
  expect(names.map((name) => `report/${name.replace(/\.md$/, "")}`).sort()).toEqual([...codes].sort());
  for (const name of names) expect(index).toContain(`(${name})`);
});

test.each(codes)("the page of %s shows what the programme says", async (code) => {
  const path = `${pages}${code.replace(/^report\//, "")}.md`;
  expect(existsSync(path), `docs/diagnostics/${code}.md is missing`).toBe(true);
  const page = readFileSync(path, "utf8");
  const file = "reports/thang.vi.md";
  const text = /^```markdown reports\/thang\.vi\.md\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "";
  const diagnostics = diagnosticsOf({ id: "thang", language: "vi", file, text });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  const shown = page.replace(/^```output (vi|en)\n[\s\S]*?^```$/gm, (_, language: "vi" | "en") => {
    const output = renderDiagnostics(diagnostics, { language, sourceText: () => text });
    return `\`\`\`output ${language}\n${output}\`\`\``;
  });
  expect(shown.match(/^```output /gm)).toHaveLength(2);
  await expect(shown).toMatchFileSnapshot(path);
});
