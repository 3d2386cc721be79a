/** Methods: every source, column, code, classification and unit they name is there and fits. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { wholeItem } from "../model/observation.ts";
import { isUnitCode, units } from "../model/unit.ts";
import type { MethodOf } from "../workspace/declarations/method.ts";
import type { DeclaredMethod, DeclaredSource } from "../workspace/workspace.ts";
import type { MethodCheck } from "./check-columns.ts";
import {
  anyType,
  checkColumnClassification,
  checkUnit,
  coded,
  columnNamed,
  dated,
  naming,
  numeric,
  sourceNamed,
} from "./check-columns.ts";
import { checkNamedIndicators } from "./check-formulas.ts";
import { unknownClassification } from "./check-sources.ts";
import type { KnownNames } from "./known-names.ts";
import { codesOfColumn } from "./known-names.ts";

export function checkMethod(method: DeclaredMethod, names: KnownNames): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const check: MethodCheck = { method, names, report: (diagnostic) => found.push(diagnostic) };
  const { value } = method.declaration;
  if (!isUnitCode(value.unit)) {
    const known = Object.keys(units);
    const params = { unit: value.unit, known, meant: nearest(value.unit, known) };
    found.push(errorAt("method/unknown-unit", method.declaration.spanOf(["unit"]), params));
  }
  checkPlan(check);
  switch (value.kind) {
    case "index":
      checkIndex(value, check);
      break;
    case "total":
      checkTotal(value, check);
      break;
    case "flow":
      checkFlow(value, check);
      break;
    case "stock":
      checkStock(value, check);
      break;
    case "published":
      checkPublished(value, check);
      break;
    case "ratio":
    case "derived":
      checkNamedIndicators(check);
  }
  return found;
}

interface RowsOfMethod {
  readonly source: string;
  readonly where?: Readonly<Record<string, string | string[]>> | undefined;
  readonly month?: string;
  readonly territory?: string | undefined;
}

/** What every method with rows names: its source, the codes it filters by, its month and territory columns. */
function checkRows(
  { source: id, where, month, territory }: RowsOfMethod,
  check: MethodCheck,
): DeclaredSource | undefined {
  const source = sourceNamed(id, ["source"], check);
  if (source === undefined) return undefined;
  for (const [column, codes] of Object.entries(where ?? {})) checkWhere(column, codes, source, check);
  if (month !== undefined) checkMonth(month, source, check);
  columnNamed(territory, ["territory"], { source, expected: coded }, check);
  return source;
}

function checkWhere(
  column: string,
  codes: string | readonly string[],
  source: DeclaredSource,
  check: MethodCheck,
): void {
  const declared = columnNamed(column, ["where", column], { source, expected: coded }, check);
  const known = declared === undefined ? undefined : codesOfColumn(declared, check.names);
  if (known === undefined) return;
  const listed = typeof codes === "string" ? [codes] : codes;
  listed.forEach((code, index) => {
    if (known.codes.has(code)) return;
    const path = typeof codes === "string" ? ["where", column] : ["where", column, index];
    const params = { code, column, list: known.list, meant: nearest(code, known.codes) };
    const related = [source.declaration.spanOf(["columns", column], "key")];
    check.report(errorAt("method/unknown-code", check.method.declaration.spanOf(path), params, { related }));
  });
}

/** The month column is `month` unless named; a source may give the month by its files' names instead. */
function checkMonth(month: string, source: DeclaredSource, check: MethodCheck): void {
  const { columns, months } = source.declaration.value;
  const isNamed = check.method.declaration.spanOf(["month"]).start !== undefined;
  if (Object.hasOwn(columns, month) || (isNamed && months?.file === undefined)) {
    columnNamed(month, isNamed ? ["month"] : ["source"], { source, expected: dated }, check);
  } else if (months?.file === undefined) {
    const params = { column: month, source: source.id, known: Object.keys(columns) };
    check.report(errorAt("method/no-month", check.method.declaration.spanOf(["source"]), params));
  }
}

function checkPlan(check: MethodCheck): void {
  const { value } = check.method.declaration;
  const { plan, unit } = value;
  if (plan === undefined) return;
  const source = sourceNamed(plan.source, ["plan", "source"], check);
  const code = columnNamed(plan.code, ["plan", "code"], { source, expected: coded }, check);
  columnNamed(plan.year, ["plan", "year"], { source, expected: ["integer", "text"] }, check);
  if (columnNamed(plan.value, ["plan", "value"], { source, expected: numeric }, check) !== undefined) {
    checkUnit({ column: plan.value, path: ["plan", "value"], unit }, source, check);
  }
  const known = code === undefined ? undefined : codesOfColumn(code, check.names);
  if (known === undefined || known.codes.has(plan.target)) return;
  const params = { code: plan.target, column: plan.code, list: known.list, meant: nearest(plan.target, known.codes) };
  check.report(errorAt("method/unknown-code", check.method.declaration.spanOf(["plan", "target"]), params));
}

function checkIndex(value: MethodOf<"index">, check: MethodCheck): void {
  const source = checkRows(value, check);
  const { classification, base, weights, rounding } = value;
  columnNamed(value.value, ["value"], { source, expected: numeric }, check);
  columnNamed(value.establishment, ["establishment"], { source, expected: naming }, check);
  value.impute?.by.forEach((column, index) =>
    columnNamed(column, ["impute", "by", index], { source, expected: naming }, check),
  );
  const weightSource = sourceNamed(weights.source, ["weights", "source"], check);
  columnNamed(weights.value, ["weights", "value"], { source: weightSource, expected: numeric }, check);
  const baseSource = "source" in base ? sourceNamed(base.source, ["base", "source"], check) : undefined;
  if ("source" in base) columnNamed(base.value, ["base", "value"], { source: baseSource, expected: numeric }, check);
  if (!isKnownClassification(classification, ["classification"], check)) return;
  checkColumnClassification({ column: value.item, path: ["item"], classification }, source, check);
  checkColumnClassification({ column: weights.item, path: ["weights", "item"], classification }, weightSource, check);
  if ("source" in base) {
    checkColumnClassification({ column: base.item, path: ["base", "item"], classification }, baseSource, check);
  }
  const list = check.names.classification(classification);
  if (rounding === "none" || list.kind !== "found") return;
  const { levels } = list.value.declaration.value;
  rounding.levels.forEach((level, index) => {
    if (levels.includes(level)) return;
    const params = { level, classification, levels, meant: nearest(level, levels) };
    const related = [list.value.declaration.spanOf(["levels"], "key")];
    const span = check.method.declaration.spanOf(["rounding", "levels", index]);
    check.report(errorAt("method/unknown-level", span, params, { related }));
  });
}

function checkTotal(value: MethodOf<"total">, check: MethodCheck): void {
  const source = checkRows(value, check);
  checkValue(value.value, value.unit, source, check);
  columnNamed(value.weight, ["weight"], { source, expected: numeric }, check);
  checkBreakdowns(value.breakdowns, source, check);
  const { survey } = value;
  if (survey === undefined) return;
  columnNamed(survey.unit, ["survey", "unit"], { source, expected: naming }, check);
  columnNamed(survey.stratum, ["survey", "stratum"], { source, expected: naming }, check);
  const frame = sourceNamed(survey.frame.source, ["survey", "frame", "source"], check);
  columnNamed(survey.frame.stratum, ["survey", "frame", "stratum"], { source: frame, expected: naming }, check);
  columnNamed(survey.frame.units, ["survey", "frame", "units"], { source: frame, expected: numeric }, check);
}

function checkFlow(value: MethodOf<"flow">, check: MethodCheck): void {
  const source = checkRows(value, check);
  checkCountOrValue(value, source, check);
  checkBreakdowns(value.breakdowns, source, check);
}

function checkStock(value: MethodOf<"stock">, check: MethodCheck): void {
  const source = checkRows(value, check);
  columnNamed(value.opened, ["opened"], { source, expected: dated }, check);
  columnNamed(value.closed, ["closed"], { source, expected: dated }, check);
  checkBreakdowns(value.breakdowns, source, check);
  if (value.closed === undefined) {
    checkCountOrValue(value, source, check);
    return;
  }
  // Counting what the key tells apart is counting rows.
  const isKey = value.count !== undefined && source?.declaration.value.key?.join() === value.count;
  for (const key of ["count", "value"] as const) {
    if (value[key] === undefined || (key === "count" && isKey)) continue;
    check.report(errorAt("method/open-are-counted", check.method.declaration.spanOf([key], "key"), { key }));
  }
}

function checkPublished(value: MethodOf<"published">, check: MethodCheck): void {
  const source = checkRows(value, check);
  value.measures.forEach(({ column, measure }, index) => {
    const path = ["measures", index, "column"];
    const declared = columnNamed(column, path, { source, expected: numeric }, check);
    if (declared !== undefined && measure === "level") checkUnit({ column, path, unit: value.unit }, source, check);
  });
  const { item, classification } = value;
  if (item !== undefined && classification !== undefined) {
    if (!isKnownClassification(classification, ["classification"], check)) return;
    checkColumnClassification({ column: item, path: ["item"], classification }, source, check);
  } else if (item !== undefined || classification !== undefined) {
    const present = item !== undefined ? "item" : "classification";
    const span = check.method.declaration.spanOf([present], "key");
    check.report(errorAt("method/item-without-classification", span, { present }));
  }
}

/** Counting, summing, or neither: then rows are counted. */
function checkCountOrValue(
  {
    count,
    value,
    unit,
  }: { readonly count?: string | undefined; readonly value?: string | undefined; readonly unit: string },
  source: DeclaredSource | undefined,
  check: MethodCheck,
): void {
  columnNamed(count, ["count"], { source, expected: anyType }, check);
  if (value !== undefined) checkValue(value, unit, source, check);
  if (count === undefined || value === undefined) return;
  const { spanOf } = check.method.declaration;
  check.report(
    errorAt("method/count-and-value", spanOf(["count"], "key"), {}, { related: [spanOf(["value"], "key")] }),
  );
}

function checkValue(column: string, unit: string, source: DeclaredSource | undefined, check: MethodCheck): void {
  const declared = columnNamed(column, ["value"], { source, expected: numeric }, check);
  if (declared !== undefined) checkUnit({ column, path: ["value"], unit }, source, check);
}

function isKnownClassification(id: string, path: readonly string[], { method, names, report }: MethodCheck): boolean {
  if (names.classification(id).kind !== "unknown") return true;
  report(unknownClassification(id, method.declaration.spanOf(path), names));
  return false;
}

/** Breakdowns follow their classifications, and no code names two lines of one indicator. */
function checkBreakdowns(
  breakdowns: Readonly<Record<string, string>> | undefined,
  source: DeclaredSource | undefined,
  check: MethodCheck,
): void {
  const { names, method, report } = check;
  const seen: { readonly id: string; readonly codes: ReadonlySet<string> }[] = [];
  for (const [id, column] of Object.entries(breakdowns ?? {})) {
    const path = ["breakdowns", id];
    if (names.classification(id).kind === "unknown") {
      report(unknownClassification(id, method.declaration.spanOf(path, "key"), names));
      continue;
    }
    checkColumnClassification({ column, path, classification: id }, source, check);
    const codes = names.codes(id);
    if (codes === undefined) continue;
    for (const other of seen) {
      const shared = [...codes].filter((code) => code !== wholeItem && other.codes.has(code));
      const [code] = shared;
      if (code === undefined) continue;
      const span = method.declaration.spanOf(path, "key");
      const related = [method.declaration.spanOf(["breakdowns", other.id], "key")];
      report(
        errorAt("method/shared-item", span, { code, count: shared.length, first: other.id, second: id }, { related }),
      );
    }
    seen.push({ id, codes });
  }
}
