/** What printed figures imply, as an interval, for a figure that was not printed: the base of a growth, the plan of a percentage. */
import type { Interval } from "../model/interval.ts";
import { addIntervals, divideIntervals, exactly, scaleInterval } from "../model/interval.ts";
import { hundred } from "../model/rational.ts";

/** The base that a level and its growth in percent allow: X/(1 + g/100); `undefined` where 1 + g/100 may be zero. */
export function impliedBaseWithin(level: Interval, growthPercent: Interval): Interval | undefined {
  return divideIntervals(scaleInterval(level, hundred), addIntervals(growthPercent, exactly(hundred)));
}

/** The plan that a level and its percent of the plan allow: 100·X/p; `undefined` where p may be zero. */
export function impliedPlanWithin(level: Interval, planPercent: Interval): Interval | undefined {
  return divideIntervals(scaleInterval(level, hundred), planPercent);
}
