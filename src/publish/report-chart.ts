/** A chart of a report: the finding as its title, the drawing in two widths, its numbers as a table for who does not see it, the source. */
import { h } from "hastscript";
import type { Element } from "hast";
import type { ChartBlock } from "../compose/document.ts";
import { chartDrawing } from "./chart-drawing.ts";
import { figureOf, inlinesOf } from "./report-text.ts";
import { scrollBox } from "./report-table.ts";
import type { PageContext } from "./site.ts";

/** The text column of a desk and of a phone, in pixels. */
const widths = { wide: 680, narrow: 340 } as const;

export function reportChart(chart: ChartBlock, context: PageContext): Element {
  const { page } = context.lexicon;
  const { title, titleContent, unit, points, source } = chart;
  return h("figure.chart", [
    h("figcaption", [
      h("p.title", [...inlinesOf(titleContent, context)]),
      ...(unit === "" ? [] : [h("p.unit", page.unitIs(unit))]),
    ]),
    h("div.drawing", { role: "img", ariaLabel: title }, [
      h("div.wide", { ariaHidden: "true" }, chartDrawing(chart, widths.wide)),
      h("div.narrow", { ariaHidden: "true" }, chartDrawing(chart, widths.narrow)),
    ]),
    h("p.source", source),
    h("details.numbers", [
      h("summary", page.chartNumbers),
      scrollBox(
        `${page.chartNumbers}: ${title}`,
        h("table", [
          h(
            "thead",
            h("tr", [
              h("th.stub", { scope: "col" }, page.chartLabelHead),
              h("th", { scope: "col" }, unit === "" ? page.value : unit),
            ]),
          ),
          h(
            "tbody",
            points.map(({ label, text, observation }) =>
              h("tr", [h("th.stub", { scope: "row" }, label), h("td", figureOf(observation, text, context))]),
            ),
          ),
        ]),
      ),
    ]),
  ]);
}
