/**
 * The figures that the simulated files compile to, worked out from the very text of the files by the methods of the example
 * (methods.md 1 to 7), in exact fractions: what the self-check compares with the published figures.
 */
import { decimalToRational, parseDecimal } from "../model/decimal.ts";
import { wholeItem } from "../model/observation.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, multiply, rational, sum, zero } from "../model/rational.ts";
import { growth, multiple } from "../statistics/growth.ts";
import { rankBy } from "../statistics/rank.ts";
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { compileProduct } from "./compile-output.ts";
import { productsOf } from "./industry-structure.ts";
import type { SimulatedTable } from "./table.ts";

/** `iip/C26/growth` → its value; for `level` in ones of the unit, for `growth` in percent. */
export type Figures = ReadonlyMap<string, Rational>;

type Row = Readonly<Record<string, string>>;

export interface Recomputed {
  readonly figures: Figures;
  /** Returns filled by imputation, and all that the index rests on. */
  readonly imputed: number;
  readonly returns: number;
}

/** Every figure that the declaration may name as published. */
export function recomputed(
  declaration: SimulationDeclaration,
  months: readonly SimulatedMonth[],
  tables: readonly SimulatedTable[],
): Recomputed {
  const figures = new Map<string, Rational>();
  const roles = new Map(months.map(({ text, role }) => [text, role]));
  const rowsOf = (source: string): readonly Row[] =>
    tables
      .filter((table) => table.source === source)
      .flatMap(({ columns, rows }) =>
        rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ""]))),
      );
  const put = (indicator: string, item: string, { current, base }: Pair): void => {
    figures.set(`${indicator}/${item}/level`, current);
    if (base.numerator === 0n) return;
    figures.set(`${indicator}/${item}/growth`, growth(current, base));
    figures.set(`${indicator}/${item}/multiple`, multiple(current, base));
  };
  /** Sums over the report's months and over the same months a year before. */
  const pairOf = (rows: readonly Row[], month: string, valueOf: (row: Row) => Rational): Pair => {
    const over = (role: string): Rational =>
      sum(rows.filter((row) => roles.get((row[month] ?? "").slice(0, 7)) === role).map(valueOf));
    return { current: over("current"), base: over("base") };
  };

  const industry = industryPairs(declaration, months, rowsOf("industrial-output"));
  for (const [item, pair] of industry.pairs) put("iip", item, pair);

  for (const [kind, pair] of retailPairs(rowsOf("retail-survey"), rowsOf("retail-frame"), roles))
    put("retail", kind, pair);

  const lines = rowsOf("customs");
  const exports = pairOf(
    lines.filter(({ direction }) => direction === "X"),
    "date",
    (row) => scaled(row["value"], 0),
  );
  const imports = pairOf(
    lines.filter(({ direction }) => direction === "M"),
    "date",
    (row) => scaled(row["value"], 0),
  );
  const turnover = { current: add(exports.current, imports.current), base: add(exports.base, imports.base) };
  put("exports", wholeItem, exports);
  put("imports", wholeItem, imports);
  put("turnover", wholeItem, turnover);
  const planned = rowsOf("targets").find(
    ({ target, year }) => target === "turnover" && year === months.at(-1)?.text.slice(0, 4),
  );
  if (planned !== undefined) {
    figures.set(`turnover/${wholeItem}/plan`, multiply(hundred, divide(turnover.current, scaled(planned["value"], 0))));
  }

  const register = (
    source: string,
    millions: number,
  ): ((indicator: string, event: string, value: "count" | "capital") => Pair) => {
    const rows = rowsOf(source);
    return (indicator, event, value) => {
      const pair = pairOf(
        rows.filter((row) => event.split("|").includes(row["event"] ?? "")),
        "date",
        (row) => (value === "count" ? rational(1) : scaled(row["capital"], millions)),
      );
      put(indicator, wholeItem, pair);
      return pair;
    };
  };
  const foreign = register("fdi-events", 0);
  foreign("fdi-projects", "LICENSED", "count");
  const fresh = foreign("fdi-capital-new", "LICENSED", "capital");
  foreign("fdi-adjustments", "CAPITAL_ADJUSTED", "count");
  const adjusted = foreign("fdi-capital-adjusted", "CAPITAL_ADJUSTED", "capital");
  foreign("fdi-contribution-cases", "SHARE_PURCHASE", "count");
  foreign("fdi-contributions", "SHARE_PURCHASE", "capital");
  foreign("fdi-revoked", "REVOKED|TERMINATED", "count");
  put("fdi-capital", wholeItem, {
    current: add(fresh.current, adjusted.current),
    base: add(fresh.base, adjusted.base),
  });
  const domestic = register("ddi-events", 6);
  domestic("ddi-projects", "LICENSED", "count");
  domestic("ddi-capital", "LICENSED", "capital");
  const firms = register("enterprise-events", 6);
  firms("enterprises-new", "REGISTERED", "count");

  const provinces = Map.groupBy(rowsOf("province-fdi"), ({ province }) => province ?? "");
  for (const [indicator, column, millions] of [
    ["province-fdi-projects", "projects", 0],
    ["province-fdi-capital-new", "capital_new", 6],
    ["province-fdi-capital", "capital", 6],
  ] as const) {
    const levels = [...provinces].map(([code, rows]) => ({
      code,
      level: pairOf(rows, "month", (row) => scaled(row[column], millions)).current,
    }));
    for (const { row, rank } of rankBy(levels, ({ level }) => level)) {
      figures.set(`${indicator}/${row.code}/level`, row.level);
      figures.set(`${indicator}/${row.code}/rank`, rational(rank));
    }
    figures.set(`${indicator}/VN/level`, sum(levels.map(({ level }) => level)));
  }

  const lastDay = `${months.at(-1)?.text ?? ""}-31`;
  const open = rowsOf("obstacles").filter(
    ({ raised = "", closed = "" }) => raised <= lastDay && (closed === "" || closed > lastDay),
  );
  figures.set(`obstacles/${wholeItem}/level`, rational(open.length));
  figures.set(`obstacles/${wholeItem}/items`, rational(new Set(open.map(({ field }) => field)).size));
  return { figures, imputed: industry.imputed, returns: industry.returns };
}

interface Pair {
  readonly current: Rational;
  readonly base: Rational;
}

/** A decimal of a file, in ones: `12.5` with 6 is 12,500,000. */
function scaled(text: string | undefined, powerOfTen: number): Rational {
  const decimal = parseDecimal(text ?? "");
  if (decimal === undefined) throw new RangeError(`${text ?? "nothing"} is not a decimal`);
  const value = decimalToRational(decimal);
  return powerOfTen === 0 ? value : multiply(value, rational(10n ** BigInt(powerOfTen)));
}

function industryPairs(
  { industry }: SimulationDeclaration,
  months: readonly SimulatedMonth[],
  rows: readonly Row[],
): { readonly pairs: ReadonlyMap<string, Pair>; readonly imputed: number; readonly returns: number } {
  const places = new Map(months.map(({ text }, at) => [text, at]));
  const byProduct = Map.groupBy(rows, ({ product }) => product ?? "");
  const pairs = new Map<string, Pair>();
  let imputed = 0;
  for (const product of productsOf(industry)) {
    const units = [...Map.groupBy(byProduct.get(product.code) ?? [], ({ unit }) => unit ?? "")].map(([unit, own]) => {
      const quantities: (number | undefined)[] = months.map(() => undefined);
      for (const { month = "", quantity } of own) quantities[places.get(month) ?? -1] = Number(quantity);
      return { unit, group: own[0]?.["size"] ?? "", quantities };
    });
    const compiled = compileProduct(units, months.length);
    imputed += compiled.imputed;
    const over = (role: SimulatedMonth["role"]): Rational => {
      const output = sum(compiled.months.filter((_, at) => months[at]?.role === role));
      return multiply(product.effectiveWeight, divide(multiply(hundred, output), rational(product.base)));
    };
    const own = { current: over("current"), base: over("base") };
    for (const code of product.above) {
      const so = pairs.get(code) ?? { current: zero, base: zero };
      pairs.set(code, { current: add(so.current, own.current), base: add(so.base, own.base) });
    }
  }
  return { pairs, imputed, returns: rows.length };
}

/** Expansion N/n by month and stratum, n the units that responded. */
function retailPairs(
  rows: readonly Row[],
  frame: readonly Row[],
  roles: ReadonlyMap<string, SimulatedMonth["role"]>,
): ReadonlyMap<string, Pair> {
  const populations = new Map(frame.map(({ stratum, units }) => [stratum ?? "", Number(units)]));
  const pairs = new Map<string, Pair>();
  for (const [cell, own] of Map.groupBy(rows, ({ month, stratum }) => `${month ?? ""}/${stratum ?? ""}`)) {
    const [month = "", stratum = ""] = cell.split("/");
    const role = roles.get(month);
    if (role === "other") continue;
    const expansion = rational(populations.get(stratum) ?? 0, new Set(own.map(({ unit }) => unit)).size);
    for (const [kind, answers] of Map.groupBy(own, (row) => row["kind"] ?? "")) {
      const value = multiply(expansion, sum(answers.map(({ revenue }) => scaled(revenue, 6))));
      for (const item of [kind, wholeItem]) {
        const so = pairs.get(item) ?? { current: zero, base: zero };
        pairs.set(
          item,
          role === "current" ? { ...so, current: add(so.current, value) } : { ...so, base: add(so.base, value) },
        );
      }
    }
  }
  return pairs;
}
