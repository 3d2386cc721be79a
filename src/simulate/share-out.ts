/** A whole amount shared out in whole units, so that the parts add to it exactly (largest remainders; among equals the earlier part). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const weightTotal = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0 || !(weightTotal > 0)) {
    throw new RangeError(`${String(total)} cannot be shared out among ${String(weights.length)} parts without weight`);
  }
  const exact = weights.map((weight) => (total * weight) / weightTotal);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((value, place) => ({ place, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (let given = 0; given < left; given += 1) {
    const at = byRemainder[given % byRemainder.length];
    if (at !== undefined) parts[at.place] = (parts[at.place] ?? 0) + 1;
  }
  return parts;
}

/** The same, but no part below `least`; the total must be enough for that. */
export function shareOutAtLeast(total: number, weights: readonly number[], least: number): number[] {
  const rest = total - least * weights.length;
  if (rest < 0)
    throw new RangeError(`${String(total)} is not enough for ${String(weights.length)} parts of ${String(least)}`);
  return shareOut(rest, weights).map((part) => part + least);
}

/** The place of the largest value, the first among equals. */
export function placeOfLargest(values: readonly number[]): number {
  let place = 0;
  values.forEach((value, at) => {
    if (value > (values[place] ?? value)) place = at;
  });
  return place;
}
