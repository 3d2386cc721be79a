/** Places in a list by a measure: the measure is a parameter, because a province's rank depends on it (INV-3). */
import type { Rational } from "../model/rational.ts";
import { compare, equals } from "../model/rational.ts";

export interface Ranked<T> {
  readonly row: T;
  /** 1 is the largest; rows with the same value share a rank and the next rank is skipped (1, 2, 2, 4). */
  readonly rank: number;
  readonly value: Rational;
}

/** Rows from the largest value down, ties in the order given; rows for which the measure is not known are left out. */
export function rankBy<T>(rows: readonly T[], measure: (row: T) => Rational | undefined): readonly Ranked<T>[] {
  const known = rows.flatMap((row) => {
    const value = measure(row);
    return value === undefined ? [] : [{ row, value }];
  });
  const sorted = known.toSorted((a, b) => compare(b.value, a.value));
  const ranked: Ranked<T>[] = [];
  for (const [place, { row, value }] of sorted.entries()) {
    const above = ranked.at(-1);
    const rank = above !== undefined && equals(above.value, value) ? above.rank : place + 1;
    ranked.push({ row, value, rank });
  }
  return ranked;
}
