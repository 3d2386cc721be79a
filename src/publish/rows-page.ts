/** The internal page that lists source rows with file and line. It is never part of the published site. */
import { h } from "hastscript";
import type { Element } from "hast";
import { lexiconOf } from "../language/lexicon-of.ts";
import { formatCount } from "../language/numerals.ts";
import type { RowSelection, SourceRow } from "../model/derivation.ts";
import { monthText } from "../model/period.ts";
import type { Language, LocalText } from "../model/text.ts";
import { messageHtml, plainPage } from "./not-found-page.ts";
import { scrollBox } from "./report-table.ts";
import { selectionQuery } from "./row-links.ts";

/** What is said of the source above its rows. */
export interface RowSource {
  readonly title: LocalText;
  readonly simulated: boolean;
  readonly confidential: boolean;
}

export interface RowsPage {
  readonly publication: LocalText;
  readonly language: Language;
  readonly selection: RowSelection;
  readonly source: RowSource;
  readonly rows: readonly SourceRow[];
  /** From 1. */
  readonly page: number;
  /** How many rows stand before the first of these. */
  readonly offset: number;
  readonly hasMore: boolean;
}

export function rowsHtml({ publication, language, selection, source, rows, page, offset, hasMore }: RowsPage): string {
  const { page: words } = lexiconOf(language);
  const kinds = [
    ...(source.simulated ? [words.simulatedShort] : []),
    ...(source.confidential ? [words.confidentialShort] : []),
  ];
  const title = `${words.rowsTitle}: ${source.title[language]}`;
  const { from, to, item } = selection;
  const count = (number: number): string => formatCount(number, language);
  const leadTo = (target: number): string => `rows?lang=${language}&${selectionQuery(selection)}&page=${target}`;
  return plainPage(publication[language], language, title, [
    h("p.internal", { role: "note" }, words.internalOnly),
    h("section.rows-page", [
      h("h1", title),
      h("p.soft", [
        `${monthText(from)} – ${monthText(to)} · `,
        h("code", item),
        ...(kinds.length === 0 ? [] : [` · ${kinds.join(", ")}`]),
      ]),
      rows.length === 0
        ? h("p", words.noRows)
        : h("p.soft", words.rowsShown(count(offset + 1), count(offset + rows.length))),
      ...(rows.length === 0 ? [] : [scrollBox(title, rowsTable(rows, language))]),
      h("nav.pages", { ariaLabel: words.rowsTitle }, [
        ...(page > 1 ? [h("a", { href: leadTo(page - 1), rel: "prev" }, words.previousRows)] : []),
        ...(hasMore ? [h("a", { href: leadTo(page + 1), rel: "next" }, words.nextRows)] : []),
      ]),
    ]),
  ]);
}

function rowsTable(rows: readonly SourceRow[], language: Language): Element {
  const { page: words } = lexiconOf(language);
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const hasSheets = rows.some(({ sheet }) => sheet !== undefined);
  const heads = [words.file, ...(hasSheets ? [words.sheet] : []), words.line, ...columns];
  return h("table.source-rows", [
    h(
      "thead",
      h(
        "tr",
        heads.map((head, at) => h(at === 0 ? "th.stub" : "th", { scope: "col" }, head)),
      ),
    ),
    h(
      "tbody",
      rows.map(({ file, sheet, line, cells }) =>
        h("tr", [
          h("th.stub", { scope: "row" }, file),
          ...(hasSheets ? [h("td.start", sheet ?? "")] : []),
          h("td", String(line)),
          ...columns.map((column) => h("td", cells[column] ?? "")),
        ]),
      ),
    ),
  ]);
}

/** What is said where the address of a page of rows cannot be read. */
export function badRowsHtml(parameter: string, publication: LocalText, languages: readonly Language[]): string {
  return messageHtml(
    publication[languages[0] ?? "vi"],
    languages.map((language) => {
      const { page } = lexiconOf(language);
      return { language, title: page.badRequestTitle, text: page.badRequestText(parameter), home: page.home };
    }),
  );
}
