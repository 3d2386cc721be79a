/** A code list with its hierarchy: VSIC, goods, kinds of business, provinces. */
import type { LocalText } from "./text.ts";

export interface ClassificationItem {
  readonly code: string;
  /** The code one level up; `undefined` for a root. */
  readonly parent: string | undefined;
  readonly level: string;
  readonly name: LocalText;
  /** First and last day of validity, ISO dates; open where `undefined`. */
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
}

export interface Classification {
  readonly id: string;
  readonly title: LocalText;
  readonly version: string;
  /** From the whole to the finest. */
  readonly levels: readonly string[];
  /** In the order of the file. */
  readonly items: ReadonlyMap<string, ClassificationItem>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

/** Builds the lookup of children; items keep the order of the list. */
export function classificationOf(
  head: {
    readonly id: string;
    readonly title: LocalText;
    readonly version: string;
    readonly levels: readonly string[];
  },
  items: readonly ClassificationItem[],
): Classification {
  const children = new Map<string, string[]>();
  for (const item of items) {
    if (item.parent === undefined) continue;
    const siblings = children.get(item.parent);
    if (siblings === undefined) children.set(item.parent, [item.code]);
    else siblings.push(item.code);
  }
  return { ...head, items: new Map(items.map((item) => [item.code, item])), children };
}

/** The codes from `code` up to its root, itself first. The tree has been checked for cycles. */
export function ancestorsOf(classification: Classification, code: string): readonly string[] {
  const path: string[] = [];
  for (let at: string | undefined = code; at !== undefined; at = classification.items.get(at)?.parent) path.push(at);
  return path;
}
