/** Every report's faults that show before any data: form, names, words, styles. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckedWorkspace } from "./checked.ts";
import { resolveReport } from "./resolve-report.ts";

export function checkReports(workspace: CheckedWorkspace): readonly Diagnostic[] {
  return workspace.reports.flatMap((report) => resolveReport(report, workspace).diagnostics);
}
