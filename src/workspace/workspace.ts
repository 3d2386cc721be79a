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
  /** How many characters stand between the start of a text's span and its first letter (1 for a quotation mark); `undefined` where letters and columns do not go together. */
  readonly textOffsetAt?: (path: readonly (string | number)[]) => number | undefined;
}

export interface ClassificationRow {
  readonly item: ClassificationItem;
  /** The cell with the code. */
  readonly span: Span;
  /** The cell of a column of the table; the row's code where the table has no such column. */
  readonly spanOf: (column: string) => Span;
}

export interface DeclaredClassification {
  readonly id: string;
  readonly declaration: Located<ClassificationDeclaration>;
  readonly items: readonly ClassificationRow[];
  /** Whether every row could be read: only then is a code that is not there unknown. */
  readonly complete: boolean;
}

export interface DeclaredSource {
  readonly id: string;
  readonly declaration: Located<SourceDeclaration>;
  /** Workspace-relative paths that the patterns match, sorted. */
  readonly files: readonly string[];
  /** What each pattern matches, in the order of the declaration. */
  readonly patterns: readonly MatchedPattern[];
}

export interface MatchedPattern {
  readonly pattern: string;
  readonly span: Span;
  readonly files: readonly string[];
  /** A file of the folder that is named almost like the pattern. */
  readonly meant: string | undefined;
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
  /** Files whose mistakes are already told: names that lead to them are not told again. */
  readonly unread: {
    readonly classifications: readonly string[];
    readonly sources: readonly string[];
    readonly methods: readonly string[];
  };
}
