/** The running text of a report: sentences whose figures are links to their derivation. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import type { Inline } from "../compose/document.ts";
import type { PageContext } from "./site.ts";
import { figureLink } from "./site.ts";

export function inlinesOf(content: readonly Inline[], context: PageContext): readonly ElementContent[] {
  return content.map((inline): ElementContent => {
    switch (inline.kind) {
      case "text":
        return { type: "text", value: inline.text };
      case "emphasis":
        return h("em", [...inlinesOf(inline.content, context)]);
      case "strong":
        return h("strong", [...inlinesOf(inline.content, context)]);
      case "link":
        return h("a", { href: safeTarget(inline.href) }, [...inlinesOf(inline.content, context)]);
      case "figure":
        return figureOf(inline.observation, inline.text, context);
    }
  });
}

/** A printed figure: a link where its derivation has a page. */
export function figureOf(observation: string | undefined, text: string, context: PageContext): Element {
  const href = figureLink(observation, context);
  const unbroken = text.length <= longestUnbroken ? ["nobreak"] : [];
  return href === undefined
    ? h("span", { className: unbroken }, text)
    : h("a", { className: ["figure", ...unbroken], href }, text);
}

/** A figure as short as "tăng 7,5%" or "74.778 tỷ đồng" stays on one line. */
const longestUnbroken = 16;

/** Links that a report's author wrote lead to pages and mail, never to a script. */
function safeTarget(href: string): string | undefined {
  return /^(https?:|mailto:|#|[^:]*$)/i.test(href.trim()) ? href : undefined;
}
