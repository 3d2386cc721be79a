/**
 * What a build keeps so that every figure can be followed back without computing again: the plan, the cells, the tables of
 * weights, bases and targets, and what was imputed. Plain JSON; fractions are written `numerator/denominator`.
 */
import type { Plan } from "../compile/plan.ts";
import type { Classification, ClassificationItem } from "../model/classification.ts";
import { classificationOf } from "../model/classification.ts";
import type { Rational } from "../model/rational.ts";
import { rational, reduce } from "../model/rational.ts";
import type { CellEntry } from "./cells.ts";
import { cellSet } from "./cells.ts";
import type { Computed } from "./computed.ts";
import type { ImputedReturn } from "./impute-quantities.ts";
import type { SurveyStratum } from "./survey-stratum.ts";

export type { Computed } from "./computed.ts";

/** The lineage as text; the same computation always gives the same text. */
export function lineageText(computed: Computed): string {
  const lists = [...computed.classifications.values()].map(({ id, title, version, levels, items }) => ({
    id,
    title,
    version,
    levels,
    items: [...items.values()],
  }));
  return JSON.stringify({
    plan: computed.plan,
    classifications: lists,
    cells: mapEntries(computed.cells, ({ entries }) =>
      entries.map(({ item, territory, month, basis, value, rows, imputed }) => [
        item,
        territory,
        month,
        basis,
        fractionText(value),
        rows,
        fractionText(imputed),
      ]),
    ),
    imputed: mapEntries(computed.imputed, (returns) =>
      returns.map((entry) => ({ ...entry, value: fractionText(entry.value), ratio: fractionText(entry.ratio) })),
    ),
    strata: mapEntries(computed.strata, (strata) =>
      strata.map((stratum) => ({
        ...stratum,
        units: stratum.units === undefined ? null : fractionText(stratum.units),
        sum: fractionText(stratum.sum),
        variance: stratum.variance === undefined ? null : fractionText(stratum.variance),
      })),
    ),
    reported: mapEntries(computed.reported, (places) => mapEntries(places, (months) => [...months])),
    weights: mapEntries(computed.weights, (table) => mapEntries(table, fractionText)),
    bases: mapEntries(computed.bases, (places) => mapEntries(places, (table) => mapEntries(table, fractionText))),
    targets: mapEntries(computed.targets, (table) =>
      [...table].map(([year, value]) => [String(year), fractionText(value)]),
    ),
  });
}

interface StoredLineage {
  readonly plan: Plan;
  readonly classifications: readonly (Omit<Classification, "items" | "children"> & {
    readonly items: readonly ClassificationItem[];
  })[];
  readonly cells: Stored<readonly (readonly [string, string, number, CellEntry["basis"], string, number, string])[]>;
  readonly imputed: Stored<
    readonly (Omit<ImputedReturn, "value" | "ratio"> & { readonly value: string; readonly ratio: string })[]
  >;
  readonly strata: Stored<
    readonly (Omit<SurveyStratum, "units" | "sum" | "variance"> & {
      readonly units: string | null;
      readonly sum: string;
      readonly variance: string | null;
    })[]
  >;
  readonly reported: Stored<Stored<readonly number[]>>;
  readonly weights: Stored<Stored<string>>;
  readonly bases: Stored<Stored<Stored<string>>>;
  readonly targets: Stored<Stored<string>>;
}

type Stored<T> = readonly (readonly [string, T])[];

/** Reads back what lineageText wrote. Throws on a text that it did not write. */
export function readLineage(text: string): Computed {
  const stored = JSON.parse(text) as StoredLineage;
  return {
    plan: stored.plan,
    classifications: new Map(stored.classifications.map((list) => [list.id, classificationOf(list, list.items)])),
    cells: new Map(
      stored.cells.map(([id, entries]) => [
        id,
        cellSet(
          id,
          entries.map(([item, territory, month, basis, value, rows, imputed]) => ({
            item,
            territory,
            month,
            basis,
            value: fractionOf(value),
            rows,
            imputed: fractionOf(imputed),
          })),
        ),
      ]),
    ),
    imputed: new Map(
      stored.imputed.map(([id, returns]) => [
        id,
        returns.map((entry) => ({ ...entry, value: fractionOf(entry.value), ratio: fractionOf(entry.ratio) })),
      ]),
    ),
    strata: new Map(
      stored.strata.map(([id, strata]) => [
        id,
        strata.map((stratum) => ({
          ...stratum,
          units: stratum.units === null ? undefined : fractionOf(stratum.units),
          sum: fractionOf(stratum.sum),
          variance: stratum.variance === null ? undefined : fractionOf(stratum.variance),
        })),
      ]),
    ),
    reported: new Map(
      stored.reported.map(([id, places]) => [id, new Map(places.map(([place, months]) => [place, new Set(months)]))]),
    ),
    weights: tablesOf(stored.weights),
    bases: new Map(stored.bases.map(([id, places]) => [id, tablesOf(places)])),
    targets: new Map(
      stored.targets.map(([id, table]) => [
        id,
        new Map(table.map(([year, value]) => [Number(year), fractionOf(value)])),
      ]),
    ),
  };
}

function tablesOf(stored: Stored<Stored<string>>): ReadonlyMap<string, ReadonlyMap<string, Rational>> {
  return new Map(stored.map(([id, table]) => [id, new Map(table.map(([code, value]) => [code, fractionOf(value)]))]));
}

function mapEntries<V, T>(map: ReadonlyMap<string, V>, change: (value: V) => T): readonly (readonly [string, T])[] {
  return [...map].map(([key, value]) => [key, change(value)]);
}

function fractionText(value: Rational): string {
  const { numerator, denominator } = reduce(value);
  return denominator === 1n ? numerator.toString() : `${numerator.toString()}/${denominator.toString()}`;
}

function fractionOf(text: string): Rational {
  const [numerator = "0", denominator = "1"] = text.split("/");
  return rational(BigInt(numerator), BigInt(denominator));
}
