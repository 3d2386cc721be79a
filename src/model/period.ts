/** Reference periods, and the basis on which a figure covers them: the month itself, the quarter, the year so far, the year, or the state at its end. */
export interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** `month`: the month alone. `quarter`: the quarter that the month ends. `ytd`: January to the month (cộng dồn). `year`: the whole year, which December ends. `end`: the state on the month's last day. */
export const bases = ["month", "quarter", "ytd", "year", "end"] as const;
export type Basis = (typeof bases)[number];

/** Reads `2024-09`; `undefined` for anything else. */
export function parseMonth(text: string): Month | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? { year: Number(match[1]), month } : undefined;
}

export function monthText({ year, month }: Month): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** Months counted from year 0: a number to compare and to step with. */
export function monthOrdinal({ year, month }: Month): number {
  return year * 12 + (month - 1);
}

export function monthFromOrdinal(ordinal: number): Month {
  return { year: Math.floor(ordinal / 12), month: (ordinal % 12) + 1 };
}

export function stepMonths(month: Month, by: number): Month {
  return monthFromOrdinal(monthOrdinal(month) + by);
}

/** Every month from `first` to `last`, both included. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let ordinal = monthOrdinal(first); ordinal <= monthOrdinal(last); ordinal += 1)
    months.push(monthFromOrdinal(ordinal));
  return months;
}

/** The months that a figure of this basis and reference month covers; for `end`, the reference month alone. */
export function monthsCovered(month: Month, basis: Basis): readonly Month[] {
  switch (basis) {
    case "month":
    case "end":
      return [month];
    case "quarter":
      return monthsBetween(stepMonths(month, -2), month);
    case "ytd":
    case "year":
      return monthsBetween({ year: month.year, month: 1 }, month);
  }
}

/** Whether a figure of this basis exists for this month: a quarter ends in months 3, 6, 9, 12 and a year in month 12. */
export function basisEndsWith(month: Month, basis: Basis): boolean {
  switch (basis) {
    case "quarter":
      return month.month % 3 === 0;
    case "year":
      return month.month === 12;
    case "month":
    case "ytd":
    case "end":
      return true;
  }
}

/** The period before of the same length: last month, last quarter, last year; none for the year so far. */
export function previousPeriod(month: Month, basis: Basis): Month | undefined {
  switch (basis) {
    case "month":
    case "end":
      return stepMonths(month, -1);
    case "quarter":
      return stepMonths(month, -3);
    case "year":
      return stepMonths(month, -12);
    case "ytd":
      return undefined;
  }
}

/** The same period of the year before (cùng kỳ năm trước). */
export function samePeriodLastYear(month: Month): Month {
  return stepMonths(month, -12);
}
