/** `nhip check`: everything that can be known without data, all of it in one run. */
import { checkFolder } from "../../build.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { terminalWords } from "../../language/terminal.ts";
import type { Invocation } from "../invocation.ts";
import { isJson, periodOf, printLine, tellDiagnostics, workspaceFolder } from "../invocation.ts";
import { workspaceLanguage } from "../workspace-language.ts";

export function run(invocation: Invocation): Promise<number> {
  const root = workspaceFolder(invocation, invocation.arguments[0]);
  const language = workspaceLanguage(invocation, root);
  const { workspace, diagnostics } = checkFolder(root, periodOf(invocation));
  tellDiagnostics(invocation, language, diagnostics, root);
  if (workspace === undefined || hasErrors(diagnostics)) return Promise.resolve(1);
  const counts = {
    sources: workspace.sources.size,
    indicators: workspace.methods.size,
    reports: workspace.reports.length,
  };
  printLine(
    isJson(invocation)
      ? JSON.stringify({ ok: true, ...counts })
      : terminalWords[language].checked(counts.sources, counts.indicators),
  );
  return Promise.resolve(0);
}
