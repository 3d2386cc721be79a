/**
 * The files of a source as parts that the engine reads in one go: CSV files with the same head together, every other file by
 * itself. A part says how to get at each cell as text and at its place; values are not looked at here.
 */
import type { SourcePlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { isWellQuoted, splitRecord } from "./csv-lines.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import { literalPath } from "./literal-path.ts";
import { columnPositions } from "./match-header.ts";
import { parquetPart } from "./parquet-part.ts";
import type { Parts, SourcePart } from "./source-part.ts";
import type { OpenedFile } from "./source-reader.ts";

/** Every part of a source, or what keeps a file from being one. */
export async function sourceParts(
  plan: SourcePlan,
  openedFiles: readonly (OpenedFile | undefined)[],
  engine: EngineLane,
): Promise<Parts> {
  const parts: SourcePart[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [at, group] of groupByHead(openedFiles).entries()) {
    const [first] = group.files;
    const path = plan.files[first?.index ?? 0]?.path ?? "";
    const positions = columnPositions(group.header, plan, path, group.files.length);
    if (positions.ok) parts.push(csvPart(plan, group, positions.value, `${plan.id}_${String(at)}`));
    else diagnostics.push(...positions.diagnostics);
  }
  for (const [index, file] of openedFiles.entries()) {
    if (file === undefined || file.kind === "csv") continue;
    const made = await ownPart(plan, index, file, engine);
    diagnostics.push(...made.diagnostics);
    parts.push(...made.parts);
  }
  return { parts, diagnostics };
}

async function ownPart(
  plan: SourcePlan,
  index: number,
  file: Exclude<OpenedFile, { kind: "csv" }>,
  engine: EngineLane,
): Promise<Parts> {
  switch (file.kind) {
    case "records":
      return recordsPart(plan, index, file, engine);
    case "rows":
      return { parts: [await rowsPart(plan, index, file, engine)], diagnostics: [] };
    case "parquet":
      return parquetPart(plan, index, file.absolutePath, engine);
  }
}

interface CsvGroup {
  readonly header: readonly string[];
  readonly files: readonly { readonly index: number; readonly absolutePath: string }[];
}

function groupByHead(openedFiles: readonly (OpenedFile | undefined)[]): readonly CsvGroup[] {
  const files = openedFiles.flatMap((file, index) => (file?.kind === "csv" ? [{ index, ...file }] : []));
  const groups = Map.groupBy(files, ({ header }) => JSON.stringify(header));
  return [...groups.values()].map((group) => ({
    header: group[0]?.header ?? [],
    files: group,
  }));
}

function csvPart(plan: SourcePlan, group: CsvGroup, positions: readonly number[], name: string): SourcePart {
  const columns = group.header.map((_, at) => `'c${String(at)}': 'VARCHAR'`).join(", ");
  const paths = group.files.map(({ absolutePath }) => textSql(literalPath(absolutePath))).join(", ");
  const table = `rejects_${name.replaceAll("-", "_")}`;
  const read = (faulty: string): string =>
    `read_csv([${paths}], auto_detect=false, header=true, delim=${textSql(plan.delimiter)}, quote='"', escape='"', strict_mode=true, columns={${columns}}, ${faulty})`;
  return {
    from: read(`store_rejects=true, rejects_table=${textSql(table)}, rejects_scan=${textSql(`${table}_scan`)}`),
    fromAgain: read("ignore_errors=true"),
    file: "file_index",
    line: undefined,
    cells: positions.map((at) => (at === -1 ? "NULL::VARCHAR" : `c${String(at)}`)),
    files: group.files.map(({ index }) => index),
    rejects: { table, width: group.header.length, paths: group.files.map(({ absolutePath }) => absolutePath) },
    staged: [table, `${table}_scan`],
  };
}

/** A file that was split into records already; a record that does not fit the head is told, with the number of the others. */
async function recordsPart(
  plan: SourcePlan,
  index: number,
  file: Extract<OpenedFile, { kind: "records" }>,
  engine: EngineLane,
): Promise<Parts> {
  const path = plan.files[index]?.path ?? "";
  const positions = columnPositions(file.header, plan, path);
  if (!positions.ok) return { parts: [], diagnostics: positions.diagnostics };
  const malformed: { readonly line: number; readonly found: number | undefined }[] = [];
  const rows = function* (): Generator<readonly (string | null)[]> {
    for (const { line, text } of file.records()) {
      const fields = splitRecord(text, plan.delimiter);
      const hasTrailingDelimiter = fields.length === file.header.length + 1 && fields.at(-1)?.value === "";
      if (!isWellQuoted(text, plan.delimiter)) malformed.push({ line, found: undefined });
      else if (fields.length !== file.header.length && !hasTrailingDelimiter)
        malformed.push({ line, found: fields.length });
      else yield [String(line), ...positions.value.map((at) => fields[at]?.value || null)];
    }
  };
  const part = await stagedPart(plan, index, rows(), engine);
  const [first] = malformed;
  if (first === undefined) return { parts: [part], diagnostics: [] };
  const params = { expected: file.header.length, found: first.found };
  const span = { file: path, start: { line: first.line, column: 1 } };
  return { parts: [part], diagnostics: [errorAt("data/malformed-record", span, params, { count: malformed.length })] };
}

async function rowsPart(
  plan: SourcePlan,
  index: number,
  file: Extract<OpenedFile, { kind: "rows" }>,
  engine: EngineLane,
): Promise<SourcePart> {
  const at = plan.columns.map(({ name }) => file.columns.indexOf(name));
  const rows = file.rows.map(({ row, cells }) => [String(row), ...at.map((position) => cells[position] ?? null)]);
  return stagedPart(plan, index, rows, engine);
}

/** Rows with their line in front, staged in a table of the engine. */
async function stagedPart(
  plan: SourcePlan,
  index: number,
  rows: Iterable<readonly (string | null)[]>,
  engine: EngineLane,
): Promise<SourcePart> {
  const table = `rows_${plan.id}_${String(index)}`;
  const columns = plan.columns.map((_, at) => `c${String(at)}`);
  await engine.fill(table, ["row", ...columns], rows);
  return {
    from: identifierSql(table),
    fromAgain: identifierSql(table),
    file: "0",
    line: `"row"::BIGINT`,
    cells: columns,
    files: [index],
    rejects: undefined,
    staged: [table],
  };
}
