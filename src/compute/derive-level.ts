/** How a level was made: an index from the items below it, a total from its parts, a sum from rows, a formula from other indicators. */
import type { CellQuery, IndicatorPlan, SourcePlan } from "../compile/plan.ts";
import { namesOf } from "../formula/parse-formula.ts";
import type { Derivation, DerivationRule, SourceRows } from "../model/derivation.ts";
import type { ObservationKey } from "../model/observation.ts";
import { observationId, wholeItem } from "../model/observation.ts";
import { monthFromOrdinal, monthOrdinal, monthsCovered, type Month } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, isZero, multiply, rational, subtract, zero } from "../model/rational.ts";
import { roundForStorage } from "../model/rounding.ts";
import type { Classification } from "../model/classification.ts";
import type { CellSet } from "./cells.ts";
import { formulaOf } from "./derived-levels.ts";
import { isCountedAnew } from "./additive-levels.ts";
import { basesIn } from "./computed.ts";
import type { DeriveContext } from "./derive-context.ts";
import { cellAt, columnName, labelOf } from "./derive-context.ts";
import type { Levels } from "./levels.ts";
import { referenceRows } from "./reference-rows.ts";
import { rootOf } from "./index-levels.ts";

/** The derivation of a level, or of a figure taken as published; `undefined` where the build has none. */
export function deriveLevel(key: ObservationKey, context: DeriveContext): Derivation | undefined {
  const indicator = context.computed.plan.indicators.find(({ id }) => id === key.indicator);
  const own = context.levels.get(key.indicator);
  if (indicator === undefined || own === undefined) return undefined;
  if (indicator.method.kind === "published") return derivePublished(key, indicator, context);
  const cell = cellAt(key, own);
  if (cell === undefined) return undefined;
  const node = (rule: DerivationRule, inputs: readonly (Derivation | undefined)[], rows?: SourceRows): Derivation => ({
    label: labelOf(key, indicator, context),
    period: key.period,
    basis: key.basis,
    rule,
    value: roundForStorage(cell.value),
    unit: indicator.method.unit,
    observation: observationId(key),
    ...(isZero(cell.imputed) || isZero(cell.value)
      ? {}
      : { imputedShare: roundForStorage(divide(cell.imputed, cell.value)) }),
    inputs: inputs.filter((input) => input !== undefined),
    ...(rows === undefined ? {} : { rows }),
  });
  switch (indicator.method.kind) {
    case "ratio":
    case "derived":
      return node(
        "formula",
        namesOf(formulaOf(indicator)).map((name) => deriveLevel({ ...key, indicator: name }, context)),
      );
    case "index":
      return deriveIndex(key, indicator, context, node);
    case "total":
    case "flow":
    case "stock":
      return deriveSum(key, indicator, context, node);
  }
}

type Node = (rule: DerivationRule, inputs: readonly (Derivation | undefined)[], rows?: SourceRows) => Derivation;

function deriveIndex(key: ObservationKey, indicator: IndicatorPlan, context: DeriveContext, node: Node): Derivation {
  const { computed, levels } = context;
  const own = levels.get(key.indicator);
  const classification = computed.classifications.get(indicator.breakdowns[0]?.classification ?? "");
  const cells = computed.cells.get(indicator.id);
  if (own === undefined || classification === undefined || cells === undefined) return node("index-aggregate", []);
  const code = key.item === wholeItem ? rootOf(classification) : key.item;
  const below = (classification.children.get(code) ?? []).filter((child) => own.items.includes(child));
  if (below.length > 0) {
    const weight = own.weight(key.item, key.territory) ?? zero;
    return node(
      "index-aggregate",
      below.map((child) => {
        const made = deriveLevel({ ...key, item: child }, context);
        const part = own.weight(child, key.territory);
        if (made === undefined || part === undefined || isZero(weight)) return made;
        return { ...made, weight: roundForStorage(divide(multiply(rational(100), part), weight), 6) };
      }),
    );
  }
  const span = monthsCovered(key.period, key.basis);
  const rows = rowsOf(key, indicator.id, span, context);
  if (indicator.method.kind === "index" && indicator.method.from === "indices")
    return node("index-published", [], rows);
  // Nothing was reported or imputed: the item stands at the index of the level above it.
  if (
    span.every(
      (month) =>
        cells.at({ item: code, territory: key.territory, month: monthOrdinal(month), basis: "month" }) === undefined,
    )
  ) {
    return node("index-aggregate", []);
  }
  const average = averageQuantity(code, key.territory, span, cells);
  const base = basesIn(computed.bases.get(indicator.id), key.territory).get(code);
  const label = labelOf(key, indicator, context);
  return node("index-elementary", [
    {
      label,
      period: key.period,
      basis: key.basis,
      rule: span.length > 1 ? "mean-of-quantities" : "sum-of-rows",
      value: roundForStorage(average.value),
      unit: "none",
      inputs: isZero(average.imputed)
        ? []
        : [{ label, rule: "imputed", value: roundForStorage(average.imputed), unit: "none", inputs: [] }],
      ...(rows === undefined ? {} : { rows }),
    },
    ...(base === undefined
      ? []
      : [
          {
            label,
            rule: "base-average" as const,
            value: roundForStorage(base),
            unit: "none",
            inputs: [],
            ...optionalRows(referenceRows("base", indicator, { ...key, item: code }, computed.plan)),
          },
        ]),
  ]);
}

/** The mean of a product's monthly quantities, and the part of it that was imputed. */
function averageQuantity(
  item: string,
  territory: string,
  months: readonly Month[],
  set: CellSet,
): { readonly value: Rational; readonly imputed: Rational } {
  let total = zero;
  let imputed = zero;
  for (const month of months) {
    const cell = set.at({ item, territory, month: monthOrdinal(month), basis: "month" });
    if (cell === undefined) continue;
    total = add(total, cell.value);
    imputed = add(imputed, cell.imputed);
  }
  const count = rational(months.length);
  return { value: divide(total, count), imputed: divide(imputed, count) };
}

function deriveSum(key: ObservationKey, indicator: IndicatorPlan, context: DeriveContext, node: Node): Derivation {
  const { computed, levels } = context;
  const own = levels.get(key.indicator);
  const lists = indicator.breakdowns.flatMap(
    ({ classification }) => computed.classifications.get(classification) ?? [],
  );
  const query = computed.plan.cells.find(({ id }) => id === indicator.whole);
  const isAnew = query !== undefined && isCountedAnew(query);
  const list = lists.find(({ items }) => items.has(key.item));
  const below = own === undefined ? [] : key.item === wholeItem ? own.parts : childrenIn(list, key.item, own);
  if (below.length > 0 && !isAnew) {
    return node(
      "sum-of-items",
      below.map((item) => deriveLevel({ ...key, item }, context)),
    );
  }
  const breakdown = indicator.breakdowns.find(({ classification }) =>
    computed.classifications.get(classification)?.items.has(key.item),
  );
  const cells = key.item === wholeItem ? (indicator.whole ?? indicator.id) : (breakdown?.cells ?? indicator.id);
  const months = monthsCovered(key.period, key.basis);
  const strata = computed.strata.get(cells);
  const { method } = indicator;
  if (strata !== undefined) {
    const survey = method.kind === "total" ? method.survey : undefined;
    if (months.length > 1) {
      return node(
        "sum-of-months",
        months.map((period) => deriveLevel({ ...key, period, basis: "month" }, context)),
      );
    }
    const month = monthOrdinal(key.period);
    const answered = strata.filter(
      (stratum) => stratum.item === key.item && stratum.territory === key.territory && stratum.month === month,
    );
    const inputs = answered.map((stratum): Derivation => {
      const units = stratum.units ?? zero;
      return {
        label: columnName(survey?.stratum, stratum.stratum, "source" in method ? method.source : undefined, context),
        rule: "stratum",
        value: roundForStorage(stratum.sum),
        unit: indicator.method.unit,
        weight: roundForStorage(divide(units, rational(stratum.respondents)), 6),
        inputs: [],
      };
    });
    return node("survey-total", inputs, rowsOf(key, cells, months, context));
  }
  const from = indicator.method.kind === "stock" ? [monthFromOrdinal(0), key.period] : months;
  const counted = (method.kind === "flow" || method.kind === "stock") && method.value === undefined;
  // Values counted anew at every level do not add up: an item above others shows them, and has no rows of its own code.
  if (isAnew && below.length > 0 && key.item !== wholeItem) {
    return node(
      "count-of-rows",
      below.map((item) => deriveLevel({ ...key, item }, context)),
    );
  }
  const rule =
    method.kind === "stock" && method.closed !== undefined ? "open-at-date" : counted ? "count-of-rows" : "sum-of-rows";
  return node(rule, [], rowsOf(key, cells, from, context));
}

/** The present items directly under another. */
function childrenIn(classification: Classification | undefined, item: string, { items }: Levels): readonly string[] {
  return (classification?.children.get(item) ?? []).filter((code) => items.includes(code));
}

function derivePublished(
  key: ObservationKey,
  indicator: IndicatorPlan,
  context: DeriveContext,
): Derivation | undefined {
  const { method } = indicator;
  if (method.kind !== "published") return undefined;
  const wanted = method.measures
    .map((measure, at) => ({ ...measure, at }))
    .filter(({ measure, basis }) => measure === key.measure && basis === key.basis)
    .sort((a, b) => a.months - b.months);
  for (const { at, months, measure, index } of wanted) {
    const set = context.computed.cells.get(`${indicator.id}:${String(at)}`);
    const month = monthOrdinal(key.period) - months;
    const cell = set?.at({ item: key.item, territory: key.territory, month, basis: "month" });
    if (cell === undefined) continue;
    const printed = monthFromOrdinal(month);
    return {
      label: labelOf(key, indicator, context),
      period: key.period,
      basis: key.basis,
      rule: "as-published",
      value: roundForStorage(index === true ? subtract(cell.value, hundred) : cell.value),
      unit: measure === "level" ? method.unit : "percent",
      observation: observationId(key),
      inputs: [],
      ...optionalRows(rowsOf(key, `${indicator.id}:${String(at)}`, [printed], context)),
    };
  }
  return undefined;
}

function optionalRows(rows: SourceRows | undefined): { readonly rows?: SourceRows } {
  return rows === undefined ? {} : { rows };
}

/** The selection of rows behind a cell, with their number; which rows they are is looked up only when asked for. */
function rowsOf(
  key: ObservationKey,
  cells: string,
  months: readonly Month[],
  { computed }: DeriveContext,
): SourceRows | undefined {
  const query: CellQuery | undefined = computed.plan.cells.find(({ id }) => id === cells);
  const source: SourcePlan | undefined = computed.plan.sources.find(({ id }) => id === query?.source);
  const set = computed.cells.get(cells);
  const first = months[0];
  const last = months.at(-1);
  if (query === undefined || source === undefined || set === undefined || first === undefined || last === undefined)
    return undefined;
  const from = monthOrdinal(first);
  const to = monthOrdinal(last);
  const place = { item: key.item, territory: key.territory };
  let count = 0;
  if (query.aggregate.kind === "open") count = set.at({ ...place, month: to, basis: "end" })?.rows ?? 0;
  else {
    for (let month = Math.max(from, set.firstMonth ?? to); month <= to; month += 1) {
      count += set.at({ ...place, month, basis: "month" })?.rows ?? 0;
    }
  }
  return {
    selection: { cells, item: key.item, territory: key.territory, from: first, to: last },
    source: source.id,
    confidential: source.confidential,
    simulated: source.simulated,
    count,
    first: [],
  };
}
