/** What a command gets from the command line, and how it answers a person or a programme. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { diagnosticJson } from "../diagnostics/diagnostic-json.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../diagnostics/render.ts";
import { plain } from "../diagnostics/style.ts";
import { readText } from "../io/text-file.ts";
import { coloured } from "./coloured.ts";
import { terminalWords } from "../language/terminal.ts";
import type { Month } from "../model/period.ts";
import { parseMonth } from "../model/period.ts";
import type { Language } from "../model/text.ts";

export interface Invocation {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** From `--lang`; where absent, the workspace decides. */
  readonly chosenLanguage: Language | undefined;
  readonly machineLanguage: Language;
}

/** The command line does not say what to do. */
export class UsageError extends Error {}

export function isJson({ options }: Invocation): boolean {
  const format = options["format"];
  if (format === "text" || format === undefined) return false;
  if (format === "json") return true;
  throw new UsageError("--format text | json");
}

/** The folder a command works on, which must hold a nhip.yaml. */
export function workspaceFolder(invocation: Invocation, given: string | undefined): string {
  const folder = given ?? ".";
  if (!existsSync(join(folder, "nhip.yaml")))
    throw new UsageError(terminalWords[invocation.machineLanguage].noWorkspace(folder));
  return resolve(folder);
}

export function periodOf({ options, machineLanguage }: Invocation): Month | undefined {
  const text = options["period"];
  if (typeof text !== "string") return undefined;
  const month = parseMonth(text);
  if (month === undefined) throw new UsageError(terminalWords[machineLanguage].badPeriod(text));
  return month;
}

export function wholeNumber(invocation: Invocation, option: string): number | undefined {
  const text = invocation.options[option];
  if (typeof text !== "string") return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(terminalWords[invocation.machineLanguage].badNumber(`--${option}`, text));
  return Number(text);
}

/** What was found wrong, in the reader's language: as in style of the terminal, or one JSON object a line. */
export function tellDiagnostics(
  invocation: Invocation,
  language: Language,
  diagnostics: readonly Diagnostic[],
  root: string,
  sourceText: (file: string) => string | undefined = (file) => readText(join(root, file)),
): void {
  if (diagnostics.length === 0) return;
  if (isJson(invocation)) {
    for (const diagnostic of diagnostics) process.stdout.write(`${diagnosticJson(diagnostic, language)}\n`);
    return;
  }
  const colour = process.stderr.isTTY && process.env["NO_COLOR"] === undefined;
  const text = renderDiagnostics(diagnostics, {
    language,
    sourceText,
    style: colour ? coloured : plain,
  });
  printError(text);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printError(text: string): void {
  process.stderr.write(`${text.trimEnd()}\n`);
}
