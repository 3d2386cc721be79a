/** ::table and ::chart: their attributes → which observations stand in which row, column or mark. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { FigureStyle } from "../language/figure-style.ts";
import { plainStyle } from "../language/figure-style.ts";
import type { ObservationKey } from "../model/observation.ts";
import { monthOrdinal, stepMonths } from "../model/period.ts";
import type { Attribute, Stretch, TemplateInline } from "../workspace/template.ts";
import { splitStretch } from "../workspace/template-attributes.ts";
import { inlinesOf } from "../workspace/template-placeholders.ts";
import { resolveFigure } from "./resolve-figure.ts";
import type { DirectiveContext } from "./resolve-items.ts";
import { resolveItems, wholeNumber } from "./resolve-items.ts";
import type { ChartMarks, ResolvedChart, ResolvedColumn, ResolvedInline, ResolvedTable } from "./resolved-report.ts";

const attributeNames = {
  "::table": ["of", "by", "level", "rows", "top", "sort", "columns", "total"],
  ":::table": ["unit"],
  "::chart": ["type", "of", "by", "level", "rows", "top", "months", "figures", "highlight"],
} as const;
export type DirectiveName = keyof typeof attributeNames;

export interface DirectiveReader extends DirectiveContext {
  readonly directive: DirectiveName;
  readonly inlines: (inlines: readonly TemplateInline[]) => readonly ResolvedInline[];
}

/** The attributes by name; unknown ones are told. */
export function attributesOf(
  list: readonly Attribute[],
  directive: DirectiveName,
  { spanOf, diagnostics }: Pick<DirectiveContext, "spanOf" | "diagnostics">,
): ReadonlyMap<string, Attribute> {
  const known: readonly string[] = attributeNames[directive];
  const found = new Map<string, Attribute>();
  for (const attribute of list) {
    if (known.includes(attribute.name)) found.set(attribute.name, attribute);
    else {
      const params = { name: attribute.name, directive, known, meant: nearest(attribute.name, known) };
      diagnostics.push(
        errorAt("report/unknown-attribute", spanOf(attribute.nameAt.start, attribute.nameAt.end), params),
      );
    }
  }
  return found;
}

export function resolveTable(caption: readonly TemplateInline[], reader: DirectiveReader): ResolvedTable | undefined {
  const { attributes, diagnostics, at } = reader;
  if (caption.length === 0)
    diagnostics.push(errorAt("report/missing-attribute", at, { name: "[…]", directive: reader.directive }));
  const captionRead = reader.inlines(caption);
  const of = required("of", reader);
  const columnList = required("columns", reader);
  if (of === undefined || columnList === undefined) return undefined;
  const key = keyOf([{ text: of.value, at: of.valueAt }], reader);
  if (key === undefined) return undefined;
  const columns: ResolvedColumn[] = [];
  let sound = true;
  for (const { text, at: place } of splitStretch(columnList.value, ";", columnList.valueAt.start)) {
    const { words, name } = named(text, place, reader);
    const columnKey = keyOf([{ text: of.value, at: of.valueAt }, words], reader);
    if (columnKey === undefined) sound = false;
    else columns.push({ key: columnKey, name });
  }
  const items = resolveItems(key, reader);
  const sort = wholeNumber("sort", reader);
  if (!sound || items === undefined || sort === "wrong" || columns.length === 0) return undefined;
  const total = attributes.get("total");
  const firstLevel = columns.findIndex(({ key: { measure } }) => measure === "level" || measure === "contribution");
  return {
    kind: "table",
    caption: captionRead,
    indicator: key.indicator,
    items,
    columns,
    sort: Math.min(sort === undefined ? Math.max(0, firstLevel) : sort - 1, columns.length - 1),
    total:
      total === undefined
        ? undefined
        : total.value === "none"
          ? "none"
          : reader.inlines(inlinesOf(total.value, total.valueAt.start)),
    at,
  };
}

export function resolveChart(caption: readonly TemplateInline[], reader: DirectiveReader): ResolvedChart | undefined {
  const { attributes, diagnostics, at } = reader;
  if (caption.length === 0)
    diagnostics.push(errorAt("report/missing-attribute", at, { name: "[…]", directive: reader.directive }));
  const title = reader.inlines(caption);
  const marks = marksOf(reader);
  const type = attributes.get("type");
  const types = ["bars", "columns", "line"] as const;
  const chosen = types.find((name) => name === type?.value);
  if (type !== undefined && chosen === undefined) {
    const params = { name: "type", text: type.value, expected: types };
    diagnostics.push(errorAt("report/attribute-value", reader.spanOf(type.valueAt.start, type.valueAt.end), params));
    return undefined;
  }
  if (marks === undefined) return undefined;
  return {
    kind: "chart",
    type: chosen ?? (marks.kind === "months" ? "columns" : "bars"),
    title,
    marks,
    highlight: attributes.get("highlight")?.value,
    at,
  };
}

function marksOf(reader: DirectiveReader): ChartMarks | undefined {
  const { attributes, diagnostics, spanOf } = reader;
  const figures = attributes.get("figures");
  if (figures !== undefined) {
    const of = attributes.get("of");
    if (of !== undefined) {
      diagnostics.push(
        errorAt("report/attributes-together", spanOf(of.nameAt.start, of.nameAt.end), {
          first: "figures",
          second: "of",
        }),
      );
      return undefined;
    }
    return figureMarks(figures, reader);
  }
  const of = required("of", reader);
  const key = of === undefined ? undefined : keyOf([{ text: of.value, at: of.valueAt }], reader);
  if (key === undefined) return undefined;
  const months = wholeNumber("months", reader);
  if (months === "wrong") return undefined;
  if (months !== undefined) {
    const first = monthOrdinal(reader.workspace.first);
    const keys = Array.from({ length: months }, (_, index) => ({
      ...key,
      period: stepMonths(key.period, index - months + 1),
    }));
    return { kind: "months", keys: keys.filter(({ period }) => monthOrdinal(period) >= first) };
  }
  const items = resolveItems(key, reader);
  return items === undefined ? undefined : { kind: "items", key, items };
}

function figureMarks(figures: Attribute, reader: DirectiveReader): ChartMarks | undefined {
  const style: FigureStyle = { ...plainStyle, form: "number" };
  const marks: Extract<ChartMarks, { kind: "figures" }>["figures"][number][] = [];
  let sound = true;
  for (const { text, at } of splitStretch(figures.value, ";", figures.valueAt.start)) {
    const { words, name } = named(text, at, reader);
    const key = keyOf([words], reader);
    if (key === undefined) sound = false;
    else
      marks.push({
        figure: { key, style, name: words.text, at: reader.spanOf(words.at.start, words.at.end) },
        label: name,
      });
  }
  return sound ? { kind: "figures", figures: marks } : undefined;
}

/** `ytd growth = So với cùng kỳ`: the words, and the name after `=`. */
function named(
  text: string,
  at: Stretch,
  reader: DirectiveReader,
): {
  readonly words: { readonly text: string; readonly at: Stretch };
  readonly name: readonly ResolvedInline[] | undefined;
} {
  const sign = text.indexOf("=");
  if (sign === -1) return { words: { text, at }, name: undefined };
  const words = text.slice(0, sign).trimEnd();
  const name = text.slice(sign + 1).trim();
  return {
    words: { text: words, at: { start: at.start, end: at.start + words.length } },
    name: name === "" ? undefined : reader.inlines(inlinesOf(name, at.end - name.length)),
  };
}

/** The key that several stretches of words name together: the indicator from `of`, the rest from a column. */
function keyOf(
  stretches: readonly { readonly text: string; readonly at: Stretch }[],
  { workspace, spanOf, diagnostics }: DirectiveReader,
): ObservationKey | undefined {
  const text = stretches.map((stretch) => stretch.text).join(" ");
  const placeOf = (offset: number): number => {
    let before = 0;
    for (const stretch of stretches) {
      if (offset <= before + stretch.text.length) return stretch.at.start + (offset - before);
      before += stretch.text.length + 1;
    }
    return stretches.at(-1)?.at.end ?? 0;
  };
  const faults: Diagnostic[] = [];
  const resolved = resolveFigure(text, workspace, {
    spanOf: (start, end) => spanOf(placeOf(start), placeOf(Math.max(start, end - 1)) + 1),
  });
  faults.push(...resolved.diagnostics);
  // The same fault of the shared words would come again with each column.
  for (const fault of faults) {
    const isKnown = diagnostics.some(
      ({ code, span }) =>
        code === fault.code &&
        span.start?.line === fault.span.start?.line &&
        span.start?.column === fault.span.start?.column,
    );
    if (!isKnown) diagnostics.push(fault);
  }
  return resolved.value;
}

function required(name: string, { attributes, diagnostics, directive, at }: DirectiveReader): Attribute | undefined {
  const attribute = attributes.get(name);
  if (attribute === undefined) diagnostics.push(errorAt("report/missing-attribute", at, { name, directive }));
  return attribute;
}
