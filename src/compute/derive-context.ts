/** What every step of a derivation needs: the kept lineage with its levels, and what things are called. */
import type { IndicatorPlan, Plan } from "../compile/plan.ts";
import { namesOf } from "../formula/parse-formula.ts";
import type { Decimal } from "../model/decimal.ts";
import type { ObservationKey } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import { monthOrdinal } from "../model/period.ts";
import type { LocalText } from "../model/text.ts";
import type { Cell } from "./cells.ts";
import { computeLevels } from "./compute-levels.ts";
import type { Computed } from "./computed.ts";
import { formulaOf } from "./derived-levels.ts";
import type { Levels } from "./levels.ts";

/** What deriving needs of the build, made once for many figures. */
export interface DeriveContext {
  readonly computed: Computed;
  readonly levels: ReadonlyMap<string, Levels>;
  /** Contributions apportioned so far: those of one indicator, territory, month and basis are made together. */
  readonly contributions: Map<string, ReadonlyMap<string, Decimal>>;
}

/** The context of a run, or of its lineage read back. */
export function deriveContext(computed: Computed): DeriveContext {
  return { computed, levels: computeLevels(computed), contributions: new Map() };
}

/** The cell of an observation's place. */
export function cellAt(key: ObservationKey, levels: Levels): Cell | undefined {
  return levels.level(key.item, key.territory, monthOrdinal(key.period), key.basis);
}

/** What a step speaks of: the item where there is one, another territory where it is one, otherwise the indicator. */
export function labelOf(key: ObservationKey, indicator: IndicatorPlan, context: DeriveContext): LocalText {
  const { plan, classifications } = context.computed;
  if (key.territory !== plan.territory) return territoryName(key.territory, indicator, context);
  if (key.item === wholeItem) return indicator.method.title;
  const names = classificationsOf(indicator, plan).map((id) => classifications.get(id)?.items.get(key.item)?.name);
  return names.find((name) => name !== undefined) ?? { vi: key.item, en: key.item };
}

/** The code lists of an indicator's items; those of a formula are the lists of what it is made from. */
function classificationsOf(indicator: IndicatorPlan, plan: Plan): readonly string[] {
  const { method, breakdowns } = indicator;
  switch (method.kind) {
    case "published":
      return method.classification === undefined ? [] : [method.classification];
    case "ratio":
    case "derived":
      return namesOf(formulaOf(indicator)).flatMap((name) => {
        const operand = plan.indicators.find(({ id }) => id === name);
        return operand === undefined ? [] : classificationsOf(operand, plan);
      });
    case "index":
    case "total":
    case "flow":
    case "stock":
      return breakdowns.map(({ classification }) => classification);
  }
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

/** The name of a territory, by the code list of its column. */
export function territoryName(code: string, { method }: IndicatorPlan, context: DeriveContext): LocalText {
  return "territory" in method && "source" in method
    ? columnName(method.territory, code, method.source, context)
    : { vi: code, en: code };
}
