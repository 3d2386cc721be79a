/** Levels taken as an office printed them: nothing is added up, a figure exists where it was printed. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { MethodOf } from "../workspace/declarations/method.ts";
import type { Classification } from "../model/classification.ts";
import { wholeItem } from "../model/observation.ts";
import { monthOrdinal, type Basis } from "../model/period.ts";
import { one } from "../model/rational.ts";
import type { CellSet } from "./cells.ts";
import { compareText } from "../model/text-order.ts";
import type { Levels } from "./levels.ts";
import { partsOf } from "./levels.ts";

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
  const printed = levelMeasures(method.measures);
  const found = new Set(sets.flatMap(({ items }) => items));
  const listed = [...(classifications.get(method.classification ?? "")?.items.keys() ?? [])].filter((code) =>
    found.has(code),
  );
  const items = [
    wholeItem,
    ...(listed.length > 0 ? listed : [...found].sort(compareText)).filter((code) => code !== wholeItem),
  ];
  return {
    indicator: indicator.id,
    items: items.filter((item) => item !== wholeItem || found.has(item)),
    parts: partsOf(classifications.get(method.classification ?? ""), listed),
    territories: [...new Set(sets.flatMap(({ territories }) => territories))].sort(compareText),
    level: (item, territory, month, basis) => {
      if (month > monthOrdinal(plan.last)) return undefined;
      for (const { index, months } of printed.get(basis) ?? []) {
        const cell = sets[index]?.at({ item, territory, month: month - months, basis: "month" });
        if (cell !== undefined) return cell;
      }
      return undefined;
    },
    weight: () => one,
  };
}

/** The measures that print a level of each basis; what a later bulletin prints of a month past comes before the month's own. */
function levelMeasures(
  measures: MethodOf<"published">["measures"],
): ReadonlyMap<Basis, readonly { readonly index: number; readonly months: number }[]> {
  const byBasis = new Map<Basis, { readonly index: number; readonly months: number }[]>();
  for (const [index, { measure, basis, months }] of measures.entries()) {
    if (measure !== "level") continue;
    byBasis.set(
      basis,
      [...(byBasis.get(basis) ?? []), { index, months }].sort((a, b) => a.months - b.months),
    );
  }
  return byBasis;
}
