/** The database engine as the compile step sees it: SQL in, columns out. io/duckdb.ts has the one that ships. */
export type EngineValue = string | number | bigint | boolean | null;

export interface EngineTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly EngineValue[])[];
}

/** One line of statements, each after the one before. What a statement leaves for its own line only (rejected records) is found there. */
export interface EngineLane {
  readonly run: (sql: string) => Promise<void>;
  /** Rows in the order the statement gives them. Decimals and dates come as text, 64-bit integers as bigint. */
  readonly query: (sql: string) => Promise<EngineTable>;
  /** Creates a table of text columns and fills it. */
  readonly fill: (
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly (string | null)[]>,
  ) => Promise<void>;
}

export interface Engine extends EngineLane {
  /** Lines that work side by side on the same tables. */
  readonly lanes: readonly EngineLane[];
}

/** A name as SQL writes it. */
export function identifierSql(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text value as SQL writes it. */
export function textSql(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
