/** A table of a report: ruled, figures flush at the right, wide ones scrolling in a box of their own. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import type { Cell, TableBlock } from "../compose/document.ts";
import { figureOf, inlinesOf } from "./report-text.ts";
import type { PageContext } from "./site.ts";

export function reportTable(table: TableBlock, context: PageContext): Element {
  const { caption, captionContent, unit, head, rows, source } = table;
  return h("figure.table", [
    h("figcaption", [
      h("p.title", [...inlinesOf(captionContent, context)]),
      ...(unit === undefined ? [] : [h("p.unit", context.lexicon.page.unitIs(unit))]),
    ]),
    scrollBox(
      caption,
      h("table", [
        h(
          "thead",
          head.map((cells) => h("tr", [...headCells(cells)])),
        ),
        h(
          "tbody",
          rows.map(({ depth, strong, cells }) =>
            h(
              strong ? "tr.strong" : "tr",
              cells.map((cell, at) => cellOf(cell, at, depth, context)),
            ),
          ),
        ),
      ]),
    ),
    h("p.source", source),
  ]);
}

/** A box that scrolls sideways on its own, also by keyboard. */
export function scrollBox(label: string, table: Element): Element {
  return h("div.scroll", { role: "region", ariaLabel: label, tabIndex: 0 }, table);
}

function headCells(cells: TableBlock["head"][number]): readonly Element[] {
  return cells.map(({ text, span }, at) =>
    at === 0 && text === ""
      ? h("td")
      : h(
          at === 0 ? "th.stub" : "th",
          { scope: span > 1 ? "colgroup" : "col", ...(span > 1 ? { colSpan: span } : {}) },
          text,
        ),
  );
}

function cellOf(cell: Cell, at: number, depth: number, context: PageContext): Element {
  const content: readonly ElementContent[] =
    cell.content !== undefined
      ? inlinesOf(cell.content, context)
      : cell.observation === undefined
        ? [{ type: "text", value: cell.text }]
        : [figureOf(cell.observation, cell.text, context)];
  if (at === 0) return h(`th.stub.depth-${Math.min(depth, 4)}`, { scope: "row" }, [...content]);
  return h(cell.align === "end" ? "td" : "td.start", [...content]);
}
