/** A series of months as columns or a line, with as many values and names as have room. */
import * as Plot from "@observablehq/plot";
import type { Mark } from "./chart-mark.ts";
import { textColour, textSize } from "./chart-mark.ts";
import { textWidth } from "./chart-text.ts";
import { drawingDocument } from "./drawing.ts";

export function columns(marks: readonly Mark[], width: number): unknown {
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
        Plot.text(marks, {
          x: "at",
          y: "value",
          text: "text",
          filter: (mark: Mark) => labelled.has(mark.at) && mark.value >= 0 === above,
          dy: above ? -10 : 11,
          fill: textColour,
          fontSize: textSize - 1,
        }),
      ),
      Plot.text(marks, {
        x: "at",
        frameAnchor: "bottom",
        dy: 18,
        text: "label",
        filter: (mark: Mark) => hasLabel(mark, marks, step),
        fill: "var(--soft)",
        fontSize: textSize - 1,
      }),
    ],
  });
}

export function line(marks: readonly Mark[], width: number): unknown {
  const step = width / Math.max(1, marks.length);
  const labelled = directlyLabelled(marks, step);
  const side =
    Math.max(...marks.map(({ text, label }) => Math.max(textWidth(text, textSize), textWidth(label, textSize)))) / 2 +
    4;
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
      ...(Math.min(...marks.map(({ value }) => value)) < 0 && Math.max(...marks.map(({ value }) => value)) > 0
        ? [Plot.ruleY([0], { stroke: "var(--rule)" })]
        : []),
      Plot.lineY(marks, { x: "at", y: "value", stroke: "var(--data)", strokeWidth: 1.75 }),
      Plot.dot(marks, {
        x: "at",
        y: "value",
        r: 3.5,
        fill: "colour",
        filter: (mark: Mark) => mark.highlighted || labelled.has(mark.at),
      }),
      Plot.text(marks, {
        x: "at",
        y: "value",
        text: "text",
        filter: (mark: Mark) => labelled.has(mark.at),
        dy: -13,
        fill: textColour,
        fontSize: textSize - 1,
      }),
      Plot.text(marks, {
        x: "at",
        frameAnchor: "bottom",
        dy: 22,
        text: "label",
        filter: (mark: Mark) => hasLabel(mark, marks, step),
        fill: "var(--soft)",
        fontSize: textSize - 1,
      }),
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
