/** The lines of a file that a diagnostic speaks of, with its marks below: long paragraphs are cut to the sentence and wrapped, code spans kept whole. */
import type { Span } from "./diagnostic.ts";
import { graphemesOf } from "./graphemes.ts";
import type { SourceFile } from "./source-file.ts";
import { lineText } from "./source-file.ts";
import type { Style } from "./style.ts";
import { visible } from "./wording.ts";

export interface Mark {
  readonly span: Span;
  /** The place itself, or another that matters. */
  readonly role: "mark" | "related";
  readonly label: string | undefined;
}

export interface ExcerptOptions {
  /** Graphemes that a row may hold beside the gutter. */
  readonly width: number;
  /** Width of the line numbers. */
  readonly gutter: number;
  readonly style: Style;
}

/** The rows of the excerpt, gutter included, without the empty rows around it; none where no mark has a line. */
export function excerptOf(source: SourceFile, marks: readonly Mark[], options: ExcerptOptions): readonly string[] {
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    const line = mark.span.start?.line;
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), mark]);
  }
  const rows: string[] = [];
  let shown: number | undefined;
  for (const [line, onLine] of [...byLine].sort(([a], [b]) => a - b)) {
    const text = lineText(source, line);
    if (text === undefined) continue;
    if (shown !== undefined && line > shown + 1) rows.push(options.style("gutter", "…"));
    shown = line;
    rows.push(...lineRows(graphemesOf(visible(text)), line, onLine, options));
  }
  return rows;
}

/** Half-open, in graphemes from the start of the line. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function lineRows(
  graphemes: readonly string[],
  line: number,
  marks: readonly Mark[],
  { width, gutter, style }: ExcerptOptions,
): readonly string[] {
  const placed = marks.map((mark) => ({ mark, ...stretchOf(mark.span, graphemes.length) }));
  const from = Math.min(...placed.map((mark) => mark.from));
  const to = Math.max(...placed.map((mark) => mark.to));
  const cut = graphemes.length <= width ? { from: 0, to: graphemes.length } : passage(graphemes, { from, to }, width);
  const rows: string[] = [];
  const number = `${String(line).padStart(gutter)} |`;
  const blank = `${" ".repeat(gutter)} |`;
  const write = (text: string) => {
    const edge = style("gutter", rows.length === 0 ? number : blank);
    rows.push(text === "" ? edge : `${edge} ${text}`);
  };
  wrap(graphemes, cut, width - 2).forEach((row, index) => {
    const lead = index === 0 && cut.from > 0 ? "… " : "";
    write(lead + graphemes.slice(row.from, row.to).join("").trimEnd());
    for (const { mark, from: markFrom, to: markTo } of placed) {
      const start = Math.max(markFrom, row.from);
      const end = Math.min(markTo, row.to);
      const isHere = start < end || (markFrom >= row.from && markFrom === markTo && markFrom <= row.to);
      if (!isHere) continue;
      const sign = (mark.role === "mark" ? "^" : "-").repeat(Math.max(1, end - start));
      const label = markTo <= row.to && mark.label !== undefined ? ` ${mark.label}` : "";
      const edge = style("gutter", blank);
      rows.push(`${edge} ${" ".repeat(lead.length + start - row.from)}${style(mark.role, sign + label)}`);
    }
  });
  if (cut.to < graphemes.length) write("…");
  return rows;
}

function stretchOf({ start, end }: Span, length: number): Stretch {
  const from = Math.min((start?.column ?? 1) - 1, length);
  if (start === undefined || end === undefined || end.line < start.line) return { from, to: from };
  return { from, to: end.line > start.line ? length : Math.max(from, Math.min(end.column - 1, length)) };
}

/** The sentence around a stretch, or, where that is longer than three rows, as much of it as fits. */
function passage(graphemes: readonly string[], { from, to }: Stretch, width: number): Stretch {
  const isEnd = (at: number) => /[.!?…]/.test(graphemes[at] ?? "") && graphemes[at + 1] === " ";
  let start = from;
  while (start > 0 && !(start >= 2 && isEnd(start - 2))) start -= 1;
  let end = to;
  while (end < graphemes.length && !isEnd(end - 1)) end += 1;
  const most = 3 * (width - 2);
  if (end - start <= most) return { from: start, to: end };
  const wanted = Math.max(start, from - Math.floor(width / 2));
  const shifted = Math.max(start, Math.min(wanted, end - most));
  return { from: wordStart(graphemes, shifted, from), to: Math.min(end, shifted + most) };
}

function wordStart(graphemes: readonly string[], at: number, before: number): number {
  if (at === 0) return 0;
  const space = graphemes.indexOf(" ", at);
  return space === -1 || space >= before ? at : space + 1;
}

/** Rows of at most `width` graphemes, broken at spaces outside code spans where there are any. */
function wrap(graphemes: readonly string[], { from, to }: Stretch, width: number): readonly Stretch[] {
  const whole = codeSpans(graphemes);
  const rows: Stretch[] = [];
  let start = from;
  while (to - start > width) {
    let at = start + width;
    while (at > start && !(graphemes[at] === " " && !whole.some((span) => span.from < at && at < span.to))) at -= 1;
    if (at === start) {
      rows.push({ from: start, to: start + width });
      start += width;
    } else {
      rows.push({ from: start, to: at });
      start = at + 1;
    }
  }
  rows.push({ from: start, to });
  return rows;
}

/** `…` and {…} on the line: what a template names is not broken in two. */
function codeSpans(graphemes: readonly string[]): readonly Stretch[] {
  const spans: Stretch[] = [];
  let open: { readonly at: number; readonly close: string } | undefined;
  graphemes.forEach((grapheme, at) => {
    if (open === undefined) {
      if (grapheme === "`") open = { at, close: "`" };
      else if (grapheme === "{") open = { at, close: "}" };
    } else if (grapheme === open.close) {
      spans.push({ from: open.at, to: at + 1 });
      open = undefined;
    }
  });
  return spans;
}
