/**
 * Stored contributions that add up to the stored growth of the whole, digit by digit, at every level of the classification.
 * The fractions add up exactly; their stored decimals would miss by a unit of the last digit, so the parts of each item are
 * apportioned to it, from the top down.
 */
import type { Classification } from "../model/classification.ts";
import type { Decimal } from "../model/decimal.ts";
import type { Observation } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import { monthText } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { equals, sum } from "../model/rational.ts";
import { roundForStorage, storedDecimals } from "../model/rounding.ts";
import { apportionTo } from "../statistics/apportion.ts";
import type { Levels } from "./levels.ts";
import { contributionAt } from "./observe.ts";

/** The same observations, contributions apportioned. `hierarchies` are the classifications that break the indicator down. */
export function apportionContributions(
  observations: readonly Observation[],
  levels: Levels,
  hierarchies: readonly Classification[],
): readonly Observation[] {
  const places = new Map<string, Map<string, Place>>();
  for (const observation of observations) {
    if (observation.measure !== "contribution") continue;
    const key = [observation.territory, monthText(observation.period), observation.basis].join("\n");
    const group = places.get(key) ?? new Map<string, Place>();
    places.set(key, group.set(observation.item, observation));
  }
  const stored = new Map([...places].map(([key, group]) => [key, settled(group, levels, hierarchies)]));
  return observations.map((observation) => {
    if (observation.measure !== "contribution") return observation;
    const key = [observation.territory, monthText(observation.period), observation.basis].join("\n");
    const value = stored.get(key)?.get(observation.item);
    return value === undefined ? observation : { ...observation, value };
  });
}

/** The stored contributions by item of one territory, month and basis: the same as those of the observations. */
export function storedContributions(
  { territory, period, basis }: Omit<Place, "item">,
  levels: Levels,
  hierarchies: readonly Classification[],
): ReadonlyMap<string, Decimal> {
  const exact = new Map(
    levels.items.flatMap((item) => {
      const value = contributionAt(levels, { item, territory, period, basis });
      return value === undefined ? [] : [[item, value] as const];
    }),
  );
  const unsettled = [...exact].map(([item, value]) => [item, roundForStorage(value)] as const);
  return new Map([...unsettled, ...settledValues(exact, hierarchies)]);
}

type Place = Pick<Observation, "item" | "territory" | "period" | "basis">;

/** The stored values by item of one territory, month and basis, where they had to be apportioned. */
function settled(
  group: ReadonlyMap<string, Place>,
  levels: Levels,
  hierarchies: readonly Classification[],
): ReadonlyMap<string, Decimal> {
  const exact = new Map(
    [...group].flatMap(([item, place]) => {
      const value = contributionAt(levels, place);
      return value === undefined ? [] : [[item, value] as const];
    }),
  );
  return settledValues(exact, hierarchies);
}

function settledValues(
  exact: ReadonlyMap<string, Rational>,
  hierarchies: readonly Classification[],
): ReadonlyMap<string, Decimal> {
  const stored = new Map<string, Decimal>();
  for (const hierarchy of hierarchies) settle(wholeItem, exact, hierarchy, stored);
  return stored;
}

function settle(
  parent: string,
  exact: ReadonlyMap<string, Rational>,
  hierarchy: Classification,
  stored: Map<string, Decimal>,
): void {
  const whole = exact.get(parent);
  const parts = childrenOf(parent, hierarchy).filter((code) => exact.has(code));
  const values = parts.flatMap((code) => exact.get(code) ?? []);
  // Parts that do not make up the whole are left as they are: the remainder is not theirs.
  if (whole === undefined || parts.length === 0 || !equals(sum(values), whole)) return;
  const apportioned = apportionTo(atStoredScale(stored.get(parent) ?? roundForStorage(whole)), values);
  for (const [place, part] of parts.entries()) {
    const value = apportioned.parts[place]?.printed;
    if (value !== undefined) stored.set(part, value);
    settle(part, exact, hierarchy, stored);
  }
}

/** The items directly under one; under the whole, the classification's roots, or what stands below its own `_T`. */
function childrenOf(item: string, hierarchy: Classification): readonly string[] {
  if (item !== wholeItem) return hierarchy.children.get(item) ?? [];
  const roots = [...hierarchy.items.values()].filter(({ parent }) => parent === undefined).map(({ code }) => code);
  const [only] = roots;
  return roots.length === 1 && only !== undefined && hierarchy.children.has(only)
    ? (hierarchy.children.get(only) ?? [])
    : roots;
}

function atStoredScale({ digits, scale }: Decimal): Decimal {
  return { digits: digits * 10n ** BigInt(storedDecimals - scale), scale: storedDecimals };
}
