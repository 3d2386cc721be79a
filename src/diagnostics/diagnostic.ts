/** What is wrong, where, and with which values; the wording comes later, in the reader's language (render.ts). */
import type { DiagnosticCode, DiagnosticParams } from "./catalog.ts";

export type Severity = "error" | "warning";

/** 1-based; columns count graphemes as an editor shows them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file. `end` is the position after the last character; a span of a whole file has no positions. In a workbook `cell` says where (`Sheet!C14`). */
export interface Span {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly start?: Position;
  readonly end?: Position;
  readonly cell?: string;
}

export interface DiagnosticOf<C extends DiagnosticCode> {
  readonly code: C;
  readonly severity: Severity;
  readonly span: Span;
  readonly params: DiagnosticParams[C];
  /** Other places that matter: where the expectation is declared, the first of two duplicates. */
  readonly related: readonly Span[];
  /** How many times the same fault occurs down the column or file; 1 where it stands alone. */
  readonly count: number;
}

export type Diagnostic = { [C in DiagnosticCode]: DiagnosticOf<C> }[DiagnosticCode];

/** What was read and what was wrong with it: reading never fails. */
export interface Parsed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A failure always says why. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** An error at a place. */
export function errorAt<C extends DiagnosticCode>(
  code: C,
  span: Span,
  params: DiagnosticParams[C],
  more: { readonly related?: readonly Span[]; readonly count?: number } = {},
): Diagnostic {
  return { code, severity: "error", span, params, related: more.related ?? [], count: more.count ?? 1 } as Diagnostic;
}

/** A warning at a place: the build goes on. */
export function warningAt<C extends DiagnosticCode>(
  code: C,
  span: Span,
  params: DiagnosticParams[C],
  more: { readonly related?: readonly Span[]; readonly count?: number } = {},
): Diagnostic {
  return { code, severity: "warning", span, params, related: more.related ?? [], count: more.count ?? 1 } as Diagnostic;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
