/** An observation in words: "tăng 7,5%", "74.778 tỷ đồng", "trên 4,2 tỷ USD", "đứng đầu cả nước". The one place where a value is rounded for print. */
import type { Decimal } from "../model/decimal.ts";
import type { Measure, Observation } from "../model/observation.ts";
import type { FigureDisplay, FigureStyle } from "./figure-style.ts";
import { directionOf, growthOfMultiple, multipleDecimals, multipleOfGrowth, readChange } from "./growth-words.ts";
import type { Comparison, Lexicon } from "./lexicon.ts";
import { cutDecimal, formatDecimal, formatSigned, printedDecimal } from "./numerals.ts";

export interface PhrasedFigure {
  readonly observation: Pick<Observation, "value" | "unit" | "measure" | "status" | "period" | "basis">;
  readonly display: FigureDisplay;
  /** What the figure counts, where its unit does not say ("lĩnh vực"). */
  readonly noun?: string | undefined;
}

/** The figure as a text of the language. */
export function figurePhrase(figure: PhrasedFigure, style: FigureStyle, lexicon: Lexicon): string {
  const phrase = phraseOf(figure, style, lexicon).normalize("NFC");
  return style.capital ? capitalized(phrase) : phrase;
}

/** The first letter made large, whatever its marks. */
export function capitalized(text: string): string {
  const [first = "", ...rest] = Array.from(text);
  return first.toUpperCase() + rest.join("");
}

/** The number that is printed for a figure, in its printed scale; what tables, charts and parts add up with. */
export function printedValue({ observation, display }: PhrasedFigure, style: FigureStyle): Decimal {
  return printedDecimal(observation.value, digitsOf(observation.measure, observation.unit, display, style));
}

/** "tỷ đồng" for a level of VND printed at scale 9; "%" for a change. */
export function printedUnit(
  { observation, display, noun }: PhrasedFigure,
  style: FigureStyle,
  lexicon: Lexicon,
): string {
  const { scale } = digitsOf(observation.measure, observation.unit, display, style);
  return noun !== undefined && observation.measure === "items"
    ? noun
    : lexicon.unitName(observation.unit, scale, isOne(printedValue({ observation, display }, style)));
}

/** Number and unit: "7,5%", "74.778 tỷ đồng". */
export function withUnit(number: string, unit: string): string {
  return unit === "" ? number : unit === "%" ? `${number}%` : `${number} ${unit}`;
}

function phraseOf(figure: PhrasedFigure, style: FigureStyle, lexicon: Lexicon): string {
  const { observation } = figure;
  const printed = printedValue(figure, style);
  const unit = printedUnit(figure, style, lexicon);
  const number = formatDecimal(printed, lexicon.language);
  const plain = withUnit(number, unit);
  switch (style.form) {
    case "number":
      return number;
    case "signed":
      return withUnit(formatSigned(printed, lexicon.language), unit);
    case "unit":
    case "parts":
      return plain;
    case "estimated":
      return lexicon.estimated(plain, observation.status);
    case "over":
    case "nearly":
      return boundPhrase(figure, style, style.form, lexicon);
    case "multiple":
      return multiplePhrase(figure, style, lexicon);
    case "balance": {
      const size = formatDecimal(sizeOf(printed), lexicon.language);
      return lexicon.balance(withUnit(size, unit), directionOf(printed));
    }
    case "phrase":
    case "short":
      return naturalPhrase(figure, style, lexicon, { printed, plain });
  }
}

/** The phrase that fits the measure. */
function naturalPhrase(
  figure: PhrasedFigure,
  style: FigureStyle,
  lexicon: Lexicon,
  { printed, plain }: { readonly printed: Decimal; readonly plain: string },
): string {
  const { observation } = figure;
  switch (observation.measure) {
    case "growth":
    case "growth-previous":
      return changePhrase(observation.value, figure, style, lexicon);
    case "multiple":
      return changePhrase(growthOfMultiple(observation.value), figure, style, lexicon);
    case "share":
      return style.form === "short" ? plain : lexicon.share(plain);
    case "contribution": {
      const size = withUnit(formatDecimal(sizeOf(printed), lexicon.language), printedUnit(figure, style, lexicon));
      return lexicon.contribution(size, directionOf(printed));
    }
    case "plan":
      return lexicon.plan(plain);
    case "rank":
      return lexicon.rank(printed.digits, style.form === "short");
    case "level":
    case "items":
    case "cv":
      return plain;
  }
}

function changePhrase(growth: Decimal, figure: PhrasedFigure, style: FigureStyle, lexicon: Lexicon): string {
  const comparison = comparisonOf(figure);
  const reading = readChange(growth, style.decimals ?? figure.display.growth ?? 1);
  const short = style.form === "short";
  if (reading.direction === "level") return lexicon.levelWith(comparison, style.compared, short);
  const number = withUnit(
    formatDecimal(reading.printed, lexicon.language),
    lexicon.unitName(reading.told === "percent" ? "percent" : "times", 0, false),
  );
  const phrase = lexicon.change({ ...reading, number, short, compared: style.compared });
  return style.compared ? lexicon.compared(phrase, comparison, reading.told) : phrase;
}

function multiplePhrase(figure: PhrasedFigure, style: FigureStyle, lexicon: Lexicon): string {
  const { value, measure } = figure.observation;
  const ratio = measure === "multiple" ? value : multipleOfGrowth(value);
  const printed = printedDecimal(ratio, { decimals: style.decimals ?? multipleDecimals });
  const above = printed.digits > 10n ** BigInt(printed.scale);
  const phrase = lexicon.multiple(formatDecimal(printed, lexicon.language), above);
  return style.compared ? lexicon.compared(phrase, comparisonOf(figure), "multiple") : phrase;
}

/** "trên 4,2 tỷ USD": the printed number is cut, so that it is never above the value; without the word where nothing was cut off. */
function boundPhrase(figure: PhrasedFigure, style: FigureStyle, form: "over" | "nearly", lexicon: Lexicon): string {
  const { observation, display } = figure;
  const digits = digitsOf(observation.measure, observation.unit, display, style);
  const { printed, exact } = cutDecimal(observation.value, { ...digits, towards: form === "over" ? "down" : "up" });
  const text = withUnit(formatDecimal(printed, lexicon.language), printedUnit(figure, style, lexicon));
  return exact ? text : form === "over" ? lexicon.over(text) : lexicon.nearly(text);
}

function comparisonOf({ observation: { measure, period, basis } }: PhrasedFigure): Comparison {
  return { measure: measure === "growth-previous" ? "growth-previous" : "growth", period, basis };
}

/** Scale (power of ten of the printed unit) and decimals of a printed value: the style's, else the method's, else what suits the measure or the unit. */
export function digitsOf(
  measure: Measure,
  unit: string,
  display: FigureDisplay,
  style: FigureStyle,
): { readonly scale: number; readonly decimals: number } {
  switch (measure) {
    case "level": {
      const usual = usualDigits[unit] ?? { scale: 0, decimals: 1 };
      return {
        scale: style.scale ?? display.scale ?? usual.scale,
        decimals: style.decimals ?? display.decimals ?? usual.decimals,
      };
    }
    case "growth":
    case "growth-previous":
      return { scale: 0, decimals: style.decimals ?? display.growth ?? 1 };
    case "share":
    case "plan":
    case "cv":
      return { scale: 0, decimals: style.decimals ?? 1 };
    case "multiple":
      return { scale: 0, decimals: style.decimals ?? multipleDecimals };
    case "contribution":
      return { scale: 0, decimals: style.decimals ?? 2 };
    case "rank":
    case "items":
      return { scale: 0, decimals: 0 };
  }
}

const whole = { scale: 0, decimals: 0 };
const usualDigits: Readonly<Record<string, { readonly scale: number; readonly decimals: number }>> = {
  VND: { scale: 9, decimals: 0 },
  USD: { scale: 6, decimals: 1 },
  project: whole,
  adjustment: whole,
  enterprise: whole,
  person: whole,
  obstacle: whole,
  field: whole,
  item: whole,
  rank: whole,
};

function sizeOf(value: Decimal): Decimal {
  return value.digits < 0n ? { ...value, digits: -value.digits } : value;
}

function isOne({ digits, scale }: Decimal): boolean {
  return digits === 10n ** BigInt(scale);
}
