/** The front page's figures on a ruled grid: number, unit, what it did, and the line that led there. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import type { HeadlineFigure } from "../compose/document.ts";
import { inlinesOf } from "./report-text.ts";
import type { PageContext } from "./site.ts";
import { figureLink } from "./site.ts";
import { sparkline } from "./sparkline.ts";

export function headlineGrid(headlines: readonly HeadlineFigure[], context: PageContext): readonly Element[] {
  if (headlines.length === 0) return [];
  return [
    h("section.headlines", { ariaLabelledBy: "headlines" }, [
      h("h2#headlines.unseen", context.lexicon.page.headlines),
      h(
        "ul",
        headlines.map((headline) => h("li", [...headlineCell(headline, context)])),
      ),
    ]),
  ];
}

function headlineCell(headline: HeadlineFigure, context: PageContext): readonly Element[] {
  const { label, prefix, number, unit, observation, direction, remarkContent, series } = headline;
  const href = figureLink(observation, context);
  const printed: readonly ElementContent[] = [
    ...(prefix === undefined ? [] : [h("span.prefix", `${prefix} `)]),
    h("span.number", number),
    ...(unit === "" ? [] : [h("span.unit", unit === "%" ? "%" : ` ${unit}`)]),
  ];
  const line = sparkline(series);
  return [
    h("p.label", label),
    h(
      "p.value",
      href === undefined ? [...printed] : h("a.figure", { href }, [h("span.unseen", `${label}: `), ...printed]),
    ),
    h(`p.remark.${direction}`, [...remarkOf(remarkContent, context)]),
    ...(line === undefined ? [] : [line]),
  ];
}

/** The word that says where it went stands out: "tăng, 9 tháng so với cùng kỳ". */
function remarkOf(content: HeadlineFigure["remarkContent"], context: PageContext): readonly ElementContent[] {
  const [first, ...rest] = content;
  if (first?.kind !== "text") return inlinesOf(content, context);
  const comma = first.text.indexOf(",");
  if (comma <= 0 || comma > 24) return inlinesOf(content, context);
  return [
    h("b", first.text.slice(0, comma)),
    { type: "text", value: first.text.slice(comma) },
    ...inlinesOf(rest, context),
  ];
}
