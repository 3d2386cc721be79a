/**
 * The rows of a workspace, made from simulation.yaml: declaration → tables → self-check → sink. Nothing is written unless
 * every published figure is met; the same declaration and options always give the same bytes.
 */
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import { calibratedAnswers } from "./calibrate-output.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { simulatedMonths } from "./calendar.ts";
import { enterpriseTables } from "./enterprises.ts";
import { establishmentLines } from "./establishments.ts";
import { industrialAnswers } from "./industrial-output.ts";
import { productsOf, weightRows } from "./industry-structure.ts";
import { investmentTables } from "./investment.ts";
import { obstacleTables, targetTables } from "./plan-and-obstacles.ts";
import { provinceTables } from "./provinces.ts";
import { randomStream } from "./random.ts";
import { recomputed } from "./recompute.ts";
import { retailTables } from "./retail.ts";
import type { CheckedFigure } from "./self-check.ts";
import { checkPublished } from "./self-check.ts";
import type { SimulatedTable, SimulationSink } from "./table.ts";
import { csvText, sourceTable } from "./table.ts";
import { customsTables } from "./trade.ts";

/** What a caller may change of the declaration without changing the file. */
export interface SimulationOptions {
  readonly seed?: number;
  readonly establishments?: number;
  readonly respondents?: number;
  readonly customsLines?: number;
}

export interface SimulationReport {
  readonly seed: number;
  readonly establishments: number;
  readonly files: readonly { readonly path: string; readonly rows: number }[];
  readonly checks: readonly CheckedFigure[];
  /** Industrial returns that are missing and filled when compiled, and those that are there. */
  readonly imputed: number;
  readonly returns: number;
}

/**
 * Makes every table, recomputes the published figures from their text and writes the files. Throws a RangeError that names
 * the figures when one is missed: the declaration then contradicts itself or is out of the calibration's reach.
 */
export function simulate(
  declaration: SimulationDeclaration,
  options: SimulationOptions,
  sink: SimulationSink,
): SimulationReport {
  const { report, tables } = simulatedTables(declaration, options);
  const missed = report.checks.filter(({ met }) => !met);
  if (missed.length > 0) {
    const told = missed.map(
      ({ figure, published, reached }) => `${figure}: ${published} published, ${reached} reached`,
    );
    throw new RangeError(`the simulated rows miss published figures\n${told.join("\n")}`);
  }
  for (const table of tables) sink.writeText(table.path, csvText(table));
  return report;
}

/** The tables and how they compare with the published figures, without writing anything. */
export function simulatedTables(
  given: SimulationDeclaration,
  options: SimulationOptions,
): { readonly report: SimulationReport; readonly tables: readonly SimulatedTable[] } {
  const declaration: SimulationDeclaration = { ...given, seed: options.seed ?? given.seed };
  const { seed } = declaration;
  const months = simulatedMonths(declaration.months, declaration.holidays);
  const industrial = industrialTables(declaration, months, options.establishments);
  const tables = [
    ...industrial.tables,
    ...retailTables(declaration.retail, months, seed, options.respondents),
    ...customsTables(declaration.trade, months, seed, options.customsLines),
    ...investmentTables(declaration.foreign, months, seed),
    ...investmentTables(declaration.domestic, months, seed),
    ...provinceTables(declaration.provinces, months, seed),
    ...enterpriseTables(declaration.enterprises, months, seed),
    ...targetTables(declaration),
    ...obstacleTables(declaration, months),
  ];
  const { figures, imputed, returns } = recomputed(declaration, months, tables);
  const report: SimulationReport = {
    seed,
    establishments: industrial.establishments,
    files: tables.map(({ path, rows }) => ({ path, rows: rows.length })),
    checks: checkPublished(declaration.published, figures),
    imputed,
    returns,
  };
  return { report, tables };
}

function industrialTables(
  { industry, seed }: SimulationDeclaration,
  months: readonly SimulatedMonth[],
  establishments: number | undefined,
): { readonly tables: readonly SimulatedTable[]; readonly establishments: number } {
  const products = productsOf(industry);
  const declared = Object.values(industry.divisions).reduce((sum, division) => sum + division.establishments, 0);
  const lines = establishmentLines(
    industry,
    products,
    establishments ?? declared,
    randomStream(seed, "establishments"),
  );
  const drawn = industrialAnswers(industry, lines, months, randomStream(seed, "output"));
  const answers = calibratedAnswers(industry, products, lines, drawn, months);
  const returns = months.map((month, at) =>
    sourceTable(
      "industrial-output",
      month.text,
      ["month", "unit", "size", "product", "quantity", "received"],
      lines.flatMap(({ unit, size, product }, line) => {
        const answer = answers[line]?.[at];
        return answer?.kind === "returned"
          ? [[month.text, unit, size, product.code, String(answer.quantity), answer.received]]
          : [];
      }),
    ),
  );
  const base = products.map(({ code, base: quantity }) => [code, String(quantity)]);
  const year = String(industry["base-year"]);
  return {
    tables: [
      ...returns,
      sourceTable("industrial-base", year, ["product", "quantity"], base),
      sourceTable("industrial-weights", year, ["code", "weight"], weightRows(industry)),
    ],
    establishments: new Set(lines.map(({ unit }) => unit)).size,
  };
}
