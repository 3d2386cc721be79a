/** Diagnostics as text for people, in either language: place, excerpt with carets, notes, one thing to do, and a line that sums up. */
import type { Language } from "../model/text.ts";
import { messageOf } from "./all-messages.ts";
import type { Diagnostic, Span } from "./diagnostic.ts";
import type { Mark } from "./excerpt.ts";
import { excerptOf } from "./excerpt.ts";
import { graphemeCount } from "./graphemes.ts";
import type { Message } from "./message.ts";
import type { SourceFile } from "./source-file.ts";
import { sourceFile } from "./source-file.ts";
import type { Style } from "./style.ts";
import { plain } from "./style.ts";
import { countText, counted } from "./wording.ts";

export interface RenderOptions {
  readonly language: Language;
  /** The text of a file of the workspace, for excerpts; `undefined` where it is no text or too long to show. */
  readonly sourceText: (file: string) => string | undefined;
  readonly style?: Style | undefined;
  /** Graphemes in a row of an excerpt; 100 unless the terminal is known to be narrower. Notes are folded at 80. */
  readonly width?: number | undefined;
}

const words = {
  vi: { error: "lỗi", warning: "cảnh báo", help: "gợi ý: " },
  en: { error: "error", warning: "warning", help: "help: " },
} as const;

/** All diagnostics, sorted by place, with the closing line; empty where there are none. Ends with a line feed. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  if (diagnostics.length === 0) return "";
  const files = new Map<string, SourceFile | undefined>();
  const fileOf = (file: string): SourceFile | undefined => {
    if (!files.has(file)) {
      const text = options.sourceText(file);
      files.set(file, text === undefined ? undefined : sourceFile(file, text));
    }
    return files.get(file);
  };
  const blocks = sortedByPlace(diagnostics).map((diagnostic) => renderOne(diagnostic, fileOf, options));
  const summary = (options.style ?? plain)("summary", summaryOf(diagnostics, options.language));
  return `${[...blocks, summary].join("\n\n")}\n`;
}

/** By file, line, column and code: the order of reading, whatever order they were found in. */
export function sortedByPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      inOrder(a.span.file, b.span.file) ||
      inOrder(a.span.start?.line ?? 0, b.span.start?.line ?? 0) ||
      inOrder(a.span.start?.column ?? 0, b.span.start?.column ?? 0) ||
      inOrder(a.span.cell ?? "", b.span.cell ?? "") ||
      inOrder(a.code, b.code),
  );
}

/** "2 errors, 1 warning in 3 files". */
export function summaryOf(diagnostics: readonly Diagnostic[], language: Language): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const files = new Set(diagnostics.map(({ span }) => span.file)).size;
  if (language === "vi") {
    const parts = [
      ...(errors === 0 ? [] : [`${countText(errors, "vi")} lỗi`]),
      ...(warnings === 0 ? [] : [`${countText(warnings, "vi")} cảnh báo`]),
    ];
    return `${parts.join(", ")} trong ${countText(files, "vi")} tệp`;
  }
  const parts = [
    ...(errors === 0 ? [] : [counted(errors, "error", "errors")]),
    ...(warnings === 0 ? [] : [counted(warnings, "warning", "warnings")]),
  ];
  return `${parts.join(", ")} in ${counted(files, "file", "files")}`;
}

function renderOne(
  diagnostic: Diagnostic,
  fileOf: (file: string) => SourceFile | undefined,
  { language, style = plain, width = 100 }: RenderOptions,
): string {
  const message = messageOf(diagnostic, language);
  const { severity, code, span, related } = diagnostic;
  const places = [span, ...related];
  const gutter = String(Math.max(1, ...places.map(({ start }) => start?.line ?? 1))).length;
  const edge = style("gutter", `${" ".repeat(gutter)} |`);
  const head = `${style(severity, `${words[language][severity]}[${code}]`)}${style("headline", `: ${message.headline}`)}`;
  const rows = [head];

  const options = { width: Math.max(30, width - gutter - 3), gutter, style };
  const groups = [span.file, ...new Set(related.map(({ file }) => file))].filter(
    (file, index, all) => all.indexOf(file) === index,
  );
  let drawn = false;
  for (const file of groups) {
    const isFirst = file === span.file;
    const marks: Mark[] = [
      ...(isFirst ? [{ span, role: "mark", label: message.label } as const] : []),
      ...related
        .filter((other) => other.file === file)
        .map((other) => ({ span: other, role: "related", label: undefined }) as const),
    ];
    const place = isFirst ? span : (marks[0]?.span ?? span);
    const arrow = style("gutter", `${" ".repeat(gutter)}${isFirst ? "-->" : ":::"}`);
    rows.push(`${arrow} ${style("place", placeText(place))}`);
    const source = fileOf(file);
    const excerpt = source === undefined ? [] : excerptOf(source, marks, options);
    if (excerpt.length > 0) rows.push(edge, ...excerpt);
    drawn = excerpt.length > 0;
  }
  const remarks = remarkRows(message, diagnostic.count, language, { gutter, width: Math.min(width, 80), style });
  if (drawn && remarks.length > 0) rows.push(edge);
  return [...rows, ...remarks].join("\n");
}

/** `sources/iip.csv:14:9`, `sources/iip.xlsx:Sheet!C14`, or the file alone. */
export function placeText({ file, start, cell }: Span): string {
  if (cell !== undefined) return `${file}:${cell}`;
  return start === undefined ? file : `${file}:${String(start.line)}:${String(start.column)}`;
}

function remarkRows(
  message: Message,
  count: number,
  language: Language,
  { gutter, width, style }: { readonly gutter: number; readonly width: number; readonly style: Style },
): readonly string[] {
  const repeats = count - 1;
  const repeated = {
    vi: `lặp lại ở ${countText(repeats, "vi")} dòng khác`,
    en: `the same in ${counted(repeats, "more row", "more rows")}`,
  }[language];
  const remarks = [
    ...(repeats > 0 ? [repeated] : []),
    ...(message.notes ?? []),
    ...(message.help === undefined ? [] : [`${words[language].help}${message.help}`]),
  ];
  const indent = " ".repeat(gutter + 3);
  return remarks.flatMap((remark, index) =>
    folded(remark, Math.max(30, width - indent.length)).map((row, at) => {
      const isHelp = message.help !== undefined && index === remarks.length - 1;
      const text = isHelp ? style("help", row) : row;
      return at === 0 ? `${style("gutter", `${" ".repeat(gutter)} =`)} ${text}` : `${indent}${text}`;
    }),
  );
}

/** Words and code spans in rows of at most `width` graphemes; a longer one keeps its own row. */
function folded(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of text.match(/(?:`[^`]*`|[^ `])+/g) ?? []) {
    if (row !== "" && graphemeCount(row) + 1 + graphemeCount(word) > width) {
      rows.push(row);
      row = word;
    } else row = row === "" ? word : `${row} ${word}`;
  }
  return [...rows, row];
}

function inOrder(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
