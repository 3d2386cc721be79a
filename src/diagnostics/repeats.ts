/** The same fault down a column is told once, at its first place, with how often it occurs. */
import type { Diagnostic } from "./diagnostic.ts";

/** Merges diagnostics of one file that say the same with the same values; order is kept. */
export function oncePerFault(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const merged = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = JSON.stringify([diagnostic.code, diagnostic.span.file, diagnostic.params]);
    const first = merged.get(key);
    merged.set(key, first === undefined ? diagnostic : { ...first, count: first.count + diagnostic.count });
  }
  return [...merged.values()];
}
