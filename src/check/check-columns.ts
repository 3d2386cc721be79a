/** Columns of sources as methods name them: whether they are declared, of a fitting kind, and under which classification. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { isUnitCode } from "../model/unit.ts";
import type { ColumnDeclaration } from "../workspace/declarations/source.ts";
import type { DeclaredMethod, DeclaredSource } from "../workspace/workspace.ts";
import type { YamlPath } from "../workspace/yaml.ts";
import type { KnownNames } from "./known-names.ts";

type ColumnType = ColumnDeclaration["type"];

export const numeric: readonly ColumnType[] = ["decimal", "integer"];
export const dated: readonly ColumnType[] = ["month", "date"];
export const naming: readonly ColumnType[] = ["code", "text", "integer"];
export const coded: readonly ColumnType[] = ["code", "text"];
export const anyType: readonly ColumnType[] = ["text", "code", "decimal", "integer", "month", "date"];

/** A method under check, and where its faults go. */
export interface MethodCheck {
  readonly method: DeclaredMethod;
  readonly names: KnownNames;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The source a method names; `undefined`, and told, where there is none. */
export function sourceNamed(
  id: string,
  path: YamlPath,
  { method, names, report }: MethodCheck,
): DeclaredSource | undefined {
  const found = names.source(id);
  if (found.kind === "found") return found.value;
  if (found.kind === "unknown") {
    const params = { source: id, known: names.sources, meant: nearest(id, names.sources) };
    report(errorAt("method/unknown-source", method.declaration.spanOf(path), params));
  }
  return undefined;
}

/** The column a method names; `undefined`, and told, where the source has none or one of another kind. */
export function columnNamed(
  column: string | undefined,
  path: YamlPath,
  { source, expected }: { readonly source: DeclaredSource | undefined; readonly expected: readonly ColumnType[] },
  { method, report }: MethodCheck,
): ColumnDeclaration | undefined {
  if (column === undefined || source === undefined) return undefined;
  const { columns } = source.declaration.value;
  const span = method.declaration.spanOf(path);
  const declared = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (declared === undefined) {
    const known = Object.keys(columns);
    const params = { column, source: source.id, known, meant: nearest(column, known) };
    report(errorAt("method/unknown-column", span, params));
    return undefined;
  }
  if (expected.includes(declared.type)) return declared;
  const related = [source.declaration.spanOf(["columns", column, "type"])];
  const params = { column, source: source.id, type: declared.type, expected };
  report(errorAt("method/column-type", span, params, { related }));
  return undefined;
}

/** Tells where a code column does not hold codes of the classification. */
export function checkColumnClassification(
  {
    column,
    path,
    classification,
  }: { readonly column: string; readonly path: YamlPath; readonly classification: string },
  source: DeclaredSource | undefined,
  check: MethodCheck,
): void {
  const declared = columnNamed(column, path, { source, expected: ["code"] }, check);
  if (declared?.type !== "code" || source === undefined || declared.classification === classification) return;
  // A classification that is nowhere declared is told at the source.
  if (declared.classification !== undefined && check.names.classification(declared.classification).kind === "unknown")
    return;
  const known = check.names.codes(classification);
  const listed = declared.classification === undefined ? declared.values : undefined;
  if (known === undefined || listed?.every((code) => known.has(code))) return;
  const related = [source.declaration.spanOf(["columns", column], "key")];
  const params = { column, source: source.id, classification, found: declared.classification };
  check.report(errorAt("method/column-classification", check.method.declaration.spanOf(path), params, { related }));
}

/** Tells where a column is declared in another unit than the indicator. */
export function checkUnit(
  { column, path, unit }: { readonly column: string; readonly path: YamlPath; readonly unit: string },
  source: DeclaredSource | undefined,
  check: MethodCheck,
): void {
  const declared = source?.declaration.value.columns[column];
  if (source === undefined || (declared?.type !== "decimal" && declared?.type !== "integer")) return;
  if (declared.unit === undefined || declared.unit === unit) return;
  // Units that do not exist are told by themselves.
  if (!isUnitCode(declared.unit) || !isUnitCode(unit)) return;
  const related = [source.declaration.spanOf(["columns", column, "unit"]), check.method.declaration.spanOf(["unit"])];
  const params = { unit, column, source: source.id, columnUnit: declared.unit };
  check.report(errorAt("method/unit-differs", check.method.declaration.spanOf(path), params, { related }));
}
