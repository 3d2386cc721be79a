/** A published total of the year so far and its base, spread over months by season and Tết, in whole units that add up exactly. */
import type { SimulatedMonth } from "./calendar.ts";
import type { RandomStream } from "./random.ts";
import { shareOut } from "./share-out.ts";

export interface Spread {
  /** Of the report's months. */
  readonly level: number;
  /** Of the same months a year before. */
  readonly base: number;
  readonly factorOf: (month: SimulatedMonth) => number;
  /** How far a month may lie from its factor by chance: 0.02 is 2 percent either way. */
  readonly noise: number;
}

/** The totals of every month: those of the report's months add to `level`, those of the year before to `base`; months between go on at the pace of both. */
export function monthlyTotals(
  months: readonly SimulatedMonth[],
  { level, base, factorOf, noise }: Spread,
  random: RandomStream,
): readonly number[] {
  const factors = months.map((month) => factorOf(month) * (1 + noise * (2 * random.uniform() - 1)));
  const totals = months.map(() => 0);
  const spread = (role: SimulatedMonth["role"], total: number): number => {
    const places = months.flatMap((month, at) => (month.role === role ? [at] : []));
    const own = places.map((at) => factors[at] ?? 0);
    shareOut(total, own).forEach((part, at) => (totals[places[at] ?? 0] = part));
    return total / own.reduce((sum, factor) => sum + factor, 0);
  };
  const pace = (spread("base", base) + spread("current", level)) / 2;
  months.forEach((month, at) => {
    if (month.role === "other") totals[at] = Math.round(pace * (factors[at] ?? 0));
  });
  return totals;
}

/** The base that a level and its growth in percent imply, in whole units. */
export function baseOf(level: number, growth: number): number {
  return Math.round(level / (1 + growth / 100));
}
