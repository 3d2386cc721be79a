/** Every way in which the cells of a source break its contract: faulty parts are read again as text, and each fault is told at its place. */
import type { CheckedSource } from "../check/checked.ts";
import type { CellFault, CodeType } from "../compile/column-sql.ts";
import { columnSql, decimalsOf, wholeDigitsOf } from "../compile/column-sql.ts";
import type { ColumnPlan, SourcePlan } from "../compile/plan.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { cellSpan } from "./cell-span.ts";
import { identifierSql } from "./engine.ts";
import type { LoadContext } from "./loaded-source.ts";
import { markOf } from "./loaded-source.ts";
import type { ReadPart } from "./read-part.ts";
import { placeSql } from "./read-part.ts";
import type { OpenedFile } from "./source-reader.ts";

/** What the search needs to know of the source. */
export interface FaultSearch {
  readonly source: CheckedSource;
  readonly plan: SourcePlan;
  readonly openedFiles: readonly (OpenedFile | undefined)[];
  readonly codeTypes: ReadonlyMap<string, CodeType>;
  readonly context: LoadContext;
}

interface Test {
  readonly column: ColumnPlan;
  /** SQL of the cell's text. */
  readonly cell: string;
  readonly code: CellFault;
  readonly condition: string;
}

/** The conditions under which a cell's text breaks the contract; of several the first says enough. */
export function faultConditions(
  column: ColumnPlan,
  cell: string,
  mark: "." | "," | undefined,
  codes: CodeType | undefined,
): readonly Test[] {
  const tests = columnSql(column, mark, codes)
    .faults(cell)
    .map(({ code, condition }) => ({ column, cell, code, condition: `${cell} IS NOT NULL AND (${condition})` }));
  if (column.declaration.optional === true) return tests;
  return [{ column, cell, code: "data/missing-value", condition: `${cell} IS NULL` }, ...tests];
}

/** The faults of parts that have some, one diagnostic a file, column and kind, at the first place with a count of the others. */
export async function findFaults(parts: readonly ReadPart[], search: FaultSearch): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const [at, part] of parts.entries()) {
    const table = identifierSql(`text_${search.plan.id}_${String(at)}`);
    await stageText(part, table, search);
    diagnostics.push(...(await faultsIn(part, table, search)));
    await search.context.engine.run(`DROP TABLE ${table}`);
  }
  return diagnostics;
}

/** Columns are named by number: no name of a contract hides `rowid`. */
function textColumn(at: number): string {
  return `t${String(at)}`;
}

/** The part's cells as texts, with their place. */
async function stageText({ part }: ReadPart, table: string, { plan, context }: FaultSearch): Promise<void> {
  const cells = plan.columns.map((_, at) => `${part.cells[at] ?? "NULL"} AS ${textColumn(at)}`).join(", ");
  const line = part.line === undefined ? "" : `, ${part.line} AS _row`;
  await context.engine.run(
    `CREATE TABLE ${table} AS SELECT ${part.file}::INTEGER AS _part${line}, ${cells} FROM ${part.fromAgain}`,
  );
}

async function faultsIn(read: ReadPart, table: string, search: FaultSearch): Promise<readonly Diagnostic[]> {
  const { plan, context, openedFiles, codeTypes } = search;
  const mark = markOf(plan, openedFiles);
  const tests = plan.columns.flatMap((column, at) =>
    faultConditions(column, textColumn(at), mark, codeTypes.get(column.name)),
  );
  const sums = tests.map(({ condition }) => `count(*) FILTER (${condition})`).join(", ");
  const rows = `(SELECT *, ${placeSql(read.part, read.files)} FROM ${table})`;
  const counted = await context.engine.query(`SELECT _file, ${sums} FROM ${rows} GROUP BY _file ORDER BY _file`);
  const diagnostics: Diagnostic[] = [];
  for (const [file, ...counts] of counted.rows) {
    const told = new Set<string>();
    for (const [at, test] of tests.entries()) {
      const count = Number(counts[at] ?? 0);
      // A text that is no number is also no number in range: the first fault of a column says enough.
      if (count === 0 || told.has(test.column.name)) continue;
      told.add(test.column.name);
      diagnostics.push(await faultOf(test, { count, file: Number(file), rows, read }, search));
    }
  }
  return diagnostics;
}

/** The line of a file's n-th record, counted from 2, where records were left out before it. */
function lineAfter(rejected: readonly number[], record: number): number {
  let line = record;
  for (const left of rejected) if (left <= line) line += 1;
  return line;
}

interface Found {
  readonly count: number;
  readonly file: number;
  readonly rows: string;
  readonly read: ReadPart;
}

async function faultOf(test: Test, { count, file, rows, read }: Found, search: FaultSearch): Promise<Diagnostic> {
  const { plan, context, source, openedFiles } = search;
  const { name, declaration } = test.column;
  const first = await context.engine.query(
    `SELECT _line, ${test.cell} FROM ${rows} WHERE _file = ${String(file)} AND ${test.condition} ORDER BY _line LIMIT 1`,
  );
  const [record, text] = first.rows[0] ?? [0, null];
  const line = lineAfter(read.rejected.get(file) ?? [], Number(record));
  const value = text === null ? "" : String(text);
  const span = cellSpan(file, line, test.column, { plan, openedFiles, reader: context.reader });
  const more = { count, related: [declaredAt(test, source)] };
  switch (test.code) {
    case "data/missing-value":
      return errorAt(test.code, span, { column: name }, more);
    case "data/not-a-number":
      return errorAt(test.code, span, { column: name, value, mark: search.plan.decimalMark }, more);
    case "data/ambiguous-number":
      return errorAt(test.code, span, { column: name, value }, more);
    case "data/number-too-large":
      return errorAt(test.code, span, { column: name, value, digits: wholeDigitsOf(declaration) }, more);
    case "data/too-many-decimals":
      return errorAt(test.code, span, { column: name, value, decimals: decimalsOf(declaration) }, more);
    case "data/below-minimum":
      return errorAt(
        test.code,
        span,
        { column: name, value, minimum: "minimum" in declaration ? (declaration.minimum ?? 0) : 0 },
        more,
      );
    case "data/above-maximum":
      return errorAt(
        test.code,
        span,
        { column: name, value, maximum: "maximum" in declaration ? (declaration.maximum ?? 0) : 0 },
        more,
      );
    case "data/not-a-month":
      return errorAt(
        test.code,
        span,
        { column: name, value, format: declaration.type === "month" ? (declaration.format ?? "YYYY-MM") : "" },
        more,
      );
    case "data/not-a-date":
      return errorAt(
        test.code,
        span,
        { column: name, value, format: declaration.type === "date" ? (declaration.format ?? "YYYY-MM-DD") : "" },
        more,
      );
    case "data/unknown-code":
      return errorAt(test.code, span, unknownCode(value, test.column, context), more);
  }
}

/** Where the contract says what the value breaks. */
function declaredAt({ code, column: { name, declaration } }: Test, { declaration: contract }: CheckedSource): Span {
  const keys: Partial<Record<CellFault, readonly string[]>> = {
    "data/below-minimum": ["minimum"],
    "data/above-maximum": ["maximum"],
    "data/too-many-decimals": ["decimals"],
    "data/not-a-month": ["format"],
    "data/not-a-date": ["format"],
    "data/unknown-code": ["classification", "values"],
  };
  if (code === "data/missing-value") return contract.spanOf(["columns", name], "key");
  const said = (keys[code] ?? []).find((key) => Object.hasOwn(declaration, key)) ?? "type";
  return contract.spanOf(["columns", name, said]);
}

function unknownCode(value: string, { name, declaration }: ColumnPlan, { classifications }: LoadContext) {
  const column = declaration.type === "code" ? declaration : undefined;
  const classification = column?.classification === undefined ? undefined : classifications.get(column.classification);
  const byName = column?.match === "name";
  const items = [...(classification?.items.values() ?? [])];
  const values = column?.values ?? [];
  const candidates = byName
    ? items.flatMap((item) => [item.name.vi, item.name.en])
    : [...items.map(({ code }) => code), ...values];
  const padded = candidates.find((code) => code.startsWith("0") && code.replace(/^0+/, "") === value);
  const near = padded ?? nearest(value, candidates);
  return {
    column: name,
    value,
    list: classification === undefined ? undefined : { title: classification.title, id: classification.id },
    values,
    byName,
    nearest: near,
    nearestName: near === undefined || byName ? undefined : classification?.items.get(near)?.name,
    lostZeros: padded !== undefined,
  };
}
