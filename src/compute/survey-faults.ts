/** Why a survey cannot be expanded: its frame and its answers do not fit together. */
import type { CellQuery, Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { wholeItem } from "../model/observation.ts";
import { monthFromOrdinal, monthText } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { compare, rational, signOf } from "../model/rational.ts";
import { decimalText } from "../model/decimal.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import type { MethodOf } from "../workspace/declarations/method.ts";
import type { SurveyStratum } from "./survey-stratum.ts";

type Frame = NonNullable<MethodOf<"total">["survey"]>["frame"];

/** The frame that a survey's query is expanded by. */
export function frameOf(query: CellQuery, plan: Plan): Frame | undefined {
  const indicator = plan.indicators.find(({ id }) => query.id === id || query.id.startsWith(`${id}:`));
  return indicator?.method.kind === "total" ? indicator.method.survey?.frame : undefined;
}

/** Each stratum once, at its first month: not in the frame, more answers than units, or nobody who answered. */
export function faultsOfSurvey(
  query: CellQuery,
  plan: Plan,
  strata: readonly SurveyStratum[],
  frame: ReadonlyMap<string, Rational>,
): readonly Diagnostic[] {
  const span = { file: `methods/${query.id}.yaml` };
  const source = frameOf(query, plan)?.source ?? "";
  const whole = strata.filter(({ item }) => item === wholeItem);
  const faults = new Map<string, Diagnostic>();
  const put = (stratum: string, fault: Diagnostic): void => {
    const first = faults.get(stratum);
    faults.set(stratum, first === undefined ? fault : { ...first, count: first.count + 1 });
  };
  for (const { stratum, units, respondents, month } of whole.toSorted((a, b) => a.month - b.month)) {
    if (units === undefined) {
      put(stratum, errorAt("data/no-frame", span, { indicator: query.id, stratum, source }));
    } else if (compare(units, rational(respondents)) < 0) {
      const inFrame = decimalText(roundHalfAwayFromZero(units, 0));
      const params = { indicator: query.id, stratum, month: textOf(month), respondents, units: inFrame, source };
      put(stratum, errorAt("data/more-answers-than-units", span, params));
    }
  }
  const months = [...Map.groupBy(whole, ({ month }) => month)].toSorted(([a], [b]) => a - b);
  for (const [month, answered] of months) {
    const present = new Set(answered.map(({ stratum }) => stratum));
    for (const [stratum, units] of frame) {
      if (present.has(stratum) || signOf(units) === 0) continue;
      const params = { indicator: query.id, stratum, month: textOf(month), source };
      put(stratum, errorAt("data/no-answers", span, params));
    }
  }
  return [...faults.values()];
}

function textOf(month: number): string {
  return monthText(monthFromOrdinal(month));
}
