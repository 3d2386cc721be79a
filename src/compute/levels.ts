/** The level of an indicator at any place: what growth, shares, contributions and ranks are made from. */
import type { Basis } from "../model/period.ts";
import { monthFromOrdinal, monthOrdinal, monthsCovered } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import type { Cell } from "./cells.ts";
import { addCells } from "./cells.ts";

export interface Levels {
  readonly indicator: string;
  /** The whole first, then the items in the order of their classification. */
  readonly items: readonly string[];
  readonly territories: readonly string[];
  /** `undefined` where the figure does not exist: a month without data, a basis that this month does not end. */
  readonly level: (item: string, territory: string, month: number, basis: Basis) => Cell | undefined;
  /** ω of an item, for an index: its contribution is ω times its change. 1 for everything that adds up by itself. */
  readonly weight: (item: string, territory: string) => Rational | undefined;
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
