/**
 * The figures that the simulated files compile to, worked out from the very text of the files by the methods of the example
 * (methods.md 1 to 7), in exact fractions: what the self-check compares with the published figures.
 */
import { wholeItem } from "../model/observation.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, isZero, multiply, rational, sum } from "../model/rational.ts";
import { growth, multiple } from "../statistics/growth.ts";
import { rankBy } from "../statistics/rank.ts";
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import type { Pair, Row } from "./recompute-samples.ts";
import { industryPairs, retailPairs, scaled } from "./recompute-samples.ts";
import type { SimulatedTable } from "./table.ts";

/** `iip/C26/growth` → its value; a level is in ones of its unit, a growth in percent. */
export type Figures = ReadonlyMap<string, Rational>;

export interface Recomputed {
  readonly figures: Figures;
  /** Returns filled by imputation, and all those that are there. */
  readonly imputed: number;
  readonly returns: number;
}

/** The files, by source, and the months of the report; the figures found so far. */
interface Ledger {
  readonly rowsOf: (source: string) => readonly Row[];
  readonly months: readonly SimulatedMonth[];
  readonly roles: ReadonlyMap<string, SimulatedMonth["role"]>;
  readonly figures: Map<string, Rational>;
}

/** Every figure that the declaration may name as published. */
export function recomputed(
  declaration: SimulationDeclaration,
  months: readonly SimulatedMonth[],
  tables: readonly SimulatedTable[],
): Recomputed {
  const rowsOf = (source: string): readonly Row[] =>
    tables
      .filter((table) => table.source === source)
      .flatMap(({ columns, rows }) =>
        rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ""]))),
      );
  const roles = new Map(months.map(({ text, role }) => [text, role]));
  const ledger: Ledger = { rowsOf, months, roles, figures: new Map() };
  const industry = industryPairs(declaration.industry, months, rowsOf("industrial-output"));
  for (const [item, pair] of industry.pairs) put(ledger, "iip", item, pair);
  const retail = retailPairs(rowsOf("retail-survey"), rowsOf("retail-frame"), roles);
  for (const [kind, pair] of retail) put(ledger, "retail", kind, pair);
  tradeFigures(ledger);
  registerFigures(ledger);
  provinceFigures(ledger);
  obstacleFigures(ledger);
  return { figures: ledger.figures, imputed: industry.imputed, returns: industry.returns };
}

function put({ figures }: Ledger, indicator: string, item: string, { current, base }: Pair): void {
  figures.set(`${indicator}/${item}/level`, current);
  if (isZero(base)) return;
  figures.set(`${indicator}/${item}/growth`, growth(current, base));
  figures.set(`${indicator}/${item}/multiple`, multiple(current, base));
}

/** Sums over the report's months and over the same months a year before. */
function pairOf({ roles }: Ledger, rows: readonly Row[], month: string, valueOf: (row: Row) => Rational): Pair {
  const over = (role: SimulatedMonth["role"]): Rational =>
    sum(rows.filter((row) => roles.get((row[month] ?? "").slice(0, 7)) === role).map(valueOf));
  return { current: over("current"), base: over("base") };
}

function together(a: Pair, b: Pair): Pair {
  return { current: add(a.current, b.current), base: add(a.base, b.base) };
}

function tradeFigures(ledger: Ledger): void {
  const lines = ledger.rowsOf("customs");
  const [exports, imports] = (["X", "M"] as const).map((code) =>
    pairOf(
      ledger,
      lines.filter(({ direction }) => direction === code),
      "date",
      ({ value }) => scaled(value, 0),
    ),
  );
  if (exports === undefined || imports === undefined) return;
  const turnover = together(exports, imports);
  put(ledger, "exports", wholeItem, exports);
  put(ledger, "imports", wholeItem, imports);
  put(ledger, "turnover", wholeItem, turnover);
  const year = ledger.months.at(-1)?.text.slice(0, 4);
  const planned = ledger.rowsOf("targets").find((row) => row["target"] === "turnover" && row["year"] === year);
  if (planned === undefined) return;
  const plan = divide(turnover.current, scaled(planned["value"], 0));
  ledger.figures.set(`turnover/${wholeItem}/plan`, multiply(hundred, plan));
}

/** Flows of the registers: of each, the events counted or their capital summed by the day they took effect. */
function registerFigures(ledger: Ledger): void {
  const flow = (source: string, events: readonly string[], valueOf: (row: Row) => Rational): Pair => {
    const rows = ledger.rowsOf(source).filter(({ event }) => events.includes(event ?? ""));
    return pairOf(ledger, rows, "date", valueOf);
  };
  const one = (): Rational => rational(1);
  const dollars = ({ capital }: Row): Rational => scaled(capital, 0);
  const dong = ({ capital }: Row): Rational => scaled(capital, 6);
  const licensed = flow("fdi-events", ["LICENSED"], dollars);
  const adjusted = flow("fdi-events", ["CAPITAL_ADJUSTED"], dollars);
  const flows: Readonly<Record<string, Pair>> = {
    "fdi-projects": flow("fdi-events", ["LICENSED"], one),
    "fdi-capital-new": licensed,
    "fdi-adjustments": flow("fdi-events", ["CAPITAL_ADJUSTED"], one),
    "fdi-capital-adjusted": adjusted,
    "fdi-capital": together(licensed, adjusted),
    "fdi-contribution-cases": flow("fdi-events", ["SHARE_PURCHASE"], one),
    "fdi-contributions": flow("fdi-events", ["SHARE_PURCHASE"], dollars),
    "fdi-revoked": flow("fdi-events", ["REVOKED", "TERMINATED"], one),
    "ddi-projects": flow("ddi-events", ["LICENSED"], one),
    "ddi-capital": flow("ddi-events", ["LICENSED"], dong),
    "enterprises-new": flow("enterprise-events", ["REGISTERED"], one),
  };
  for (const [indicator, pair] of Object.entries(flows)) put(ledger, indicator, wholeItem, pair);
}

/** Levels and ranks of the provinces, and under `VN` their sum. */
function provinceFigures(ledger: Ledger): void {
  const provinces = Map.groupBy(ledger.rowsOf("province-fdi"), ({ province }) => province ?? "");
  for (const [indicator, column, power] of [
    ["province-fdi-projects", "projects", 0],
    ["province-fdi-capital-new", "capital_new", 6],
    ["province-fdi-capital", "capital", 6],
  ] as const) {
    const levels = [...provinces].map(([code, rows]) => ({
      code,
      level: pairOf(ledger, rows, "month", (row) => scaled(row[column], power)).current,
    }));
    for (const { row, rank } of rankBy(levels, ({ level }) => level)) {
      ledger.figures.set(`${indicator}/${row.code}/level`, row.level);
      ledger.figures.set(`${indicator}/${row.code}/rank`, rational(rank));
    }
    ledger.figures.set(`${indicator}/VN/level`, sum(levels.map(({ level }) => level)));
  }
}

function obstacleFigures({ rowsOf, months, figures }: Ledger): void {
  const lastDay = `${months.at(-1)?.text ?? ""}-31`;
  const open = rowsOf("obstacles").filter(
    ({ raised = "", closed = "" }) => raised <= lastDay && (closed === "" || closed > lastDay),
  );
  figures.set(`obstacles/${wholeItem}/level`, rational(open.length));
  figures.set(`obstacles/${wholeItem}/items`, rational(new Set(open.map(({ field }) => field)).size));
}
