/** A workspace as its files declare it: everything located, nothing resolved. */
import type { Span } from "../diagnostics/diagnostic.ts";
import type { ClassificationItem } from "../model/classification.ts";
import type { ClassificationDeclaration } from "./declarations/classification.ts";
import type { MethodDeclaration } from "./declarations/method.ts";
import type { SourceDeclaration } from "./declarations/source.ts";
import type { WorkspaceDeclaration } from "./declarations/workspace.ts";

/** A value read from a file, and the way back to where each part of it stands. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  /** The place of a part: `spanOf(["columns", "quantity", "unit"])`; the nearest part above where that one is absent. `key` points at the key instead of the value. */
  readonly spanOf: (path: readonly (string | number)[], part?: "value" | "key") => Span;
}

export interface DeclaredClassification {
  readonly id: string;
  readonly declaration: Located<ClassificationDeclaration>;
  readonly items: readonly { readonly item: ClassificationItem; readonly span: Span }[];
}

export interface DeclaredSource {
  readonly id: string;
  readonly declaration: Located<SourceDeclaration>;
  /** Workspace-relative paths that the patterns match, sorted. */
  readonly files: readonly string[];
}

export interface DeclaredMethod {
  readonly id: string;
  readonly declaration: Located<MethodDeclaration>;
}

export interface DeclaredReport {
  /** reports/nine-months.vi.md → `nine-months`. */
  readonly id: string;
  readonly language: "vi" | "en";
  readonly file: string;
  readonly text: string;
}

export interface Workspace {
  readonly declaration: Located<WorkspaceDeclaration>;
  readonly classifications: readonly DeclaredClassification[];
  readonly sources: readonly DeclaredSource[];
  readonly methods: readonly DeclaredMethod[];
  readonly reports: readonly DeclaredReport[];
}
