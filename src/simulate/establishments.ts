/**
 * The establishments and what each of them makes. Sizes follow the rank-size rule (the k-th unit of a division is about
 * 1/k of the first), so that a few units dominate; the first units of a division cover all its products.
 */
import type { Industry, Product } from "./industry-structure.ts";
import type { RandomStream } from "./random.ts";
import { pick } from "./random.ts";
import { placeOfLargest, shareOut } from "./share-out.ts";

export type Size = "L" | "M" | "S";

/** One product of one establishment. */
export interface OutputLine {
  /** `E0001`. */
  readonly unit: string;
  readonly size: Size;
  readonly product: Product;
  /** Part of the product's output, all lines of the product together 1. */
  readonly share: number;
}

/** Below this part of every product it makes, a unit may miss a return; above it someone would have called. */
const largestMissingShare = 0.08;

/** Whether the unit's return may be missing: it is neither large nor an important maker of any of its products. */
export function mayMiss(lines: readonly OutputLine[]): boolean {
  return lines.every(({ size, share }) => size !== "L" && share < largestMissingShare);
}

/** About `count` establishments spread over the divisions as declared; each makes one to three products. */
export function establishmentLines(
  industry: Industry,
  products: readonly Product[],
  count: number,
  random: RandomStream,
): readonly OutputLine[] {
  const divisions = Object.entries(industry.divisions);
  const unitCounts = shareOut(
    count,
    divisions.map(([, { establishments }]) => establishments),
  );
  const drafts: { unit: number; weight: number; rank: number; units: number; product: Product }[] = [];
  let unit = 0;
  divisions.forEach(([division, { classes }], at) => {
    const own = products.filter((product) => product.division === division);
    const weightOf = (product: Product): number => (classes[product.above[1] ?? ""]?.weight ?? 1) * product.share;
    const units = Math.max(unitCounts[at] ?? 0, Math.ceil(own.length / 3));
    for (let rank = 0; rank < units; rank += 1) {
      unit += 1;
      const weight = (0.7 + 0.7 * random.uniform()) / (rank + 1);
      for (const product of makes(own, rank, units, weightOf, random))
        drafts.push({ unit, weight, rank, units, product });
    }
  });
  return withSizes(drafts, products);
}

/** The products of the unit of this rank: the first units take one product each until all are made, the others as chance has it. */
function makes(
  own: readonly Product[],
  rank: number,
  units: number,
  weightOf: (product: Product) => number,
  random: RandomStream,
): readonly Product[] {
  const made = own.filter((_, place) => place % Math.min(units, own.length) === rank);
  const choices = own.map((product) => [product, weightOf(product)] as const);
  if (made.length === 0) made.push(pick(random, choices));
  const wanted = random.chance(0.4) ? (random.chance(0.35) ? 3 : 2) : 1;
  for (let attempt = 0; attempt < 4 && made.length < Math.min(wanted, own.length); attempt += 1) {
    const another = pick(random, choices);
    if (!made.includes(another)) made.push(another);
  }
  return made;
}

function withSizes(
  drafts: readonly { unit: number; weight: number; rank: number; units: number; product: Product }[],
  products: readonly Product[],
): readonly OutputLine[] {
  const totals = new Map<string, number>();
  for (const { product, weight } of drafts) totals.set(product.code, (totals.get(product.code) ?? 0) + weight);
  const large = new Set<number>();
  for (const product of products) {
    const lines = drafts.filter((draft) => draft.product === product);
    const first = lines[placeOfLargest(lines.map(({ weight }) => weight))];
    if (first !== undefined) large.add(first.unit);
  }
  for (const { unit, rank, units } of drafts) if (rank < units * 0.08) large.add(unit);
  return drafts.map(({ unit, weight, rank, units, product }) => ({
    unit: `E${String(unit).padStart(4, "0")}`,
    size: large.has(unit) ? "L" : rank < units * 0.45 ? "M" : "S",
    product,
    share: weight / (totals.get(product.code) ?? weight),
  }));
}
