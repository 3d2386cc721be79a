/**
 * Missing returns of one product, filled by the growth of similar units (ratio or link-relative imputation, IRIIP 2010;
 * methods.md 1.6). A missing return is never a zero; a zero that was reported is an answer and stays. What cannot be filled
 * honestly is refused and named.
 */
import type { Rational } from "../model/rational.ts";
import { add, compare, divide, isZero, multiply, sum, zero } from "../model/rational.ts";

export interface UnitReturn {
  readonly unit: string;
  /** Size group or other group within the product whose growth the unit is assumed to share. */
  readonly group: string;
  /** The quantity of the earlier month; `undefined` where there is none. */
  readonly previous: Rational | undefined;
  /** True where `previous` was itself imputed: it carries the unit on but does not enter the ratio. */
  readonly previousImputed?: boolean;
  /** `undefined` is a missing return. */
  readonly current: Rational | undefined;
}

/** How a missing return fared; `reported` units keep their answer. */
export type FilledReturn =
  | { readonly kind: "reported"; readonly unit: string; readonly value: Rational }
  | {
      readonly kind: "imputed";
      readonly unit: string;
      readonly value: Rational;
      readonly ratio: Rational;
      readonly flag: "IMP_RATIO";
    }
  | {
      readonly kind: "refused";
      readonly unit: string;
      readonly why: "dominant-unit" | "no-earlier-return" | "no-matched-units";
    };

export interface Imputation {
  /** In the order given. */
  readonly returns: readonly FilledReturn[];
  /** Σ reported and imputed. */
  readonly total: Rational;
  /** Imputed part of the total, 0 to 1; zero where the total is. */
  readonly imputedShare: Rational;
}

/**
 * Fills missing returns with `previous · r`, r = Σ q_t / Σ q_t−1 over the group's units that reported both months. A unit
 * whose share of last month's product total reaches `dominant` (0 to 1) is not filled: someone has to call it.
 */
export function imputeByRatio(returns: readonly UnitReturn[], dominant?: Rational): Imputation {
  const ratios = groupRatios(returns);
  const earlierTotal = sum(returns.map(({ previous }) => previous ?? zero));
  const filled = returns.map((given): FilledReturn => {
    const { unit, group, previous, current } = given;
    if (current !== undefined) return { kind: "reported", unit, value: current };
    if (previous === undefined) return { kind: "refused", unit, why: "no-earlier-return" };
    const isDominant =
      dominant !== undefined && !isZero(previous) && compare(previous, multiply(dominant, earlierTotal)) >= 0;
    if (isDominant) return { kind: "refused", unit, why: "dominant-unit" };
    const ratio = ratios.get(group);
    if (ratio === undefined) return { kind: "refused", unit, why: "no-matched-units" };
    return { kind: "imputed", unit, value: multiply(previous, ratio), ratio, flag: "IMP_RATIO" };
  });
  const reported = sum(filled.map((entry) => (entry.kind === "reported" ? entry.value : zero)));
  const imputed = sum(filled.map((entry) => (entry.kind === "imputed" ? entry.value : zero)));
  const total = add(reported, imputed);
  return { returns: filled, total, imputedShare: isZero(total) ? zero : divide(imputed, total) };
}

function groupRatios(returns: readonly UnitReturn[]): ReadonlyMap<string, Rational> {
  const sums = new Map<string, { readonly current: Rational; readonly previous: Rational }>();
  for (const { group, previous, previousImputed, current } of returns) {
    if (previous === undefined || current === undefined || previousImputed === true) continue;
    const so = sums.get(group) ?? { current: zero, previous: zero };
    sums.set(group, { current: add(so.current, current), previous: add(so.previous, previous) });
  }
  const ratios = new Map<string, Rational>();
  for (const [group, { current, previous }] of sums) {
    if (!isZero(previous)) ratios.set(group, divide(current, previous));
  }
  return ratios;
}
