/** Observations and source rows as Parquet, written by the engine: typed, compressed, the same bytes for the same rows. */
import { decimalSql } from "../compile/column-sql.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import type { LoadedSource } from "./loaded-source.ts";
import { sourceTable } from "./loaded-source.ts";

/** The observations' CSV file as Parquet, in its order. Values are decimals of ten digits after the mark. */
export async function storeObservations(engine: EngineLane, csvPath: string, parquetPath: string): Promise<void> {
  await engine.run(`COPY (
    SELECT indicator, item, territory, period, basis, measure, ${decimalSql("value", { whole: 28, decimals: 10 })} AS value, unit, status, source_rows::BIGINT AS source_rows, imputed_share::DECIMAL(18,10) AS imputed_share
    FROM read_csv(${textSql(csvPath)}, auto_detect=false, header=true, delim=',', quote='"', escape='"', columns={'indicator':'VARCHAR','item':'VARCHAR','territory':'VARCHAR','period':'VARCHAR','basis':'VARCHAR','measure':'VARCHAR','value':'VARCHAR','unit':'VARCHAR','status':'VARCHAR','source_rows':'VARCHAR','imputed_share':'VARCHAR'})
  ) TO ${textSql(parquetPath)} (FORMAT parquet, COMPRESSION zstd)`);
}

/** The rows of a source with their file and line, for `explain`. They stay in the workspace's internal folder. */
export async function storeRows(engine: EngineLane, { plan }: LoadedSource, parquetPath: string): Promise<void> {
  const columns = plan.columns.map(({ name }) => identifierSql(name)).join(", ");
  await engine.run(
    `COPY (SELECT _file, _line, _month, ${columns} FROM ${sourceTable(plan.id)}) TO ${textSql(parquetPath)} (FORMAT parquet, COMPRESSION zstd)`,
  );
}
