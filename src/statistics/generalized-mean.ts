/**
 * Generalised means of price or quantity relatives: order 1 arithmetic, 0 geometric, −1 harmonic. Roots and logarithms make
 * doubles necessary here and in the files built on this one (price-*, bilateral-*, mean-contribution): the one place where a
 * statistic may be a `number`. Results agree with the reference values to 1e-12 and never become a printed figure directly.
 */

/** A relative, price, weight or index; `undefined` is missing. */
export type Value = number | undefined;

/** Leave missing terms out, or let one of them make the result missing. */
export type MissingRule = "skip" | "propagate";

/** (Σ w·xʳ / Σ w)^(1/r), for r = 0 exp(Σ w·ln x / Σ w) (PPI Manual 2004, ch. 15); equal weights where none are given. */
export function generalizedMean(
  order: number,
  values: readonly Value[],
  options: { readonly weights?: readonly Value[]; readonly missing: MissingRule },
): Value {
  let weightSum = 0;
  let total = 0;
  for (const [place, value] of values.entries()) {
    const weight = options.weights === undefined ? 1 : options.weights[place];
    if (value === undefined || weight === undefined) {
      if (options.missing === "propagate") return undefined;
      continue;
    }
    weightSum += weight;
    total += weight * raised(value, order);
  }
  if (weightSum === 0) return undefined;
  const mean = total / weightSum;
  return order === 0 ? Math.exp(mean) : order === 1 ? mean : mean ** (1 / order);
}

/** The weight that goes on with its relative into the next period: w·xʳ (for the arithmetic mean, price-updating). */
export function factorWeight(order: number, value: Value, weight: Value): Value {
  if (value === undefined || weight === undefined) return undefined;
  return order === 0 ? weight : weight * value ** order;
}

function raised(value: number, order: number): number {
  return order === 0 ? Math.log(value) : order === 1 ? value : value ** order;
}
