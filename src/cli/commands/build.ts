/** `nhip build`: the whole way from sources to the report. */
import { performance } from "node:perf_hooks";
import type { BuildSummary } from "../../build.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { keepYoungSpaceSmall } from "../../io/memory.ts";
import { lexiconOf } from "../../language/lexicon-of.ts";
import { formatCount } from "../../language/numerals.ts";
import { terminalWords } from "../../language/terminal.ts";
import type { Language } from "../../model/text.ts";
import type { Month } from "../../model/period.ts";
import { fingerprintNow, forgetRecord, isUpToDate, writeRecord } from "../build-record.ts";
import type { Invocation } from "../invocation.ts";
import { isJson, periodOf, printLine, tellDiagnostics, workspaceFolder } from "../invocation.ts";
import { terminalProgress } from "../progress.ts";
import { workspaceLanguage } from "../workspace-language.ts";

export async function run(invocation: Invocation): Promise<number> {
  const root = workspaceFolder(invocation, invocation.arguments[0]);
  const language = workspaceLanguage(invocation, root);
  const began = performance.now();
  const period = periodOf(invocation);
  if (invocation.options["force"] !== true && isUpToDate(root, period)) {
    const seconds = secondsSince(began, language);
    printLine(
      isJson(invocation)
        ? JSON.stringify({ ok: true, changed: false })
        : terminalWords[language].nothingChanged(seconds),
    );
    return 0;
  }
  keepYoungSpaceSmall();
  const summary = await buildAndTell(invocation, root, language, period);
  if (summary === undefined) return 1;
  const { title, outside, period: month, ...counts } = summary.summary;
  if (isJson(invocation)) {
    printLine(
      JSON.stringify({
        ok: true,
        changed: true,
        title,
        period: month,
        ...counts,
        milliseconds: Math.round(performance.now() - began),
      }),
    );
    return 0;
  }
  const text = (value: number): string => formatCount(value, language);
  printLine(`${title[language]}, ${lexiconOf(language).periodName(month, "ytd")}`);
  const rows = terminalWords[language].summary({
    files: text(counts.files),
    sources: text(counts.sources),
    indicators: text(counts.indicators),
    classifications: text(counts.classifications),
    reports: text(counts.reports),
    steps: text(counts.steps),
    rows: text(counts.rows),
    observations: text(counts.observations),
    tables: text(counts.tables),
    charts: text(counts.charts),
    figures: text(counts.figures),
    published: text(counts.published),
  });
  const width = Math.max(...rows.map(([stage]) => stage.length));
  for (const [stage, remark] of rows) printLine(`  ${stage.padEnd(width)}  ${remark}`);
  const given = invocation.arguments[0];
  const words = terminalWords[language];
  printLine(
    `${words.built(secondsSince(began, language), summary.warnings)} ${words.next(given === undefined ? "" : ` ${given}`)}`,
  );
  return 0;
}

/** Builds, tells what was wrong, and keeps the record of what the build was made from. */
export async function buildAndTell(
  invocation: Invocation,
  root: string,
  language: Language,
  period: Month | undefined,
): Promise<{ readonly summary: BuildSummary; readonly warnings: number } | undefined> {
  const { buildFolder } = await import("../../build.ts");
  const progress = terminalProgress(language);
  const fingerprint = fingerprintNow(root, period);
  const { summary, diagnostics } = await buildFolder(root, {
    period,
    progress: progress.tell,
    beforeWriting: () => {
      forgetRecord(root);
    },
  }).finally(progress.end);
  tellDiagnostics(invocation, language, diagnostics, root);
  if (summary === undefined) {
    if (!isJson(invocation) && hasErrors(diagnostics))
      process.stderr.write(`${terminalWords[language].nothingWritten}\n`);
    return undefined;
  }
  writeRecord(root, { fingerprint, outside: summary.outside, period });
  return { summary, warnings: diagnostics.length };
}

function secondsSince(began: number, language: Language): string {
  const tenths = Math.round((performance.now() - began) / 100);
  const text = `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`;
  return language === "vi" ? text.replace(".", ",") : text;
}
