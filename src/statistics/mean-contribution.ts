/**
 * Additive contributions to a generalised mean: the weights that give the same mean as an arithmetic one, times the change
 * of each relative (Balk 2008, section 4.2; Martin 2021). They sum to the index minus one. Doubles, see generalized-mean.ts.
 */
import type { Value } from "./generalized-mean.ts";
import { generalizedMean } from "./generalized-mean.ts";

/** Contributions of each relative to the mean of order `order` minus one; missing relatives contribute nothing and stay missing. */
export function meanContributions(
  order: number,
  values: readonly Value[],
  weights?: readonly Value[],
): readonly Value[] {
  return changesBy(values, transmutedWeights({ from: order, to: 1 }, values, weights));
}

/** Contributions to a Fisher index of relatives with base and current value shares (Reinsdorf, Diewert and Ehemann 2002, section 6). */
export function fisherContributions(
  relatives: readonly Value[],
  baseWeights: readonly Value[],
  currentWeights: readonly Value[],
): readonly Value[] {
  const fromLaspeyres = transmutedWeights({ from: 1, to: 0 }, relatives, baseWeights);
  const fromPaasche = transmutedWeights({ from: -1, to: 0 }, relatives, currentWeights);
  const geometric = fromLaspeyres.map((weight, place) => plus(weight, fromPaasche[place]));
  return changesBy(relatives, transmutedWeights({ from: 0, to: 1 }, relatives, geometric));
}

/** Weights, summing to one, whose mean of order `to` equals the mean of order `from` under the given weights. */
export function transmutedWeights(
  orders: { readonly from: number; readonly to: number },
  values: readonly Value[],
  weights?: readonly Value[],
): readonly Value[] {
  const mean = generalizedMean(orders.from, values, { ...(weights === undefined ? {} : { weights }), missing: "skip" });
  return scaled(
    values.map((value, place) => {
      const weight = weights === undefined ? 1 : weights[place];
      if (value === undefined || weight === undefined || mean === undefined) return undefined;
      return weight * meanRatio(orders, value, mean);
    }),
  );
}

/** Below this distance from the mean the quotient of differences has lost its digits, and its limit stands in. */
const tolerance = 2 ** -26;

function meanRatio({ from, to }: { readonly from: number; readonly to: number }, value: number, mean: number): number {
  if (from === to) return 1;
  if (Math.abs(value - mean) <= tolerance) return mean ** (from - to);
  return difference(value, mean, from) / difference(value, mean, to);
}

/** (aʳ − bʳ)/r, the logarithm of the ratio for r = 0. */
function difference(a: number, b: number, order: number): number {
  if (order === 0) return Math.log(a / b);
  return order === 1 ? a - b : (a ** order - b ** order) / order;
}

function scaled(weights: readonly Value[]): readonly Value[] {
  const total = weights.reduce<number>((so, weight) => so + (weight ?? 0), 0);
  return weights.map((weight) => (weight === undefined ? undefined : weight / total));
}

function changesBy(values: readonly Value[], weights: readonly Value[]): readonly Value[] {
  return values.map((value, place) => {
    const weight = weights[place];
    return value === undefined || weight === undefined ? undefined : (value - 1) * weight;
  });
}

function plus(a: Value, b: Value): Value {
  return a === undefined || b === undefined ? undefined : a + b;
}
