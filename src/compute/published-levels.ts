/** Levels taken as an office printed them: nothing is added up, a figure exists where it was printed. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { Classification } from "../model/classification.ts";
import { wholeItem } from "../model/observation.ts";
import { one } from "../model/rational.ts";
import type { CellSet } from "./cells.ts";
import { byCodePoint } from "./cells.ts";
import type { Levels } from "./levels.ts";

/** Cell set of the method's n-th measure. */
export function publishedCells(indicator: IndicatorPlan, index: number, cells: ReadonlyMap<string, CellSet>): CellSet {
  const found = cells.get(`${indicator.id}:${String(index)}`);
  if (found === undefined) throw new Error(`the published figures of ${indicator.id} were not read`);
  return found;
}

export function publishedLevels(
  indicator: IndicatorPlan,
  plan: Plan,
  cells: ReadonlyMap<string, CellSet>,
  classifications: ReadonlyMap<string, Classification>,
): Levels {
  const { method } = indicator;
  if (method.kind !== "published") throw new Error(`${indicator.id} is not taken as published`);
  const sets = method.measures.map((_, index) => publishedCells(indicator, index, cells));
  const found = new Set(sets.flatMap(({ items }) => items));
  const listed = [...(classifications.get(method.classification ?? "")?.items.keys() ?? [])].filter((code) => found.has(code));
  const items = [wholeItem, ...(listed.length > 0 ? listed : [...found].sort(byCodePoint)).filter((code) => code !== wholeItem)];
  return {
    indicator: indicator.id,
    items: items.filter((item) => item !== wholeItem || found.has(item)),
    territories: [...new Set(sets.flatMap(({ territories }) => territories))].sort(byCodePoint),
    level: (item, territory, month, basis) => {
      // The figure printed for the month itself comes first, then what a later bulletin printed for a month past.
      for (const [index, measure] of method.measures.entries()) {
        if (measure.measure !== "level" || measure.basis !== basis) continue;
        const cell = sets[index]?.at({ item, territory, month: month - measure.months, basis: "month" });
        if (cell !== undefined && month <= plan.last.year * 12 + plan.last.month - 1) return cell;
      }
      return undefined;
    },
    weight: () => one,
  };
}
