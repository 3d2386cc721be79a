/** The floor of a build: DuckDB alone reads the CSV files of a sources folder into one table a source, and does nothing with them. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const [folder = "."] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
for (const source of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const files = join(folder, source.name, "*.csv").replaceAll("'", "''");
  await connection.run(`create table "${source.name}" as from read_csv('${files}', all_varchar = true, header = true)`);
}
connection.closeSync();
instance.closeSync();
