/** A chart as SVG: direct labels, no legend, no grid where a label will do. Colours and type are the style sheet's, so that it follows dark mode and print. */
import * as Plot from "@observablehq/plot";
import type { Element } from "hast";
import type { ChartBlock } from "../compose/document.ts";
import { decimalText } from "../model/decimal.ts";
import { textWidth, wrapText } from "./chart-text.ts";
import { drawingDocument, drawingTree } from "./drawing.ts";

const textSize = 13;
const lineHeight = 17;

interface Mark {
  readonly at: number;
  readonly value: number;
  readonly label: string;
  readonly text: string;
  readonly colour: string;
  readonly highlighted: boolean;
}

/** The drawing at a width in pixels; its text keeps its size, so a narrow page gets a drawing of its own. */
export function chartDrawing({ type, points }: ChartBlock, width: number): Element {
  const marks = points.map(({ label, value, text, highlighted }, at): Mark => {
    const negative = value.digits < 0n;
    // Positions in a drawing may be rounded numbers; what is printed is `text`.
    return { at, value: Number(decimalText(value)), label, text, highlighted, colour: highlighted ? "var(--red)" : negative ? "var(--ochre)" : "var(--data)" };
  });
  switch (type) {
    case "bars":
      return drawingTree(bars(marks, width));
    case "columns":
      return drawingTree(columns(marks, width));
    case "line":
      return drawingTree(line(marks, width));
  }
}

function bars(marks: readonly Mark[], width: number): unknown {
  const isNarrow = width < 480;
  const labelWidth = isNarrow ? width : Math.min(width * 0.42, Math.max(...marks.map(({ label }) => textWidth(label, textSize))) + 12);
  const labels = marks.map(({ label }) => wrapText(label, { width: labelWidth - 12, size: textSize, lines: 3 }));
  const heights = labels.map((lines) => (isNarrow ? lines.length * lineHeight + 28 : Math.max(28, lines.length * lineHeight + 9)));
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 0));
  const thickness = isNarrow ? 14 : 17;
  const textRoom = Math.max(...marks.map(({ text }) => textWidth(text, textSize))) + 10;
  const left = isNarrow ? 0 : labelWidth;
  const least = Math.min(0, ...marks.map(({ value }) => value));
  const most = Math.max(0, ...marks.map(({ value }) => value));
  const barRoom = width - left - textRoom - (least < 0 ? textRoom : 0);
  const zero = left + (least < 0 ? textRoom : 0) + (most === least ? 0 : (-least / (most - least)) * barRoom);
  const scale = most === least ? 0 : barRoom / (most - least);
  const top = ({ at }: Mark): number => tops[at] ?? 0;
  const textHeight = ({ at }: Mark): number => (labels[at]?.length ?? 0) * lineHeight;
  const middle = (mark: Mark): number => top(mark) + (isNarrow ? textHeight(mark) + 3 + thickness / 2 : (heights[mark.at] ?? 0) / 2);
  const end = ({ value }: Mark): number => zero + value * scale;
  // The scales are the identity: the marks already stand in pixels, so that labels and bars share one grid.
  return Plot.plot({
    document: drawingDocument,
    width,
    height: heights.reduce((sum, height) => sum + height, 0),
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.rect(marks, { x1: (mark: Mark) => Math.min(zero, end(mark)), x2: (mark: Mark) => Math.max(zero, end(mark), Math.min(zero, end(mark)) + 1), y1: (mark: Mark) => middle(mark) - thickness / 2, y2: (mark: Mark) => middle(mark) + thickness / 2, fill: "colour" }),
      Plot.ruleX([zero], { stroke: "var(--ink)", strokeWidth: 1 }),
      Plot.text(marks, { x: (mark: Mark) => (mark.value < 0 ? end(mark) - 6 : end(mark) + 6), y: middle, text: "text", textAnchor: "end", filter: (mark: Mark) => mark.value < 0, fill: "var(--soft)", fontSize: textSize }),
      Plot.text(marks, { x: (mark: Mark) => end(mark) + 6, y: middle, text: "text", textAnchor: "start", filter: (mark: Mark) => mark.value >= 0, fill: (mark: Mark) => (mark.highlighted ? "var(--red)" : "var(--soft)"), fontSize: textSize }),
      Plot.text(marks, {
        x: isNarrow ? 0 : left - 10,
        y: (mark: Mark) => (isNarrow ? top(mark) + textHeight(mark) / 2 : middle(mark)),
        text: (mark: Mark) => (labels[mark.at] ?? []).join("\n"),
        textAnchor: isNarrow ? "start" : "end",
        lineHeight: lineHeight / textSize,
        fill: "var(--ink)",
        fontSize: textSize,
      }),
    ],
  });
}

function columns(marks: readonly Mark[], width: number): unknown {
  const step = width / Math.max(1, marks.length);
  const labelled = directlyLabelled(marks, step);
  return Plot.plot({
    document: drawingDocument,
    width,
    height: 220,
    marginTop: 22,
    marginBottom: 26,
    marginLeft: 0,
    marginRight: 0,
    x: { type: "band", domain: marks.map(({ at }) => at), padding: step < 34 ? 0.22 : 0.34, axis: null },
    y: { axis: null, domain: spanWithZero(marks) },
    marks: [
      Plot.barY(marks, { x: "at", y: "value", fill: "colour" }),
      Plot.ruleY([0], { stroke: "var(--ink)", strokeWidth: 1 }),
      ...[true, false].map((above) =>
        Plot.text(marks, { x: "at", y: "value", text: "text", filter: (mark: Mark) => labelled.has(mark.at) && mark.value >= 0 === above, dy: above ? -10 : 11, fill: (mark: Mark) => (mark.highlighted ? "var(--red)" : "var(--soft)"), fontSize: textSize - 1 }),
      ),
      Plot.text(marks, { x: "at", frameAnchor: "bottom", dy: 18, text: "label", filter: (mark: Mark) => hasLabel(mark, marks, step), fill: "var(--soft)", fontSize: textSize - 1 }),
    ],
  });
}

function line(marks: readonly Mark[], width: number): unknown {
  const step = width / Math.max(1, marks.length);
  const labelled = directlyLabelled(marks, step);
  const side = Math.max(...marks.map(({ text, label }) => Math.max(textWidth(text, textSize), textWidth(label, textSize)))) / 2 + 4;
  return Plot.plot({
    document: drawingDocument,
    width,
    height: 220,
    marginTop: 24,
    marginBottom: 30,
    marginLeft: side,
    marginRight: side,
    x: { type: "linear", domain: [0, Math.max(1, marks.length - 1)], axis: null },
    y: { axis: null, nice: true },
    marks: [
      ...(Math.min(...marks.map(({ value }) => value)) < 0 && Math.max(...marks.map(({ value }) => value)) > 0 ? [Plot.ruleY([0], { stroke: "var(--rule)" })] : []),
      Plot.lineY(marks, { x: "at", y: "value", stroke: "var(--data)", strokeWidth: 1.75 }),
      Plot.dot(marks, { x: "at", y: "value", r: 3.5, fill: "colour", filter: (mark: Mark) => mark.highlighted || labelled.has(mark.at) }),
      Plot.text(marks, { x: "at", y: "value", text: "text", filter: (mark: Mark) => labelled.has(mark.at), dy: -13, fill: (mark: Mark) => (mark.highlighted ? "var(--red)" : "var(--soft)"), fontSize: textSize - 1 }),
      Plot.text(marks, { x: "at", frameAnchor: "bottom", dy: 22, text: "label", filter: (mark: Mark) => hasLabel(mark, marks, step), fill: "var(--soft)", fontSize: textSize - 1 }),
    ],
  });
}

function spanWithZero(marks: readonly Mark[]): readonly [number, number] {
  const values = marks.map(({ value }) => value);
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  return least === most ? [0, 1] : [least, most];
}

/** Which values are printed at their mark: all where there is room, otherwise the highlighted, the first, the greatest and the least, unless they would touch. */
function directlyLabelled(marks: readonly Mark[], step: number): ReadonlySet<number> {
  const widest = Math.max(...marks.map(({ text }) => textWidth(text, textSize - 1)));
  if (widest + 4 <= step) return new Set(marks.map(({ at }) => at));
  const apart = Math.ceil((widest + 6) / step);
  const bySize = [...marks].sort((a, b) => a.value - b.value || a.at - b.at);
  const chosen: number[] = [];
  for (const mark of [...marks.filter(({ highlighted }) => highlighted), bySize.at(-1), bySize[0], marks[0]]) {
    if (mark !== undefined && chosen.every((other) => Math.abs(other - mark.at) >= apart)) chosen.push(mark.at);
  }
  return new Set(chosen);
}

/** Labels of the axis: counted back from the last, as many as have room. */
function hasLabel({ at }: Mark, marks: readonly Mark[], step: number): boolean {
  const widest = Math.max(...marks.map(({ label }) => textWidth(label, textSize - 1)));
  return (marks.length - 1 - at) % Math.max(1, Math.ceil((widest + 8) / step)) === 0;
}
