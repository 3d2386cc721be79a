/**
 * Observation → Derivation: how a figure was made, step by step down to the selection of source rows. Works on the kept
 * lineage alone, so explaining never computes the build again.
 */
import type { IndicatorPlan } from "../compile/plan.ts";
import { decimalToRational } from "../model/decimal.ts";
import type { Derivation, DerivationRule } from "../model/derivation.ts";
import type { ObservationKey } from "../model/observation.ts";
import { observationId, wholeItem } from "../model/observation.ts";
import { monthOrdinal, previousPeriod, samePeriodLastYear } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { isZero, rational, divide } from "../model/rational.ts";
import { roundForStorage } from "../model/rounding.ts";
import type { LocalText } from "../model/text.ts";
import { rankBy } from "../statistics/rank.ts";
import type { Cell } from "./cells.ts";
import { computeLevels } from "./compute-levels.ts";
import { deriveLevel } from "./derive-level.ts";
import type { Levels } from "./levels.ts";
import type { Computed } from "./computed.ts";
import { contributionAt, growthOver, presentParts } from "./observe.ts";
import { variationOf } from "./survey-stratum.ts";

/** Territories listed under a rank, unless its own stands further down. */
const shownRanks = 5;

/** What deriving needs of the build, made once for many figures. */
export interface DeriveContext {
  readonly computed: Computed;
  readonly levels: ReadonlyMap<string, Levels>;
}

export function deriveContext(computed: Computed): DeriveContext {
  return { computed, levels: computeLevels(computed) };
}

/** The derivation of an observation, or `undefined` where the build has no such figure. */
export function derive(key: ObservationKey, context: DeriveContext): Derivation | undefined {
  const indicator = context.computed.plan.indicators.find(({ id }) => id === key.indicator);
  const own = context.levels.get(key.indicator);
  if (indicator === undefined || own === undefined) return undefined;
  const levelAt = (at: Partial<ObservationKey>): Derivation | undefined =>
    deriveLevel({ ...key, ...at, measure: "level" }, context);
  const make = (
    rule: DerivationRule,
    value: Rational | undefined,
    unit: string,
    inputs: readonly (Derivation | undefined)[],
  ): Derivation | undefined =>
    value === undefined
      ? undefined
      : {
          label: labelOf(key, indicator, context),
          period: key.period,
          basis: key.basis,
          rule,
          value: roundForStorage(value),
          unit,
          observation: observationId(key),
          inputs: inputs.filter((input) => input !== undefined),
        };
  const now = cellAt(key, own);
  const lastYear = { period: samePeriodLastYear(key.period) };
  const before = cellAt({ ...key, ...lastYear }, own);
  if (
    indicator.method.kind === "published" &&
    key.measure !== "level" &&
    key.measure !== "rank" &&
    key.measure !== "items"
  )
    return deriveLevel(key, context);
  switch (key.measure) {
    case "level":
      return deriveLevel(key, context);
    case "growth":
      return make("growth", now === undefined ? undefined : growthOver(now, before), "percent", [
        levelAt({}),
        levelAt(lastYear),
      ]);
    case "growth-previous": {
      const earlier = previousPeriod(key.period, key.basis);
      if (earlier === undefined || now === undefined) return undefined;
      const previous = cellAt({ ...key, period: earlier }, own);
      return make("growth-previous", growthOver(now, previous), "percent", [levelAt({}), levelAt({ period: earlier })]);
    }
    case "multiple":
      return make("multiple", ratioOf(now, before), "times", [levelAt({}), levelAt(lastYear)]);
    case "share": {
      const whole = cellAt({ ...key, item: wholeItem }, own);
      const ratio = ratioOf(now, whole);
      return make(
        "share",
        ratio === undefined ? undefined : { ...ratio, numerator: ratio.numerator * 100n },
        "percent",
        [levelAt({}), levelAt({ item: wholeItem })],
      );
    }
    case "contribution":
      return make("contribution", contributionAt(own, key), "point", [
        levelAt({}),
        levelAt(lastYear),
        levelAt({ ...lastYear, item: wholeItem }),
      ]);
    case "plan": {
      const target = context.computed.targets.get(key.indicator)?.get(key.period.year);
      if (now === undefined || target === undefined || isZero(target)) return undefined;
      const targetNode: Derivation = {
        label: indicator.method.title,
        rule: "target",
        value: roundForStorage(target),
        unit: indicator.method.unit,
        inputs: [],
      };
      return make("plan", divide({ ...now.value, numerator: now.value.numerator * 100n }, target), "percent", [
        levelAt({}),
        targetNode,
      ]);
    }
    case "rank": {
      const ranked = rankBy(own.territories, (place) => cellAt({ ...key, territory: place }, own)?.value);
      const place = ranked.find(({ row }) => row === key.territory)?.rank;
      const inputs = ranked.slice(0, Math.max(place ?? 0, shownRanks)).map(({ row }) => {
        const made = deriveLevel({ ...key, territory: row, measure: "level" }, context);
        return made === undefined ? undefined : { ...made, label: territoryName(row, indicator, context) };
      });
      return make("rank", place === undefined ? undefined : rational(place), "rank", inputs);
    }
    case "items": {
      const present = presentParts(own, key);
      const inputs = present.map((item) => levelAt({ item }));
      return make("items", rational(present.length), "item", inputs);
    }
    case "cv": {
      const variation = variationOf(
        context.computed.strata.get(key.indicator) ?? [],
        key.territory,
        monthOrdinal(key.period),
      );
      return make("cv", variation === undefined ? undefined : decimalToRational(variation), "percent", [levelAt({})]);
    }
  }
}

export function cellAt(key: ObservationKey, levels: Levels): Cell | undefined {
  return levels.level(key.item, key.territory, monthOrdinal(key.period), key.basis);
}

/** What a step speaks of: the item where there is one, another territory where it is one, otherwise the indicator. */
export function labelOf(key: ObservationKey, indicator: IndicatorPlan, context: DeriveContext): LocalText {
  const { plan, classifications } = context.computed;
  if (key.territory !== plan.territory) return territoryName(key.territory, indicator, context);
  if (key.item === wholeItem) return indicator.method.title;
  const published = indicator.method.kind === "published" ? indicator.method.classification : undefined;
  const lists =
    published === undefined ? indicator.breakdowns.map(({ classification }) => classification) : [published];
  return (
    lists.map((id) => classifications.get(id)?.items.get(key.item)?.name).find((name) => name !== undefined) ?? {
      vi: key.item,
      en: key.item,
    }
  );
}

/** The name of a code in a column of the indicator's source: each column has its own code list. */
export function columnName(
  column: string | undefined,
  code: string,
  source: string | undefined,
  { computed }: DeriveContext,
): LocalText {
  const declared = computed.plan.sources
    .find(({ id }) => id === source)
    ?.columns.find(({ name }) => name === column)?.declaration;
  const list = declared?.type === "code" ? computed.classifications.get(declared.classification ?? "") : undefined;
  return list?.items.get(code)?.name ?? { vi: code, en: code };
}

function territoryName(code: string, { method }: IndicatorPlan, context: DeriveContext): LocalText {
  return "territory" in method && "source" in method
    ? columnName(method.territory, code, method.source, context)
    : { vi: code, en: code };
}

function ratioOf(now: Cell | undefined, before: Cell | undefined): Rational | undefined {
  return now === undefined || before === undefined || isZero(before.value)
    ? undefined
    : divide(now.value, before.value);
}
