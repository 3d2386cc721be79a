/** The level of an indicator at any place: what growth, shares, contributions and ranks are made from. */
import type { Classification } from "../model/classification.ts";
import { wholeItem } from "../model/observation.ts";
import type { Basis } from "../model/period.ts";
import { monthFromOrdinal, monthOrdinal, monthsCovered } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import type { Cell } from "./cells.ts";
import { addCells } from "./cells.ts";

export interface Levels {
  readonly indicator: string;
  /** The whole first, then the items in the order of their classification. */
  readonly items: readonly string[];
  /** The items directly under the whole, by the first classification. */
  readonly parts: readonly string[];
  readonly territories: readonly string[];
  /** `undefined` where the figure does not exist: a month without data, a basis that this month does not end. */
  readonly level: (item: string, territory: string, month: number, basis: Basis) => Cell | undefined;
  /** ω of an item, for an index: its contribution is ω times its change. 1 for everything that adds up by itself. */
  readonly weight: (item: string, territory: string) => Rational | undefined;
}

/** The present items whose levels make up the whole: a classification's roots, or what stands below its own whole. */
export function partsOf(classification: Classification | undefined, items: readonly string[]): readonly string[] {
  if (classification === undefined) return [];
  const roots = [...classification.items.values()].filter(({ parent }) => parent === undefined).map(({ code }) => code);
  const [only] = roots;
  const below = roots.length === 1 && only === wholeItem ? (classification.children.get(only) ?? []) : roots;
  const present = new Set(items);
  return below.filter((code) => code !== wholeItem && present.has(code));
}

/** The months of a period added up; `undefined` when one of them is absent. */
export function sumOfMonths(month: number, basis: Basis, at: (month: number) => Cell | undefined): Cell | undefined {
  let total: Cell | undefined;
  for (const covered of monthsCovered(monthFromOrdinal(month), basis)) {
    const cell = at(monthOrdinal(covered));
    if (cell === undefined) return undefined;
    total = total === undefined ? cell : addCells(total, cell);
  }
  return total;
}
