/**
 * Figures are called inside Markdown, YAML and attributes. Before those are parsed each `{{ … }}` becomes a run of
 * private-use characters of the same length that carries its number, so that no parser sees what is inside and every offset stays.
 */
import type { Placeholder, Stretch, TemplateInline } from "./template.ts";

export interface MaskedText {
  /** As long as the text it was made of. */
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
  /** Places of `{{` without `}}` on the same line. */
  readonly unclosed: readonly Stretch[];
}

const first = "\ue000";
const filler = "\ue001";
const digitBase = 0xe100;
const placeholderPattern = /\{\{([^\n\r{}]*)\}\}/g;
const maskPattern = /\ue000([\ue100-\ue1ff]{3})\ue001*/g;

export function maskPlaceholders(text: string): MaskedText {
  const placeholders: Placeholder[] = [];
  const masked = text.replace(placeholderPattern, (whole, inside: string, start: number) => {
    placeholders.push({ text: inside, at: { start, end: start + whole.length } });
    return (first + numberMark(placeholders.length - 1)).padEnd(whole.length, filler);
  });
  const unclosed = Array.from(masked.matchAll(/\{\{/g), ({ index }) => ({ start: index, end: index + 2 }));
  return { text: masked, placeholders, unclosed };
}

/** Masked text of a parsed node → text and placeholders; `start` is where the text begins in the file, where it stands there unchanged. */
export function unmask(text: string, { placeholders }: MaskedText, start?: number): readonly TemplateInline[] {
  const inlines: TemplateInline[] = [];
  const put = (from: number, to: number): void => {
    if (to <= from) return;
    const at = start === undefined ? {} : { at: { start: start + from, end: start + to } };
    inlines.push({ kind: "text", text: text.slice(from, to), ...at });
  };
  let done = 0;
  for (const match of text.matchAll(maskPattern)) {
    const placeholder = placeholders[numberOfMark(match[1] ?? "")];
    if (placeholder === undefined) continue;
    put(done, match.index);
    inlines.push({ kind: "slot", slot: placeholder });
    done = match.index + match[0].length;
  }
  put(done, text.length);
  return inlines;
}

/** The inlines of a stretch of the file that no parser has seen: an attribute's value. */
export function inlinesOf(text: string, start: number): readonly TemplateInline[] {
  const masked = maskPlaceholders(text);
  const placeholders = masked.placeholders.map(({ text: inside, at }) => ({
    text: inside,
    at: { start: at.start + start, end: at.end + start },
  }));
  return unmask(masked.text, { ...masked, placeholders }, start);
}

function numberMark(index: number): string {
  return String.fromCharCode(
    digitBase + ((index >> 16) & 255),
    digitBase + ((index >> 8) & 255),
    digitBase + (index & 255),
  );
}

function numberOfMark(mark: string): number {
  return Array.from(mark).reduce((number, digit) => number * 256 + (digit.charCodeAt(0) - digitBase), 0);
}
