/**
 * Levels of an index of industrial production: product → class → group → division → section → all, by each level's own
 * weights (methods.md 1.3). A quarter or a year so far is the mean of its months, so that the growth of two such levels is
 * the ratio of sums. An item without data in a month takes the index of the level above it, which leaves that level as it is.
 */
import type { IndicatorPlan } from "../compile/plan.ts";
import type { Classification } from "../model/classification.ts";
import { decimalToRational } from "../model/decimal.ts";
import { wholeItem } from "../model/observation.ts";
import { basisEndsWith, monthFromOrdinal, monthsCovered, type Basis } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { divide, isZero, rational, zero } from "../model/rational.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import { elementaryIndex } from "../statistics/index-number.ts";
import { baseForNewProduct } from "../statistics/new-product.ts";
import type { WeightTree } from "../statistics/weight-tree.ts";
import { aggregateTree, effectiveWeights, sampledTree, weightOfNode } from "../statistics/weight-tree.ts";
import type { Cell, CellSet } from "./cells.ts";
import type { BaseTable } from "./computed.ts";
import { basesIn } from "./computed.ts";
import type { Levels } from "./levels.ts";
import { sumOfMonths } from "./levels.ts";

export interface IndexInputs {
  /** Own weights by item; a level that has none takes the sum of the items below. */
  readonly weights: ReadonlyMap<string, Rational>;
  /** Monthly averages of the base year by product, in each territory; empty where the source holds indices already. */
  readonly bases: BaseTable;
}

interface MonthOfIndex {
  readonly index: ReadonlyMap<string, Rational>;
  /** The part of each index that rests on imputed quantities, in index points. */
  readonly imputed: ReadonlyMap<string, Rational>;
  readonly rows: ReadonlyMap<string, number>;
}

export function indexLevels(
  indicator: IndicatorPlan,
  cells: CellSet,
  inputs: IndexInputs,
  classification: Classification,
): Levels {
  const { method } = indicator;
  if (method.kind !== "index") throw new Error(`${indicator.id} is not an index`);
  const { rounding } = method;
  const root = rootOf(classification);
  const sampled = new Set(cells.items.filter((item) => inputs.weights.has(item)));
  const tree = sampledTree(root, {
    childrenOf: (code) => classification.children.get(code) ?? [],
    weightOf: (code) => inputs.weights.get(code),
    isSampled: (code) => sampled.has(code),
  });
  if (tree === undefined)
    return {
      indicator: indicator.id,
      items: [],
      parts: [],
      territories: [],
      level: () => undefined,
      weight: () => undefined,
    };
  const weighted = withWeights(tree);
  const effective = effectiveWeights(weighted);
  const publish = (code: string, index: Rational): Rational => {
    if (rounding === "none") return index;
    const level = classification.items.get(code)?.level ?? "";
    return rounding.levels.includes(level) ? decimalToRational(roundHalfAwayFromZero(index, rounding.decimals)) : index;
  };
  const items = [...classification.items.keys()].filter((code) => effective.has(code));
  const compiled = new Map<string, ReadonlyMap<number, MonthOfIndex>>();
  const monthsOf = (territory: string): ReadonlyMap<number, MonthOfIndex> => {
    const known = compiled.get(territory);
    if (known !== undefined) return known;
    const bases = method.from === "indices" ? undefined : basesIn(inputs.bases, territory);
    const made = compileMonths(weighted, cells, territory, bases, publish);
    compiled.set(territory, made);
    return made;
  };
  const codeOf = (item: string): string => (item === wholeItem ? root : item);

  const level = (item: string, territory: string, month: number, basis: Basis): Cell | undefined => {
    if (basis === "end" || !basisEndsWith(monthFromOrdinal(month), basis)) return undefined;
    const code = codeOf(item);
    const months = monthsOf(territory);
    const total = sumOfMonths(month, basis, (at) => {
      const compiledMonth = months.get(at);
      const value = compiledMonth?.index.get(code);
      if (compiledMonth === undefined || value === undefined) return undefined;
      return { value, rows: compiledMonth.rows.get(code) ?? 0, imputed: compiledMonth.imputed.get(code) ?? zero };
    });
    if (total === undefined || basis === "month") return total;
    const count = rational(monthsCovered(monthFromOrdinal(month), basis).length);
    return { value: divide(total.value, count), rows: total.rows, imputed: divide(total.imputed, count) };
  };
  return {
    indicator: indicator.id,
    items: [wholeItem, ...items.filter((code) => code !== root)],
    parts: (classification.children.get(root) ?? []).filter((code) => effective.has(code)),
    territories: cells.territories,
    level,
    weight: (item) => effective.get(codeOf(item)),
  };
}

/** The item that stands for everything: the classification's only root. */
export function rootOf(classification: Classification): string {
  for (const item of classification.items.values()) if (item.parent === undefined) return item.code;
  throw new Error(`the classification ${classification.id} is empty`);
}

/** The same tree with every weight written out, so that taking a leaf away for a month changes no other weight. */
function withWeights(tree: WeightTree): WeightTree {
  return { code: tree.code, weight: weightOfNode(tree), children: tree.children.map(withWeights) };
}

function compileMonths(
  tree: WeightTree,
  cells: CellSet,
  territory: string,
  /** Averages of the base year; `undefined` where the cells are indices already. */
  bases: ReadonlyMap<string, Rational> | undefined,
  publish: (code: string, index: Rational) => Rational,
): ReadonlyMap<number, MonthOfIndex> {
  const own = cells.entries.filter((entry) => entry.territory === territory);
  const months = [...new Set(own.map(({ month }) => month))].sort((a, b) => a - b);
  const leaves = leavesOf(tree);
  const entering = new Map<string, Rational>();
  const compiled = new Map<number, MonthOfIndex>();
  for (const month of months) {
    const cellOf = (code: string): Cell | undefined => cells.at({ item: code, territory, month, basis: "month" });
    const indexOf = (code: string, value: Rational): Rational | undefined => {
      if (bases === undefined) return value;
      const base = bases.get(code) ?? entering.get(code);
      return base === undefined || isZero(base) ? undefined : elementaryIndex(value, base);
    };
    const leafIndices = new Map(
      leaves.flatMap((code) => {
        const cell = cellOf(code);
        const index = cell === undefined ? undefined : indexOf(code, cell.value);
        return index === undefined ? [] : [[code, index] as const];
      }),
    );
    const present = prune(tree, (code) => leafIndices.has(code));
    if (present === undefined) continue;
    const index = new Map(aggregateTree(present, (code) => leafIndices.get(code) ?? zero, publish));
    fillFromAbove(tree, index);
    // A product that appears for the first time starts at its class's index, which therefore does not jump.
    for (const leaf of leaves) {
      const cell = cellOf(leaf);
      const standing = index.get(leaf);
      const isNew = bases !== undefined && !bases.has(leaf) && !entering.has(leaf);
      if (isNew && cell !== undefined && standing !== undefined && !isZero(standing) && !isZero(cell.value)) {
        entering.set(leaf, baseForNewProduct(cell.value, standing));
      }
    }
    // The imputed part is an index of the imputed quantities alone, by the same weights: a part of the index itself.
    const isImputed = leaves.some((code) => !isZero(cellOf(code)?.imputed ?? zero));
    const imputed = isImputed
      ? new Map(aggregateTree(present, (code) => indexOf(code, cellOf(code)?.imputed ?? zero) ?? zero))
      : new Map<string, Rational>();
    fillFromAbove(tree, imputed);
    compiled.set(month, { index, imputed, rows: rowsBehind(tree, cellOf) });
  }
  return compiled;
}

function prune(tree: WeightTree, keep: (code: string) => boolean): WeightTree | undefined {
  if (tree.children.length === 0) return keep(tree.code) ? tree : undefined;
  const children = tree.children.flatMap((child) => prune(child, keep) ?? []);
  return children.length === 0 ? undefined : { ...tree, children };
}

function fillFromAbove(tree: WeightTree, index: Map<string, Rational>): void {
  const own = index.get(tree.code);
  for (const child of tree.children) {
    if (own !== undefined && !index.has(child.code)) index.set(child.code, own);
    fillFromAbove(child, index);
  }
}

/** How many rows are behind each item. */
function rowsBehind(tree: WeightTree, cellOf: (code: string) => Cell | undefined): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const visit = (node: WeightTree): number => {
    const own =
      node.children.length === 0
        ? (cellOf(node.code)?.rows ?? 0)
        : node.children.reduce((total, child) => total + visit(child), 0);
    rows.set(node.code, own);
    return own;
  };
  visit(tree);
  return rows;
}

function leavesOf(tree: WeightTree): readonly string[] {
  return tree.children.length === 0 ? [tree.code] : tree.children.flatMap(leavesOf);
}
