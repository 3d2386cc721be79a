/** What stands between `{{` and `}}` → a figure with its style, or a word of the report's period. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { FigureForm, FigureStyle } from "../language/figure-style.ts";
import { figureForms, figureModifiers, plainStyle } from "../language/figure-style.ts";
import { periodWords } from "../language/period-words.ts";
import type { Measure, ObservationKey } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import type { Placeholder } from "../workspace/template.ts";
import { splitStretch } from "../workspace/template-attributes.ts";
import type { CheckedWorkspace } from "./checked.ts";
import { indicatorScope } from "./indicator-scope.ts";
import { resolveFigure } from "./resolve-figure.ts";
import type { Slot } from "./resolved-report.ts";

export interface SlotContext {
  readonly workspace: CheckedWorkspace;
  /** The place of a stretch of the template's file. */
  readonly spanOf: (start: number, end: number) => Span;
  readonly diagnostics: Diagnostic[];
  /** How a figure without a style is printed: a phrase, or a number within a table. */
  readonly form: FigureForm;
}

/** Resolves a placeholder; `undefined` where a fault was told. */
export function resolveSlot({ text, at }: Placeholder, context: SlotContext): Slot | undefined {
  const { spanOf, diagnostics } = context;
  const [name, ...styles] = pieces(text, at.start + 2);
  if (name === undefined) {
    diagnostics.push(errorAt("report/empty-figure", spanOf(at.start, at.end), {}));
    return undefined;
  }
  const style = readStyle(styles, context);
  if (name.text.startsWith("@")) {
    const word = periodWords.find((known) => `@${known}` === name.text);
    if (word !== undefined)
      return style === undefined
        ? undefined
        : { kind: "words", word, short: style.form === "short", capital: style.capital };
    const known = periodWords.map((each) => `@${each}`);
    diagnostics.push(
      errorAt("report/unknown-period-word", spanOf(name.start, name.end), {
        word: name.text,
        known,
        meant: nearest(name.text, known),
      }),
    );
    return undefined;
  }
  const resolved = resolveFigure(name.text, context.workspace, {
    spanOf: (start, end) => spanOf(name.start + start, name.start + end),
  });
  diagnostics.push(...resolved.diagnostics);
  if (resolved.value === undefined || style === undefined) return undefined;
  if (!fits(style, resolved.value, styles, context)) return undefined;
  return { kind: "figure", figure: { key: resolved.value, style, name: name.text, at: spanOf(at.start, at.end) } };
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts between the bars; an empty first part gives none. */
function pieces(text: string, start: number): readonly Piece[] {
  if ((text.split("|")[0] ?? "").trim() === "") return [];
  return splitStretch(text, "|", start).map((part) => ({ text: part.text, start: part.at.start, end: part.at.end }));
}

function readStyle(parts: readonly Piece[], { spanOf, diagnostics, form }: SlotContext): FigureStyle | undefined {
  let style: FigureStyle = { ...plainStyle, form };
  let sound = true;
  for (const { text, start, end } of parts) {
    const [word = "", ...rest] = text.split(/\s+/);
    const argument = rest.join(" ");
    const named = figureForms.find((known) => known === word);
    if (named !== undefined && argument === "") style = { ...style, form: named };
    else if ((word === "compared" || word === "capital") && argument === "") style = { ...style, [word]: true };
    else if (word === "decimals" || word === "scale") {
      const allowed = word === "decimals" ? /^[0-6]$/ : /^(0|3|6|9|12)$/;
      if (allowed.test(argument)) style = { ...style, [word]: Number(argument) };
      else {
        sound = false;
        diagnostics.push(errorAt("report/style-number", spanOf(start, end), { style: word, text: argument }));
      }
    } else {
      sound = false;
      const known = [...figureForms.filter((each) => each !== "phrase"), ...figureModifiers];
      diagnostics.push(
        errorAt("report/unknown-style", spanOf(start, end), { style: text, known, meant: nearest(word, known) }),
      );
    }
  }
  if (!sound) return undefined;
  return style.compared && style.form === "number" ? { ...style, form: "phrase" } : style;
}

const changes: readonly Measure[] = ["growth", "growth-previous", "multiple"];
const amounts: readonly Measure[] = ["level", "share", "plan"];

/** Which measures a style is for; the others have it for all. */
const styleMeasures: Readonly<Partial<Record<string, readonly Measure[]>>> = {
  compared: changes,
  multiple: ["multiple", "growth"],
  balance: ["level"],
  estimated: amounts,
  over: amounts,
  nearly: amounts,
  parts: ["level"],
  scale: ["level"],
};

function fits(
  style: FigureStyle,
  key: ObservationKey,
  parts: readonly Piece[],
  { workspace, spanOf, diagnostics }: SlotContext,
): boolean {
  let sound = true;
  for (const { text, start, end } of parts) {
    const word = text.split(/\s+/)[0] ?? "";
    const measures = styleMeasures[word];
    if (measures !== undefined && !measures.includes(key.measure)) {
      sound = false;
      diagnostics.push(
        errorAt("report/style-does-not-fit", spanOf(start, end), { style: word, measure: key.measure, fits: measures }),
      );
    } else if (word === "parts" && !hasParts(key, workspace)) {
      sound = false;
      diagnostics.push(errorAt("report/nothing-to-list", spanOf(start, end), { indicator: key.indicator }));
    }
  }
  return sound;
}

function hasParts(key: ObservationKey, workspace: CheckedWorkspace): boolean {
  return partsOf(key, workspace).length > 0;
}

/** The items directly under the item of a key, in the classification of its indicator: the first that has the item. */
export function partsOf({ indicator, item }: ObservationKey, workspace: CheckedWorkspace): readonly string[] {
  for (const classification of indicatorScope(indicator, workspace)?.classifications ?? []) {
    const listed =
      classification.children.get(item) ?? (item === wholeItem ? rootsOf(classification.items.values()) : []);
    if (listed.length > 0) return listed;
  }
  return [];
}

function rootsOf(items: Iterable<{ readonly code: string; readonly parent: string | undefined }>): readonly string[] {
  return Array.from(items)
    .filter(({ parent }) => parent === undefined)
    .map(({ code }) => code);
}
