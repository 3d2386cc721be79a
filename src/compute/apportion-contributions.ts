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
import { equals, sum } from "../model/rational.ts";
import { storedDecimals } from "../model/rounding.ts";
import { apportionTo } from "../statistics/apportion.ts";
import type { Levels } from "./levels.ts";
import { contributionAt } from "./observe.ts";

/** The same observations, contributions apportioned. `hierarchies` are the classifications that break the indicator down. */
export function apportionContributions(
  observations: readonly Observation[],
  levels: Levels,
  hierarchies: readonly Classification[],
): readonly Observation[] {
  const groups = new Map<string, Map<string, Observation>>();
  for (const observation of observations) {
    if (observation.measure !== "contribution") continue;
    const key = [observation.territory, monthText(observation.period), observation.basis].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Map([[observation.item, observation]]));
    else group.set(observation.item, observation);
  }
  const stored = new Map<Observation, Decimal>();
  for (const group of groups.values()) {
    const whole = group.get(wholeItem);
    if (whole === undefined) continue;
    for (const hierarchy of hierarchies) settle(whole, group, hierarchy, levels, stored);
  }
  return observations.map((observation) => {
    const value = stored.get(observation);
    return value === undefined ? observation : { ...observation, value };
  });
}

function settle(
  parent: Observation,
  group: ReadonlyMap<string, Observation>,
  hierarchy: Classification,
  levels: Levels,
  stored: Map<Observation, Decimal>,
): void {
  const parts = childrenOf(parent.item, hierarchy).flatMap((code) => group.get(code) ?? []);
  const exact = parts.map((part) => contributionAt(levels, part)).filter((part) => part !== undefined);
  const whole = contributionAt(levels, parent);
  // Parts that do not make up the whole are left as they are: the remainder is not theirs.
  if (parts.length === 0 || exact.length !== parts.length || whole === undefined || !equals(sum(exact), whole)) return;
  const apportioned = apportionTo(atStoredScale(stored.get(parent) ?? parent.value), exact);
  for (const [place, part] of parts.entries()) {
    const value = apportioned.parts[place]?.printed;
    if (value !== undefined) stored.set(part, value);
    settle(part, group, hierarchy, levels, stored);
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
