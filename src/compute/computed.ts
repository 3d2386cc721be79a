/** What a run keeps of the rows: everything that levels are made from. */
import type { Plan } from "../compile/plan.ts";
import type { Classification } from "../model/classification.ts";
import type { Rational } from "../model/rational.ts";
import type { CellSet } from "./cells.ts";
import type { ImputedReturn } from "./impute-quantities.ts";
import type { SurveyStratum } from "./survey-stratum.ts";

/** Base-year averages by territory and item; `""` for those that hold in every territory. */
export type BaseTable = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/** Everything that levels are made from. */
export interface Computed {
  readonly plan: Plan;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly cells: ReadonlyMap<string, CellSet>;
  readonly imputed: ReadonlyMap<string, readonly ImputedReturn[]>;
  readonly strata: ReadonlyMap<string, readonly SurveyStratum[]>;
  /** Months of which a total's source has rows, by indicator and territory: a month without any is missing, not zero. */
  readonly reported: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;
  /** Own weights of each index, by item. */
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, Rational>>;
  readonly bases: ReadonlyMap<string, BaseTable>;
  /** Targets by indicator and year. */
  readonly targets: ReadonlyMap<string, ReadonlyMap<number, Rational>>;
}

/** The base-year averages that hold in a territory. */
export function basesIn(table: BaseTable | undefined, territory: string): ReadonlyMap<string, Rational> {
  return table?.get(territory) ?? table?.get("") ?? new Map<string, Rational>();
}
