/**
 * Observation → Derivation: how a figure was made, step by step down to the selection of source rows. Works on the kept
 * lineage alone, so explaining never computes the build again.
 */
import type { IndicatorPlan } from "../compile/plan.ts";
import { decimalToRational } from "../model/decimal.ts";
import type { Derivation, DerivationRule } from "../model/derivation.ts";
import type { ObservationKey } from "../model/observation.ts";
import { observationId, wholeItem } from "../model/observation.ts";
import { monthOrdinal, previousPeriod, samePeriodLastYear, monthText } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { isZero, rational, divide } from "../model/rational.ts";
import { roundForStorage } from "../model/rounding.ts";
import { rankBy } from "../statistics/rank.ts";
import type { Cell } from "./cells.ts";
import { storedContributions } from "./apportion-contributions.ts";
import type { DeriveContext } from "./derive-context.ts";
import { cellAt, labelOf, territoryName } from "./derive-context.ts";
import { deriveLevel } from "./derive-level.ts";
import type { Levels } from "./levels.ts";
import { growthOver, presentParts } from "./observe.ts";

export { deriveContext } from "./derive-context.ts";
export type { DeriveContext } from "./derive-context.ts";
import { referenceRows } from "./reference-rows.ts";
import { variationOf } from "./survey-stratum.ts";

/** Territories listed under a rank, unless its own stands further down. */
const shownRanks = 5;

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
      return make("contribution", contributionOf(key, indicator, own, context), "point", [
        levelAt({}),
        levelAt(lastYear),
        levelAt({ ...lastYear, item: wholeItem }),
      ]);
    case "plan": {
      const target = context.computed.targets.get(key.indicator)?.get(key.period.year);
      if (now === undefined || target === undefined || isZero(target)) return undefined;
      const targetRows = referenceRows("target", indicator, key, context.computed.plan);
      const targetNode: Derivation = {
        label: indicator.method.title,
        rule: "target",
        value: roundForStorage(target),
        unit: indicator.method.unit,
        inputs: [],
        ...(targetRows === undefined ? {} : { rows: targetRows }),
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

/** As it is stored: the parts of a whole are apportioned to it. */
function contributionOf(
  key: ObservationKey,
  { breakdowns }: IndicatorPlan,
  own: Levels,
  { computed, contributions }: DeriveContext,
): Rational | undefined {
  const place = [key.indicator, key.territory, monthText(key.period), key.basis].join("\n");
  const lists = breakdowns.flatMap(({ classification }) => computed.classifications.get(classification) ?? []);
  const made = contributions.get(place) ?? storedContributions(key, own, lists);
  contributions.set(place, made);
  const stored = made.get(key.item);
  return stored === undefined ? undefined : decimalToRational(stored);
}

function ratioOf(now: Cell | undefined, before: Cell | undefined): Rational | undefined {
  return now === undefined || before === undefined || isZero(before.value)
    ? undefined
    : divide(now.value, before.value);
}
