/** Reads the small CSV files of reference values: a header, quoted cells where needed, empty cells for missing values. */
import { readFileSync } from "node:fs";
import type { Value } from "../../src/statistics/generalized-mean.ts";
import type { IndexPeriod } from "../../src/statistics/price-index.ts";

export type ReferenceRow = Readonly<Record<string, string>>;

/** Rows by column name. Throws when a row has another number of cells than the header. */
export function readReferenceTable(path: string): readonly ReferenceRow[] {
  const [header = [], ...rows] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/).map(cellsOf);
  return rows.map((cells) => {
    if (cells.length !== header.length) throw new Error(`${path}: ${cells.join(",")} has not the header's cells`);
    return Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ""]));
  });
}

/** The cell of a column that has to be there. */
export function cell(row: ReferenceRow, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`no column ${column}`);
  return text;
}

/** An empty cell is missing. */
export function numberIn(row: ReferenceRow, column: string): Value {
  const text = cell(row, column);
  return text === "" ? undefined : Number(text);
}

/** Distinct values of a column in order of appearance. */
export function distinct(rows: readonly ReferenceRow[], column: string): readonly string[] {
  return [...new Set(rows.map((row) => cell(row, column)))];
}

/**
 * Where a computed value differs from its reference by more than 1e-12 of the reference, or is missing where it is not: a
 * readable list, empty when all agree. `scale` is the least size the tolerance refers to: contributions are parts of an
 * index of about 1 and carry its last digit.
 */
export function disagreements(
  rows: readonly ReferenceRow[],
  computed: (row: ReferenceRow) => Value,
  { column = "value", scale = 0 }: { readonly column?: string; readonly scale?: number } = {},
): readonly string[] {
  return rows.flatMap((row) => {
    const expected = numberIn(row, column);
    const found = computed(row);
    const agree =
      expected === undefined || found === undefined
        ? expected === found
        : Math.abs(found - expected) <= 1e-12 * Math.max(Math.abs(expected), scale);
    return agree ? [] : [`${Object.values(row).join(" ")}: ${String(found)}`];
  });
}

/** The value of a series at a row's period and level. */
export function valueAt(series: readonly IndexPeriod[]): (row: ReferenceRow) => Value {
  const byPeriod = new Map(series.map(({ period, index }) => [period, index]));
  return (row) => byPeriod.get(cell(row, "period"))?.get(cell(row, "level"));
}

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
