/** The levels of every indicator, each made after those it needs; nothing is evaluated until a figure asks for it. */
import type { Levels } from "./levels.ts";
import { additiveLevels } from "./additive-levels.ts";
import { derivedLevels } from "./derived-levels.ts";
import { indexLevels } from "./index-levels.ts";
import type { Computed } from "./lineage.ts";
import { publishedLevels } from "./published-levels.ts";
import type { IndicatorPlan } from "../compile/plan.ts";

export function computeLevels(computed: Computed): ReadonlyMap<string, Levels> {
  const levels = new Map<string, Levels>();
  for (const indicator of computed.plan.indicators) levels.set(indicator.id, levelsOf(indicator, computed, levels));
  return levels;
}

function levelsOf(indicator: IndicatorPlan, computed: Computed, others: ReadonlyMap<string, Levels>): Levels {
  const { plan, cells, classifications } = computed;
  switch (indicator.method.kind) {
    case "index": {
      const own = cells.get(indicator.id);
      const classification = classifications.get(indicator.method.classification);
      if (own === undefined || classification === undefined)
        throw new Error(`the cells of ${indicator.id} were not computed`);
      const inputs = {
        weights: computed.weights.get(indicator.id) ?? new Map(),
        bases: computed.bases.get(indicator.id) ?? new Map(),
      };
      return indexLevels(indicator, own, inputs, classification);
    }
    case "total":
    case "flow":
    case "stock":
      return additiveLevels(indicator, plan, cells, classifications);
    case "published":
      return publishedLevels(indicator, plan, cells, classifications);
    case "ratio":
    case "derived":
      return derivedLevels(indicator, others);
  }
}
