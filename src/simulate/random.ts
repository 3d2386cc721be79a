/**
 * Chance that is the same on every machine: xoshiro128** (Blackman and Vigna, 2018) on 32-bit integers. Each part of the
 * simulation draws from a stream of its own, so that a change in one never moves the rows of another. Real numbers made
 * from the draws use + − × ÷ only, which IEEE 754 fixes to the last bit; no logarithm, no power.
 */
export interface RandomStream {
  /** A multiple of 2⁻³² in [0, 1). */
  readonly uniform: () => number;
  /** An integer from 0 to `bound` − 1. */
  readonly below: (bound: number) => number;
  /** True with the probability given. */
  readonly chance: (probability: number) => boolean;
  /** Mean 0, variance 1: the sum of twelve uniform draws less six. */
  readonly normal: () => number;
  /** Pareto with exponent 1 between 1 and `largest`: many small, few very large. */
  readonly pareto: (largest: number) => number;
}

/** The stream `name` of a seed (0 to 2³² − 1). */
export function randomStream(seed: number, name: string): RandomStream {
  const state = new Uint32Array(4);
  let mixed = (seed ^ hashOf(name)) >>> 0;
  for (let word = 0; word < 4; word += 1) {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    state[word] = scrambled(mixed);
  }
  const next = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    state[0] = a ^ fourth;
    state[1] = b ^ third;
    state[2] = third ^ (b << 9);
    state[3] = rotated(fourth, 11);
    return result;
  };
  const uniform = (): number => next() / 0x1_0000_0000;
  return {
    uniform,
    below: (bound) => Math.floor(uniform() * bound),
    chance: (probability) => uniform() < probability,
    normal: () => {
      let total = -6;
      for (let draw = 0; draw < 12; draw += 1) total += uniform();
      return total;
    },
    pareto: (largest) => 1 / (1 - uniform() * (1 - 1 / largest)),
  };
}

/** One of the entries, with chances in proportion to their weights. */
export function pick<T>(random: RandomStream, entries: readonly (readonly [T, number])[]): T {
  let left = random.uniform() * entries.reduce((total, [, weight]) => total + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError("nothing to pick from");
  return last[0];
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function scrambled(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
