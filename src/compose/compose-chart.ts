/** ::chart: marks with their printed numbers; the largest stands out, and what the shown parts lack of the whole is a mark of its own. */
import type { ChartMarks, ResolvedChart } from "../check/resolved-report.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { digitsOf, figurePhrase } from "../language/figure-phrase.ts";
import type { FigureStyle } from "../language/figure-style.ts";
import { plainStyle } from "../language/figure-style.ts";
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational } from "../model/decimal.ts";
import type { Measure } from "../model/observation.ts";
import { observationId } from "../model/observation.ts";
import { monthText } from "../model/period.ts";
import { compare } from "../model/rational.ts";
import { composeInlines, plainText } from "./compose-inlines.ts";
import type { ComposeContext, FoundFigure } from "./context.ts";
import {
  findFigure,
  indicatorShort,
  isAdditive,
  isNothing,
  itemName,
  requireFigure,
  sourceLineOf,
  wholeOf,
} from "./context.ts";
import type { ChartBlock, ChartPoint } from "./document.ts";
import { remainderOf } from "./remainder.ts";

interface Mark {
  /** What `highlight` names it by. */
  readonly id: string;
  readonly label: string;
  readonly figure: FoundFigure;
}

export function composeChart(chart: ResolvedChart, context: ComposeContext): ChartBlock | undefined {
  const marks = marksOf(chart.marks, context);
  const [first] = marks;
  if (first === undefined) {
    context.diagnostics.push(errorAt("report/nothing-to-show", chart.at, { directive: "::chart" }));
    return undefined;
  }
  const units = [...new Set(marks.map(({ figure }) => unitOf(figure, context)))];
  if (units.length > 1) {
    context.diagnostics.push(
      errorAt("report/unit-differs", chart.at, { first: units[0] ?? "", second: units[1] ?? "" }),
    );
    return undefined;
  }
  const highlighted = marks.some(({ id }) => id === chart.highlight)
    ? chart.highlight
    : standingOut(marks, chart.marks.kind)?.id;
  const points = marks.map(({ id, label, figure }): ChartPoint => ({
    label,
    value: scaled(figure.observation.value, figure),
    text: textOf(figure, context),
    observation: observationId(figure.observation),
    highlighted: id === highlighted,
  }));
  const titleContent = composeInlines(chart.title, context);
  const indicators = new Set(marks.map(({ figure }) => figure.observation.indicator));
  return {
    kind: "chart",
    type: chart.type,
    title: plainText(titleContent),
    titleContent,
    unit: units[0] ?? "",
    points: [...points, ...remainderPoint(chart.marks, marks, context)],
    source: sourceLineOf(indicators, context),
  };
}

function marksOf(marks: ChartMarks, context: ComposeContext): readonly Mark[] {
  switch (marks.kind) {
    case "items": {
      const found = marks.items.codes.flatMap((code): Mark[] => {
        const figure = findFigure({ ...marks.key, item: code }, context);
        return figure === undefined || (!marks.items.named && isNothing(figure))
          ? []
          : [{ id: code, label: itemName(marks.items.classification, code, context) ?? code, figure }];
      });
      const kept =
        marks.items.top === undefined ? found : [...found].sort((a, b) => compareSize(b, a)).slice(0, marks.items.top);
      return [...kept].sort(byValue);
    }
    case "months":
      return marks.keys.flatMap((key): Mark[] => {
        const figure = findFigure(key, context);
        return figure === undefined
          ? []
          : [{ id: monthText(key.period), label: context.lexicon.monthLabel(key.period), figure }];
      });
    case "figures":
      return marks.figures.flatMap(({ figure, label }): Mark[] => {
        const found = requireFigure(figure.key, figure.name, figure.at, context);
        if (found === undefined) return [];
        const name =
          label === undefined
            ? indicatorShort(figure.key.indicator, context)
            : plainText(composeInlines(label, context));
        return [{ id: figure.name, label: name, figure: found }];
      });
  }
}

/** The largest first; the order of equals is that of their classification. */
function byValue(a: Mark, b: Mark): number {
  return compare(decimalToRational(b.figure.observation.value), decimalToRational(a.figure.observation.value));
}

function compareSize(a: Mark, b: Mark): number {
  return compare(decimalToRational(sizeOf(a)), decimalToRational(sizeOf(b)));
}

function sizeOf({ figure: { observation } }: Mark): Decimal {
  const { digits, scale } = observation.value;
  return { digits: digits < 0n ? -digits : digits, scale };
}

/** The largest of a comparison, the latest of a series. */
function standingOut(marks: readonly Mark[], kind: ChartMarks["kind"]): Mark | undefined {
  if (kind === "months") return marks.at(-1);
  return [...marks].sort((a, b) => compareSize(b, a))[0];
}

/** What the marks of a breakdown lack of the whole. */
function remainderPoint(marks: ChartMarks, shown: readonly Mark[], context: ComposeContext): readonly ChartPoint[] {
  if (marks.kind !== "items" || !isAdditive(marks.key, context)) return [];
  const whole =
    findFigure(wholeOf(marks.key), context) ??
    (marks.key.measure === "contribution"
      ? findFigure(wholeOf({ ...marks.key, measure: "growth" }), context)
      : undefined);
  const [sample] = shown;
  if (sample === undefined) return [];
  const value = whole?.observation.value ?? (marks.key.measure === "share" ? { digits: 100n, scale: 0 } : undefined);
  if (value === undefined) return [];
  const digits = digitsOf(marks.key.measure, sample.figure.observation.unit, sample.figure.display, plainStyle);
  const rest = remainderOf(
    value,
    shown.map(({ figure }) => figure.observation.value),
    digits,
  );
  if (rest === undefined) return [];
  const figure: FoundFigure = { ...sample.figure, observation: { ...sample.figure.observation, value: rest } };
  return [
    {
      label: context.lexicon.remainder,
      value: scaled(rest, figure),
      text: textOf(figure, context),
      observation: undefined,
      highlighted: false,
    },
  ];
}

function scaled(value: Decimal, { observation, display }: FoundFigure): Decimal {
  return {
    digits: value.digits,
    scale: value.scale + digitsOf(observation.measure, observation.unit, display, plainStyle).scale,
  };
}

const signedMeasures: ReadonlySet<Measure> = new Set(["growth", "growth-previous", "contribution"]);

function textOf(figure: FoundFigure, { lexicon }: ComposeContext): string {
  const number: FigureStyle = { ...plainStyle, form: "number" };
  const text = figurePhrase(figure, number, lexicon);
  return signedMeasures.has(figure.observation.measure) && figure.observation.value.digits > 0n && /[1-9]/.test(text)
    ? `+${text}`
    : text;
}

function unitOf({ observation, display }: FoundFigure, { lexicon }: ComposeContext): string {
  return lexicon.unitName(
    observation.unit,
    digitsOf(observation.measure, observation.unit, display, plainStyle).scale,
    false,
  );
}
