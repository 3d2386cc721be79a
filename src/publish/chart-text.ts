/** Text in a drawing has to be measured and broken by hand, since a drawing does not flow. */

/** Mean width of a letter of Be Vietnam Pro at 1 px, Vietnamese text. */
const letterWidth = 0.56;

const segmenter = new Intl.Segmenter("vi", { granularity: "grapheme" });

export function textWidth(text: string, size: number): number {
  if (latin.test(text)) return text.length * letterWidth * size;
  let letters = 0;
  for (const { segment } of segmenter.segment(text)) letters += wide.test(segment) ? 1.8 : 1;
  return letters * letterWidth * size;
}

/** Composed Latin letters, signs of print and digits: one each. */
const latin = /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2026\u2212]*$/;
/** Chinese, Japanese and Korean letters are square. */
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

interface TextBox {
  readonly width: number;
  readonly size: number;
  /** At most so many. */
  readonly lines: number;
}

/** Lines of about equal length within a width; what does not fit ends in "…". A word too long for a line is cut. */
export function wrapText(text: string, box: TextBox): readonly string[] {
  const wrapped = filledLines(text, box);
  const last = wrapped.at(-1) ?? "";
  if (wrapped.length < 2 || last.endsWith("…")) return wrapped;
  let even = wrapped;
  for (let width = box.width - 4; width > box.width / 2; width -= 4) {
    const narrower = filledLines(text, { ...box, width, lines: box.lines + 1 });
    if (narrower.length > wrapped.length || narrower.some((line) => line.endsWith("…"))) break;
    even = narrower;
  }
  return even;
}

function filledLines(text: string, { width, size, lines }: TextBox): readonly string[] {
  const wrapped: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") wrapped.push(line);
    line = cutToWidth(word, width, size);
  }
  if (line !== "") wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  const last = kept.pop() ?? "";
  return [
    ...kept,
    textWidth(`${last} …`, size) <= width
      ? `${last} …`
      : `${cutToWidth(last, width - 2 * size, size).replace(/…$/, "")}…`,
  ];
}

function cutToWidth(word: string, width: number, size: number): string {
  if (textWidth(word, size) <= width) return word;
  let cut = "";
  for (const { segment } of segmenter.segment(word)) {
    if (textWidth(`${cut}${segment}…`, size) > width) break;
    cut += segment;
  }
  return `${cut}…`;
}
