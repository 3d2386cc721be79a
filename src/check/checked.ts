/** A workspace in which every name is resolved: what can still go wrong is a data value. */
import type { Classification } from "../model/classification.ts";
import type { Month } from "../model/period.ts";
import type { MethodDeclaration } from "../workspace/declarations/method.ts";
import type { SourceDeclaration } from "../workspace/declarations/source.ts";
import type { WorkspaceDeclaration } from "../workspace/declarations/workspace.ts";
import type { DeclaredReport, Located } from "../workspace/workspace.ts";

export interface SourceFile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly format: "csv" | "xlsx" | "parquet";
  /** The month that the file's name gives, where the contract takes it from there. */
  readonly month: Month | undefined;
}

export interface CheckedSource {
  readonly id: string;
  readonly declaration: Located<SourceDeclaration>;
  readonly files: readonly SourceFile[];
}

export interface CheckedMethod {
  readonly id: string;
  readonly declaration: Located<MethodDeclaration>;
}

export interface CheckedWorkspace {
  readonly declaration: WorkspaceDeclaration;
  readonly first: Month;
  readonly last: Month;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly sources: ReadonlyMap<string, CheckedSource>;
  /** Each after those its formula, numerator or denominator names. */
  readonly methods: ReadonlyMap<string, CheckedMethod>;
  readonly reports: readonly DeclaredReport[];
}
