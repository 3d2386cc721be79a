/**
 * The tree of weights of an index. Each level has its own weights (value added), which need not be the sum of the sampled
 * items below; what an item adds to the total is its effective weight (methods.md 1.3).
 */
import type { Rational } from "../model/rational.ts";
import { divide, multiply, one, sum } from "../model/rational.ts";
import { aggregateIndex } from "./index-number.ts";

export interface WeightTree {
  readonly code: string;
  /** The item's own weight; `undefined` for a level that is only inserted, whose weight is that of its children. */
  readonly weight: Rational | undefined;
  /** The sampled items below; none for an item whose index is given. */
  readonly children: readonly WeightTree[];
}

/** What a tree is cut from: a classification, the weights of its items, and which items have an index of their own. */
export interface WeightSource {
  readonly childrenOf: (code: string) => readonly string[];
  readonly weightOf: (code: string) => Rational | undefined;
  readonly isSampled: (code: string) => boolean;
}

/** The tree under `code` with the sampled items only; `undefined` when nothing below is sampled. A sampled item is a leaf. */
export function sampledTree(code: string, source: WeightSource): WeightTree | undefined {
  const weight = source.weightOf(code);
  if (source.isSampled(code)) return { code, weight, children: [] };
  const children = source.childrenOf(code).flatMap((child) => sampledTree(child, source) ?? []);
  return children.length === 0 ? undefined : { code, weight, children };
}

/** The weight with which a node stands among its siblings. A leaf without one is the caller's mistake: RangeError. */
export function weightOfNode({ code, weight, children }: WeightTree): Rational {
  if (weight !== undefined) return weight;
  if (children.length === 0) throw new RangeError(`the item ${code} has neither a weight nor items below`);
  return sum(children.map(weightOfNode));
}

/** ω of every node, the root 1: the product of its shares among sampled siblings, level by level. Leaves sum to 1. */
export function effectiveWeights(tree: WeightTree): ReadonlyMap<string, Rational> {
  const weights = new Map<string, Rational>();
  const visit = (node: WeightTree, effective: Rational): void => {
    weights.set(node.code, effective);
    const siblings = sum(node.children.map(weightOfNode));
    for (const child of node.children) visit(child, divide(multiply(effective, weightOfNode(child)), siblings));
  };
  visit(tree, one);
  return weights;
}

/**
 * The index of every node, from the leaves up. `publish` gives the index with which a node enters the level above: itself
 * for full precision, or its rounded figure where an agency aggregates from published levels (methods.md, India's general
 * index). What is returned is what was published.
 */
export function aggregateTree(
  tree: WeightTree,
  indexOf: (code: string) => Rational,
  publish: (code: string, index: Rational) => Rational = (_code, index) => index,
): ReadonlyMap<string, Rational> {
  const indices = new Map<string, Rational>();
  const visit = (node: WeightTree): Rational => {
    const index =
      node.children.length === 0
        ? indexOf(node.code)
        : aggregateIndex(node.children.map((child) => ({ weight: weightOfNode(child), index: visit(child) })));
    const published = publish(node.code, index);
    indices.set(node.code, published);
    return published;
  };
  visit(tree);
  return indices;
}
