/** What is shown where no page is, in every language the workspace publishes. Its links start at the site's root; who serves it from deeper sets them right. */
import type { Element } from "hast";
import { h } from "hastscript";
import { toHtml } from "hast-util-to-html";
import type { CheckedWorkspace } from "../check/checked.ts";
import { lexiconOf } from "../language/lexicon-of.ts";
import { iconPath, styleSheetPath } from "./page-frame.ts";

export function notFoundHtml({ declaration }: Pick<CheckedWorkspace, "declaration">): string {
  const [first = "vi", ...others] = declaration.languages;
  return messageHtml(
    declaration.title[first],
    [first, ...others].map((language) => {
      const { page } = lexiconOf(language);
      return { language, title: page.notFoundTitle, text: page.notFoundText, home: page.home };
    }),
  );
}

/** A page of a few sentences, the same in each language. */
export function messageHtml(
  publication: string,
  messages: readonly {
    readonly language: string;
    readonly title: string;
    readonly text: string;
    readonly home: string;
  }[],
): string {
  const [first] = messages;
  return plainPage(
    publication,
    first?.language ?? "vi",
    first?.title ?? "",
    messages.map(({ language, title, text, home }, at) =>
      h("section.message", { lang: language }, [
        h(at === 0 ? "h1" : "h2", title),
        h("p", text),
        h("p", h("a", { href: "index.html" }, home)),
      ]),
    ),
  );
}

/** A page at the site's root without the navigation of a report. */
export function plainPage(publication: string, language: string, title: string, content: readonly Element[]): string {
  return toHtml({
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: language }, [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
          h("meta", { name: "color-scheme", content: "light dark" }),
          h("title", `${title} · ${publication}`),
          h("link", { rel: "stylesheet", href: styleSheetPath }),
          h("link", { rel: "icon", href: iconPath, type: "image/svg+xml" }),
        ]),
        h("body", [
          h("header.masthead", h("div.bar", h("a.name", { href: "index.html" }, publication))),
          h("main#main", [...content]),
        ]),
      ]),
    ],
  });
}

/** The same page for an address further down: `depth` folders below the root. */
export function fromDepth(html: string, depth: number): string {
  return html.replace(/(href|src)="(?=[a-z0-9])/g, (attribute) => `${attribute}${"../".repeat(depth)}`);
}
