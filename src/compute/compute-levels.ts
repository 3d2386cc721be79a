/** The levels of every indicator, each made after those it needs; nothing is evaluated until a figure asks for it. */
import { bases } from "../model/period.ts";
import type { Cell } from "./cells.ts";
import type { Levels } from "./levels.ts";
import { additiveLevels } from "./additive-levels.ts";
import { derivedLevels } from "./derived-levels.ts";
import { indexLevels } from "./index-levels.ts";
import type { Computed } from "./computed.ts";
import { publishedLevels } from "./published-levels.ts";
import type { IndicatorPlan } from "../compile/plan.ts";

export function computeLevels(computed: Computed): ReadonlyMap<string, Levels> {
  const known = levelsOfRun.get(computed);
  if (known !== undefined) return known;
  const levels = new Map<string, Levels>();
  for (const indicator of computed.plan.indicators) {
    levels.set(indicator.id, remembered(levelsOf(indicator, computed, levels)));
  }
  levelsOfRun.set(computed, levels);
  return levels;
}

/** Observing, the run's record and every derivation ask the same levels of the same run. */
const levelsOfRun = new WeakMap<Computed, ReadonlyMap<string, Levels>>();

/** Levels that evaluate each place once: growth, shares and contributions of a place ask for the same few. */
function remembered(levels: Levels): Levels {
  const places = new Map<string, Map<string, Map<number, Cell | undefined>>>();
  return {
    ...levels,
    level: (item, territory, month, basis) => {
      const ofItem = places.get(item) ?? new Map<string, Map<number, Cell | undefined>>();
      if (ofItem.size === 0) places.set(item, ofItem);
      const times = ofItem.get(territory) ?? new Map<number, Cell | undefined>();
      if (times.size === 0) ofItem.set(territory, times);
      const time = month * bases.length + bases.indexOf(basis);
      const known = times.get(time);
      if (known !== undefined || times.has(time)) return known;
      const cell = levels.level(item, territory, month, basis);
      times.set(time, cell);
      return cell;
    },
  };
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
      return additiveLevels(indicator, computed);
    case "published":
      return publishedLevels(indicator, plan, cells, classifications);
    case "ratio":
    case "derived":
      return derivedLevels(indicator, others);
  }
}
