/**
 * A workspace of any size for benchmarks: a plan of what to write, as data. The lines are made here; their months are made
 * by the engine, in SQL with whole numbers only, so that any machine and any number of threads gives the same rows. Nothing
 * is calibrated at this size: the rows are plausible, their totals mean nothing.
 */
import type { Month } from "../model/period.ts";
import { monthText, stepMonths } from "../model/period.ts";
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import { requiredMonth } from "./calendar.ts";
import { weightRows } from "./industry-structure.ts";
import { scaleColumns, scaleLines } from "./scale-lines.ts";
import { scaleTexts } from "./scale-texts.ts";
import { csvText, sourceTable } from "./table.ts";

export interface ScaleOptions {
  readonly seed?: number;
  readonly establishments: number;
  /** At least 12: the first year is the base. */
  readonly months: number;
  /** How many provinces, of those the declaration names. */
  readonly provinces: number;
}

export interface ScalePlan {
  readonly first: Month;
  readonly last: Month;
  /** Contracts, method, weights and nhip.yaml of the new workspace. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** Taken over as they are from the workspace of the declaration. */
  readonly copies: readonly string[];
  /** The table of lines that the engine is filled with, before the years are made. */
  readonly lines: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly rows: Iterable<readonly string[]>;
  };
  /** Turns the lines, which arrive as text, into the typed table the years are made from. */
  readonly prepareSql: string;
  /** One Parquet file a year. */
  readonly years: readonly { readonly path: string; readonly selectSql: string }[];
}

/** The columns of the Parquet files, in order. */
export const outputColumns = ["month", "province", "unit", "size", "product", "quantity"] as const;

/** Plans the files. Throws a RangeError on fewer than 12 months, and on more provinces than are declared. */
export function scalePlan(declaration: SimulationDeclaration, options: ScaleOptions): ScalePlan {
  const { industry, provinces } = declaration;
  const codes = [...Object.keys(provinces.monthly), ...Object.keys(provinces.cumulative), ...provinces.others];
  if (options.months < 12) throw new RangeError("a simulation at scale needs at least 12 months");
  if (options.provinces < 1 || options.provinces > codes.length) {
    throw new RangeError(`from 1 to ${String(codes.length)} provinces`);
  }
  const reference = requiredMonth(declaration.months.last);
  const first = { year: reference.year - Math.ceil(options.months / 12) + 1, month: 1 };
  const months = Array.from({ length: options.months }, (_, at) => stepMonths(first, at));
  const last = months.at(-1) ?? first;
  const size = {
    seed: options.seed ?? declaration.seed,
    establishments: Math.max(options.establishments, options.provinces),
    provinces: codes.slice(0, options.provinces).toSorted(),
  };
  const missing = Math.round(industry.missing * 1000);
  const monthSql = (month: Month, at: number): string => {
    const season = Math.round((industry.seasons[month.month - 1] ?? 1) * (month.month === 2 ? 880 : 1000));
    return monthSelect({ text: monthText(month), at, season, missing });
  };
  const byYear = Map.groupBy(months.entries(), ([, { year }]) => year);
  return {
    first,
    last,
    texts: [
      ...scaleTexts(first, last, size.provinces.length),
      ...[sourceTable("industrial-weights", "weights", ["code", "weight"], weightRows(industry))].map((table) => ({
        path: table.path,
        text: csvText(table),
      })),
    ],
    copies: ["industry", "provinces"].flatMap((id) => [`classifications/${id}.yaml`, `classifications/${id}.csv`]),
    lines: { table: "scale_text", columns: scaleColumns, rows: scaleLines(industry, size) },
    prepareSql:
      "CREATE TABLE scale_lines AS SELECT province, unit, size, product, base::BIGINT AS base, growth::BIGINT AS growth, may_miss = '1' AS may_miss, noise::BIGINT AS noise FROM scale_text; DROP TABLE scale_text",
    years: [...byYear].map(([year, own]) => ({
      path: `sources/industrial-output/${String(year)}.parquet`,
      selectSql: own.map(([at, month]) => monthSql(month, at)).join(" UNION ALL "),
    })),
  };
}

/**
 * The rows of one month. Two steps of a linear congruential generator (modulus 2³¹ − 1, multipliers 48271 and 39373) give
 * each line and month its noise of ±10 percent and its chance to be missing; every product stays below 2⁶³.
 */
function monthSelect(month: {
  readonly text: string;
  readonly at: number;
  readonly season: number;
  readonly missing: number;
}): string {
  const at = String(month.at);
  const first = `((noise * 48271 + ${at} * 69621) % 2147483647 * 16807) % 2147483647`;
  const second = `(${first} * 39373) % 2147483647`;
  const level = `(base * ${String(month.season)} // 1000) * (1000000 + growth * ${at}) // 1000000`;
  const quantity = `greatest(1, ${level} * (900 + ${first} % 201) // 1000)`;
  const answered = month.at === 0 ? "" : ` WHERE NOT (may_miss AND ${second} % 1000 < ${String(month.missing)})`;
  return `SELECT '${month.text}' AS month, province, unit, size, product, ${quantity} AS quantity FROM scale_lines${answered}`;
}
