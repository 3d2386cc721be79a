/** The recent series of a headline figure, as a line a word long; the last value is the dot. It says nothing that the number beside it does not. */
import { s } from "hastscript";
import type { Element } from "hast";
import type { Decimal } from "../model/decimal.ts";
import { decimalText } from "../model/decimal.ts";

const width = 164;
const height = 34;
const margin = 4;

export function sparkline(series: readonly Decimal[]): Element | undefined {
  if (series.length < 3) return undefined;
  // A drawing, not a statistic: the positions of points may be rounded numbers.
  const values = series.map((value) => Number(decimalText(value)));
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  const points = values.map((value, at): readonly [string, string] => [
    place(margin + (at * (width - 2 * margin)) / (values.length - 1)),
    place(span === 0 ? height / 2 : height - margin - ((value - least) * (height - 2 * margin)) / span),
  ]);
  const [x, y] = points.at(-1) ?? ["0", "0"];
  return s("svg.spark", { viewBox: `0 0 ${width} ${height}`, ariaHidden: "true", focusable: "false" }, [
    s("polyline", { points: points.map((point) => point.join(",")).join(" ") }),
    s("circle", { cx: x, cy: y, r: 2.75 }),
  ]);
}

function place(position: number): string {
  return position.toFixed(1);
}
