/**
 * Levels of totals, flows and stocks: months add up to periods, items add up to the items above them. What is missing is not
 * zero: a total exists where its source has rows for every month of the period; for flows and stocks, whose rows are events,
 * a month without any is zero from the first month that the source speaks of.
 */
import type { CellQuery, IndicatorPlan } from "../compile/plan.ts";
import type { Classification } from "../model/classification.ts";
import { ancestorsOf } from "../model/classification.ts";
import { wholeItem } from "../model/observation.ts";
import { basisEndsWith, monthFromOrdinal, monthOrdinal, type Basis } from "../model/period.ts";
import { one } from "../model/rational.ts";
import { compareText } from "../model/text-order.ts";
import type { Cell, CellEntry, CellSet } from "./cells.ts";
import { addCells, cellSet, emptyCell } from "./cells.ts";
import type { Computed } from "./computed.ts";
import type { Levels } from "./levels.ts";
import { partsOf, sumOfMonths } from "./levels.ts";

type Inputs = Pick<Computed, "plan" | "cells" | "classifications" | "reported">;

export function additiveLevels(indicator: IndicatorPlan, { plan, cells, classifications, reported }: Inputs): Levels {
  const whole = cells.get(indicator.whole ?? "");
  const query = plan.cells.find(({ id }) => id === indicator.whole);
  if (whole === undefined || query === undefined) throw new Error(`the cells of ${indicator.id} were not computed`);
  const lists = indicator.breakdowns.flatMap(({ classification }) => classifications.get(classification) ?? []);
  const broken = indicator.breakdowns.flatMap(({ cells: id }, at) => {
    const list = lists[at];
    const found = cells.get(id);
    return list === undefined || found === undefined ? [] : [isCountedAnew(query) ? found : rollUp(found, list)];
  });
  const setOf = new Map(broken.flatMap((set) => set.items.map((item) => [item, set] as const)));
  const months = reported.get(indicator.id) ?? new Map<string, ReadonlySet<number>>();
  const first = firstOf(months);
  const last = monthOrdinal(plan.last);
  const cellsAt = monthlyCells(indicator, query, first);
  const isKnown = (territory: string, month: number): boolean =>
    first !== undefined &&
    month >= first &&
    (indicator.method.kind !== "total" || months.get(territory)?.has(month) === true);

  const level = (item: string, territory: string, month: number, basis: Basis): Cell | undefined => {
    const set = item === wholeItem ? whole : setOf.get(item);
    if (set === undefined || month > last || !basisEndsWith(monthFromOrdinal(month), basis)) return undefined;
    if ((basis === "end") !== (indicator.method.kind === "stock")) return undefined;
    if (!isKnown(territory, month)) return undefined;
    if (query.aggregate.kind === "distinct") {
      const isCovered =
        sumOfMonths(month, basis, (at) => (isKnown(territory, at) ? emptyCell : undefined)) !== undefined;
      return isCovered ? (set.at({ item, territory, month, basis }) ?? emptyCell) : undefined;
    }
    return sumOfMonths(month, basis, (at) => (isKnown(territory, at) ? cellsAt(set, item, territory, at) : undefined));
  };
  const items = broken.flatMap((set, at) => listed(set, lists[at]));
  return {
    indicator: indicator.id,
    items: [wholeItem, ...items],
    parts: partsOf(lists[0], items),
    territories: whole.territories.length > 0 ? whole.territories : [...months.keys()].sort(compareText),
    level,
    weight: () => one,
  };
}

/** Distinct values, and stocks of them, are counted for every level by themselves; the others are added up. */
export function isCountedAnew({ aggregate }: CellQuery): boolean {
  return aggregate.kind === "distinct" || (aggregate.kind === "open" && aggregate.count !== undefined);
}

function firstOf(months: ReadonlyMap<string, ReadonlySet<number>>): number | undefined {
  let first: number | undefined;
  for (const each of months.values()) for (const month of each) first = Math.min(first ?? month, month);
  return first;
}

type MonthlyCells = (set: CellSet, item: string, territory: string, month: number) => Cell;

/** A month's own cell; for a stock that sums events, all cells up to the month. */
function monthlyCells({ method }: IndicatorPlan, { aggregate }: CellQuery, first: number | undefined): MonthlyCells {
  if (method.kind !== "stock") {
    return (set, item, territory, month) => set.at({ item, territory, month, basis: "month" }) ?? emptyCell;
  }
  if (aggregate.kind === "open") {
    return (set, item, territory, month) => set.at({ item, territory, month, basis: "end" }) ?? emptyCell;
  }
  const running = new Map<string, Cell[]>();
  return (set, item, territory, month) => {
    const key = JSON.stringify([item, territory]);
    const known = running.get(key) ?? [];
    running.set(key, known);
    const start = first ?? month;
    for (let at = start + known.length; at <= month; at += 1) {
      const cell = set.at({ item, territory, month: at, basis: "month" });
      const before = known.at(-1) ?? emptyCell;
      known.push(cell === undefined ? before : addCells(before, cell));
    }
    return known[month - start] ?? emptyCell;
  };
}

/** Adds the cells of every item to the items above it. */
function rollUp(cells: CellSet, classification: Classification): CellSet {
  const places = new Map<string, CellEntry>();
  for (const entry of cells.entries) {
    for (const code of ancestorsOf(classification, entry.item)) {
      if (code === wholeItem) continue;
      const key = [code, entry.territory, entry.month, entry.basis].join("\n");
      const before = places.get(key);
      places.set(key, { ...entry, item: code, ...(before === undefined ? {} : addCells(before, entry)) });
    }
  }
  return cellSet(cells.id, [...places.values()]);
}

/** The items of a set in the order of their classification. */
function listed({ items }: CellSet, classification: Classification | undefined): readonly string[] {
  const present = new Set(items.filter((item) => item !== wholeItem));
  const inOrder = [...(classification?.items.keys() ?? [])].filter((code) => present.has(code));
  return inOrder.length === present.size ? inOrder : [...present].sort(compareText);
}
