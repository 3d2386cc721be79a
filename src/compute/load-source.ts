/**
 * The files of one source → a typed view `source_<id>` in the engine, or every fault that its contract finds in them.
 * Values are never repaired: a text is one value of the declared type, or a diagnostic with its line and column. Reading,
 * typing and looking for faults are one pass; only a source with faults is read again, as text, to tell them.
 */
import { columnSql } from "../compile/column-sql.ts";
import type { CodeType } from "../compile/column-sql.ts";
import type { SourcePlan } from "../compile/plan.ts";
import type { CheckedSource } from "../check/checked.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt, hasErrors } from "../diagnostics/diagnostic.ts";
import { monthFromOrdinal, monthOrdinal, monthsBetween, monthText } from "../model/period.ts";
import { monthSql } from "./cell-sql.ts";
import { codeTypesOf } from "./code-types.ts";
import { identifierSql } from "./engine.ts";
import { faultConditions, findFaults } from "./find-faults.ts";
import { findRepeatedKey } from "./find-repeated-key.ts";
import type { LoadContext, LoadedSource } from "./loaded-source.ts";
import { markOf, sourceTable } from "./loaded-source.ts";
import { rowsAfterCalendar } from "./rows-after-calendar.ts";
import type { SourcePart } from "./source-part.ts";
import { sourceParts } from "./source-parts.ts";
import type { OpenedFile } from "./source-reader.ts";
import type { ReadPart } from "./read-part.ts";
import { readPart, viewOfParts } from "./read-part.ts";

/** Loads one source. Faults are gathered over all its files; the view exists only where there is none. */
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
  const { parts, diagnostics: unreadable } = await sourceParts(plan, openedFiles, engine);
  diagnostics.push(...unreadable);
  const codeTypes = codeTypesOf(plan, context);
  const typed = typedColumns(plan, openedFiles, codeTypes);
  const read: ReadPart[] = [];
  for (const [at, part] of parts.entries()) {
    read.push(await readPart(plan, part, `typed_${plan.id}_${String(at)}`, typed(part), engine));
  }
  diagnostics.push(...read.flatMap((part) => part.diagnostics), ...withoutRows(plan, read, diagnostics));
  const search = { source, plan, openedFiles, codeTypes, context };
  if (read.some(({ faulty }) => faulty > 0)) {
    diagnostics.push(
      ...(await findFaults(
        read.filter(({ faulty }) => faulty > 0),
        search,
      )),
    );
  }
  for (const table of parts.flatMap(({ staged }) => staged)) await engine.run(`DROP TABLE ${identifierSql(table)}`);
  if (!hasErrors(diagnostics)) {
    await engine.run(`CREATE VIEW ${sourceTable(plan.id)} AS ${viewOfParts(plan, read)}`);
    diagnostics.push(...(await findRepeatedKey(search)), ...(await missingMonths(source, plan, context)));
    diagnostics.push(...(await rowsAfterCalendar(source, plan, openedFiles, context)));
  }
  if (hasErrors(diagnostics)) return { loaded: undefined, diagnostics };
  return { loaded: { plan, rows: read.reduce((rows, part) => rows + part.rows, 0) }, diagnostics };
}

/** SQL of a part's columns, typed, with one flag for rows with any fault. */
function typedColumns(
  plan: SourcePlan,
  openedFiles: readonly (OpenedFile | undefined)[],
  codeTypes: ReadonlyMap<string, CodeType>,
): (part: SourcePart) => string {
  return ({ cells }) => {
    const mark = markOf(plan, openedFiles);
    const columns = plan.columns.map((column, at) => {
      const { typed, type } = columnSql(column, mark, codeTypes.get(column.name));
      return `CAST(${typed(cells[at] ?? "NULL")} AS ${type}) AS v${String(at)}`;
    });
    const conditions = plan.columns.flatMap((column, at) =>
      faultConditions(column, cells[at] ?? "NULL", mark, codeTypes.get(column.name)).map(({ condition }) => condition),
    );
    const faulty = conditions.map((condition) => `coalesce(${condition}, false)`).join(" OR ");
    return [`(${faulty === "" ? "false" : faulty}) AS _faulty`, ...columns].join(", ");
  };
}

function withoutRows(plan: SourcePlan, read: readonly ReadPart[], told: readonly Diagnostic[]): readonly Diagnostic[] {
  const filled = new Set(read.flatMap(({ files }) => [...files.keys()]));
  // A file of no part could not be read; why was told, perhaps at another file with the same head.
  const readable = new Set(read.flatMap(({ part }) => part.files));
  const diagnostics = [...told, ...read.flatMap((part) => part.diagnostics)];
  return plan.files.flatMap((file, index) => {
    const isTold = !readable.has(index) || diagnostics.some(({ span }) => span.file === file.path);
    return isTold || filled.has(index) ? [] : [errorAt("data/no-rows", { file: file.path }, { source: plan.id })];
  });
}

async function missingMonths(
  source: CheckedSource,
  plan: SourcePlan,
  { engine, first, last }: LoadContext,
): Promise<readonly Diagnostic[]> {
  if (!plan.complete || plan.month === undefined) return [];
  const column = plan.month;
  const present = await engine.query(`SELECT DISTINCT ${monthSql(column, plan)} FROM ${sourceTable(plan.id)}`);
  const have = new Set(present.rows.map(([month]) => Number(month)));
  const missing = monthsBetween(first, last)
    .map(monthOrdinal)
    .filter((month) => !have.has(month));
  if (missing.length === 0) return [];
  return [
    errorAt("data/missing-month", source.declaration.spanOf(["months", "complete"]), {
      source: source.id,
      months: missing.map((month) => monthText(monthFromOrdinal(month))),
    }),
  ];
}
