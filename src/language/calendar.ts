/** Days of a month, without a clock. */
import type { Month } from "../model/period.ts";

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 30 for September; 29 for February of a leap year. */
export function lastDayOfMonth({ year, month }: Month): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (days[month - 1] ?? 30);
}
