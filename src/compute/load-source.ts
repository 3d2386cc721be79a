/**
 * The files of one source → a typed table `source_<id>` in the engine, or every fault that its contract finds in them.
 * Values are never repaired: a text is one value of the declared type, or a diagnostic with its line and column.
 * The table has the contract's columns and, in front, `_file` (position in the list of files), `_line` and `_month`.
 */
import { columnSql } from "../compile/column-sql.ts";
import type { SourcePlan } from "../compile/plan.ts";
import { fileMonthColumn } from "../compile/compile-plan.ts";
import type { CheckedSource } from "../check/checked.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { Classification } from "../model/classification.ts";
import { monthFromOrdinal, monthOrdinal, monthsBetween, monthText, type Month } from "../model/period.ts";
import type { Engine } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import { findFaults } from "./find-faults.ts";
import { columnPositions } from "./match-header.ts";
import type { OpenedFile, SourceReader } from "./source-reader.ts";

export interface LoadedSource {
  readonly plan: SourcePlan;
  readonly rows: number;
  readonly openedFiles: readonly (OpenedFile | undefined)[];
}

export interface LoadContext {
  readonly engine: Engine;
  readonly reader: SourceReader;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly first: Month;
  readonly last: Month;
}

export function sourceTable(id: string): string {
  return identifierSql(`source_${id}`);
}

/** Loads one source. Faults are gathered over all its files; the table exists only where there is none. */
export async function loadSource(
  source: CheckedSource,
  plan: SourcePlan,
  context: LoadContext,
): Promise<{ readonly loaded: LoadedSource | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { engine, reader } = context;
  const diagnostics: Diagnostic[] = [];
  const openedFiles: (OpenedFile | undefined)[] = [];
  for (const file of plan.files) {
    const opened = await reader.open(source, file);
    diagnostics.push(...opened.diagnostics);
    openedFiles.push(opened.file);
  }
  const codeTables = await createCodeTables(plan, context);
  const raw = identifierSql(`raw_${source.id}`);
  diagnostics.push(...(await fillRawTable(source, plan, openedFiles, raw, engine)));
  if (diagnostics.some(({ severity }) => severity === "error")) return { loaded: undefined, diagnostics };

  const faults = await findFaults({ source, plan, raw, codeTables, openedFiles, context });
  diagnostics.push(...faults);
  if (faults.length > 0) return { loaded: undefined, diagnostics };

  const columns = plan.columns.map((column) => {
    const sql = columnSql(column, markOf(plan, openedFiles), codeTables.get(column.name));
    return `CAST(${sql.typed(`raw.${identifierSql(column.name)}`)} AS ${sql.type}) AS ${identifierSql(column.name)}`;
  });
  const fileMonths = plan.files.map(({ month }) => (month === undefined ? "NULL" : String(monthOrdinal(month))));
  await engine.run(
    `CREATE TABLE ${sourceTable(source.id)} AS SELECT raw._file, raw._line, ([${fileMonths.join(", ")}]::INTEGER[])[raw._file + 1] AS ${fileMonthColumn}, ${columns.join(", ")} FROM ${raw} raw ORDER BY raw._file, raw._line`,
  );
  await engine.run(`DROP TABLE ${raw}`);
  const counted = await engine.query(`SELECT count(*) FROM ${sourceTable(source.id)}`);
  if (plan.complete && plan.month !== undefined) diagnostics.push(...(await missingMonths(source, plan, context)));
  return { loaded: { plan, rows: Number(counted.rows[0]?.[0] ?? 0), openedFiles }, diagnostics };
}

/** CSV files have the mark their contract declares; cells of workbooks and Parquet files are written with a point. */
export function markOf(plan: SourcePlan, openedFiles: readonly (OpenedFile | undefined)[]): "." | "," | undefined {
  return openedFiles.some((file) => file?.kind === "csv") ? plan.decimalMark : (plan.decimalMark ?? ".");
}

/** One table of allowed names and their codes for each column that takes codes of a list. */
async function createCodeTables(plan: SourcePlan, { engine, classifications }: LoadContext): Promise<ReadonlyMap<string, string>> {
  const tables = new Map<string, string>();
  for (const { name, declaration } of plan.columns) {
    if (declaration.type !== "code") continue;
    const classification = declaration.classification === undefined ? undefined : classifications.get(declaration.classification);
    if (classification === undefined && declaration.values === undefined) continue;
    const byName = declaration.match === "name";
    const pairs = new Map<string, string>();
    const comparable = byName || declaration.aliases !== undefined;
    const put = (text: string, code: string): void => {
      pairs.set(comparable ? comparableText(text) : text, code);
    };
    for (const code of declaration.values ?? []) put(code, code);
    for (const item of classification?.items.values() ?? []) {
      if (byName) for (const text of [item.name.vi, item.name.en]) put(text, item.code);
      else put(item.code, item.code);
    }
    for (const [text, code] of Object.entries(declaration.aliases ?? {})) put(text, code);
    const table = `codes_${plan.id}_${name}`;
    await engine.fill(table, ["name", "code"], pairs);
    tables.set(name, identifierSql(table));
  }
  return tables;
}

/** As comparableName in compile/column-sql.ts does it in SQL. */
function comparableText(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

async function fillRawTable(
  source: CheckedSource,
  plan: SourcePlan,
  openedFiles: readonly (OpenedFile | undefined)[],
  raw: string,
  engine: Engine,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const names = plan.columns.map(({ name }) => identifierSql(name));
  await engine.run(`CREATE TABLE ${raw} (_file INTEGER, _line BIGINT, ${names.map((name) => `${name} VARCHAR`).join(", ")})`);
  for (const group of groupByHead(plan, openedFiles)) {
    const positions = columnPositions(group.header, plan, group.path);
    if (!positions.ok) {
      diagnostics.push(...positions.diagnostics);
      continue;
    }
    diagnostics.push(...(await appendCsv(plan, group, positions.value, raw, engine)));
  }
  for (const [index, file] of openedFiles.entries()) {
    if (file?.kind === "rows") await appendRows(plan, index, file, raw, engine);
    if (file?.kind === "parquet") diagnostics.push(...(await appendParquet(plan, index, file.absolutePath, raw, engine)));
  }
  const empty = await engine.query(
    `SELECT f FROM range(${String(plan.files.length)}) t(f) WHERE f NOT IN (SELECT _file FROM ${raw}) ORDER BY f`,
  );
  for (const [index] of empty.rows) {
    const file = plan.files[Number(index)];
    const faulty = diagnostics.some(({ span }) => span.file === file?.path);
    if (file !== undefined && !faulty && openedFiles[Number(index)] !== undefined) {
      diagnostics.push(errorAt("data/no-rows", { file: file.path }, { source: source.id }));
    }
  }
  return diagnostics;
}

interface CsvGroup {
  readonly header: readonly string[];
  /** Of the first file, for messages. */
  readonly path: string;
  readonly files: readonly { readonly index: number; readonly file: Extract<OpenedFile, { kind: "csv" }> }[];
}

/** Files with the same head are read in one go. */
function groupByHead(plan: SourcePlan, openedFiles: readonly (OpenedFile | undefined)[]): readonly CsvGroup[] {
  const groups = new Map<string, { header: readonly string[]; path: string; files: { index: number; file: Extract<OpenedFile, { kind: "csv" }> }[] }>();
  for (const [index, file] of openedFiles.entries()) {
    if (file?.kind !== "csv") continue;
    const key = JSON.stringify(file.header);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { header: file.header, path: plan.files[index]?.path ?? "", files: [{ index, file }] });
    else group.files.push({ index, file });
  }
  return [...groups.values()];
}

async function appendCsv(
  plan: SourcePlan,
  group: CsvGroup,
  positions: readonly number[],
  raw: string,
  engine: Engine,
): Promise<readonly Diagnostic[]> {
  const head = identifierSql(`head_${plan.id}`);
  const columns = group.header.map((_, at) => `'c${String(at)}': 'VARCHAR'`).join(", ");
  const paths = group.files.map(({ file }) => textSql(file.absolutePath)).join(", ");
  const rejects = `rejects_${plan.id}`;
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE ${head} AS SELECT *, filename AS _path FROM read_csv([${paths}], auto_detect=false, header=true, delim=${textSql(plan.delimiter)}, quote='"', escape='"', strict_mode=true, columns={${columns}}, filename=true, store_rejects=true, rejects_table=${textSql(rejects)}, rejects_scan=${textSql(`${rejects}_scan`)})`,
  );
  const rejected = await engine.query(
    `SELECT s.file_path, min(r.line), count(*), any_value(r.error_message ORDER BY r.line) FROM ${identifierSql(rejects)} r JOIN ${identifierSql(`${rejects}_scan`)} s USING (scan_id, file_id) GROUP BY s.file_path ORDER BY s.file_path`,
  );
  await engine.run(`DROP TABLE ${identifierSql(rejects)}; DROP TABLE ${identifierSql(`${rejects}_scan`)}`);
  const diagnostics = rejected.rows.map(([path, line, count, message]) => {
    const entry = group.files.find(({ file }) => file.absolutePath === path);
    const found = /Found: (\d+)/.exec(String(message))?.[1];
    return errorAt(
      "data/malformed-record",
      { file: entry === undefined ? group.path : (plan.files[entry.index]?.path ?? group.path), start: { line: Number(line), column: 1 } },
      { expected: group.header.length, found: found === undefined ? undefined : Number(found) },
      { count: Number(count) },
    );
  });
  if (diagnostics.length > 0) return diagnostics;
  const indexOf = group.files.map(({ index, file }) => `(${textSql(file.absolutePath)}, ${String(index)})`).join(", ");
  const selected = positions.map((at) => (at === -1 ? "NULL" : `nullif(trim(h.c${String(at)}), '')`)).join(", ");
  await engine.run(
    `INSERT INTO ${raw} SELECT f.i, h.rowid - min(h.rowid) OVER (PARTITION BY h._path) + 2, ${selected} FROM ${head} h JOIN (VALUES ${indexOf}) f(p, i) ON f.p = h._path`,
  );
  await engine.run(`DROP TABLE ${head}`);
  for (const { index, file } of group.files) {
    if (file.lines === undefined) continue;
    const lines = `lines_${plan.id}`;
    await engine.fill(lines, ["record", "line"], file.lines.map((line, at) => [String(at + 2), String(line)]));
    await engine.run(
      `UPDATE ${raw} r SET _line = l.line::BIGINT FROM ${identifierSql(lines)} l WHERE r._file = ${String(index)} AND r._line = l.record::BIGINT; DROP TABLE ${identifierSql(lines)}`,
    );
  }
  return [];
}

async function appendRows(plan: SourcePlan, index: number, file: Extract<OpenedFile, { kind: "rows" }>, raw: string, engine: Engine): Promise<void> {
  const staged = `rows_${plan.id}`;
  const at = plan.columns.map(({ name }) => file.columns.indexOf(name));
  await engine.fill(
    staged,
    ["_row", ...plan.columns.map(({ name }) => name)],
    file.rows.map(({ row, cells }) => [String(row), ...at.map((position) => cells[position] ?? null)]),
  );
  const names = plan.columns.map(({ name }) => identifierSql(name)).join(", ");
  await engine.run(
    `INSERT INTO ${raw} SELECT ${String(index)}, _row::BIGINT, ${names} FROM ${identifierSql(staged)}; DROP TABLE ${identifierSql(staged)}`,
  );
}

async function appendParquet(plan: SourcePlan, index: number, path: string, raw: string, engine: Engine): Promise<readonly Diagnostic[]> {
  const described = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${textSql(path)})`);
  const header = described.rows.map(([name]) => String(name));
  const positions = columnPositions(header, plan, plan.files[index]?.path ?? path);
  if (!positions.ok) return positions.diagnostics;
  const selected = positions.value.map((at) => (at === -1 ? "NULL" : `${identifierSql(header[at] ?? "")}::VARCHAR`)).join(", ");
  await engine.run(
    `INSERT INTO ${raw} SELECT ${String(index)}, file_row_number + 1, ${selected} FROM read_parquet(${textSql(path)}, file_row_number=true)`,
  );
  return [];
}

async function missingMonths(source: CheckedSource, plan: SourcePlan, { engine, first, last }: LoadContext): Promise<readonly Diagnostic[]> {
  const column = plan.month ?? fileMonthColumn;
  const declared = plan.columns.find(({ name }) => name === column)?.declaration;
  const ordinal = declared?.type === "date" ? `(year(${identifierSql(column)}) * 12 + month(${identifierSql(column)}) - 1)` : identifierSql(column);
  const present = await engine.query(`SELECT DISTINCT ${ordinal} FROM ${sourceTable(source.id)}`);
  const have = new Set(present.rows.map(([month]) => Number(month)));
  const missing = monthsBetween(first, last).map(monthOrdinal).filter((month) => !have.has(month));
  if (missing.length === 0) return [];
  return [
    errorAt("data/missing-month", source.declaration.spanOf(["months"], "key"), {
      source: source.id,
      months: missing.map((month) => monthText(monthFromOrdinal(month))),
    }),
  ];
}
