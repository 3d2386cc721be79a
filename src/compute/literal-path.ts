/** The engine takes *, ? and [ in a path as patterns; in brackets they stand for themselves. */
export function literalPath(path: string): string {
  return path.replace(/[*?[]/g, "[$&]");
}
