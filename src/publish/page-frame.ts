/** What every page shares: head, masthead with the other language, the notice of what these data are, foot. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Language } from "../model/text.ts";
import { lexiconOf } from "../language/lexicon-of.ts";
import type { PageContext } from "./site.ts";
import { linkTo } from "./site.ts";

export const styleSheetPath = "assets/nhip.css";
export const scriptPath = "assets/nhip.js";
export const iconPath = "assets/nhip.svg";
export const csvPath = "data/observations.csv";
export const parquetPath = "data/observations.parquet";
export const runRecordPath = "data/run.json";

export interface PageFrame {
  readonly title: string;
  readonly description: string;
  /** What stands beside the publication's name: the report's period. */
  readonly subtitle: string;
  /** Front page of this language. */
  readonly home: string;
  /** The same page in other languages. */
  readonly others: readonly { readonly language: Language; readonly address: string }[];
  readonly notice: string | undefined;
  readonly main: readonly ElementContent[];
}

/** A whole page as HTML. All text goes through the tree, which escapes it. */
export function pageHtml(frame: PageFrame, context: PageContext): string {
  const { workspace, lexicon } = context;
  const words = lexicon.page;
  const { language } = lexicon;
  const publication = workspace.declaration.title[language];
  return toHtml({
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: language }, [
        headOf(frame, publication, context),
        h("body", { dataClose: words.close }, [
          h("a.skip", { href: "#main" }, words.skip),
          h(
            "header.masthead",
            h("div.bar", [
              h("a.name", { href: linkTo(frame.home, context) }, publication),
              h("span.subtitle", frame.subtitle),
              h("nav", { ariaLabel: words.report }, [
                h("a", { href: linkTo(csvPath, context) }, words.openData),
                ...frame.others.map((other) => languageLink(other, context)),
              ]),
            ]),
          ),
          h("main#main", { tabIndex: -1 }, [
            ...(frame.notice === undefined ? [] : [h("p.notice", { role: "note" }, frame.notice)]),
            ...frame.main,
          ]),
          footOf(context),
        ]),
      ]),
    ],
  });
}

function headOf({ title, description, others }: PageFrame, publication: string, context: PageContext): Element {
  return h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("meta", { name: "theme-color", content: "#fbf9f4", media: "(prefers-color-scheme: light)" }),
    h("meta", { name: "theme-color", content: "#1a1815", media: "(prefers-color-scheme: dark)" }),
    h("title", title === publication ? title : `${title} · ${publication}`),
    h("meta", { name: "description", content: description }),
    h("link", { rel: "stylesheet", href: linkTo(styleSheetPath, context) }),
    h("link", { rel: "icon", href: linkTo(iconPath, context), type: "image/svg+xml" }),
    ...others.map(({ language, address }) =>
      h("link", { rel: "alternate", hrefLang: language, href: linkTo(address, context) }),
    ),
    h("script", { src: linkTo(scriptPath, context), defer: true }),
  ]);
}

/** The name of a language is written in that language; before it, for who cannot see where it stands, what it does. */
function languageLink({ language, address }: PageFrame["others"][number], context: PageContext): Element {
  const { page } = context.lexicon;
  return h("a", { href: linkTo(address, context), hrefLang: language }, [
    h("span.unseen", `${page.otherLanguageHint} `),
    h(
      "span",
      { lang: language },
      language === lexiconOf(context.lexicon.language === "vi" ? "en" : "vi").language ? page.otherLanguage : language,
    ),
  ]);
}

function footOf({ workspace, lexicon }: PageContext): Element {
  const { title, publisher } = workspace.declaration;
  const { language, page } = lexicon;
  return h(
    "footer.foot",
    h("div.bar", [
      h("p", [title[language], ...(publisher === undefined ? [] : [` · ${publisher[language]}`])]),
      h("p", page.howToReadText),
    ]),
  );
}
