/** Which items of which classification a table or chart shows: `by`, `level`, `rows` and `top` of its directive. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Classification } from "../model/classification.ts";
import type { ObservationKey } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import type { Attribute } from "../workspace/template.ts";
import { splitStretch } from "../workspace/template-attributes.ts";
import type { CheckedWorkspace } from "./checked.ts";
import { indicatorScope } from "./indicator-scope.ts";
import type { ItemList } from "./resolved-report.ts";

export interface DirectiveContext {
  readonly workspace: CheckedWorkspace;
  readonly spanOf: (start: number, end: number) => Span;
  readonly diagnostics: Diagnostic[];
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly directive: string;
  readonly at: Span;
}

export function resolveItems(key: ObservationKey, context: DirectiveContext): ItemList | undefined {
  const { attributes, diagnostics, spanOf } = context;
  const classification = classificationOf(key, context);
  if (classification === undefined) return undefined;
  const rows = attributes.get("rows");
  const level = attributes.get("level");
  if (rows !== undefined && level !== undefined) {
    diagnostics.push(
      errorAt("report/attributes-together", spanOf(level.nameAt.start, level.nameAt.end), {
        first: "rows",
        second: "level",
      }),
    );
    return undefined;
  }
  const codes =
    rows === undefined
      ? codesOfLevel(classification, level, key.item, context)
      : codesNamed(classification, rows, key.indicator, context);
  const top = wholeNumber("top", context);
  return codes === undefined || top === "wrong"
    ? undefined
    : { classification: classification.id, codes, named: rows !== undefined, top };
}

/** A whole number above zero; `wrong` where the attribute says something else. */
export function wholeNumber(
  name: string,
  { attributes, diagnostics, spanOf }: DirectiveContext,
): number | undefined | "wrong" {
  const attribute = attributes.get(name);
  if (attribute === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(attribute.value)) return Number(attribute.value);
  const params = { name, text: attribute.value, expected: "whole-number" } as const;
  diagnostics.push(errorAt("report/attribute-value", spanOf(attribute.valueAt.start, attribute.valueAt.end), params));
  return "wrong";
}

function classificationOf(
  { indicator }: ObservationKey,
  { workspace, attributes, diagnostics, spanOf, at }: DirectiveContext,
): Classification | undefined {
  const scope = indicatorScope(indicator, workspace)?.classifications ?? [];
  const known = scope.map(({ id }) => id);
  const by = attributes.get("by");
  if (by !== undefined) {
    const found = scope.find(({ id }) => id === by.value);
    if (found !== undefined) return found;
    const params = { name: by.value, indicator, known, meant: nearest(by.value, known) };
    diagnostics.push(errorAt("report/unknown-classification", spanOf(by.valueAt.start, by.valueAt.end), params));
    return undefined;
  }
  const firstRow = splitStretch(attributes.get("rows")?.value ?? "", ";", 0)[0]?.text;
  const holding = scope.find(({ items }) => firstRow !== undefined && items.has(firstRow));
  if (holding !== undefined) return holding;
  const [only, second] = scope;
  if (only !== undefined && second === undefined) return only;
  diagnostics.push(
    only === undefined
      ? errorAt("report/nothing-to-list", at, { indicator })
      : errorAt("report/which-classification", at, { indicator, known }),
  );
  return undefined;
}

function codesOfLevel(
  classification: Classification,
  level: Attribute | undefined,
  under: string,
  { diagnostics, spanOf }: DirectiveContext,
): readonly string[] | undefined {
  const items = [...classification.items.values()];
  if (level === undefined) {
    const children = classification.children.get(under) ?? [];
    return children.length > 0
      ? children
      : items.filter(({ parent, code }) => parent === undefined && code !== wholeItem).map(({ code }) => code);
  }
  if (classification.levels.includes(level.value))
    return items.filter((item) => item.level === level.value && item.code !== wholeItem).map(({ code }) => code);
  const params = {
    level: level.value,
    classification: classification.id,
    known: classification.levels,
    meant: nearest(level.value, classification.levels),
  };
  diagnostics.push(errorAt("report/unknown-level", spanOf(level.valueAt.start, level.valueAt.end), params));
  return undefined;
}

function codesNamed(
  classification: Classification,
  rows: Attribute,
  indicator: string,
  { diagnostics, spanOf }: DirectiveContext,
): readonly string[] | undefined {
  let sound = true;
  const codes: string[] = [];
  for (const { text, at } of splitStretch(rows.value, ";", rows.valueAt.start)) {
    if (classification.items.has(text)) codes.push(text);
    else {
      sound = false;
      const params = {
        word: text,
        indicator,
        classifications: [classification.id],
        meant: nearest(text, classification.items.keys()),
      };
      diagnostics.push(errorAt("report/unknown-word", spanOf(at.start, at.end), params));
    }
  }
  return sound ? codes : undefined;
}
