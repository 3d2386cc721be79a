/** Every observation of a plan, in the plan's order: what is compiled, and what is taken as published. */
import type { Observation } from "../model/observation.ts";
import { apportionContributions } from "./apportion-contributions.ts";
import type { Computed } from "./computed.ts";
import { computeLevels } from "./compute-levels.ts";
import { observe } from "./observe.ts";
import { publishedObservations } from "./published-observations.ts";
import { variationOf } from "./survey-stratum.ts";

export function observePlan(computed: Computed, progress: (done: number) => void): readonly Observation[] {
  const { plan, classifications, targets, strata, cells } = computed;
  const levels = computeLevels(computed);
  return plan.indicators.flatMap((indicator, done) => {
    progress(done);
    const own = levels.get(indicator.id);
    if (own === undefined) return [];
    const made = observe(indicator, {
      plan,
      levels: own,
      targetOf: (year) => targets.get(indicator.id)?.get(year),
      variationOf: (territory, month) => variationOf(strata.get(indicator.id) ?? [], territory, month),
    });
    const lists = indicator.breakdowns.flatMap(({ classification }) => classifications.get(classification) ?? []);
    return [...apportionContributions(made, own, lists), ...publishedObservations(indicator, plan, cells)];
  });
}
