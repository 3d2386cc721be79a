/** The page of a report: what happened, ten figures, then the sections with their tables and charts, and beside them what this edition is. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import type { Block, Inline, ReportDocument } from "../compose/document.ts";
import type { Section } from "./edition-notes.ts";
import { editionNotes } from "./edition-notes.ts";
import { headlineGrid } from "./headline-grid.ts";
import { reportChart } from "./report-chart.ts";
import { reportTable } from "./report-table.ts";
import { inlinesOf } from "./report-text.ts";
import type { PageContext } from "./site.ts";

export function reportMain(document: ReportDocument, context: PageContext): readonly ElementContent[] {
  const sections = document.blocks.flatMap((block, at): readonly Section[] =>
    block.kind === "heading" && block.level <= 2
      ? [{ id: sectionId(at), name: block.kicker ?? plain(block.content) }]
      : [],
  );
  return [
    h("header.opening", [
      h("h1", [...inlinesOf(document.titleContent, context)]),
      ...(document.lede.length === 0 ? [] : [h("p.lede", [...inlinesOf(document.lede, context)])]),
    ]),
    ...headlineGrid(document.headlines, context),
    h("div.spread", [
      h(
        "div.report",
        document.blocks.map((block, at) => blockOf(block, at, context)),
      ),
      editionNotes(document, sections, context),
    ]),
  ];
}

function sectionId(at: number): string {
  return `s${at}`;
}

function blockOf(block: Block, at: number, context: PageContext): Element {
  switch (block.kind) {
    case "heading": {
      const { level, kicker, content } = block;
      const words = [
        ...(kicker === undefined ? [] : [h("span.kicker", kicker), h("span.unseen", ": ")]),
        ...inlinesOf(content, context),
      ];
      return h(`h${level === 3 ? 3 : 2}`, { id: sectionId(at) }, words);
    }
    case "paragraph":
      return h("p", [...inlinesOf(block.content, context)]);
    case "list":
      return h(
        block.ordered ? "ol" : "ul",
        block.items.map((item) => h("li", [...inlinesOf(item, context)])),
      );
    case "table":
      return reportTable(block, context);
    case "chart":
      return reportChart(block, context);
  }
}

/** The words of a text without its links. */
export function plain(content: readonly Inline[]): string {
  return content
    .map((inline) => (inline.kind === "text" || inline.kind === "figure" ? inline.text : plain(inline.content)))
    .join("");
}
