/**
 * A derivation as it may be published. A quantity that fewer than three respondents a month made is what one of them
 * returned, or nearly so; where their source is confidential, the step above is shown without it. Rules by dominance, and
 * what could be worked out from other figures, are not looked at here.
 */
import type { Derivation, SourceRows } from "../model/derivation.ts";
import { monthsBetween } from "../model/period.ts";

/** The least number of returns a month behind a published quantity (methods.md 11.3: three is usual). */
const leastReturns = 3;

export function publicDerivation(derivation: Derivation): Derivation {
  const discloses = derivation.rule === "index-elementary" && derivation.inputs.some(({ rows }) => isTooSmall(rows));
  return { ...derivation, inputs: discloses ? [] : derivation.inputs.map(publicDerivation) };
}

function isTooSmall(rows: SourceRows | undefined): boolean {
  if (rows?.confidential !== true) return false;
  const { from, to } = rows.selection;
  return rows.count < leastReturns * monthsBetween(from, to).length;
}
