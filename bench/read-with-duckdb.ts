/** The floor of a build: DuckDB alone reads the CSV files named on the command line into tables, and does nothing with them. */
import { DuckDBInstance } from "@duckdb/node-api";

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
for (const [index, file] of process.argv.slice(2).entries()) {
  const path = file.replaceAll("'", "''");
  await connection.run(`create table t${index} as from read_csv('${path}', all_varchar = true, header = true)`);
}
connection.closeSync();
instance.closeSync();
