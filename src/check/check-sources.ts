/** Contracts of sources: each name in them leads somewhere, and each column can be checked against what it declares. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt, warningAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { isUnitCode, units } from "../model/unit.ts";
import type { ColumnDeclaration } from "../workspace/declarations/source.ts";
import { headersWithoutMonth } from "../workspace/workbook-table.ts";
import type { DeclaredSource } from "../workspace/workspace.ts";
import type { YamlPath } from "../workspace/yaml.ts";
import type { KnownNames } from "./known-names.ts";
import { codesOfColumn } from "./known-names.ts";

export function checkSource(source: DeclaredSource, names: KnownNames): readonly Diagnostic[] {
  const { value, spanOf } = source.declaration;
  const columns = Object.entries(value.columns);
  if (columns.length === 0) return [errorAt("source/no-columns", spanOf(["columns"], "key"), {})];
  return [
    ...columns.flatMap(([name, column]) => checkColumn(name, column, source, names)),
    ...checkHeaders(source),
    ...checkNamedColumns(source),
    ...checkTable(source),
    ...headersWithoutMonth(source.declaration),
  ];
}

function checkColumn(
  name: string,
  column: ColumnDeclaration,
  { declaration: { spanOf } }: DeclaredSource,
  names: KnownNames,
): readonly Diagnostic[] {
  const path = ["columns", name];
  switch (column.type) {
    case "text":
    case "month":
    case "date":
      return [];
    case "code":
      return checkCodeColumn(name, column, spanOf, names);
    case "decimal":
    case "integer": {
      const found: Diagnostic[] = [];
      const { unit, minimum, maximum } = column;
      if (unit !== undefined && !isUnitCode(unit)) {
        const known = Object.keys(units);
        found.push(
          errorAt("source/unknown-unit", spanOf([...path, "unit"]), { unit, known, meant: nearest(unit, known) }),
        );
      }
      if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
        const params = { minimum: String(minimum), maximum: String(maximum) };
        const related = [spanOf([...path, "maximum"])];
        found.push(errorAt("source/range-order", spanOf([...path, "minimum"]), params, { related }));
      }
      return found;
    }
  }
}

function checkCodeColumn(
  name: string,
  column: Extract<ColumnDeclaration, { type: "code" }>,
  spanOf: DeclaredSource["declaration"]["spanOf"],
  names: KnownNames,
): readonly Diagnostic[] {
  const path = ["columns", name];
  const { classification, values, match, aliases = {} } = column;
  if (classification === undefined && values === undefined) {
    return [errorAt("source/code-without-list", spanOf(path, "key"), { column: name })];
  }
  const found: Diagnostic[] = [];
  if (classification !== undefined && names.classification(classification).kind === "unknown") {
    found.push(unknownClassification(classification, spanOf([...path, "classification"]), names));
  }
  if (classification !== undefined && values !== undefined) {
    const related = [spanOf([...path, "classification"], "key")];
    found.push(errorAt("source/two-lists", spanOf([...path, "values"], "key"), { column: name }, { related }));
  }
  if (match === "name" && classification === undefined) {
    found.push(errorAt("source/names-without-classification", spanOf([...path, "match"]), { column: name }));
  }
  const known = codesOfColumn(column, names);
  for (const [alias, code] of Object.entries(aliases)) {
    if (known === undefined || known.codes.has(code)) continue;
    const params = { alias, code, list: known.list, meant: nearest(code, known.codes) };
    found.push(errorAt("source/unknown-alias-code", spanOf([...path, "aliases", alias]), params));
  }
  return found;
}

/** The diagnostic for a classification that is nowhere declared. */
export function unknownClassification(id: string, span: Diagnostic["span"], names: KnownNames): Diagnostic {
  const known = names.classifications;
  return errorAt("classification/unknown", span, { id, known, meant: nearest(id, known) });
}

function checkHeaders({ declaration: { value, spanOf } }: DeclaredSource): readonly Diagnostic[] {
  const owners = new Map<string, { readonly column: string; readonly span: Diagnostic["span"] }>();
  const found: Diagnostic[] = [];
  for (const [column, { header }] of Object.entries(value.columns)) {
    const texts = header === undefined ? [column] : typeof header === "string" ? [header] : header;
    texts.forEach((text, index) => {
      const path = [
        "columns",
        column,
        ...(header === undefined ? [] : ["header"]),
        ...(Array.isArray(header) ? [index] : []),
      ];
      const span = spanOf(path, header === undefined ? "key" : "value");
      const owner = owners.get(text);
      if (owner === undefined) owners.set(text, { column, span });
      else if (owner.column !== column) {
        const params = { header: text, columns: [owner.column, column] };
        found.push(errorAt("source/repeated-header", span, params, { related: [owner.span] }));
      }
    });
  }
  return found;
}

/** Columns that the key, the months and the table name. */
function checkNamedColumns({ declaration: { value, spanOf } }: DeclaredSource): readonly Diagnostic[] {
  const known = Object.keys(value.columns);
  const found: Diagnostic[] = [];
  const expect = (column: string, path: YamlPath) => {
    if (known.includes(column)) return;
    found.push(errorAt("source/unknown-column", spanOf(path), { column, known, meant: nearest(column, known) }));
  };
  value.key?.forEach((column, index) => expect(column, ["key", index]));
  const { months, table } = value;
  if (months !== undefined && months.column === undefined && months.file === undefined) {
    found.push(errorAt("source/months-from-nowhere", spanOf(["months"], "key"), {}));
  }
  if (months?.column !== undefined) {
    expect(months.column, ["months", "column"]);
    const type = value.columns[months.column]?.type;
    if (type !== undefined && type !== "month" && type !== "date") {
      const params = { column: months.column, type };
      found.push(errorAt("source/month-column-type", spanOf(["months", "column"]), params));
    }
  }
  if (table?.label !== undefined) expect(table.label, ["table", "label"]);
  if (table?.sections !== undefined) expect(table.sections.column, ["table", "sections", "column"]);
  table?.absent?.forEach((column, index) => expect(column, ["table", "absent", index]));
  if (table?.date !== undefined) expect(table.date, ["table", "date"]);
  return found;
}

function checkTable({ declaration: { value, spanOf }, patterns }: DeclaredSource): readonly Diagnostic[] {
  const isWorkbook = (file: string) => /\.xlsx$/i.test(file);
  if (value.table === undefined) {
    const pattern = patterns.find(({ files }) => files.some(isWorkbook));
    const file = pattern?.files.find(isWorkbook);
    if (pattern === undefined || file === undefined) return [];
    return [errorAt("source/table-missing", pattern.span, { file })];
  }
  const files = patterns.flatMap((pattern) => pattern.files);
  if (files.length === 0 || files.some(isWorkbook)) return [];
  return [warningAt("source/table-unused", spanOf(["table"], "key"), {})];
}
