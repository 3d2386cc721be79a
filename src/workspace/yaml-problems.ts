/** What the YAML parser complains of, in the words of the catalogue and at the place that helps. */
import { visit } from "yaml";
import type { Document, ErrorCode, YAMLError } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { YamlProblem } from "../diagnostics/messages/workspace.ts";
import { oncePerFault } from "../diagnostics/repeats.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { lineAt, spanBetween } from "../diagnostics/source-file.ts";

/** Levels of nesting that a declaration may have. */
export const deepestLevel = 64;
/** A file that breaks in more places is broken as a whole. */
export const mostProblems = 20;

/** The slips of syntax in a file, each line once, the same slip down the file once with its count. */
export function yamlProblems(source: SourceFile, documents: readonly Document.Parsed[]): readonly Diagnostic[] {
  const seen = new Set<number>();
  const problems: Diagnostic[] = [];
  for (const document of documents) {
    for (const error of [...document.errors, ...document.warnings]) {
      // One slip makes several complaints on its line: the first is the cause.
      const problem = problemOf(error, source.text);
      const start = problem === "unclosed-quote" ? openingQuote(document, error.pos[0]) : error.pos[0];
      const line = lineAt(source, start);
      if (seen.has(line)) continue;
      seen.add(line);
      const span = spanBetween(
        source,
        start,
        problem === "unclosed-quote" ? start + 1 : Math.max(error.pos[1], start + 1),
      );
      if (problem === "depth") problems.push(errorAt("workspace/too-deep", span, { limit: deepestLevel }));
      else problems.push(errorAt("workspace/yaml-syntax", span, { problem }));
      // What follows an open quotation is part of it.
      if (problems.length === mostProblems || problem === "unclosed-quote") return oncePerFault(problems);
    }
  }
  return oncePerFault(problems);
}

/** A quotation that is not closed is noticed at the end of the file; what helps is where it opens. */
function openingQuote(document: Document.Parsed, end: number): number {
  let start = end;
  visit(document, {
    Scalar: (_, { type, range }) => {
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (isQuoted && range && range[0] <= end && range[2] >= end) start = range[0];
    },
  });
  return start;
}

function problemOf({ code, message, pos }: YAMLError, text: string): YamlProblem | "depth" {
  const byCode: Partial<Record<ErrorCode, YamlProblem | "depth">> = {
    TAB_AS_INDENT: "tab",
    BAD_INDENT: message.toLowerCase().includes("flow") ? "unclosed-bracket" : "indent",
    BAD_DQ_ESCAPE: "escape",
    BAD_SCALAR_START: "reserved-character",
    BLOCK_AS_IMPLICIT_KEY: "colon-in-value",
    MULTILINE_IMPLICIT_KEY: "missing-colon",
    MULTIPLE_DOCS: "two-documents",
    TAG_RESOLVE_FAILED: "tag",
    MULTIPLE_TAGS: "tag",
    BAD_ALIAS: "anchor",
    MULTIPLE_ANCHORS: "anchor",
    RESOURCE_EXHAUSTION: "depth",
  };
  if (code === "MISSING_CHAR") {
    if (message.includes("quote")) return "unclosed-quote";
    return /[[\]{},]/.test(text.charAt(pos[0])) || message.includes("flow") ? "unclosed-bracket" : "missing-colon";
  }
  return byCode[code] ?? "structure";
}
