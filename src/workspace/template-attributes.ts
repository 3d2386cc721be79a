/** The attributes of a directive with their places: the Markdown parser gives their values, not where they stand. */
import type { Attribute, Stretch } from "./template.ts";

const attributePattern = /([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/g;

/** Reads `{of="iip" top="8"}` out of the stretch after a directive's label. `source` is the file as it stands; `masked` the same with placeholders hidden. */
export function readAttributes(source: string, masked: string, { start, end }: Stretch): readonly Attribute[] {
  const open = masked.indexOf("{", start);
  if (open === -1 || open >= end) return [];
  const attributes: Attribute[] = [];
  for (const match of masked.slice(open, end).matchAll(attributePattern)) {
    const [whole, name = "", double, single, bare] = match;
    const value = double ?? single ?? bare ?? "";
    const from = open + match.index;
    const quote = bare === undefined ? 1 : 0;
    const valueEnd = from + whole.length - quote;
    attributes.push({
      name,
      value: source.slice(valueEnd - value.length, valueEnd),
      nameAt: { start: from, end: from + name.length },
      valueAt: { start: valueEnd - value.length, end: valueEnd },
    });
  }
  return attributes;
}

/** The stretches between separators, without the space around them: `a; b ; c`. Empty ones are left out. */
export function splitStretch(
  text: string,
  separator: string,
  start: number,
): readonly { readonly text: string; readonly at: Stretch }[] {
  const parts: { readonly text: string; readonly at: Stretch }[] = [];
  let from = 0;
  for (const piece of text.split(separator)) {
    const trimmed = piece.trim();
    const at = start + from + piece.indexOf(trimmed);
    if (trimmed !== "") parts.push({ text: trimmed, at: { start: at, end: at + trimmed.length } });
    from += piece.length + separator.length;
  }
  return parts;
}
