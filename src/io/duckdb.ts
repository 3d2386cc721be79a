/** DuckDB, embedded: in memory, without network, extensions or files other than those a build names. */
import { DuckDBInstance, type DuckDBConnection, DuckDBDataChunk, type DuckDBValue, VARCHAR } from "@duckdb/node-api";
import type { Engine, EngineLane, EngineTable, EngineValue } from "../compute/engine.ts";
import { identifierSql } from "../compute/engine.ts";

/** Rows of one appended chunk; the engine's own vector size. */
const chunkRows = 2048;

export interface OpenEngine extends Engine {
  readonly close: () => void;
}

/** Opens an engine in memory. `memoryLimit` as DuckDB writes it (`1200MB`); it spills to `spillFolder` beyond that. */
export async function openDuckDb(options: {
  readonly threads?: number;
  readonly memoryLimit?: string;
  readonly spillFolder?: string;
}): Promise<OpenEngine> {
  const settings: Record<string, string> = {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
    threads: String(options.threads ?? 2),
  };
  if (options.memoryLimit !== undefined) settings["memory_limit"] = options.memoryLimit;
  if (options.spillFolder !== undefined) settings["temp_directory"] = options.spillFolder;
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connections = [await instance.connect(), await instance.connect()] as const;
  const [first] = connections;
  return {
    ...laneOf(first),
    lanes: connections.map(laneOf),
    close: () => {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    },
  };
}

function laneOf(connection: DuckDBConnection): EngineLane {
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    query: (sql) => query(connection, sql),
    fill: (table, columns, rows) => fill(connection, table, columns, rows),
  };
}

async function query(connection: DuckDBConnection, sql: string): Promise<EngineTable> {
  const reader = await connection.runAndReadAll(sql);
  const columns = reader.getColumns().map((column) => column.map(plainValue));
  const height = columns[0]?.length ?? 0;
  const rows: EngineValue[][] = [];
  for (let row = 0; row < height; row += 1) rows.push(columns.map((column) => column[row] ?? null));
  return { columns: reader.columnNames(), rows };
}

/** Decimals, dates and lists come as objects that write themselves. */
function plainValue(value: DuckDBValue | undefined): EngineValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return value;
  return value.toString();
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly (string | null)[]>,
): Promise<void> {
  await connection.run(
    `CREATE TABLE ${identifierSql(table)} (${columns.map((name) => `${identifierSql(name)} VARCHAR`).join(", ")})`,
  );
  const appender = await connection.createAppender(table);
  const types = columns.map(() => VARCHAR);
  let pending: (readonly (string | null)[])[] = [];
  const flush = (): void => {
    if (pending.length === 0) return;
    const chunk = DuckDBDataChunk.create(types, pending.length);
    chunk.setColumns(columns.map((_, column) => pending.map((row) => row[column] ?? null)));
    appender.appendDataChunk(chunk);
    pending = [];
  };
  for (const row of rows) {
    pending.push(row);
    if (pending.length === chunkRows) flush();
  }
  flush();
  appender.closeSync();
}
