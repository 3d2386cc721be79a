/** Texts of a workbook compared as a person would: without regard to case, spacing and where a tone mark stands; and the patterns of table-layout.ts. */
import type { Month } from "../model/period.ts";
import { stepMonths } from "../model/period.ts";

const toneMarks: readonly (readonly [RegExp, string])[] = [
  ["oáoàoảoãoạ", "óaòaỏaõaọa"],
  ["oéoèoẻoẽoẹ", "óeòeỏeõeọe"],
  ["uýuỳuỷuỹuỵ", "úyùyủyũyụy"],
].flatMap(([older = "", newer = ""]) =>
  Array.from(
    { length: 5 },
    (_, at) => [new RegExp(older.slice(2 * at, 2 * at + 2), "gu"), newer.slice(2 * at, 2 * at + 2)] as const,
  ),
);

/** The form in which two texts are compared: NFC, lower case, tone marks in one place, no brackets and no spaces, except between digits. */
export function comparable(text: string): string {
  let plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[[\]]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/(?<!\d) | (?!\d)/gu, "");
  for (const [older, newer] of toneMarks) plain = plain.replace(older, newer);
  return plain;
}

/** `{month}` and the like in the words of one month; without a month they match nothing. */
export type PeriodWords = ReadonlyMap<string, readonly string[]>;

export const periodPlaceholders = ["month", "previous-month", "ytd", "same-period", "year", "previous-year"] as const;

/**
 * How Vietnamese tables write the month, the one before, the months so far, the same months of last year, and the years. The months so far of January
 * are January, of March also “quý I”, of June also “6 tháng đầu năm”, of December the year.
 */
export function periodWords(month: Month): PeriodWords {
  const years = (year: number) => [`năm ${String(year)}`];
  return new Map([
    ["month", monthWords(month)],
    ["previous-month", monthWords(stepMonths(month, -1))],
    ["ytd", yearToDateWords(month)],
    ["same-period", yearToDateWords(stepMonths(month, -12))],
    ["year", years(month.year)],
    ["previous-year", years(month.year - 1)],
  ]);
}

function monthWords({ year, month }: Month): readonly string[] {
  return [String(month), String(month).padStart(2, "0")].flatMap((number) => [
    `tháng ${number} năm ${String(year)}`,
    `tháng ${number}/${String(year)}`,
  ]);
}

function yearToDateWords(period: Month): readonly string[] {
  const { year, month } = period;
  if (month === 1) return monthWords(period);
  const words = [String(month), String(month).padStart(2, "0")].flatMap((number) => [
    `${number} tháng năm ${String(year)}`,
    `${number} tháng đầu năm ${String(year)}`,
    `${number} tháng/${String(year)}`,
    `${number} tháng đầu năm`,
  ]);
  if (month === 3) words.push(`quý I năm ${String(year)}`, `quý I/${String(year)}`);
  if (month === 12) words.unshift(`năm ${String(year)}`, `cả năm ${String(year)}`);
  return words;
}

const datePattern = String.raw`(?<!\d)(\d{1,2}/\d{1,2}/\d{4})(?!\d)`;

/** Whether a text is as the pattern says; a `{date}` in it is captured. */
export interface TextPattern {
  readonly matches: (text: string) => boolean;
  /** The day at `{date}`, as ISO, where the text matches. */
  readonly dateIn: (text: string) => string | undefined;
}

export function textPattern(source: string, words: PeriodWords): TextPattern {
  const expression = new RegExp(`^(?:${expressionOf(source, words)})$`, "u");
  return {
    matches: (text) => expression.test(comparable(text)),
    dateIn: (text) => isoDate(expression.exec(comparable(text))?.[1]),
  };
}

/** The pattern spelled out for a reader: `{month}` as the month it stands for. */
export function spelledOut(source: string, words: PeriodWords): string {
  return source.replace(/\{([a-z-]+)\}/gu, (placeholder, name: string) => words.get(name)?.[0] ?? placeholder);
}

/** The placeholders in a pattern that need to know the file's month. */
export function periodPlaceholdersIn(source: string): readonly string[] {
  return periodPlaceholders.filter((name) => source.includes(`{${name}}`));
}

/** `[a|b]`, `{placeholder}` and `*`, with the text between them. */
const parts = /\[([^[\]]*)\]|\{([a-z-]+)\}|\*/gu;

function expressionOf(source: string, words: PeriodWords): string {
  const pieces: string[] = [];
  let at = 0;
  for (const part of source.matchAll(parts)) {
    pieces.push(literal(source.slice(at, part.index)));
    const [all, optional, placeholder] = part;
    if (optional !== undefined) {
      pieces.push(
        `(?:${optional
          .split("|")
          .map((choice) => expressionOf(choice, words))
          .join("|")})?`,
      );
    } else if (placeholder === "date") {
      pieces.push(datePattern);
    } else if (placeholder !== undefined) {
      pieces.push(`(?:${(words.get(placeholder) ?? [all]).map(literal).join("|")})`);
    } else {
      pieces.push(".*");
    }
    at = part.index + all.length;
  }
  pieces.push(literal(source.slice(at)));
  // A space is left only between digits, which may come together where two parts meet.
  return pieces.filter((piece) => piece !== "").join(" ?");
}

function literal(text: string): string {
  return comparable(text).replace(/[\\^$.|?*+(){}/]/gu, String.raw`\$&`);
}

function isoDate(text: string | undefined): string | undefined {
  const match = text === undefined ? null : /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [, day = "", month = "", year = ""] = match;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
