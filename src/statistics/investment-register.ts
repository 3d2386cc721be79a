/**
 * Flows and stocks of registered investment at any pair of effective and recorded time (methods.md 4.1, 4.3). Measures are
 * not added to one another except where a measure says so: three different totals circulate, and rank depends on which.
 */
import type { Rational } from "../model/rational.ts";
import { one, rational, signOf, subtract, sum, zero } from "../model/rational.ts";
import type { InvestmentHistory, Movement } from "./investment-history.ts";

export type FlowMeasure =
  | "new-projects"
  | "new-capital"
  /** Lượt: adjustments, not distinct projects. */
  | "adjustments"
  /** May be negative. */
  | "net-adjustment"
  /** Tăng thêm: the increases alone, another number than the net. */
  | "gross-increase"
  | "new-and-adjusted-capital"
  | "share-purchases"
  | "share-purchase-value"
  | "closed-projects"
  | "closed-capital"
  | "transferred-projects"
  | "transferred-capital"
  /** Vốn thực hiện: another concept, never in "registered". */
  | "disbursed";

export interface Span {
  /** First and last day, both included, ISO. */
  readonly from: string;
  readonly to: string;
  /** Every territory where it is left out. */
  readonly territory?: string;
}

/** Σ over events with from ≤ effective ≤ to. */
export function flow(history: InvestmentHistory, measure: FlowMeasure, { from, to, territory }: Span): Rational {
  const inSpan = history.movements.filter(
    (movement) =>
      from <= movement.day && movement.day <= to && (territory ?? movement.territory) === movement.territory,
  );
  return sum(inSpan.map((movement) => partOf(movement, measure)));
}

export interface Stock {
  readonly projects: Rational;
  readonly capital: Rational;
}

/** Lũy kế còn hiệu lực: projects in force at the end of a day, and their capital. */
export function stock(history: InvestmentHistory, day: string, territory?: string): Stock {
  const held = history.holdings.filter(
    (holding) =>
      holding.from <= day &&
      (holding.until === undefined || day < holding.until) &&
      (territory ?? holding.territory) === holding.territory,
  );
  return { projects: rational(held.length), capital: sum(held.map(({ capital }) => capital)) };
}

export interface Reconciliation {
  readonly opening: Stock;
  readonly closing: Stock;
  /** opening + new + net adjustments − closed ± transfers. */
  readonly expected: Stock;
  readonly holds: boolean;
}

/** The identity between a stock, the flows of a span, and the stock at its end (INV-1). `before` is the day before `from`. */
export function reconcile(history: InvestmentHistory, span: Span & { readonly before: string }): Reconciliation {
  const opening = stock(history, span.before, span.territory);
  const closing = stock(history, span.to, span.territory);
  const of = (measure: FlowMeasure): Rational => flow(history, measure, span);
  const expected = {
    projects: subtract(sum([opening.projects, of("new-projects"), of("transferred-projects")]), of("closed-projects")),
    capital: subtract(
      sum([opening.capital, of("new-capital"), of("net-adjustment"), of("transferred-capital")]),
      of("closed-capital"),
    ),
  };
  const holds =
    signOf(subtract(expected.projects, closing.projects)) === 0 &&
    signOf(subtract(expected.capital, closing.capital)) === 0;
  return { opening, closing, expected, holds };
}

function partOf({ kind, projects, amount }: Movement, measure: FlowMeasure): Rational {
  switch (measure) {
    case "new-projects":
      return kind === "licensed" ? projects : zero;
    case "new-capital":
      return kind === "licensed" ? amount : zero;
    case "adjustments":
      return kind === "adjusted" ? one : zero;
    case "net-adjustment":
      return kind === "adjusted" ? amount : zero;
    case "gross-increase":
      return kind === "adjusted" && signOf(amount) > 0 ? amount : zero;
    case "new-and-adjusted-capital":
      return kind === "licensed" || kind === "adjusted" ? amount : zero;
    case "share-purchases":
      return kind === "share-purchase" ? one : zero;
    case "share-purchase-value":
      return kind === "share-purchase" ? amount : zero;
    case "closed-projects":
      return kind === "closed" ? projects : zero;
    case "closed-capital":
      return kind === "closed" ? amount : zero;
    case "transferred-projects":
      return kind === "transferred" ? projects : zero;
    case "transferred-capital":
      return kind === "transferred" ? amount : zero;
    case "disbursed":
      return kind === "disbursed" ? amount : zero;
  }
}
