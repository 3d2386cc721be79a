/** The hierarchy over elementary aggregates: from the whole down to the units, with the units' weights. */
import type { Value } from "./generalized-mean.ts";

export interface PriceStructure {
  /** Codes of each level in order of appearance; the whole first, the units last. A code stands in one level only. */
  readonly levels: readonly (readonly string[])[];
  readonly parentOf: ReadonlyMap<string, string>;
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
  /** Of the units. */
  readonly weights: ReadonlyMap<string, Value>;
}

export interface UnitPath {
  /** From the whole to the unit itself; of one length for all units. */
  readonly path: readonly string[];
  readonly weight: Value;
}

/** Builds the hierarchy. Throws a RangeError when paths differ in length or a code has two places. */
export function priceStructure(units: readonly UnitPath[]): PriceStructure {
  const depth = units[0]?.path.length ?? 0;
  const levels = Array.from({ length: depth }, () => new Set<string>());
  const parentOf = new Map<string, string>();
  const childrenOf = new Map<string, string[]>();
  const levelOf = new Map<string, number>();
  const weights = new Map<string, Value>();
  for (const { path, weight } of units) {
    if (path.length !== depth) throw new RangeError("the units of a price structure stand at one depth");
    for (const [at, code] of path.entries()) {
      const parent = path[at - 1];
      if ((levelOf.get(code) ?? at) !== at || (levelOf.has(code) && parentOf.get(code) !== parent)) {
        throw new RangeError(`the code ${code} has two places in the price structure`);
      }
      if (!levelOf.has(code) && parent !== undefined) {
        parentOf.set(code, parent);
        childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), code]);
      }
      levelOf.set(code, at);
      levels[at]?.add(code);
      if (at === depth - 1) weights.set(code, weight);
    }
  }
  return { levels: levels.map((codes) => [...codes]), parentOf, childrenOf, weights };
}
