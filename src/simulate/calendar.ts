/** The months of a simulation, their days and the days of Tết in them. Days are counted with plain arithmetic, never with a clock. */
import type { Month } from "../model/period.ts";
import { monthOrdinal, monthText, monthsBetween, parseMonth, samePeriodLastYear } from "../model/period.ts";

export interface SimulatedMonth {
  readonly month: Month;
  /** `2024-02`. */
  readonly text: string;
  readonly days: number;
  /** Days of Tết in this month, ISO. */
  readonly holidays: readonly string[];
  /** Part of the Tết days that fall in this month, and in the next: shopping comes before. */
  readonly holidayShare: number;
  readonly nextHolidayShare: number;
  /** Which months of the report it is: the year so far, the same period a year before, or another. */
  readonly role: "current" | "base" | "other";
}

/** Every month from first to last. `holidays` are ISO days, both ends included. */
export function simulatedMonths(
  { first, last }: { readonly first: string; readonly last: string },
  holidays: readonly { readonly from: string; readonly to: string }[],
): readonly SimulatedMonth[] {
  const reference = requiredMonth(last);
  const yearBefore = samePeriodLastYear(reference);
  const holidayDays = holidays.map(({ from, to }) => daysBetween(from, to));
  const shareIn = (text: string): number => {
    let share = 0;
    for (const days of holidayDays) share += days.filter((day) => day.startsWith(text)).length / days.length;
    return share;
  };
  return monthsBetween(requiredMonth(first), reference).map((month) => {
    const text = monthText(month);
    const next = month.month === 12 ? { year: month.year + 1, month: 1 } : { year: month.year, month: month.month + 1 };
    const upTo = (limit: Month): boolean => month.year === limit.year && monthOrdinal(month) <= monthOrdinal(limit);
    return {
      month,
      text,
      days: daysIn(month),
      holidays: holidayDays.flat().filter((day) => day.startsWith(text)),
      holidayShare: shareIn(text),
      nextHolidayShare: shareIn(monthText(next)),
      role: upTo(reference) ? "current" : upTo(yearBefore) ? "base" : "other",
    };
  });
}

/** Part of the month's days that is not lost to Tết when `lost` (0 to 1) of a day of Tết is. */
export function workedPart({ holidays, days }: SimulatedMonth, lost: number): number {
  return 1 - (lost * holidays.length) / days;
}

/** `2024-02` read; the declaration has been checked, so anything else is a programmer's mistake. */
export function requiredMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new RangeError(`${text} is not a month`);
  return month;
}

export function daysIn({ year, month }: Month): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `2024-02-09`; a day past the month's end goes on into the next months. */
export function dayText(month: Month, day: number): string {
  const days = daysIn(month);
  if (day > days) {
    const next = month.month === 12 ? { year: month.year + 1, month: 1 } : { year: month.year, month: month.month + 1 };
    return dayText(next, day - days);
  }
  return `${monthText(month)}-${String(day).padStart(2, "0")}`;
}

function daysBetween(from: string, to: string): readonly string[] {
  const start = requiredMonth(from.slice(0, 7));
  const days: string[] = [];
  for (let day = Number(from.slice(8)); ; day += 1) {
    const text = dayText(start, day);
    if (text > to || days.length > 60) return days;
    days.push(text);
  }
}
