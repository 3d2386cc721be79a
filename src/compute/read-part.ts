/** One part of a source read into a typed table: its rows, those with a fault, and the records that do not fit the head. */
import { fileMonthColumn } from "../compile/compile-plan.ts";
import type { SourcePlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { monthOrdinal } from "../model/period.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql } from "./engine.ts";
import type { Rejects, SourcePart } from "./source-part.ts";

export interface ReadPart {
  readonly part: SourcePart;
  readonly table: string;
  /** Files with rows: position in the plan's list → first row's position in the table. */
  readonly files: ReadonlyMap<number, number>;
  readonly rows: number;
  /** Rows with at least one fault. */
  readonly faulty: number;
  /** Lines of the records left out, by file. */
  readonly rejected: ReadonlyMap<number, readonly number[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a part into a table with the columns given. */
export async function readPart(
  plan: SourcePlan,
  part: SourcePart,
  table: string,
  columns: string,
  engine: EngineLane,
): Promise<ReadPart> {
  const line = part.line === undefined ? "" : `, ${part.line} AS _row`;
  const name = identifierSql(table);
  await engine.run(
    `CREATE TABLE ${name} AS SELECT ${part.file}::INTEGER AS _part${line}, ${columns} FROM ${part.from}`,
  );
  const counted = await engine.query(
    `SELECT _part, count(*), min(rowid), count(*) FILTER (_faulty) FROM ${name} GROUP BY _part ORDER BY _part`,
  );
  const files = new Map(counted.rows.map(([at, , start]) => [part.files[Number(at)] ?? 0, Number(start)]));
  const malformed = part.rejects === undefined ? undefined : await malformedRecords(plan, part, part.rejects, engine);
  return {
    part,
    table: name,
    files,
    rows: counted.rows.reduce((rows, [, count]) => rows + Number(count), 0),
    faulty: counted.rows.reduce((rows, [, , , faulty]) => rows + Number(faulty), 0),
    rejected: malformed?.rejected ?? new Map(),
    diagnostics: malformed?.diagnostics ?? [],
  };
}

/** Each file's records that do not fit the head, told once at the first. */
async function malformedRecords(
  plan: SourcePlan,
  part: SourcePart,
  { table, width, paths }: Rejects,
  engine: EngineLane,
): Promise<{ readonly rejected: ReadonlyMap<number, readonly number[]>; readonly diagnostics: readonly Diagnostic[] }> {
  const found = await engine.query(
    `SELECT s.file_path, r.line, min(r.error_message) FROM ${table} r JOIN ${table}_scan s USING (scan_id, file_id) GROUP BY ALL ORDER BY ALL`,
  );
  const byPath = Map.groupBy(found.rows, ([path]) => String(path));
  const rejected = new Map<number, readonly number[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, records] of byPath) {
    const index = part.files[paths.indexOf(path)] ?? 0;
    const [, line, message] = records[0] ?? [];
    const fields = /Found: (\d+)/.exec(String(message))?.[1];
    rejected.set(
      index,
      records.map(([, at]) => Number(at)),
    );
    diagnostics.push(
      errorAt(
        "data/malformed-record",
        { file: plan.files[index]?.path ?? path, start: { line: Number(line), column: 1 } },
        { expected: width, found: fields === undefined ? undefined : Number(fields) },
        { count: records.length },
      ),
    );
  }
  return { rejected, diagnostics };
}

/** All rows of a source's parts, each with its file, its line, the month of its file's name, and the contract's columns. */
export function viewOfParts(plan: SourcePlan, parts: readonly ReadPart[]): string {
  // Tables name their columns by number, so that no name of a contract hides `rowid` or another name of the engine's own.
  const columns = plan.columns.map(({ name }, at) => `v${String(at)} AS ${identifierSql(name)}`).join(", ");
  return parts
    .map(({ part, table, files }) => {
      const months = part.files.map((index) => plan.files[index]?.month);
      const month = months.every((each) => each === undefined)
        ? "NULL::INTEGER"
        : `([${months.map((each) => (each === undefined ? "NULL" : String(monthOrdinal(each)))).join(", ")}]::INTEGER[])[_part + 1]`;
      return `SELECT ${placeSql(part, files)}, ${month} AS ${fileMonthColumn}, ${columns} FROM ${table}`;
    })
    .join(" UNION ALL ");
}

/** `_file` and `_line` of the rows of a part's table. In plain CSV files the header is line 1, and the rows stand in the table file after file. */
export function placeSql({ files, line }: SourcePart, starts: ReadonlyMap<number, number>): string {
  const firsts = files.map((index) => String(starts.get(index) ?? 0)).join(", ");
  const ownLine = line === undefined ? `rowid - [${firsts}][_part + 1] + 2` : "_row";
  return `[${files.map(String).join(", ")}][_part + 1] AS _file, ${ownLine} AS _line`;
}
