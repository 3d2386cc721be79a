/** English, as a statistics office prints it. */
import { isWholeYear, lastDayOfMonth } from "./calendar.ts";
import type { Comparison, Lexicon } from "./lexicon.ts";
import { formatCount } from "./numerals.ts";
import type { Basis, Month } from "../model/period.ts";
import { previousPeriod, samePeriodLastYear } from "../model/period.ts";

const scales: Readonly<Record<number, string>> = { 0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion" };

/** One and more than one. */
const unitNames: Readonly<Record<string, readonly [string, string]>> = {
  VND: ["VND", "VND"],
  USD: ["USD", "USD"],
  percent: ["%", "%"],
  point: ["percentage point", "percentage points"],
  times: ["times", "times"],
  index: ["", ""],
  rank: ["", ""],
  project: ["project", "projects"],
  adjustment: ["case", "cases"],
  enterprise: ["enterprise", "enterprises"],
  person: ["person", "people"],
  obstacle: ["obstacle", "obstacles"],
  field: ["field", "fields"],
  item: ["item", "items"],
  tonne: ["tonne", "tonnes"],
  piece: ["piece", "pieces"],
  none: ["", ""],
};

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const numberWords = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

function monthName({ month }: Month): string {
  return monthNames[month - 1] ?? "";
}

function quarterNumber({ month }: Month): number {
  return Math.ceil(month / 3);
}

function ordinal(place: bigint): string {
  const word = place >= 1n && place <= 10n ? ordinals[Number(place)] : undefined;
  if (word !== undefined) return word;
  const tail = place % 100n >= 11n && place % 100n <= 13n ? 0n : place % 10n;
  return `${String(place)}${tail === 1n ? "st" : tail === 2n ? "nd" : tail === 3n ? "rd" : "th"}`;
}

function periodSpan(period: Month, basis: Basis): string {
  switch (basis) {
    case "month":
      return monthName(period);
    case "quarter":
      return `the ${ordinals[quarterNumber(period)] ?? ""} quarter`;
    case "ytd":
      return period.month === 1
        ? "January"
        : period.month === 12
          ? "the year"
          : `${numberWords[period.month] ?? ""} months`;
    case "year":
      return "the year";
    case "end":
      return `the end of ${monthName(period)}`;
  }
}

function periodName(period: Month, basis: Basis): string {
  const year = String(period.year);
  switch (basis) {
    case "month":
      return `${monthName(period)} ${year}`;
    case "quarter":
      return `the ${ordinals[quarterNumber(period)] ?? ""} quarter of ${year}`;
    case "ytd":
      if (period.month === 1) return `January ${year}`;
      return period.month === 12 ? year : `the first ${numberWords[period.month] ?? ""} months of ${year}`;
    case "year":
      return year;
    case "end":
      return endDate(period);
  }
}

function periodHead(period: Month, basis: Basis): string {
  const year = String(period.year);
  const short = monthName(period).slice(0, 3);
  switch (basis) {
    case "month":
      return `${short} ${year}`;
    case "quarter":
      return `Q${String(quarterNumber(period))} ${year}`;
    case "ytd":
      return period.month === 12 ? year : period.month === 1 ? `Jan ${year}` : `Jan\u2013${short} ${year}`;
    case "year":
      return year;
    case "end":
      return `At ${String(lastDayOfMonth(period))} ${short} ${year}`;
  }
}

function endDate(period: Month): string {
  return `${String(lastDayOfMonth(period))} ${monthName(period)} ${String(period.year)}`;
}

function samePeriod(period: Month, basis: Basis): string {
  const before = samePeriodLastYear(period);
  if (isWholeYear(period, basis)) return String(before.year);
  if (basis === "month" || (basis === "ytd" && period.month === 1))
    return `${monthName(before)} ${String(before.year)}`;
  return basis === "end" ? `the same date of ${String(before.year)}` : `the same period of ${String(before.year)}`;
}

function referenceName({ measure, period, basis }: Comparison, full: boolean): string {
  if (measure === "growth") {
    if (full) return samePeriod(period, basis);
    if (isWholeYear(period, basis)) return "the year before";
    return basis === "end" ? "a year earlier" : "the same period";
  }
  const previous = previousPeriod(period, basis);
  if (previous === undefined || !full) return previousName(basis);
  return previous.year === period.year
    ? periodSpan(previous, basis)
    : periodName(previous, basis === "end" ? "month" : basis);
}

function previousName(basis: Basis): string {
  return basis === "quarter"
    ? "the previous quarter"
    : basis === "year" || basis === "ytd"
      ? "the year before"
      : "the previous month";
}

/** Under a figure: "a year earlier", "the previous month". */
function remarkReference(comparison: Comparison): string {
  const isYearly = comparison.measure === "growth" && !isWholeYear(comparison.period, comparison.basis);
  return isYearly ? "a year earlier" : referenceName(comparison, false);
}

export const en: Lexicon = {
  language: "en",
  unitName: (unit, scale, one) =>
    [scales[scale] ?? `10^${String(scale)}`, unitNames[unit]?.[one ? 0 : 1] ?? unit]
      .filter((word) => word !== "")
      .join(" "),
  change: ({ direction, told, number, short, compared }) => {
    if (told === "multiple") return `${short ? "" : "was "}${number}${compared ? "" : " as much"}`;
    if (direction === "down") return short ? `down ${number}` : `fell ${number}`;
    return short ? `up ${number}` : `rose ${number}`;
  },
  multiple: (number) => `${number} times`,
  compared: (phrase, comparison, told) =>
    told === "multiple"
      ? `${phrase} the level of ${referenceName(comparison, true)}`
      : `${phrase} from ${referenceName(comparison, true)}`,
  levelWith: (comparison, full, short) => `${short ? "" : "was "}level with ${referenceName(comparison, full)}`,
  estimated: (figure, status) => (status === "E" ? `an estimated ${figure}` : figure),
  over: (figure) => `more than ${figure}`,
  nearly: (figure) => `nearly ${figure}`,
  rank: (place, short) => `${ordinal(place)}${short ? "" : " in the country"}`,
  plan: (figure) => `${figure} of the year's plan`,
  share: (figure) => figure,
  contribution: (number, direction) =>
    direction === "level"
      ? "contributed almost nothing"
      : direction === "up"
        ? `contributed ${number}`
        : `took off ${number}`,
  balance: (figure, direction) =>
    direction === "level" ? "balanced trade" : direction === "up" ? `a surplus of ${figure}` : `a deficit of ${figure}`,
  remainder: "Other",
  partJoint: "; ",
  periodName,
  periodHead,
  periodSpan,
  monthLabel: (period) => `${monthName(period).slice(0, 3)} ${String(period.year)}`,
  samePeriod,
  endDate,
  measureHead: (measure, basis, unitName) => {
    switch (measure) {
      case "level":
        return unitName === "" ? "index" : unitName;
      case "growth":
        return "on a year earlier, %";
      case "growth-previous":
        return `on ${previousName(basis)}, %`;
      case "multiple":
        return "on a year earlier, times";
      case "share":
        return "share, %";
      case "contribution":
        return "contribution, points";
      case "plan":
        return "of the year's plan, %";
      case "rank":
        return "rank";
      case "items":
        return "items";
      case "cv":
        return "relative standard error, %";
    }
  },
  measureName: (measure) => {
    switch (measure) {
      case "level":
        return "level";
      case "growth":
        return "change on the same period of the year before";
      case "growth-previous":
        return "change on the previous period";
      case "multiple":
        return "multiple of the same period of the year before";
      case "share":
        return "share of the whole";
      case "contribution":
        return "contribution to the growth of the whole";
      case "plan":
        return "percent of the year's plan";
      case "rank":
        return "rank in the country";
      case "items":
        return "items present";
      case "cv":
        return "relative standard error";
    }
  },
  headlineRemark: (remark) => {
    switch (remark.kind) {
      case "change":
        if (remark.direction === "level")
          return `${remark.span}, level with ${referenceName(remark.comparison, false)}`;
        return `${remark.direction}, ${remark.span} on ${remarkReference(remark.comparison)}`;
      case "level":
        return `${remark.change} on ${remarkReference(remark.comparison)}`;
      case "multiple":
        return `times a year earlier, ${remark.span}`;
      case "share":
        return `of the whole, ${remark.span}`;
      case "contribution":
        return `contributed to growth, ${remark.span}`;
      case "rank":
        return `rank in the country, ${remark.span}`;
      case "plan":
        return `of the plan for ${String(remark.year)}`;
      case "period":
        return remark.name;
    }
  },
  rows: (count) => `${formatCount(count, "en")} source ${count === 1 ? "row" : "rows"}`,
  sourceLine: (titles, simulated) => `Source: ${titles.join("; ")}.${simulated ? " The rows are simulated." : ""}`,
  statusName: { E: "estimate", P: "preliminary", A: "official" },
  derivation: {
    growth: "This period's level divided by that of the same period of the year before, less 1, times 100",
    "growth-previous": "This period's level divided by that of the previous period, less 1, times 100",
    multiple: "This period's level divided by that of the same period of the year before",
    share: "The item's level divided by the whole's, times 100",
    contribution:
      "The item's weighted change divided by the whole's level in the same period of the year before, times 100; the items add up exactly to the growth of the whole",
    plan: "The year so far divided by the year's target, times 100",
    rank: "The place when the territories are put in order of their levels, the highest first",
    items: "The number of items that have something in the period",
    cv: "The square root of the estimate's variance divided by the estimate, times 100",
    "index-aggregate": "The average of the indices below, weighted by the base year's weights",
    "index-elementary": "The month's output divided by the base year's monthly average, times 100",
    "index-published": "The index as the statistics office published it",
    "mean-of-quantities": "Mean monthly quantity of the period",
    "sum-of-months": "The sum of the period's months",
    "sum-of-items": "The sum of the items below",
    "base-average": "The monthly average of the base year",
    "survey-total":
      "Expanded from the sample: in each stratum the sum of the units that answered, times the units of the stratum, divided by the units that answered",
    stratum: "The sum of the stratum's units that answered, times its units, divided by the units that answered",
    "sum-of-rows": "The sum of the source rows",
    "count-of-rows": "The number of source rows",
    "open-at-date": "The number of rows opened and not yet closed on the period's last day",
    imputed: "A missing return filled in by the ratio of the establishments of its group",
    formula: "Made by a formula from other indicators",
    "as-published": "As the source published it",
    target: "A target of the plan",
  },
  page: {
    skip: "Skip to the content",
    report: "Report",
    figures: "Figure",
    otherLanguage: "Tiếng Việt",
    otherLanguageHint: "Read this page in Vietnamese:",
    openData: "Open data",
    openDataName: "All figures, CSV",
    headlines: "Ten figures of the period",
    contents: "Contents",
    chartNumbers: "The chart's numbers",
    chartLabelHead: "Item",
    source: "Source",
    simulated: "the rows are simulated",
    aboutEdition: "This edition",
    downloads: "Download",
    howToRead: "How to read",
    howToReadText:
      "Each figure with a thin red underline is a link: it opens the full value, how it was made and where it comes from.",
    backToReport: "Back to the report",
    printedAs: "Printed as",
    fullValue: "Full value",
    status: "Status",
    territory: "Territory",
    period: "Period",
    method: "How it is made",
    citation: "Method after",
    madeOf: "Made from",
    part: "Part",
    value: "Value",
    weight: "Weight",
    sourceRows: "Source rows",
    imputed: "Imputed part",
    confidential: "The source rows are confidential under the Statistics Law and are not published.",
    rowsBehind: (count, source) => `${count} source rows, ${source}`,
    seeRows: "See the source rows",
    firstRows: (shown, count) => `The first ${shown} of ${count} rows`,
    file: "File",
    line: "Line",
    sheet: "Sheet",
    deeper: "In more detail",
    close: "Close",
    permanentLink: "This figure's own page",
    notFoundTitle: "There is no such page",
    notFoundText: "The address leads to no page of this edition.",
    home: "Front page",
    name: "Nhịp",
    series: "Recent series",
    change: "Change",
    unitIs: (unit) => `Unit: ${unit}`,
    steps: (count) => `${formatCount(count, "en")} ${count === 1 ? "step" : "steps"}`,
    sources: "Sources",
    formula: "Formula",
    simulatedShort: "simulated",
    simulatedNotice: "Some of the source rows here are simulated.",
    confidentialShort: "confidential",
    noReport: "This edition has no report yet; its data are below.",
    runRecord: "Record of the run, JSON",
    openDataColumns: "All figures, Parquet",
    statusOf: (status) => `Figures: ${status}`,
    rowsTitle: "Source rows",
    internalOnly: "Internal page: only served on this machine, not part of the publication.",
    rowsShown: (from, to) => `Rows ${from} to ${to}`,
    noRows: "There are no rows.",
    previousRows: "Previous page",
    nextRows: "Next page",
    badRequestTitle: "The address is not of the right form",
    badRequestText: (parameter) => `The part ${parameter} of the address cannot be read.`,
  },
};
