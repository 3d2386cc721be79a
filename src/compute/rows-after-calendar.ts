/**
 * Rows dated after the calendar of nhip.yaml: no figure takes them in, which is right for a month that is not yet reported
 * and wrong for a mistyped year. They are told, so that neither happens in silence.
 */
import type { CheckedSource } from "../check/checked.ts";
import type { ColumnPlan, SourcePlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { warningAt } from "../diagnostics/diagnostic.ts";
import { monthFromOrdinal, monthOrdinal, monthText } from "../model/period.ts";
import { cellSpan } from "./cell-span.ts";
import { monthSql } from "./cell-sql.ts";
import type { LoadContext } from "./loaded-source.ts";
import { sourceTable } from "./loaded-source.ts";
import type { OpenedFile } from "./source-reader.ts";

/** One warning a source, at the first such row in the order of its files. */
export async function rowsAfterCalendar(
  source: CheckedSource,
  plan: SourcePlan,
  openedFiles: readonly (OpenedFile | undefined)[],
  { engine, reader, calendarLast }: LoadContext,
): Promise<readonly Diagnostic[]> {
  const column = monthColumn(plan);
  if (column === undefined) return [];
  const month = monthSql(column.name, plan);
  const found = await engine.query(
    `SELECT _file, _line, ${month}, count(*) OVER () FROM ${sourceTable(plan.id)} WHERE ${month} > ${String(monthOrdinal(calendarLast))} ORDER BY _file, _line LIMIT 1`,
  );
  const row = found.rows[0];
  if (row === undefined) return [];
  const [file, line, ordinal, count] = row.map(Number);
  if (file === undefined || line === undefined || ordinal === undefined) return [];
  return [
    warningAt(
      "data/after-calendar",
      cellSpan(file, line, column, { plan, openedFiles, reader }),
      { source: source.id, month: monthText(monthFromOrdinal(ordinal)), last: monthText(calendarLast) },
      { count: count ?? 1 },
    ),
  ];
}

/** The column that the contract names, or the only one of type month. Where a file's name gives the month, no row has its own. */
function monthColumn(plan: SourcePlan): ColumnPlan | undefined {
  if (plan.month !== undefined) return plan.columns.find(({ name }) => name === plan.month);
  const months = plan.columns.filter(({ declaration }) => declaration.type === "month");
  return months.length === 1 ? months[0] : undefined;
}
