/** The source rows behind a selection, from the stored tables: file, line and cells, in file order. */
import type { CellQuery, Plan, SourcePlan } from "../compile/plan.ts";
import { decimalText, parseDecimal, withoutTrailingZeros } from "../model/decimal.ts";
import type { Derivation, RowSelection, SourceRow } from "../model/derivation.ts";
import { wholeItem } from "../model/observation.ts";
import { monthFromOrdinal, monthOrdinal, monthText } from "../model/period.ts";
import type { ColumnDeclaration } from "../workspace/declarations/source.ts";
import { conditionsOf, monthSql } from "./cell-sql.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import { referenceOf } from "./reference-rows.ts";

/** Rows `offset` to `offset + limit` of a selection. `tableOf` gives the SQL of a source's stored rows. */
export async function selectRows(
  selection: RowSelection,
  {
    plan,
    engine,
    tableOf,
    limit,
    offset,
  }: {
    readonly plan: Plan;
    readonly engine: EngineLane;
    readonly tableOf: (source: string) => string;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly SourceRow[]> {
  const reference = referenceOf(selection, plan);
  const query = plan.cells.find(({ id }) => id === selection.cells);
  const source = plan.sources.find(({ id }) => id === (reference?.source ?? query?.source));
  if (source === undefined) return [];
  const where = reference?.where ?? (query === undefined ? "false" : conditionOf(selection, query, source));
  const columns = source.columns.map(({ name }) => name);
  // Of rows that print the same figure again only the last counts.
  const last =
    query?.aggregate.kind === "latest"
      ? ` QUALIFY row_number() OVER (PARTITION BY ${monthSql(query.month, source)} ORDER BY _file DESC, _line DESC) = 1`
      : "";
  const cells = columns.map((name) => `${identifierSql(name)}::VARCHAR`).join(", ");
  const result = await engine.query(
    `SELECT _file, _line, ${cells} FROM ${tableOf(source.id)} WHERE ${where}${last} ORDER BY _file, _line LIMIT ${String(limit)} OFFSET ${String(offset)}`,
  );
  return result.rows.map(([file, line, ...values]) => ({
    file: source.files[Number(file)]?.path ?? "",
    line: Number(line),
    cells: Object.fromEntries(
      columns.flatMap((name, at) => {
        const value = values[at] ?? null;
        if (value === null) return [];
        return [[name, cellText(String(value), source.columns[at]?.declaration.type)]];
      }),
    ),
  }));
}

/** A month as it is written; a decimal without the zeros that the column's declared digits add. */
function cellText(value: string, type: ColumnDeclaration["type"] | undefined): string {
  if (type === "month") return monthText(monthFromOrdinal(Number(value)));
  const decimal = type === "decimal" ? parseDecimal(value) : undefined;
  return decimal === undefined ? value : decimalText(withoutTrailingZeros(decimal));
}

/** The same derivation with the first rows of each selection filled in. */
export async function withRows(
  derivation: Derivation,
  rowsOf: (selection: RowSelection) => Promise<readonly SourceRow[]>,
): Promise<Derivation> {
  const inputs: Derivation[] = [];
  for (const input of derivation.inputs) inputs.push(await withRows(input, rowsOf));
  if (derivation.rows === undefined) return { ...derivation, inputs };
  return { ...derivation, inputs, rows: { ...derivation.rows, first: await rowsOf(derivation.rows.selection) } };
}

function conditionOf({ item, territory, from, to }: RowSelection, query: CellQuery, source: SourcePlan): string {
  const month = monthSql(query.month, source);
  const open = query.aggregate.kind === "open" ? query.aggregate.closed : undefined;
  const end = String(monthOrdinal(to));
  return [
    open === undefined
      ? `${month} BETWEEN ${String(monthOrdinal(from))} AND ${end}`
      : `${month} <= ${end} AND (${identifierSql(open)} IS NULL OR ${monthSql(open, source)} > ${end})`,
    // What was published has a row of its own for the whole; elsewhere the whole is made of all rows.
    ...(query.item === undefined || (item === wholeItem && query.aggregate.kind !== "latest")
      ? []
      : [`${identifierSql(query.item)} = ${textSql(item)}`]),
    ...(query.territory === undefined ? [] : [`${identifierSql(query.territory)} = ${textSql(territory)}`]),
    ...conditionsOf(query),
  ].join(" AND ");
}
