/**
 * The establishments of a simulation at scale, one product each line, as parameters from which the engine makes the months.
 * A generator: a million lines take no more memory than one.
 */
import type { Industry } from "./industry-structure.ts";
import { productsOf } from "./industry-structure.ts";
import type { RandomStream } from "./random.ts";
import { pick, randomStream } from "./random.ts";
import { shareOutAtLeast } from "./share-out.ts";

/** Names of the columns of a line, all whole numbers but the first four. */
export const scaleColumns = ["province", "unit", "size", "product", "base", "growth", "may_miss", "noise"] as const;

export interface ScaleSize {
  readonly seed: number;
  readonly establishments: number;
  readonly provinces: readonly string[];
}

/** The first lines of every product and size group of a province always answer, so that the growth of similar units is known. */
const answeringLines = 2;

/** Rows in the order of `scaleColumns`: base quantity a month, growth in millionths a month, whether a return may be missing (0, 1), a seed of its own. */
export function* scaleLines(
  industry: Industry,
  { seed, establishments, provinces }: ScaleSize,
): Generator<readonly string[]> {
  const random = randomStream(seed, "scale");
  const products = productsOf(industry);
  const divisions = Object.entries(industry.divisions).map(([code, division]) => {
    const own = products
      .filter((product) => product.division === code)
      .map((product) => [product, product.share] as const);
    return [{ division, own }, division.establishments] as const;
  });
  const counts = shareOutAtLeast(
    establishments,
    provinces.map(() => random.pareto(20)),
    1,
  );
  for (const [at, province] of provinces.entries()) {
    const groups = new Map<string, number>();
    for (let unit = 1; unit <= (counts[at] ?? 0); unit += 1) {
      const { division, own } = pick(random, divisions);
      const scale = random.pareto(200);
      const size = scale > 20 ? "L" : scale > 3 ? "M" : "S";
      for (const product of productsMade(own, random)) {
        const group = `${product.code}/${size}`;
        const place = groups.get(group) ?? 0;
        groups.set(group, place + 1);
        const yearly = division.growth + 3 * random.normal();
        yield [
          province,
          `${province}-${String(unit).padStart(6, "0")}`,
          size,
          product.code,
          String(Math.max(20, Math.floor((product.base * scale) / 32))),
          String(Math.round((Math.min(20, Math.max(-6, yearly)) * 10_000) / 12)),
          size !== "L" && place >= answeringLines ? "1" : "0",
          String(1 + random.below(2_147_483_646)),
        ];
      }
    }
  }
}

/** One to three different products of the division, two on average over all divisions, since some have one product only. */
function productsMade<P>(own: readonly (readonly [P, number])[], random: RandomStream): readonly P[] {
  const wanted = Math.min(own.length, random.chance(0.12) ? 1 : random.chance(0.3) ? 2 : 3);
  const made: P[] = [];
  while (made.length < wanted) {
    const rest = own.filter(([product]) => !made.includes(product));
    made.push(pick(random, rest));
  }
  return made;
}
