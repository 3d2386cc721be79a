/**
 * Missing returns filled month by month (methods.md 1.6), so that every share is of what the product really made the month
 * before, imputed returns included. A unit that has reported a product once is expected every month after: one that stops
 * for good reports zeros.
 */
import type { CellQuery, Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decimalText, decimalToRational } from "../model/decimal.ts";
import { monthFromOrdinal, monthText } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, isZero, multiply, one, rational, subtract, sum, zero } from "../model/rational.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import { compareText } from "../model/text-order.ts";
import type { UnitReturn } from "../statistics/imputation.ts";
import { imputeByRatio } from "../statistics/imputation.ts";
import type { CellEntry } from "./cells.ts";

export interface ImputedReturn {
  readonly item: string;
  readonly territory: string;
  readonly month: number;
  readonly establishment: string;
  readonly value: Rational;
  /** The ratio that carried the month before to this one. */
  readonly ratio: Rational;
  /** IMP_RATIO; CARRIED where no unit of the product reported both months. */
  readonly flag: "IMP_RATIO" | "CARRIED";
}

/** The months in which a unit should have reported a product, and did not. */
export interface Gap {
  readonly item: string;
  readonly territory: string;
  readonly establishment: string;
  readonly group: string;
  readonly lastReported: number;
  readonly quantity: Rational;
  /** The next reported month, or the month after the calendar. */
  readonly until: number;
}

/** What the units of a product and group that reported two months running made in each. */
export interface Matched {
  readonly group: string;
  readonly previous: Rational;
  readonly current: Rational;
}

interface GapsOfProducts {
  readonly query: CellQuery;
  readonly plan: Plan;
  readonly gaps: readonly Gap[];
  /** By place. */
  readonly matched: ReadonlyMap<string, readonly Matched[]>;
  /** The cells by place: imputed returns are added to them. */
  readonly entries: Map<string, CellEntry>;
  /** Digits of the column: an imputed return is a record like the others. */
  readonly decimals: number;
}

/** Fills every gap, first months first. A dominant unit is not filled: it is told, at its first missing month. */
export function fillGaps({ query, plan, gaps, matched, entries, decimals }: GapsOfProducts): {
  readonly imputed: readonly ImputedReturn[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const imputed: ImputedReturn[] = [];
  const diagnostics: Diagnostic[] = [];
  const dominant = dominantShare(query, plan);
  let open: readonly { readonly gap: Gap; readonly previous: Rational }[] = [];
  /** Products whose totals are not known any more, because a dominant unit is missing. */
  const unknown = new Set<string>();
  const byStart = Map.groupBy(gaps, ({ lastReported }) => lastReported + 1);
  const start = gaps.reduce((first, { lastReported }) => Math.min(first, lastReported + 1), Infinity);
  const end = gaps.reduce((latest, { until }) => Math.max(latest, until), -Infinity);
  for (let month = start; month < end; month += 1) {
    const starting = (byStart.get(month) ?? []).map((gap) => ({ gap, previous: gap.quantity }));
    const missing = [...open, ...starting].filter(({ gap }) => gap.until > month && !unknown.has(productOf(gap)));
    const filled: ImputedReturn[] = [];
    const next: { readonly gap: Gap; readonly previous: Rational }[] = [];
    for (const { gap, previous } of missing) {
      const total = entries.get(placeOf({ ...gap, month: month - 1 }))?.value ?? previous;
      const pairs = matched.get(placeOf({ ...gap, month })) ?? [];
      const result = fill(gap, { previous, total, pairs, dominant, decimals, month });
      if (result.kind === "refused") {
        unknown.add(productOf(gap));
        diagnostics.push(dominantMissing(query, gap, month, isZero(total) ? zero : divide(previous, total)));
        continue;
      }
      const { item, territory, establishment } = gap;
      const { value, ratio, flag } = result;
      filled.push({ item, territory, month, establishment, value, ratio, flag });
      next.push({ gap, previous: value });
    }
    // Added only when all of the month are known: every share is of the month before.
    for (const made of filled) addTo(entries, made);
    imputed.push(...filled);
    open = next;
  }
  return { imputed: imputed.toSorted(byPlace), diagnostics };
}

type Filled =
  | {
      readonly kind: "filled";
      readonly value: Rational;
      readonly ratio: Rational;
      readonly flag: ImputedReturn["flag"];
    }
  | { readonly kind: "refused" };

interface Missing {
  readonly month: number;
  readonly previous: Rational;
  /** What the product made the month before, all units. */
  readonly total: Rational;
  readonly pairs: readonly Matched[];
  readonly dominant: Rational | undefined;
  readonly decimals: number;
}

/** Within the group; where none of it reported both months, within the product; last of all the month before is carried. */
function fill(gap: Gap, { previous, total, pairs, dominant, decimals, month }: Missing): Filled {
  const missing: UnitReturn = {
    unit: gap.establishment,
    group: gap.group,
    previous,
    previousImputed: month > gap.lastReported + 1,
    current: undefined,
  };
  const others = pairs.map((pair): UnitReturn => ({
    unit: "matched",
    group: pair.group,
    previous: pair.previous,
    current: pair.current,
  }));
  const rest = subtract(total, add(previous, sum(pairs.map((pair) => pair.previous))));
  const alsoMissing: UnitReturn = { unit: "also missing", group: gap.group, previous: rest, current: undefined };
  const inGroup = [missing, ...others, alsoMissing];
  for (const returns of [inGroup, inGroup.map((unit) => ({ ...unit, group: "" }))]) {
    const first = imputeByRatio(returns, dominant).returns[0];
    if (first?.kind === "imputed") {
      const value = decimalToRational(roundHalfAwayFromZero(first.value, decimals));
      return { kind: "filled", value, ratio: first.ratio, flag: "IMP_RATIO" };
    }
    if (first?.kind === "refused" && first.why === "dominant-unit") return { kind: "refused" };
  }
  return { kind: "filled", value: previous, ratio: one, flag: "CARRIED" };
}

function addTo(entries: Map<string, CellEntry>, { item, territory, month, value }: ImputedReturn): void {
  const key = placeOf({ item, territory, month });
  const before = entries.get(key);
  entries.set(key, {
    item,
    territory,
    month,
    basis: "month",
    value: add(before?.value ?? zero, value),
    rows: before?.rows ?? 0,
    imputed: add(before?.imputed ?? zero, value),
  });
}

function dominantShare(query: CellQuery, plan: Plan): Rational | undefined {
  const method = plan.indicators.find(({ id }) => id === query.id)?.method;
  const share = method?.kind === "index" ? method.impute?.dominant : undefined;
  return share === undefined ? undefined : rational(BigInt(Math.round(share * 10_000)), 10_000n);
}

function dominantMissing(query: CellQuery, gap: Gap, month: number, share: Rational): Diagnostic {
  return {
    code: "data/dominant-missing",
    severity: "error",
    span: { file: `methods/${query.id}.yaml` },
    params: {
      indicator: query.id,
      establishment: gap.establishment,
      code: gap.item,
      month: monthText(monthFromOrdinal(month)),
      share: decimalText(roundHalfAwayFromZero(multiply(hundred, share), 0)),
    },
    related: [],
    count: 1,
  };
}

function byPlace(a: ImputedReturn, b: ImputedReturn): number {
  return (
    compareText(a.item, b.item) ||
    compareText(a.territory, b.territory) ||
    compareText(a.establishment, b.establishment) ||
    a.month - b.month
  );
}

function productOf({ item, territory }: Gap): string {
  return `${item}\n${territory}`;
}

/** The key of a product's month. */
export function placeOf(at: { readonly item: string; readonly territory: string; readonly month: number }): string {
  return `${at.item}\n${at.territory}\n${String(at.month)}`;
}
