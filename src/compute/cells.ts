/** The small cube between the rows and the statistics: one exact value for each item, territory and month of a cell query. */
import type { Rational } from "../model/rational.ts";
import { add, zero } from "../model/rational.ts";
import type { Basis } from "../model/period.ts";

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
  const byPlace = new Map(entries.map((entry) => [placeKey(entry), entry]));
  return {
    id,
    entries,
    items: [...new Set(entries.map(({ item }) => item))].sort(byCodePoint),
    territories: [...new Set(entries.map(({ territory }) => territory))].sort(byCodePoint),
    firstMonth:
      entries.length === 0 ? undefined : entries.reduce((first, { month }) => Math.min(first, month), Infinity),
    at: (place) => byPlace.get(placeKey(place)),
  };
}

export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeKey({ item, territory, month, basis }: CellPlace): string {
  return `${item}\n${territory}\n${String(month)}\n${basis}`;
}
