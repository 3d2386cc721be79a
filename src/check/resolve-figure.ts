/**
 * The name of a figure → the key of its observation. One grammar for templates and for `nhip explain`:
 * `iip C26 2024-09 ytd growth` is an indicator, then item, territory, month, basis and measure in any order, each with a default.
 */
import type { Diagnostic, Parsed, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { FigurePart } from "../diagnostics/messages/report.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Measure, ObservationKey } from "../model/observation.ts";
import { measures, wholeItem } from "../model/observation.ts";
import type { Basis, Month } from "../model/period.ts";
import { bases, monthOrdinal, monthText, parseMonth, previousPeriod, samePeriodLastYear } from "../model/period.ts";
import type { CheckedWorkspace } from "./checked.ts";
import type { IndicatorScope } from "./indicator-scope.ts";
import { indicatorScope } from "./indicator-scope.ts";

/** Months relative to the reference month, so that a template holds next month too. */
export const relativeMonths = ["same-period", "previous"] as const;
type RelativeMonth = (typeof relativeMonths)[number];

export interface FigureDefaults {
  /** The reference month; the last of the workspace's calendar where it is not given. */
  readonly month?: Month | undefined;
  /** The place of a stretch of the text (UTF-16 offsets); without it a diagnostic names the text as its file. */
  readonly spanOf?: ((start: number, end: number) => Span) | undefined;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Said {
  readonly part: FigurePart;
  readonly value: string;
  readonly word: Word;
}

/** Resolves the name of a figure; every fault of the name is told, and the key is `undefined` when there is one. */
export function resolveFigure(
  text: string,
  workspace: CheckedWorkspace,
  defaults: FigureDefaults = {},
): Parsed<ObservationKey | undefined> {
  const spanOf = defaults.spanOf ?? (() => ({ file: text }));
  const [head, ...words] = wordsOf(text);
  if (head === undefined)
    return { value: undefined, diagnostics: [errorAt("report/empty-figure", spanOf(0, text.length), {})] };
  const scope = indicatorScope(head.text, workspace);
  if (scope === undefined) {
    const known = [...workspace.methods.keys()].sort();
    const fault = errorAt("report/unknown-indicator", spanOf(head.start, head.end), {
      name: head.text,
      known,
      meant: nearest(head.text, known),
    });
    return { value: undefined, diagnostics: [fault] };
  }
  const diagnostics: Diagnostic[] = [];
  const said = new Map<FigurePart, Said>();
  for (const word of words) {
    const meaning = meaningOf(word, head.text, scope, workspace, spanOf);
    if ("code" in meaning) {
      diagnostics.push(meaning);
      continue;
    }
    const first = said.get(meaning.part);
    if (first === undefined) said.set(meaning.part, meaning);
    else {
      const params = { part: meaning.part, first: first.word.text, second: word.text };
      diagnostics.push(
        errorAt("report/repeated-part", spanOf(word.start, word.end), params, {
          related: [spanOf(first.word.start, first.word.end)],
        }),
      );
    }
  }
  const { measure, basis, faults } = measureAndBasis(head, said, scope, spanOf);
  diagnostics.push(...faults);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const period = periodOf(said.get("month"), { basis, reference: defaults.month ?? workspace.last, workspace, spanOf });
  if ("code" in period) return { value: undefined, diagnostics: [period] };
  const key: ObservationKey = {
    indicator: head.text,
    item: said.get("item")?.value ?? wholeItem,
    territory: said.get("territory")?.value ?? workspace.declaration.territory.code,
    period,
    basis,
    measure,
  };
  return { value: key, diagnostics: [] };
}

/** The words of a name with their places. */
function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/\S+/g), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function meaningOf(
  word: Word,
  indicator: string,
  scope: IndicatorScope,
  workspace: CheckedWorkspace,
  spanOf: (start: number, end: number) => Span,
): Said | Diagnostic {
  const { text } = word;
  const prefixed = /^(item|territory):(.+)$/.exec(text);
  const code = prefixed?.[2] ?? text;
  const isItem =
    prefixed?.[1] !== "territory" && (code === wholeItem || scope.classifications.some(({ items }) => items.has(code)));
  const isTerritory = prefixed?.[1] !== "item" && territoriesOf(scope, workspace).has(code);
  if (prefixed === null) {
    if (/^\d{4}-\d{2}$/.test(text) || isRelativeMonth(text)) return { part: "month", value: text, word };
    if (isBasis(text)) return { part: "basis", value: text, word };
    if (isMeasure(text)) return { part: "measure", value: text, word };
    if (isItem && isTerritory) return errorAt("report/ambiguous-word", spanOf(word.start, word.end), { word: text });
  }
  if (isItem) return { part: "item", value: code, word };
  if (isTerritory) return { part: "territory", value: code, word };
  const known = [
    ...relativeMonths,
    ...bases,
    ...measures,
    ...scope.classifications.flatMap(({ items }) => [...items.keys()]),
    ...territoriesOf(scope, workspace),
  ];
  return errorAt("report/unknown-word", spanOf(word.start, word.end), {
    word: text,
    indicator,
    classifications: scope.classifications.map(({ id }) => id),
    meant: nearest(code, known),
  });
}

function territoriesOf(scope: IndicatorScope, workspace: CheckedWorkspace): ReadonlySet<string> {
  const { code, classification } = workspace.declaration.territory;
  const listed = classification === undefined ? undefined : workspace.classifications.get(classification);
  return new Set(scope.hasTerritories ? [code, ...(listed?.items.keys() ?? [])] : [code]);
}

/** The measure said, or the indicator's own; then the basis said, or the year so far where there is one. */
function measureAndBasis(
  indicator: Word,
  said: ReadonlyMap<FigurePart, Said>,
  scope: IndicatorScope,
  spanOf: (start: number, end: number) => Span,
): { readonly measure: Measure; readonly basis: Basis; readonly faults: readonly Diagnostic[] } {
  const measureSaid = said.get("measure");
  const basisSaid = said.get("basis");
  const measure = measures.find((name) => name === measureSaid?.value) ?? scope.defaultMeasure;
  const possible = scope.basesOf(measure);
  const fallback = possible.includes("ytd") ? "ytd" : (possible[0] ?? "ytd");
  const basis = bases.find((name) => name === basisSaid?.value) ?? fallback;
  if (measureSaid !== undefined && possible.length === 0) {
    const params = {
      measure,
      indicator: indicator.text,
      known: scope.measures,
      meant: nearest(measure, scope.measures),
    };
    return {
      measure,
      basis,
      faults: [errorAt("report/no-measure", spanOf(measureSaid.word.start, measureSaid.word.end), params)],
    };
  }
  if (basisSaid !== undefined && !possible.includes(basis)) {
    const params = { basis, indicator: indicator.text, known: possible, meant: undefined };
    return {
      measure,
      basis,
      faults: [errorAt("report/no-basis", spanOf(basisSaid.word.start, basisSaid.word.end), params)],
    };
  }
  return { measure, basis, faults: [] };
}

function periodOf(
  said: Said | undefined,
  {
    basis,
    reference,
    workspace,
    spanOf,
  }: {
    readonly basis: Basis;
    readonly reference: Month;
    readonly workspace: CheckedWorkspace;
    readonly spanOf: (start: number, end: number) => Span;
  },
): Month | Diagnostic {
  const { first, last } = workspace;
  const span = said === undefined ? spanOf(0, 0) : spanOf(said.word.start, said.word.end);
  const period = said === undefined ? reference : monthSaid(said.value, basis, reference);
  if (period === undefined && isRelativeMonth(said?.value ?? "")) return errorAt("report/no-previous", span, { basis });
  if (period === undefined || monthOrdinal(period) < monthOrdinal(first) || monthOrdinal(period) > monthOrdinal(last)) {
    const month = period === undefined ? (said?.value ?? "") : monthText(period);
    return errorAt("report/month-outside", span, { month, first: monthText(first), last: monthText(last) });
  }
  return period;
}

function monthSaid(text: string, basis: Basis, reference: Month): Month | undefined {
  if (!isRelativeMonth(text)) return parseMonth(text);
  return text === "same-period" ? samePeriodLastYear(reference) : previousPeriod(reference, basis);
}

function isRelativeMonth(text: string): text is RelativeMonth {
  return relativeMonths.some((word) => word === text);
}

function isBasis(text: string): text is Basis {
  return bases.some((basis) => basis === text);
}

function isMeasure(text: string): text is Measure {
  return measures.some((measure) => measure === text);
}
