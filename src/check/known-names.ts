/** What the names in a workspace lead to, for the checks. What could not be read is known to exist, so that one mistake is told once. */
import type { ColumnDeclaration } from "../workspace/declarations/source.ts";
import type { DeclaredClassification, DeclaredMethod, DeclaredSource, Workspace } from "../workspace/workspace.ts";

/** `unread`: the name is declared, but its file has mistakes that are told already. */
export type Lookup<T> = { readonly kind: "found"; readonly value: T } | { readonly kind: "unread" | "unknown" };

export interface KnownNames {
  readonly classification: (id: string) => Lookup<DeclaredClassification>;
  readonly source: (id: string) => Lookup<DeclaredSource>;
  readonly method: (id: string) => Lookup<DeclaredMethod>;
  readonly classifications: readonly string[];
  readonly sources: readonly string[];
  readonly methods: readonly string[];
  /** The codes of a classification; `undefined` where they are not all known. */
  readonly codes: (classification: string) => ReadonlySet<string> | undefined;
}

export function knownNames({ classifications, sources, methods, unread }: Workspace): KnownNames {
  const codes = new Map(
    classifications.map(({ id, items, complete }) => [
      id,
      complete ? new Set(items.map(({ item }) => item.code)) : undefined,
    ]),
  );
  return {
    classification: lookup(classifications, unread.classifications),
    source: lookup(sources, unread.sources),
    method: lookup(methods, unread.methods),
    classifications: [...classifications.map(({ id }) => id), ...unread.classifications].sort(),
    sources: [...sources.map(({ id }) => id), ...unread.sources].sort(),
    methods: [...methods.map(({ id }) => id), ...unread.methods].sort(),
    codes: (id) => codes.get(id),
  };
}

/** The codes that a column may hold and the name of their list; `undefined` where that is not known or not limited. */
export function codesOfColumn(
  column: ColumnDeclaration,
  names: KnownNames,
): { readonly codes: ReadonlySet<string>; readonly list: string } | undefined {
  if (column.type !== "code") return undefined;
  if (column.classification === undefined) {
    return column.values === undefined ? undefined : { codes: new Set(column.values), list: "`values`" };
  }
  const codes = names.codes(column.classification);
  return codes === undefined ? undefined : { codes, list: column.classification };
}

function lookup<T extends { readonly id: string }>(
  known: readonly T[],
  unread: readonly string[],
): (id: string) => Lookup<T> {
  const byId = new Map(known.map((each) => [each.id, each]));
  return (id) => {
    const value = byId.get(id);
    if (value !== undefined) return { kind: "found", value };
    return { kind: unread.includes(id) ? "unread" : "unknown" };
  };
}
