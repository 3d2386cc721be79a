/**
 * The record of a run that is published beside its figures (methods.md IIP-12): base year, sources of weights and product
 * list, response rate and imputed share of each index by division and month; size of every source.
 */
import { decimalText } from "../model/decimal.ts";
import { monthOrdinal, monthText, monthsBetween } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { divide, hundred, isZero, multiply, rational } from "../model/rational.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import type { Classification } from "../model/classification.ts";
import { wholeItem } from "../model/observation.ts";
import { computeLevels } from "./compute-levels.ts";
import type { Run } from "./run-plan.ts";

export function runRecord({ computed, sources, observations }: Run): string {
  const { plan } = computed;
  const levels = computeLevels(computed);
  const indices = plan.indicators.flatMap(({ id, method, breakdowns }) => {
    if (method.kind !== "index") return [];
    const own = levels.get(id);
    const list = computed.classifications.get(breakdowns[0]?.classification ?? "");
    const imputed = computed.imputed.get(id) ?? [];
    const months = monthsBetween(plan.first, plan.last).map((month) => {
      const ordinal = monthOrdinal(month);
      const returned =
        computed.cells
          .get(id)
          ?.entries.filter((entry) => entry.month === ordinal)
          .reduce((rows, entry) => rows + entry.rows, 0) ?? 0;
      const missing = imputed.filter((entry) => entry.month === ordinal).length;
      const share = (item: string): string => {
        const cell = own?.level(item, plan.territory, ordinal, "month");
        return cell === undefined || isZero(cell.value) ? "0" : percent(divide(cell.imputed, cell.value));
      };
      return {
        month: monthText(month),
        returns: returned,
        imputed: missing,
        response_rate_percent: returned + missing === 0 ? "0" : percent(rational(returned, returned + missing)),
        imputed_share_percent: Object.fromEntries(
          [wholeItem, ...divisionsOf(list, own?.items ?? [])].map((item) => [item, share(item)]),
        ),
      };
    });
    return [
      {
        indicator: id,
        base_year: method.base.year,
        weights: method.weights.source,
        base_quantities: "source" in method.base ? method.base.source : method.source,
        classification: `${method.classification} ${list?.version ?? ""}`.trim(),
        products: computed.cells.get(id)?.items.length ?? 0,
        rounding: method.rounding,
        months,
      },
    ];
  });
  return `${JSON.stringify(
    {
      period: monthText(plan.last),
      territory: plan.territory,
      sources: sources.map(({ plan: source, rows }) => ({
        id: source.id,
        files: source.files.map(({ path }) => path),
        rows,
        simulated: source.simulated,
      })),
      indices,
      observations: observations.length,
    },
    null,
    2,
  )}\n`;
}

/** Items two levels under the whole: the divisions of an industrial classification. */
function divisionsOf(classification: Classification | undefined, items: readonly string[]): readonly string[] {
  const level = classification?.levels[2];
  return items.filter((item) => level !== undefined && classification?.items.get(item)?.level === level);
}

function percent(share: Rational): string {
  return decimalText(roundHalfAwayFromZero(multiply(hundred, share), 2));
}
