/** What the simulation makes: tables of text, each a CSV file of a source. */
export interface SimulatedTable {
  /** The source it belongs to, as in sources/<source>.yaml. */
  readonly source: string;
  /** Relative to the workspace: `sources/customs/2023-01.csv`. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where files go; the effects are the caller's. */
export interface SimulationSink {
  /** Writes a text file, replacing what is there. */
  readonly writeText: (path: string, text: string) => void;
}

/** One file of a source: `sources/<source>/<name>.csv`. */
export function sourceTable(
  source: string,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): SimulatedTable {
  return { source, path: `sources/${source}/${name}.csv`, columns, rows };
}

/** RFC 4180, with line feeds. */
export function csvText({ columns, rows }: SimulatedTable): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(",")}\n`).join("");
}

function cellText(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** An integer count of 10⁻ᵈ as text: 1234 with 2 decimals is `12.34`. */
export function fixedText(units: number, decimals: number): string {
  const negative = units < 0;
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const mark = digits.length - decimals;
  return `${negative ? "-" : ""}${digits.slice(0, mark)}${decimals === 0 ? "" : `.${digits.slice(mark)}`}`;
}
