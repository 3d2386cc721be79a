/** Levels of totals, flows and stocks: months add up to periods, items add up to the items above them. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import type { Classification } from "../model/classification.ts";
import { ancestorsOf } from "../model/classification.ts";
import { wholeItem } from "../model/observation.ts";
import { basisEndsWith, monthFromOrdinal, monthOrdinal, type Basis } from "../model/period.ts";
import { one } from "../model/rational.ts";
import type { Cell, CellEntry, CellSet } from "./cells.ts";
import { addCells, byCodePoint, cellSet, emptyCell } from "./cells.ts";
import type { Levels } from "./levels.ts";
import { sumOfMonths } from "./levels.ts";

export function additiveLevels(
  indicator: IndicatorPlan,
  plan: Plan,
  cells: ReadonlyMap<string, CellSet>,
  classifications: ReadonlyMap<string, Classification>,
): Levels {
  const whole = cells.get(indicator.whole ?? "");
  if (whole === undefined) throw new Error(`the cells of ${indicator.id} were not computed`);
  const broken = indicator.breakdowns.flatMap(({ classification, cells: id }) => {
    const list = classifications.get(classification);
    const found = cells.get(id);
    return list === undefined || found === undefined ? [] : [rollUp(found, list)];
  });
  const setOf = new Map(broken.flatMap(({ set, items }) => items.map((item) => [item, set] as const)));
  const cumulative = indicator.method.kind === "stock" && indicator.method.closed === undefined;
  const distinct = whole.entries.some(({ basis }) => basis === "quarter" || basis === "ytd");
  const first = whole.firstMonth;
  const last = monthOrdinal(plan.last);

  const level = (item: string, territory: string, month: number, basis: Basis): Cell | undefined => {
    const set = item === wholeItem ? whole : setOf.get(item);
    if (set === undefined || first === undefined || month > last || month < first) return undefined;
    if (!basisEndsWith(monthFromOrdinal(month), basis)) return undefined;
    if (indicator.method.kind === "stock") {
      if (basis !== "end") return undefined;
      return cumulative
        ? runningTotal(set, item, territory, first, month)
        : (set.at({ item, territory, month, basis }) ?? emptyCell);
    }
    if (basis === "end") return undefined;
    if (distinct) {
      return sumOfMonths(month, basis, (at) => (at < first ? undefined : emptyCell)) === undefined
        ? undefined
        : (set.at({ item, territory, month, basis }) ?? emptyCell);
    }
    return sumOfMonths(month, basis, (at) =>
      at < first ? undefined : (set.at({ item, territory, month: at, basis: "month" }) ?? emptyCell),
    );
  };
  return {
    indicator: indicator.id,
    items: [wholeItem, ...broken.flatMap(({ items }) => items)],
    territories: whole.territories,
    level,
    weight: () => one,
  };
}

function runningTotal(set: CellSet, item: string, territory: string, first: number, month: number): Cell {
  let total = emptyCell;
  for (let at = first; at <= month; at += 1) {
    const cell = set.at({ item, territory, month: at, basis: "month" });
    if (cell !== undefined) total = addCells(total, cell);
  }
  return total;
}

/** Adds the cells of every item to the items above it. Distinct counts are not additive; their classifications have one level. */
function rollUp(
  cells: CellSet,
  classification: Classification,
): { readonly set: CellSet; readonly items: readonly string[] } {
  const places = new Map<string, CellEntry>();
  for (const entry of cells.entries) {
    for (const code of ancestorsOf(classification, entry.item)) {
      if (code === wholeItem) continue;
      const key = [code, entry.territory, entry.month, entry.basis].join("\n");
      const before = places.get(key);
      places.set(key, { ...entry, item: code, ...(before === undefined ? {} : addCells(before, entry)) });
    }
  }
  const set = cellSet(cells.id, [...places.values()]);
  const present = new Set(set.items);
  const listed = [...classification.items.keys()].filter((code) => present.has(code));
  return { set, items: listed.length === present.size ? listed : [...present].sort(byCodePoint) };
}
