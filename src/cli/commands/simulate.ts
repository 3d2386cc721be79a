/** `nhip simulate`: rows that compile to published figures, from a workspace's simulation.yaml; or any number of rows as Parquet. */
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { workspaceFiles } from "../../io/file-system.ts";
import { folderSink, writeAtScale } from "../../io/simulation-sink.ts";
import { formatCount } from "../../language/numerals.ts";
import { terminalWords } from "../../language/terminal.ts";
import type { Language } from "../../model/text.ts";
import { scalePlan } from "../../simulate/scale-plan.ts";
import { simulate } from "../../simulate/simulate.ts";
import type { SimulationDeclaration } from "../../workspace/declarations/simulation.ts";
import { simulationDeclaration } from "../../workspace/declarations/simulation.ts";
import { readDeclaration } from "../../workspace/read-declaration.ts";
import { decodeText, textFaultDiagnostic } from "../../workspace/text-encoding.ts";
import { readYaml } from "../../workspace/yaml.ts";
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
import { packageFolder } from "../programme.ts";
import { workspaceLanguage } from "../workspace-language.ts";

const declarationFile = "simulation.yaml";
/** Sizes where only some are given: the whole country for ten years. */
const scaleDefaults = { establishments: 200_000, months: 120, provinces: 63 } as const;

export async function run(invocation: Invocation): Promise<number> {
  const [given] = invocation.arguments;
  const here = existsSync(join(given ?? ".", "nhip.yaml"));
  const root =
    here || given !== undefined ? workspaceFolder(invocation, given) : join(packageFolder, "examples", "bac-ninh");
  const language = workspaceLanguage(invocation, root);
  const declaration = readSimulation(invocation, root, language);
  if (declaration === undefined) return 1;
  const seed = wholeNumber(invocation, "seed");
  const sizes = {
    establishments: wholeNumber(invocation, "establishments"),
    months: wholeNumber(invocation, "months"),
    provinces: wholeNumber(invocation, "provinces"),
  };
  const out = invocation.options["out"];
  if (!here && typeof out !== "string")
    throw new UsageError(terminalWords[language].missingArgument("simulate", "--out DIR"));
  const folder = typeof out === "string" ? resolve(out) : root;
  const began = performance.now();
  if (Object.values(sizes).every((size) => size === undefined)) {
    const report = simulate(declaration, seed === undefined ? {} : { seed }, folderSink(folder));
    if (isJson(invocation)) {
      printLine(JSON.stringify(report));
      return 0;
    }
    for (const { figure, published, reached } of report.checks)
      printLine(terminalWords[language].reached(figure, published, reached));
    tellRows(
      report.files.reduce((rows, file) => rows + file.rows, 0),
      folder,
      performance.now() - began,
      language,
    );
    return 0;
  }
  if (typeof out !== "string") throw new UsageError(terminalWords[language].missingArgument("simulate", "--out DIR"));
  const plan = scalePlan(declaration, {
    ...(seed === undefined ? {} : { seed }),
    establishments: within(
      "establishments",
      sizes.establishments ?? scaleDefaults.establishments,
      1,
      100_000_000,
      language,
    ),
    months: within("months", sizes.months ?? scaleDefaults.months, 12, 1_200, language),
    provinces: within("provinces", sizes.provinces ?? scaleDefaults.provinces, 1, scaleDefaults.provinces, language),
  });
  const written = await writeAtScale(plan, root, folder, {
    progress: (done, of, rows) => {
      if (process.stderr.isTTY) printError(`${String(done)}/${String(of)}: ${formatCount(rows, language)}`);
    },
  });
  if (isJson(invocation)) printLine(JSON.stringify(written));
  else tellRows(written.rows, folder, written.seconds * 1000, language);
  return 0;
}

function readSimulation(invocation: Invocation, root: string, language: Language): SimulationDeclaration | undefined {
  const bytes = workspaceFiles(root).read(declarationFile);
  if (bytes === undefined) throw new UsageError(terminalWords[language].noSimulation(declarationFile));
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    tellDiagnostics(invocation, language, [textFaultDiagnostic(declarationFile, decoded.fault)], root);
    return undefined;
  }
  const yaml = readYaml(declarationFile, decoded.text);
  const read = yaml.value === undefined ? undefined : readDeclaration(simulationDeclaration, yaml.value);
  tellDiagnostics(invocation, language, [...yaml.diagnostics, ...(read?.diagnostics ?? [])], root);
  return read?.value?.value;
}

function within(option: string, value: number, least: number, most: number, language: Language): number {
  if (value >= least && value <= most) return value;
  throw new UsageError(terminalWords[language].outOfRange(`--${option}`, String(value), String(least), String(most)));
}

function tellRows(rows: number, folder: string, milliseconds: number, language: Language): void {
  const rate = formatCount(Math.round(rows / (milliseconds / 1000)), language);
  const tenths = String(Math.round(milliseconds / 100) / 10);
  const seconds = language === "vi" ? tenths.replace(".", ",") : tenths;
  printLine(
    terminalWords[language].simulated(
      formatCount(rows, language),
      relative(process.cwd(), folder) || ".",
      seconds,
      rate,
    ),
  );
}
