/** Why an index cannot be compiled: products without a weight or a base, or an item together with its own parts. */
import type { IndicatorPlan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { Classification } from "../model/classification.ts";
import { ancestorsOf } from "../model/classification.ts";
import type { Rational } from "../model/rational.ts";
import { isZero, signOf } from "../model/rational.ts";
import type { CellSet } from "./cells.ts";
import type { BaseTable } from "./computed.ts";

/** Every fault, by product in the order of their codes. */
export function faultsOfIndex(
  { id, method }: IndicatorPlan,
  cells: CellSet,
  { weights, bases: table }: { readonly weights: ReadonlyMap<string, Rational>; readonly bases: BaseTable },
  classifications: ReadonlyMap<string, Classification>,
): readonly Diagnostic[] {
  if (method.kind !== "index") return [];
  const list = classifications.get(method.classification);
  const parentOf = (code: string): string | undefined => list?.items.get(code)?.parent;
  const span = { file: `methods/${id}.yaml` };
  const diagnostics: Diagnostic[] = [];
  const aggregates = aggregatesOf(cells.items, parentOf);
  const bases = new Map([...table.values()].flatMap((own) => [...own]));
  const firstMonths = new Map<string, number>();
  for (const { item, month } of cells.entries) firstMonths.set(item, Math.min(month, firstMonths.get(item) ?? month));
  for (const code of unweighted(cells.items, weights, list)) {
    if (aggregates.has(code)) continue;
    diagnostics.push(errorAt("data/no-weight", span, { indicator: id, code, source: method.weights.source }));
  }
  for (const code of cells.items) {
    if (aggregates.has(code)) {
      diagnostics.push(errorAt("data/index-of-aggregate", span, { indicator: id, code }));
      continue;
    }
    if (method.from === "indices") continue;
    const base = bases.get(code);
    if (base !== undefined && isZero(base)) diagnostics.push(errorAt("data/zero-base", span, { indicator: id, code }));
    // A product that is there from the first month on is not new: its base is missing.
    const isNew = (firstMonths.get(code) ?? 0) > (cells.firstMonth ?? 0);
    const hasOlderSibling = cells.items.some((other) => bases.has(other) && parentOf(other) === parentOf(code));
    if (base === undefined && !(isNew && hasOlderSibling)) {
      const source = "source" in method.base ? method.base.source : method.source;
      diagnostics.push(errorAt("data/no-base", span, { indicator: id, code, source }));
    }
  }
  return diagnostics;
}

/** Products without a weight, and every item at or above them whose weight is not above zero: it would take nothing with it, or divide by zero. */
function unweighted(
  items: readonly string[],
  weights: ReadonlyMap<string, Rational>,
  list: Classification | undefined,
): readonly string[] {
  const missing = items.filter((code) => !weights.has(code));
  const involved = new Set(items.flatMap((code) => (list === undefined ? [code] : ancestorsOf(list, code))));
  const worthless = [...involved].filter((code) => {
    const weight = weights.get(code);
    return weight !== undefined && signOf(weight) <= 0;
  });
  return [...missing, ...worthless];
}

/** The items of which a part is there too. */
function aggregatesOf(items: readonly string[], parentOf: (code: string) => string | undefined): ReadonlySet<string> {
  const present = new Set(items);
  const above = new Set<string>();
  for (const code of items) {
    for (let parent = parentOf(code); parent !== undefined; parent = parentOf(parent)) {
      if (present.has(parent)) above.add(parent);
    }
  }
  return above;
}
