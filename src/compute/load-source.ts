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
  /** Tables of allowed codes made so far, by what they allow: sources share them. */
  readonly codeTables: Map<string, string>;
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
  diagnostics.push(...(await createRawView(source, plan, openedFiles, raw, engine)));
  if (diagnostics.some(({ severity }) => severity === "error")) return { loaded: undefined, diagnostics };

  const faults = await findFaults({ source, plan, raw, codeTables, openedFiles, context });
  diagnostics.push(...faults);
  if (faults.length > 0) return { loaded: undefined, diagnostics };

  const columns = plan.columns.map((column) => {
    const sql = columnSql(column, markOf(plan, openedFiles), codeTables.get(column.name));
    return `CAST(${sql.typed(`raw.${identifierSql(column.name)}`)} AS ${sql.type}) AS ${identifierSql(column.name)}`;
  });
  const months = plan.files.map(({ month }) => (month === undefined ? undefined : monthOrdinal(month)));
  const fileMonth = months.every((month) => month === undefined)
    ? "NULL::INTEGER"
    : `([${months.map((month) => (month === undefined ? "NULL" : String(month))).join(", ")}]::INTEGER[])[raw._file + 1]`;
  await engine.run(
    `CREATE TABLE ${sourceTable(source.id)} AS SELECT raw._file, raw._line, ${fileMonth} AS ${fileMonthColumn}, ${columns.join(", ")} FROM ${raw} raw`,
  );
  const counted = await engine.query(`SELECT count(*) FROM ${sourceTable(source.id)}`);
  if (plan.complete && plan.month !== undefined) diagnostics.push(...(await missingMonths(source, plan, context)));
  return { loaded: { plan, rows: Number(counted.rows[0]?.[0] ?? 0), openedFiles }, diagnostics };
}

/** CSV files have the mark their contract declares; cells of workbooks and Parquet files are written with a point. */
export function markOf(plan: SourcePlan, openedFiles: readonly (OpenedFile | undefined)[]): "." | "," | undefined {
  return openedFiles.some((file) => file?.kind === "csv") ? plan.decimalMark : (plan.decimalMark ?? ".");
}

/** One table of allowed names and their codes for each column that takes codes of a list. */
async function createCodeTables(
  plan: SourcePlan,
  { engine, classifications, codeTables }: LoadContext,
): Promise<ReadonlyMap<string, string>> {
  const tables = new Map<string, string>();
  for (const { name, declaration } of plan.columns) {
    if (declaration.type !== "code") continue;
    const classification =
      declaration.classification === undefined ? undefined : classifications.get(declaration.classification);
    if (classification === undefined && declaration.values === undefined) continue;
    const { match, aliases, values } = declaration;
    const allowed = JSON.stringify({ classification: classification?.id, match, aliases, values });
    const known = codeTables.get(allowed);
    if (known !== undefined) {
      tables.set(name, known);
      continue;
    }
    const comparable = match === "name" || aliases !== undefined;
    const pairs = new Map<string, string>();
    const put = (text: string, code: string): void => {
      pairs.set(comparable ? comparableText(text) : text, code);
    };
    for (const code of values ?? []) put(code, code);
    for (const item of classification?.items.values() ?? []) {
      if (match === "name") for (const text of [item.name.vi, item.name.en]) put(text, item.code);
      else put(item.code, item.code);
    }
    for (const [text, code] of Object.entries(aliases ?? {})) put(text, code);
    const table = `codes_${String(codeTables.size)}`;
    await engine.fill(table, ["name", "code"], pairs);
    codeTables.set(allowed, identifierSql(table));
    tables.set(name, identifierSql(table));
  }
  return tables;
}

/** As comparableName in compile/column-sql.ts does it in SQL. */
function comparableText(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** The rows of all files as text: a view with the contract's columns, and in front `_file` and `_line`. */
async function createRawView(
  source: CheckedSource,
  plan: SourcePlan,
  openedFiles: readonly (OpenedFile | undefined)[],
  raw: string,
  engine: Engine,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const parts: string[] = [];
  const rows = new Map<number, number>();
  for (const [at, group] of groupByHead(plan, openedFiles).entries()) {
    const positions = columnPositions(group.header, plan, group.path);
    if (!positions.ok) {
      diagnostics.push(...positions.diagnostics);
      continue;
    }
    const read = await readCsv(plan, group, positions.value, `${source.id}_${String(at)}`, engine);
    diagnostics.push(...read.diagnostics);
    for (const [file, count] of read.rows) rows.set(file, count);
    if (read.select !== undefined) parts.push(read.select);
  }
  for (const [index, file] of openedFiles.entries()) {
    if (file?.kind === "rows") {
      parts.push(await stageRows(plan, index, file, engine));
      rows.set(index, file.rows.length);
    }
    if (file?.kind === "parquet") {
      const read = await selectParquet(plan, index, file.absolutePath, engine);
      diagnostics.push(...read.diagnostics);
      rows.set(index, read.rows);
      if (read.select !== undefined) parts.push(read.select);
    }
  }
  for (const [index, file] of plan.files.entries()) {
    const faulty = diagnostics.some(({ span }) => span.file === file.path);
    if (openedFiles[index] !== undefined && !faulty && (rows.get(index) ?? 0) === 0) {
      diagnostics.push(errorAt("data/no-rows", { file: file.path }, { source: source.id }));
    }
  }
  if (diagnostics.length === 0) await engine.run(`CREATE VIEW ${raw} AS ${parts.join(" UNION ALL ")}`);
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
  const groups = new Map<
    string,
    { header: readonly string[]; path: string; files: { index: number; file: Extract<OpenedFile, { kind: "csv" }> }[] }
  >();
  for (const [index, file] of openedFiles.entries()) {
    if (file?.kind !== "csv") continue;
    const key = JSON.stringify(file.header);
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { header: file.header, path: plan.files[index]?.path ?? "", files: [{ index, file }] });
    else group.files.push({ index, file });
  }
  return [...groups.values()];
}

interface ReadFiles {
  /** The rows of the group's files, in their order; `undefined` where a record is malformed. */
  readonly select: string | undefined;
  readonly rows: ReadonlyMap<number, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the files of a group in one go. The engine keeps their order, so that a row's number tells its file and its line. */
async function readCsv(
  plan: SourcePlan,
  group: CsvGroup,
  positions: readonly number[],
  name: string,
  engine: Engine,
): Promise<ReadFiles> {
  const head = identifierSql(`head_${name}`);
  const columns = group.header.map((_, at) => `'c${String(at)}': 'VARCHAR'`).join(", ");
  const paths = group.files.map(({ file }) => textSql(file.absolutePath)).join(", ");
  const rejects = `rejects_${name.replaceAll("-", "_")}`;
  await engine.run(
    `CREATE TABLE ${head} AS SELECT * REPLACE (list_position([${paths}], filename)::INTEGER AS filename) FROM read_csv([${paths}], auto_detect=false, header=true, delim=${textSql(plan.delimiter)}, quote='"', escape='"', strict_mode=true, columns={${columns}}, filename=true, store_rejects=true, rejects_table=${textSql(rejects)}, rejects_scan=${textSql(`${rejects}_scan`)})`,
  );
  const rejected = await engine.query(
    `SELECT s.file_path, min(r.line), count(*), any_value(r.error_message ORDER BY r.line) FROM ${rejects} r JOIN ${rejects}_scan s USING (scan_id, file_id) GROUP BY s.file_path ORDER BY s.file_path`,
  );
  if (rejected.rows.length > 0) {
    const diagnostics = rejected.rows.map(([path, line, count, message]) => {
      const entry = group.files.find(({ file }) => file.absolutePath === path);
      const found = /Found: (\d+)/.exec(String(message))?.[1];
      return errorAt(
        "data/malformed-record",
        {
          file: entry === undefined ? group.path : (plan.files[entry.index]?.path ?? group.path),
          start: { line: Number(line), column: 1 },
        },
        { expected: group.header.length, found: found === undefined ? undefined : Number(found) },
        { count: Number(count) },
      );
    });
    return { select: undefined, rows: new Map(), diagnostics };
  }
  const counted = await engine.query(
    `SELECT filename, count(*), min(rowid) FROM ${head} GROUP BY filename ORDER BY filename`,
  );
  const rows = new Map<number, number>();
  const starts = new Map<number, string>();
  for (const [position, count, start] of counted.rows) {
    const index = group.files[Number(position) - 1]?.index;
    if (index === undefined) continue;
    rows.set(index, Number(count));
    starts.set(index, String(start));
  }
  const indices = `[${group.files.map(({ index }) => String(index)).join(", ")}]`;
  const firsts = `[${group.files.map(({ index }) => starts.get(index) ?? "0").join(", ")}]`;
  const record = `h.rowid - ${firsts}[h.filename] + 2`;
  const line = await lineSql(group, record, name, engine);
  const selected = positions.map(
    (at, place) =>
      `${at === -1 ? "NULL::VARCHAR" : `h.c${String(at)}`} AS ${identifierSql(plan.columns[place]?.name ?? "")}`,
  );
  return {
    select: `SELECT ${indices}[h.filename] AS _file, ${line.sql} AS _line, ${selected.join(", ")} FROM ${head} h${line.join}`,
    rows,
    diagnostics: [],
  };
}

/** The line of a record: its number, or what the file's own list says where blank lines or quoted line ends shift it. */
async function lineSql(
  group: CsvGroup,
  record: string,
  name: string,
  engine: Engine,
): Promise<{ readonly sql: string; readonly join: string }> {
  const shifted = group.files.flatMap(({ file }, at) =>
    (file.lines ?? []).map((line, number) => [String(at + 1), String(number + 2), String(line)]),
  );
  if (shifted.length === 0) return { sql: record, join: "" };
  const lines = `lines_${name}`;
  await engine.fill(lines, ["file", "record", "line"], shifted);
  return {
    sql: `coalesce(l.line::BIGINT, ${record})`,
    join: ` LEFT JOIN ${identifierSql(lines)} l ON l.file::INTEGER = h.filename AND l.record::BIGINT = ${record}`,
  };
}

async function stageRows(
  plan: SourcePlan,
  index: number,
  file: Extract<OpenedFile, { kind: "rows" }>,
  engine: Engine,
): Promise<string> {
  const staged = `rows_${plan.id}_${String(index)}`;
  const at = plan.columns.map(({ name }) => file.columns.indexOf(name));
  await engine.fill(
    staged,
    ["_row", ...plan.columns.map(({ name }) => name)],
    file.rows.map(({ row, cells }) => [String(row), ...at.map((position) => cells[position] ?? null)]),
  );
  const names = plan.columns.map(({ name }) => identifierSql(name)).join(", ");
  return `SELECT ${String(index)} AS _file, _row::BIGINT AS _line, ${names} FROM ${identifierSql(staged)}`;
}

async function selectParquet(
  plan: SourcePlan,
  index: number,
  path: string,
  engine: Engine,
): Promise<{
  readonly select: string | undefined;
  readonly rows: number;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const described = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${textSql(path)})`);
  const header = described.rows.map(([name]) => String(name));
  const positions = columnPositions(header, plan, plan.files[index]?.path ?? path);
  if (!positions.ok) return { select: undefined, rows: 0, diagnostics: positions.diagnostics };
  const counted = await engine.query(`SELECT count(*) FROM read_parquet(${textSql(path)})`);
  const selected = positions.value.map(
    (at, place) =>
      `${at === -1 ? "NULL::VARCHAR" : `${identifierSql(header[at] ?? "")}::VARCHAR`} AS ${identifierSql(plan.columns[place]?.name ?? "")}`,
  );
  return {
    select: `SELECT ${String(index)} AS _file, file_row_number + 1 AS _line, ${selected.join(", ")} FROM read_parquet(${textSql(path)}, file_row_number=true)`,
    rows: Number(counted.rows[0]?.[0] ?? 0),
    diagnostics: [],
  };
}

async function missingMonths(
  source: CheckedSource,
  plan: SourcePlan,
  { engine, first, last }: LoadContext,
): Promise<readonly Diagnostic[]> {
  const column = plan.month ?? fileMonthColumn;
  const declared = plan.columns.find(({ name }) => name === column)?.declaration;
  const ordinal =
    declared?.type === "date"
      ? `(year(${identifierSql(column)}) * 12 + month(${identifierSql(column)}) - 1)`
      : identifierSql(column);
  const present = await engine.query(`SELECT DISTINCT ${ordinal} FROM ${sourceTable(source.id)}`);
  const have = new Set(present.rows.map(([month]) => Number(month)));
  const missing = monthsBetween(first, last)
    .map(monthOrdinal)
    .filter((month) => !have.has(month));
  if (missing.length === 0) return [];
  return [
    errorAt("data/missing-month", source.declaration.spanOf(["months"], "key"), {
      source: source.id,
      months: missing.map((month) => monthText(monthFromOrdinal(month))),
    }),
  ];
}
