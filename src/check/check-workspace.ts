/** Workspace → CheckedWorkspace: all that can be known without data. Every problem is told in one run; reports are checked by check-reports.ts. */
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { errorAt, hasErrors } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { classificationOf } from "../model/classification.ts";
import type { Month } from "../model/period.ts";
import { monthOrdinal, monthText, parseMonth } from "../model/period.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { checkClassifications } from "./check-classifications.ts";
import { orderMethods } from "./check-formulas.ts";
import { checkMethod } from "./check-methods.ts";
import type { CheckedCalendar } from "./check-source-files.ts";
import { checkSourceFiles } from "./check-source-files.ts";
import { checkSource, unknownClassification } from "./check-sources.ts";
import type { CheckedWorkspace } from "./checked.ts";
import type { KnownNames } from "./known-names.ts";
import { knownNames } from "./known-names.ts";

/** Resolves every name of a workspace. `last` takes another reference month than the calendar's. Fails where there is any error. */
export function checkWorkspace(
  workspace: Workspace,
  { last }: { readonly last?: Month } = {},
): Outcome<CheckedWorkspace> {
  const names = knownNames(workspace);
  const calendar = calendarOf(workspace, last);
  const sources = workspace.sources.map((source) => ({ source, checked: checkSourceFiles(source, calendar) }));
  const { ordered, diagnostics: cycles } = orderMethods(workspace.methods);
  const diagnostics = [
    ...checkCalendar(workspace, calendar),
    ...checkTerritory(workspace, names),
    ...checkClassifications(workspace.classifications),
    ...workspace.sources.flatMap((source) => checkSource(source, names)),
    ...sources.flatMap(({ checked }) => checked.diagnostics),
    ...workspace.methods.flatMap((method) => checkMethod(method, names)),
    ...cycles,
  ];
  if (hasErrors(diagnostics)) return { ok: false, diagnostics };
  const value: CheckedWorkspace = {
    declaration: workspace.declaration.value,
    first: calendar.first,
    last: calendar.last,
    classifications: new Map(
      workspace.classifications.map(({ id, declaration: { value: head }, items }) => [
        id,
        classificationOf(
          { id, ...head },
          items.map(({ item }) => item),
        ),
      ]),
    ),
    sources: new Map(
      sources.map(({ source: { id, declaration }, checked }) => [id, { id, declaration, files: checked.files }]),
    ),
    methods: new Map(ordered.map(({ id, declaration }) => [id, { id, declaration }])),
    reports: workspace.reports,
  };
  return { ok: true, value, warnings: diagnostics };
}

function calendarOf({ declaration }: Workspace, last: Month | undefined): CheckedCalendar {
  const { first, last: declared } = declaration.value.calendar;
  const declaredLast = monthOf(declared);
  return { first: monthOf(first), last: last ?? declaredLast, declaredLast };
}

function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new Error(`the declaration let the month "${text}" through`);
  return month;
}

function checkCalendar(
  { declaration: { spanOf } }: Workspace,
  { first, last }: CheckedCalendar,
): readonly Diagnostic[] {
  if (monthOrdinal(last) >= monthOrdinal(first)) return [];
  const params = { first: monthText(first), last: monthText(last) };
  const related = [spanOf(["calendar", "last"])];
  return [errorAt("workspace/calendar-order", spanOf(["calendar", "first"]), params, { related })];
}

function checkTerritory({ declaration: { value, spanOf } }: Workspace, names: KnownNames): readonly Diagnostic[] {
  const { code, classification } = value.territory;
  if (classification === undefined) return [];
  if (names.classification(classification).kind === "unknown") {
    return [unknownClassification(classification, spanOf(["territory", "classification"]), names)];
  }
  const codes = names.codes(classification);
  if (codes === undefined || codes.has(code)) return [];
  const params = { code, classification, meant: nearest(code, codes) };
  return [errorAt("workspace/unknown-territory", spanOf(["territory", "code"]), params)];
}
