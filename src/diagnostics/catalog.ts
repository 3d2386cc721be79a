/** Every code with its parameters: the union of the groups in messages/. A code without wording in both languages does not compile. */
import type { ClassificationDiagnostics } from "./messages/classification.ts";
import type { DataDiagnostics } from "./messages/data.ts";
import type { MethodDiagnostics } from "./messages/method.ts";
import type { ReportDiagnostics } from "./messages/report.ts";
import type { SourceDiagnostics } from "./messages/source.ts";
import type { WorkbookDiagnostics } from "./messages/workbook.ts";
import type { WorkspaceDiagnostics } from "./messages/workspace.ts";

export type DiagnosticParams = WorkspaceDiagnostics &
  ClassificationDiagnostics &
  SourceDiagnostics &
  WorkbookDiagnostics &
  MethodDiagnostics &
  ReportDiagnostics &
  DataDiagnostics;
export type DiagnosticCode = keyof DiagnosticParams;
