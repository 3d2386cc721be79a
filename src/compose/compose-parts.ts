/** "trong đó": every component of an amount with its growth, and what remains where the printed ones do not add up. */
import { partsOf } from "../check/resolve-slot.ts";
import { indicatorScope } from "../check/indicator-scope.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { digitsOf, figurePhrase } from "../language/figure-phrase.ts";
import type { FigureStyle } from "../language/figure-style.ts";
import { observationId } from "../model/observation.ts";
import type { ComposeContext, FoundFigure } from "./context.ts";
import { findFigure, isNothing, withSmallInitial } from "./context.ts";
import type { Inline } from "./document.ts";
import { remainderOf } from "./remainder.ts";

export function composeParts(
  whole: FoundFigure,
  style: FigureStyle,
  at: Span,
  context: ComposeContext,
): readonly Inline[] {
  const { lexicon, workspace, language } = context;
  const { observation } = whole;
  const level: FigureStyle = { ...style, form: "unit" };
  const parts = partsOf(observation, workspace).flatMap((item) => {
    const figure = findFigure({ ...observation, item }, context);
    return figure === undefined || isNothing(figure)
      ? []
      : [{ item, figure, growth: findFigure({ ...observation, item, measure: "growth" }, context) }];
  });
  if (parts.length === 0) {
    context.diagnostics.push(errorAt("report/nothing-to-list", at, { indicator: observation.indicator }));
    return [];
  }
  const classifications = indicatorScope(observation.indicator, workspace)?.classifications ?? [];
  const names = parts.map(
    ({ item }) => classifications.find(({ items }) => items.has(item))?.items.get(item)?.name[language] ?? item,
  );
  const shown = names.some(isProperName) ? names : names.map(withSmallInitial);
  const inlines = parts.flatMap(({ figure, growth }, index): Inline[] => [
    { kind: "text", text: `${index === 0 ? "" : lexicon.partJoint}${shown[index] ?? ""} ` },
    { kind: "figure", observation: observationId(figure.observation), text: figurePhrase(figure, level, lexicon) },
    ...(growth === undefined ? [] : growthInlines(growth, style, context)),
  ]);
  const digits = digitsOf(observation.measure, observation.unit, whole.display, style);
  const rest = remainderOf(
    observation.value,
    parts.map(({ figure }) => figure.observation.value),
    digits,
  );
  if (rest === undefined) return inlines;
  const text = figurePhrase({ ...whole, observation: { ...observation, value: rest } }, level, lexicon);
  return [...inlines, { kind: "text", text: `${lexicon.partJoint}${withSmallInitial(lexicon.remainder)} ${text}` }];
}

function growthInlines(growth: FoundFigure, style: FigureStyle, { lexicon }: ComposeContext): readonly Inline[] {
  const text = figurePhrase(growth, { ...style, form: "short", decimals: undefined, scale: undefined }, lexicon);
  return [
    { kind: "text", text: ", " },
    { kind: "figure", observation: observationId(growth.observation), text },
  ];
}

/** Countries and provinces keep their capitals: a single word, or a capital after the first letter. */
function isProperName(name: string): boolean {
  return !name.includes(" ") || /\s\p{Lu}/u.test(name) || /^\p{Lu}{2}/u.test(name);
}
