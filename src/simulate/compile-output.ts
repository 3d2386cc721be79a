/** The sum of each product's output over a report's months, missing returns filled as methods/iip.yaml says: what calibration solves and the self-check recomputes. */
import type { Rational } from "../model/rational.ts";
import { add, rational, zero } from "../model/rational.ts";
import type { UnitReturn } from "../statistics/imputation.ts";
import { imputeByRatio } from "../statistics/imputation.ts";

/** The returns of one unit for one product, month by month. */
export interface UnitSeries {
  readonly unit: string;
  readonly group: string;
  /** `undefined` where there is no return. */
  readonly quantities: readonly (number | undefined)[];
}

export interface CompiledProduct {
  /** Output of every month, imputed returns included. */
  readonly months: readonly Rational[];
  readonly imputed: number;
}

/**
 * Output of a product by month. A unit without a return that had one the month before is imputed by its group's growth.
 * A return that cannot be imputed is the simulation's own mistake: RangeError.
 */
export function compileProduct(units: readonly UnitSeries[], monthCount: number): CompiledProduct {
  const months: Rational[] = [];
  let imputed = 0;
  let previous = new Map<string, { readonly value: Rational; readonly imputed: boolean }>();
  for (let at = 0; at < monthCount; at += 1) {
    const returns = units.flatMap(({ unit, group, quantities }): UnitReturn[] => {
      const before = previous.get(unit);
      const quantity = quantities[at];
      if (before === undefined && quantity === undefined) return [];
      const current = quantity === undefined ? undefined : rational(quantity);
      return [{ unit, group, previous: before?.value, previousImputed: before?.imputed ?? false, current }];
    });
    let total = zero;
    const known = new Map<string, { readonly value: Rational; readonly imputed: boolean }>();
    for (const filled of imputeByRatio(returns).returns) {
      if (filled.kind === "refused")
        throw new RangeError(`${filled.unit} cannot be imputed in month ${String(at)}: ${filled.why}`);
      if (filled.kind === "imputed") imputed += 1;
      known.set(filled.unit, { value: filled.value, imputed: filled.kind === "imputed" });
      total = add(total, filled.value);
    }
    previous = known;
    months.push(total);
  }
  return { months, imputed };
}
