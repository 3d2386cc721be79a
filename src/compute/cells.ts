/** The small cube between the rows and the statistics: one exact value for each item, territory and month of a cell query. */
import type { Rational } from "../model/rational.ts";
import { add, zero } from "../model/rational.ts";
import type { Basis } from "../model/period.ts";
import { compareText } from "../model/text-order.ts";

export interface Cell {
  readonly value: Rational;
  /** Source rows behind the value. */
  readonly rows: number;
  /** The part of the value that rests on imputed returns, in the value's own unit. */
  readonly imputed: Rational;
}

export interface CellPlace {
  readonly item: string;
  readonly territory: string;
  /** Ordinal of the month (model/period.ts). */
  readonly month: number;
  /** The basis the value was made for; months are added up to the others where it is `month`. */
  readonly basis: Basis;
}

export interface CellEntry extends CellPlace, Cell {}

/** The cells of one query, found by place. */
export interface CellSet {
  readonly id: string;
  readonly entries: readonly CellEntry[];
  /** In code-point order. */
  readonly items: readonly string[];
  readonly territories: readonly string[];
  /** First month that any row speaks of; later months without a row are zero for flows. */
  readonly firstMonth: number | undefined;
  readonly at: (place: CellPlace) => Cell | undefined;
}

export const emptyCell: Cell = { value: zero, rows: 0, imputed: zero };

export function addCells(a: Cell, b: Cell): Cell {
  return { value: add(a.value, b.value), rows: a.rows + b.rows, imputed: add(a.imputed, b.imputed) };
}

export function cellSet(id: string, entries: readonly CellEntry[]): CellSet {
  const byItem = new Map<string, Map<string, Map<number, CellEntry>>>();
  let firstMonth: number | undefined;
  for (const entry of entries) {
    const places = mapIn(byItem, entry.item);
    mapIn(places, entry.territory).set(timeKey(entry.month, entry.basis), entry);
    firstMonth = firstMonth === undefined ? entry.month : Math.min(firstMonth, entry.month);
  }
  const territories = new Set([...byItem.values()].flatMap((places) => [...places.keys()]));
  return {
    id,
    entries,
    items: [...byItem.keys()].sort(compareText),
    territories: [...territories].sort(compareText),
    firstMonth,
    at: ({ item, territory, month, basis }) => byItem.get(item)?.get(territory)?.get(timeKey(month, basis)),
  };
}

function mapIn<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<K, V>();
  maps.set(key, made);
  return made;
}

const basisNumbers: Readonly<Record<Basis, number>> = { month: 0, quarter: 1, ytd: 2, year: 3, end: 4 };

function timeKey(month: number, basis: Basis): number {
  return month * 8 + basisNumbers[basis];
}
