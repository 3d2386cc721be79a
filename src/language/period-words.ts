/** `{{ @period }}` and its kin: the words of the report's own time and place, so that a template needs no edit next month. */
import type { Month } from "../model/period.ts";
import { samePeriodLastYear, stepMonths } from "../model/period.ts";
import type { Lexicon } from "./lexicon.ts";

export const periodWords = [
  "period",
  "months",
  "same-period",
  "period-before",
  "reference-month",
  "previous-month",
  "quarter",
  "year",
  "last-year",
  "end-date",
  "territory",
] as const;
export type PeriodWord = (typeof periodWords)[number];

/** The word for a report on January to `month` of the territory; `short` as a table's head has room for. */
export function periodWord(
  word: PeriodWord,
  { month, territory, short }: { readonly month: Month; readonly territory: string; readonly short: boolean },
  lexicon: Lexicon,
): string {
  const name = short ? lexicon.periodHead : lexicon.periodName;
  switch (word) {
    case "period":
      return name(month, "ytd");
    case "months":
      return lexicon.periodSpan(month, "ytd");
    case "same-period":
      return lexicon.samePeriod(month, "ytd");
    case "period-before":
      return name(samePeriodLastYear(month), "ytd");
    case "reference-month":
      return name(month, "month");
    case "previous-month":
      return name(stepMonths(month, -1), "month");
    case "quarter":
      return name(month, "quarter");
    case "year":
      return String(month.year);
    case "last-year":
      return String(samePeriodLastYear(month).year);
    case "end-date":
      return lexicon.endDate(month);
    case "territory":
      return territory;
  }
}
