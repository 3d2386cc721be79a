/** What composing needs at every place: the data, the words, and where to tell that a figure has no data. */
import type { CheckedWorkspace } from "../check/checked.ts";
import { indicatorScope, operandNames } from "../check/indicator-scope.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { PhrasedFigure } from "../language/figure-phrase.ts";
import type { Lexicon } from "../language/lexicon.ts";
import type { Observation, ObservationKey } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import type { ObservationSet } from "../model/observation-set.ts";
import type { Month } from "../model/period.ts";
import type { Language } from "../model/text.ts";

export interface ComposeContext {
  readonly workspace: CheckedWorkspace;
  readonly observations: ObservationSet;
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** The reference month. */
  readonly month: Month;
  readonly diagnostics: Diagnostic[];
}

/** An observation with what printing it needs. */
export interface FoundFigure extends PhrasedFigure {
  readonly observation: Observation;
}

export function findFigure(
  key: ObservationKey,
  { workspace, observations, language }: ComposeContext,
): FoundFigure | undefined {
  const observation = observations.find(key);
  if (observation === undefined) return undefined;
  const display = workspace.methods.get(key.indicator)?.declaration.value.display ?? {};
  if (key.measure !== "items") return { observation, display };
  const title = indicatorScope(key.indicator, workspace)?.classifications[0]?.title[language];
  return { observation, display, noun: title === undefined ? undefined : withSmallInitial(title) };
}

/** The same, telling at its place that there are no data. */
export function requireFigure(
  key: ObservationKey,
  name: string,
  at: Span,
  context: ComposeContext,
): FoundFigure | undefined {
  const found = findFigure(key, context);
  if (found === undefined) tellAbsent(name, at, context.diagnostics);
  return found;
}

/** A figure that is asked for in several places is told once, at the first, with the others beside it. */
function tellAbsent(figure: string, at: Span, diagnostics: Diagnostic[]): void {
  const earlier = diagnostics.findIndex(
    ({ code, params }) => code === "report/no-observation" && "figure" in params && params.figure === figure,
  );
  const told = diagnostics[earlier];
  if (told === undefined) diagnostics.push(errorAt("report/no-observation", at, { figure }));
  else diagnostics[earlier] = { ...told, related: [...told.related, at], count: told.count + 1 };
}

/** The name of an item in the language of the report; of the whole where the classification names it. */
export function itemName(
  classification: string,
  code: string,
  { workspace, language }: ComposeContext,
): string | undefined {
  return workspace.classifications.get(classification)?.items.get(code)?.name[language];
}

/** The title of an indicator. */
export function indicatorTitle(indicator: string, { workspace, language }: ComposeContext): string {
  return workspace.methods.get(indicator)?.declaration.value.title[language] ?? indicator;
}

/** The name for a table or chart, shorter where the method gives one. */
export function indicatorShort(indicator: string, context: ComposeContext): string {
  return (
    context.workspace.methods.get(indicator)?.declaration.value.short?.[context.language] ??
    indicatorTitle(indicator, context)
  );
}

/** Whether a figure is exactly nought: an item of a list that has nothing this time. */
export function isNothing({ observation }: FoundFigure): boolean {
  return observation.value.digits === 0n;
}

/** Whether the parts of this measure add up to the whole: amounts, shares and contributions do, rates do not. */
export function isAdditive(
  { indicator, measure }: Pick<ObservationKey, "indicator" | "measure">,
  { workspace }: ComposeContext,
): boolean {
  if (measure === "share" || measure === "contribution") return true;
  const method = workspace.methods.get(indicator)?.declaration.value;
  return (
    measure === "level" &&
    method !== undefined &&
    method.kind !== "index" &&
    method.kind !== "ratio" &&
    !rates.has(method.unit)
  );
}

const rates: ReadonlySet<string> = new Set(["percent", "point", "times", "index", "rank"]);

/** The source line under a table or a chart: where its indicators' rows come from. */
export function sourceLineOf(indicators: Iterable<string>, { workspace, language, lexicon }: ComposeContext): string {
  const sources = new Set<string>();
  const visit = (indicator: string): void => {
    const method = workspace.methods.get(indicator)?.declaration.value;
    if (method === undefined) return;
    if ("source" in method) sources.add(method.source);
    for (const name of operandNames(method)) visit(name);
  };
  for (const indicator of indicators) visit(indicator);
  const declared = [...sources].flatMap((id) => workspace.sources.get(id)?.declaration.value ?? []);
  return lexicon.sourceLine(
    declared.map(({ title }) => title[language]),
    declared.some(({ simulated }) => simulated === true),
  );
}

/** "Lĩnh vực" → "lĩnh vực", for the middle of a sentence. */
export function withSmallInitial(text: string): string {
  const [first = "", ...rest] = Array.from(text);
  return first.toLowerCase() + rest.join("");
}

/** The key of the whole that an item is part of. */
export function wholeOf<K extends Omit<ObservationKey, "item">>(key: K): K & { readonly item: string } {
  return { ...key, item: wholeItem };
}
