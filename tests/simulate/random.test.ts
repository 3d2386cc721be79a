/** The chance of the simulation: known first draws, so that no change of machine or version goes unseen, and whole amounts that stay whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "../../src/simulate/random.ts";
import { shareOut, shareOutAtLeast } from "../../src/simulate/share-out.ts";

test("a stream gives the draws it always gave", () => {
  const random = randomStream(20240930, "customs");
  const draws = Array.from({ length: 4 }, () => random.below(1_000_000));
  expect(draws).toMatchInlineSnapshot(`
    [
      906879,
      341660,
      365199,
      731158,
    ]
  `);
});

test("streams of one seed differ by name, and of one name by seed", () => {
  const first = (seed: number, name: string): number => randomStream(seed, name).uniform();
  expect(first(1, "retail")).not.toBe(first(1, "customs"));
  expect(first(1, "retail")).not.toBe(first(2, "retail"));
});

test("draws fill the interval evenly", () => {
  const random = randomStream(7, "even");
  const counts = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const place = random.below(10);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  // 10,000 each, standard deviation 95.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});

test("parts add to the whole, none below the least, larger weights never get less", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000_000 }),
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 }),
      (total, weights) => {
        const parts = shareOut(total, weights);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        weights.forEach((weight, at) => {
          weights.forEach((other, place) => {
            if (weight > other) expect(parts[at] ?? 0).toBeGreaterThanOrEqual(parts[place] ?? 0);
          });
        });
        const withLeast = shareOutAtLeast(total + 3 * weights.length, weights, 3);
        expect(Math.min(...withLeast)).toBeGreaterThanOrEqual(3);
      },
    ),
  );
});

test("what cannot be shared out is refused", () => {
  expect(() => shareOut(5, [])).toThrow(RangeError);
  expect(() => shareOut(5, [0, 0])).toThrow(RangeError);
  expect(() => shareOutAtLeast(2, [1, 1, 1], 1)).toThrow(RangeError);
});
