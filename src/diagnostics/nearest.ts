/** "Did you mean": the known name that a mistyped one most likely stands for. Case, Vietnamese marks and separators weigh nothing, or less than letters. */

/** The nearest of the known names: at most two edits away, at most one for names of up to four letters; `undefined` where none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > 200) return undefined;
  const wanted = bare(name);
  // Numbers that differ in a digit are two codes, not one mistyped; but spreadsheets drop leading zeros.
  if (/^\d+$/.test(wanted)) {
    const digits = wanted.replace(/^0+/, "");
    for (const candidate of known) if (candidate !== name && candidate.replace(/^0+/, "") === digits) return candidate;
    return undefined;
  }
  const limit = wanted.length <= 4 ? 1 : 2;
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    if (candidate === name) continue;
    const distance = editDistance(wanted, bare(candidate), limit);
    if (distance > limit || distance >= Math.max(1, wanted.length)) continue;
    if (best === undefined || distance < best.distance) best = { name: candidate, distance };
  }
  return best?.name;
}

/** Lower case without Vietnamese marks, and one kind of separator: `Bán_Lẻ` → `ban-le`. */
export function bare(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
}

/** Insertions, deletions, substitutions and swaps of neighbours between two texts; anything above `limit` counts as `limit + 1`. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, to.length), limit + 1);
}

function at(costs: readonly number[], index: number): number {
  return costs[index] ?? Number.POSITIVE_INFINITY;
}
