/** `nhip explain`: the tree of how a figure was made, down to the source rows with file and line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFolder } from "../../build.ts";
import { resolveFigure } from "../../check/resolve-figure.ts";
import { derive, deriveContext } from "../../compute/derive.ts";
import { textSql } from "../../compute/engine.ts";
import { readLineage } from "../../compute/lineage.ts";
import { selectRows, withRows } from "../../compute/select-rows.ts";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { openDuckDb } from "../../io/duckdb.ts";
import { readText } from "../../io/text-file.ts";
import { terminalWords } from "../../language/terminal.ts";
import type { Derivation } from "../../model/derivation.ts";
import { parseMonth } from "../../model/period.ts";
import { isUpToDate, recordedPeriod } from "../build-record.ts";
import type { Invocation } from "../invocation.ts";
import {
  isJson,
  printError,
  printLine,
  tellDiagnostics,
  UsageError,
  wholeNumber,
  workspaceFolder,
} from "../invocation.ts";
import { derivationLines } from "../print-derivation.ts";
import { packageFolder } from "../programme.ts";
import { workspaceLanguage } from "../workspace-language.ts";
import { buildAndTell } from "./build.ts";

const shownRows = 3;

/** `source/unknown-classification`: the code that a message begins with. */
const diagnosticCode = /^[a-z]+\/[a-z-]+$/;

export async function run(invocation: Invocation): Promise<number> {
  const figure = invocation.arguments.join(" ");
  if (figure === "")
    throw new UsageError(terminalWords[invocation.machineLanguage].missingArgument("explain", "'FIGURE'"));
  if (diagnosticCode.test(figure)) return explainCode(figure, invocation);
  const given = invocation.options["workspace"];
  const root = workspaceFolder(invocation, typeof given === "string" ? given : undefined);
  const language = workspaceLanguage(invocation, root);
  const words = terminalWords[language];
  const recorded = recordedPeriod(root);
  const period = recorded === undefined ? undefined : parseMonth(recorded);
  if (!isUpToDate(root, period)) {
    printError(words.notBuilt);
    if ((await buildAndTell(invocation, root, language, period)) === undefined) return 1;
  }
  const { workspace, diagnostics } = checkFolder(root, period);
  if (workspace === undefined) {
    tellDiagnostics(invocation, language, diagnostics, root);
    return 1;
  }
  const spanOf = (start: number, end: number): Span => ({
    file: "nhip explain",
    start: { line: 1, column: start + 1 },
    end: { line: 1, column: end + 1 },
  });
  const resolved = resolveFigure(figure, workspace, { spanOf });
  if (resolved.value === undefined || hasErrors(resolved.diagnostics)) {
    tellDiagnostics(invocation, language, resolved.diagnostics, root, () => figure);
    if (recorded !== undefined) printError(words.builtFor(recorded));
    return 1;
  }
  const computed = readLineage(readFileSync(join(root, ".nhip", "lineage", "lineage.json"), "utf8"));
  const derivation = derive(resolved.value, deriveContext(computed));
  if (derivation === undefined) {
    printError(words.noFigure(figure));
    return 1;
  }
  const depth = wholeNumber(invocation, "depth");
  const shallow = depth === undefined ? derivation : cut(derivation, depth);
  const engine = await openDuckDb({});
  try {
    const tableOf = (source: string): string =>
      `read_parquet(${textSql(join(root, ".nhip", "lineage", "rows", `${source}.parquet`))})`;
    const limit = wholeNumber(invocation, "rows") ?? shownRows;
    const full = await withRows(shallow, (selection) =>
      selectRows(selection, { plan: computed.plan, engine, tableOf, limit, offset: 0 }),
    );
    printLine(isJson(invocation) ? jsonOf(full) : derivationLines(full, language).join("\n"));
    return 0;
  } finally {
    engine.close();
  }
}

/** The page of a message: why it comes, an example, the remedy. */
function explainCode(code: string, invocation: Invocation): number {
  const page = readText(join(packageFolder, "docs", "diagnostics", `${code}.md`));
  if (page === undefined)
    throw new UsageError(terminalWords[invocation.chosenLanguage ?? invocation.machineLanguage].noPage(code));
  printLine(page.trimEnd());
  return 0;
}

function cut(derivation: Derivation, depth: number): Derivation {
  return { ...derivation, inputs: depth === 0 ? [] : derivation.inputs.map((input) => cut(input, depth - 1)) };
}

/** One line of JSON; decimals as text, so that no digit is lost. */
function jsonOf(derivation: Derivation): string {
  return JSON.stringify(derivation, (key, value: unknown) => {
    if (typeof value === "bigint") return value.toString();
    return value;
  });
}
