/** A chart as SVG: direct labels, no legend, no grid where a label will do. Colours and type are the style sheet's, so that it follows dark mode and print. */
import type { Element } from "hast";
import type { ChartBlock } from "../compose/document.ts";
import { decimalText } from "../model/decimal.ts";
import { bars } from "./chart-bars.ts";
import type { Mark } from "./chart-mark.ts";
import { columns, line } from "./chart-series.ts";
import { drawingTree } from "./drawing.ts";

/** The drawing at a width in pixels; its text keeps its size, so a narrow page gets a drawing of its own. */
export function chartDrawing({ type, points }: ChartBlock, width: number): Element {
  const marks = points.map(({ label, value, text, highlighted }, at): Mark => {
    const negative = value.digits < 0n;
    return {
      at,
      value: Number(decimalText(value)),
      label,
      text,
      highlighted,
      colour: highlighted ? "var(--red)" : negative ? "var(--ochre)" : "var(--data)",
    };
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
