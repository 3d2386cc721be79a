/** The one order of texts inside: by code unit, the same on every machine and in every locale. Never for readers. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
