/** Days of a month and ends of a year, without a clock. */
import type { Basis, Month } from "../model/period.ts";

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 30 for September; 29 for February of a leap year. */
export function lastDayOfMonth({ year, month }: Month): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (days[month - 1] ?? 30);
}

/** Whether a period is a whole year: the year itself, or the months so far in December. */
export function isWholeYear({ month }: Month, basis: Basis): boolean {
  return basis === "year" || (basis === "ytd" && month === 12);
}
