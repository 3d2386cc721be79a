/** The figures of the front page's ruled grid: number, unit, what is said under it, and the recent series. */
import type { ResolvedBlock, ResolvedFigure } from "../check/resolved-report.ts";
import { digitsOf, figurePhrase, printedUnit, printedValue } from "../language/figure-phrase.ts";
import type { FigureStyle } from "../language/figure-style.ts";
import { plainStyle } from "../language/figure-style.ts";
import type { Direction } from "../language/growth-words.ts";
import {
  directionOf,
  growthOfMultiple,
  multipleDecimals,
  multipleOfGrowth,
  readChange,
} from "../language/growth-words.ts";
import { cutDecimal, formatDecimal, formatSigned, printedDecimal } from "../language/numerals.ts";
import type { Decimal } from "../model/decimal.ts";
import { observationId } from "../model/observation.ts";
import { stepMonths } from "../model/period.ts";
import { composeInlines, plainText } from "./compose-inlines.ts";
import type { ComposeContext, FoundFigure } from "./context.ts";
import { findFigure, requireFigure } from "./context.ts";
import type { HeadlineFigure, Inline } from "./document.ts";

type Headlines = Extract<ResolvedBlock, { kind: "headlines" }>;

export function composeHeadlines({ lines }: Headlines, context: ComposeContext): readonly HeadlineFigure[] {
  return lines.flatMap(({ label, figure, remark }) => {
    const found = requireFigure(figure.key, figure.name, figure.at, context);
    if (found === undefined) return [];
    const remarkContent = remark.length > 0 ? composeInlines(remark, context) : usualRemark(found, context);
    return [
      {
        label: plainText(composeInlines(label, context)),
        ...numberOf(found, figure, context),
        remark: plainText(remarkContent),
        remarkContent,
        direction: directionOfFigure(found, context),
        observation: observationId(found.observation),
        series: seriesOf(found, context),
      },
    ];
  });
}

function numberOf(
  found: FoundFigure,
  { style }: ResolvedFigure,
  { lexicon }: ComposeContext,
): Pick<HeadlineFigure, "prefix" | "number" | "unit"> {
  const { language } = lexicon;
  const { measure, value, unit } = found.observation;
  const asMultiple = (ratio: Decimal): Pick<HeadlineFigure, "prefix" | "number" | "unit"> => ({
    prefix: undefined,
    number: formatDecimal(printedDecimal(ratio, { decimals: style.decimals ?? multipleDecimals }), language),
    unit: lexicon.unitName("times", 0, false),
  });
  if (measure === "growth" || measure === "growth-previous" || measure === "multiple") {
    const growth = measure === "multiple" ? growthOfMultiple(value) : value;
    const reading = readChange(growth, style.decimals ?? found.display.growth ?? 1);
    if (style.form === "multiple" || reading.told === "multiple")
      return asMultiple(measure === "multiple" ? value : multipleOfGrowth(value));
    const signed = {
      ...reading.printed,
      digits: reading.direction === "down" ? -reading.printed.digits : reading.printed.digits,
    };
    return { prefix: undefined, number: formatSigned(signed, language), unit: "%" };
  }
  const name = printedUnit(found, style, lexicon);
  if (style.form === "over" || style.form === "nearly") {
    const { printed, exact } = cutDecimal(value, {
      ...digitsOf(measure, unit, found.display, style),
      towards: style.form === "over" ? "down" : "up",
    });
    const prefix = exact ? undefined : (style.form === "over" ? lexicon.over("") : lexicon.nearly("")).trim();
    return { prefix, number: formatDecimal(printed, language), unit: name };
  }
  const printed = printedValue(found, style);
  const number =
    style.form === "signed" || measure === "contribution"
      ? formatSigned(printed, language)
      : formatDecimal(printed, language);
  return { prefix: undefined, number, unit: name };
}

/** What is said where the template says nothing: the change of a level, what a rate is a rate of. */
function usualRemark(found: FoundFigure, context: ComposeContext): readonly Inline[] {
  const { lexicon } = context;
  const { observation } = found;
  const { measure, period, basis } = observation;
  const span = lexicon.periodSpan(period, basis);
  const comparison = { measure: measure === "growth-previous" ? measure : "growth", period, basis } as const;
  const text = (words: string): readonly Inline[] => [{ kind: "text", text: words }];
  switch (measure) {
    case "growth":
    case "growth-previous":
      return text(
        lexicon.headlineRemark({ kind: "change", direction: directionOfFigure(found, context), span, comparison }),
      );
    case "level": {
      const growth = findFigure({ ...observation, measure: "growth" }, context);
      if (growth === undefined)
        return text(lexicon.headlineRemark({ kind: "period", name: lexicon.periodName(period, basis) }));
      const id = observationId(growth.observation);
      const reading = readChange(growth.observation.value, growth.display.growth ?? 1);
      if (reading.direction === "level")
        return [{ kind: "figure", observation: id, text: lexicon.levelWith(comparison, false, true) }];
      const style: FigureStyle = { ...plainStyle, form: reading.told === "multiple" ? "multiple" : "signed" };
      const change = figurePhrase(growth, style, lexicon);
      const [before = "", after = ""] = lexicon.headlineRemark({ kind: "level", change, comparison }).split(change);
      return [
        ...(before === "" ? [] : text(before)),
        { kind: "figure", observation: id, text: change },
        ...text(after),
      ];
    }
    case "multiple":
    case "share":
    case "contribution":
    case "rank":
      return text(lexicon.headlineRemark({ kind: measure, span }));
    case "plan":
      return text(lexicon.headlineRemark({ kind: "plan", year: period.year }));
    case "items":
    case "cv":
      return text(lexicon.headlineRemark({ kind: "period", name: lexicon.periodName(period, basis) }));
  }
}

function directionOfFigure(found: FoundFigure, context: ComposeContext): Direction {
  const { observation, display } = found;
  switch (observation.measure) {
    case "growth":
    case "growth-previous":
      return readChange(observation.value, display.growth ?? 1).direction;
    case "multiple":
      return readChange(growthOfMultiple(observation.value), display.growth ?? 1).direction;
    case "contribution":
      return directionOf(printedValue(found, plainStyle));
    case "level": {
      const growth = findFigure({ ...observation, measure: "growth" }, context);
      return growth === undefined ? "level" : directionOfFigure(growth, context);
    }
    case "share":
    case "plan":
    case "rank":
    case "items":
    case "cv":
      return "level";
  }
}

/**
 * A year and a month back. What the year so far adds up to or grew by shows its months, which January does not begin anew;
 * anything else shows itself, the year so far from its own January.
 */
function seriesOf({ observation }: FoundFigure, context: ComposeContext): readonly Decimal[] {
  const cumulative = observation.basis === "ytd" || observation.basis === "year";
  const shown = observation.measure === "growth" || observation.measure === "multiple" ? "level" : observation.measure;
  const monthly = { ...observation, basis: "month", measure: shown } as const;
  const steady =
    shown === "level" && cumulative && context.observations.find(monthly) !== undefined ? monthly : observation;
  const count = steady.basis === "ytd" || steady.basis === "year" ? observation.period.month : 13;
  return Array.from({ length: count }, (_, index) => stepMonths(observation.period, index - count + 1)).flatMap(
    (period) => {
      const found = context.observations.find({ ...steady, period });
      return found === undefined ? [] : [found.value];
    },
  );
}
