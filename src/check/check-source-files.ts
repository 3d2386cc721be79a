/** The files of a source: that there are any, that their kind can be read, and which month each is of where its name says so. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt, warningAt } from "../diagnostics/diagnostic.ts";
import type { Month } from "../model/period.ts";
import { monthOrdinal, monthText, monthsBetween, parseMonth } from "../model/period.ts";
import { nameOf } from "../workspace/glob.ts";
import type { DeclaredSource } from "../workspace/workspace.ts";
import type { SourceFile } from "./checked.ts";

export interface CheckedCalendar {
  readonly first: Month;
  /** The reference month of this build. */
  readonly last: Month;
  /** The calendar's own last month. */
  readonly declaredLast: Month;
}

export interface CheckedFiles {
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function checkSourceFiles(source: DeclaredSource, calendar: CheckedCalendar): CheckedFiles {
  const diagnostics: Diagnostic[] = [];
  for (const { pattern, span, files, meant } of source.patterns) {
    if (files.length === 0) diagnostics.push(errorAt("source/no-file-matches", span, { pattern, meant }));
  }
  const monthOf = monthReader(source, diagnostics);
  const files = source.files.flatMap((path): SourceFile[] => {
    const span = patternSpan(source, path);
    const format = formatOf(path);
    if (format === undefined) {
      diagnostics.push(errorAt("source/unknown-format", span, { file: path }));
      return [];
    }
    return [{ path, format, month: monthOf?.(path) }];
  });
  if (monthOf !== undefined) diagnostics.push(...checkMonths(source, files, calendar));
  return { files, diagnostics };
}

function formatOf(path: string): SourceFile["format"] | undefined {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (extension === "xlsx" || extension === "parquet") return extension;
  return ["csv", "tsv", "txt"].includes(extension) ? "csv" : undefined;
}

/** How the month is taken from a file's name; `undefined` where the contract does not say, or says it wrongly. */
function monthReader(
  { declaration: { value, spanOf } }: DeclaredSource,
  diagnostics: Diagnostic[],
): ((path: string) => Month | undefined) | undefined {
  const pattern = value.months?.file;
  if (pattern === undefined) return undefined;
  const span = spanOf(["months", "file"]);
  const expression = compiled(pattern);
  const hasGroup = expression !== undefined && groupCount(expression) > 0;
  if (!hasGroup) {
    const problem = expression === undefined ? "does-not-compile" : "no-group";
    diagnostics.push(errorAt("source/pattern", span, { pattern, problem }));
    return undefined;
  }
  return (path) => {
    const match = expression.exec(nameOf(path).normalize("NFC"));
    const found = match === null ? undefined : monthFound(match);
    const month = found === undefined ? undefined : parseMonth(found.replace(/^(\d{4})[-_. ]?(\d{2})$/, "$1-$2"));
    if (month === undefined) {
      diagnostics.push(errorAt("source/no-month-in-name", span, { file: nameOf(path), pattern, found }));
    }
    return month;
  };
}

/** The first group, or the groups named `year` and `month`. */
function monthFound({ 1: first, groups }: RegExpExecArray): string {
  const { year, month } = groups ?? {};
  return year === undefined || month === undefined ? (first ?? "") : `${year}-${month.padStart(2, "0")}`;
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}

function groupCount(expression: RegExp): number {
  return (new RegExp(`${expression.source}|`, "u").exec("")?.length ?? 1) - 1;
}

function checkMonths(
  source: DeclaredSource,
  files: readonly SourceFile[],
  calendar: CheckedCalendar,
): readonly Diagnostic[] {
  const first = monthOrdinal(calendar.first);
  const end = Math.max(monthOrdinal(calendar.last), monthOrdinal(calendar.declaredLast));
  const outside = files.flatMap(({ path, month }) => {
    if (month === undefined || (monthOrdinal(month) >= first && monthOrdinal(month) <= end)) return [];
    const params = {
      month: monthText(month),
      file: nameOf(path),
      first: monthText(calendar.first),
      last: monthText(calendar.declaredLast),
    };
    return [warningAt("source/month-outside-calendar", patternSpan(source, path), params)];
  });
  if (source.declaration.value.months?.complete !== true || files.some(({ month }) => month === undefined))
    return outside;
  const have = new Set(files.flatMap(({ month }) => (month === undefined ? [] : [monthOrdinal(month)])));
  const months = monthsBetween(calendar.first, calendar.last).filter((month) => !have.has(monthOrdinal(month)));
  // Without any file the pattern is what is wrong, and told.
  if (months.length === 0 || files.length === 0) return outside;
  const span = source.declaration.spanOf(["months", "complete"], "key");
  return [...outside, errorAt("source/missing-months", span, { months: months.map(monthText) })];
}

function patternSpan({ patterns, declaration }: DeclaredSource, path: string): Span {
  return patterns.find(({ files }) => files.includes(path))?.span ?? declaration.spanOf(["files"]);
}
