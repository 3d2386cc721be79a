/** Bars that lie, each with its name at the left and its value at its end; on a narrow page the name stands above the bar. */
import * as Plot from "@observablehq/plot";
import type { Mark } from "./chart-mark.ts";
import { textColour, textSize } from "./chart-mark.ts";
import { textWidth, wrapText } from "./chart-text.ts";
import { drawingDocument } from "./drawing.ts";

const lineHeight = 17;

export function bars(marks: readonly Mark[], width: number): unknown {
  const isNarrow = width < 480;
  const labelWidth = isNarrow
    ? width
    : Math.min(width * 0.42, Math.max(...marks.map(({ label }) => textWidth(label, textSize))) + 12);
  const labels = marks.map(({ label }) => wrapText(label, { width: labelWidth - 12, size: textSize, lines: 3 }));
  const heights = labels.map((lines) =>
    isNarrow ? lines.length * lineHeight + 28 : Math.max(28, lines.length * lineHeight + 9),
  );
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
  const middle = (mark: Mark): number =>
    top(mark) + (isNarrow ? textHeight(mark) + 3 + thickness / 2 : (heights[mark.at] ?? 0) / 2);
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
      Plot.rect(marks, {
        x1: (mark: Mark) => Math.min(zero, end(mark)),
        x2: (mark: Mark) => Math.max(zero, end(mark), Math.min(zero, end(mark)) + 1),
        y1: (mark: Mark) => middle(mark) - thickness / 2,
        y2: (mark: Mark) => middle(mark) + thickness / 2,
        fill: "colour",
      }),
      Plot.ruleX([zero], { stroke: "var(--ink)", strokeWidth: 1 }),
      Plot.text(marks, {
        x: (mark: Mark) => (mark.value < 0 ? end(mark) - 6 : end(mark) + 6),
        y: middle,
        text: "text",
        textAnchor: "end",
        filter: (mark: Mark) => mark.value < 0,
        fill: "var(--soft)",
        fontSize: textSize,
      }),
      Plot.text(marks, {
        x: (mark: Mark) => end(mark) + 6,
        y: middle,
        text: "text",
        textAnchor: "start",
        filter: (mark: Mark) => mark.value >= 0,
        fill: textColour,
        fontSize: textSize,
      }),
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
