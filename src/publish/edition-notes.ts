/** Beside a report: what it holds, what this edition is, how to read it, and where its data are. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import type { ReportDocument } from "../compose/document.ts";
import { capitalized } from "../language/figure-phrase.ts";
import type { ObservationStatus } from "../model/observation.ts";
import { csvPath, parquetPath, runRecordPath } from "./page-frame.ts";
import type { PageContext } from "./site.ts";
import { linkTo } from "./site.ts";

/** A section of the report, for the list of contents. */
export interface Section {
  readonly id: string;
  readonly name: string;
}

export function editionNotes(document: ReportDocument, sections: readonly Section[], context: PageContext): Element {
  const { page, statusName, language } = context.lexicon;
  const { publisher } = context.workspace.declaration;
  const statuses = statusesOf(document, context);
  return h("aside.edition", { ariaLabel: page.aboutEdition }, [
    ...(sections.length < 2
      ? []
      : [
          note(page.contents, [
            h(
              "ol",
              sections.map(({ id, name }) => h("li", h("a", { href: `#${id}` }, name))),
            ),
          ]),
        ]),
    note(page.aboutEdition, [
      h("p", [
        h("b", capitalized(document.periodName)),
        ...(statuses.length === 0
          ? []
          : [`. ${page.statusOf(statuses.map((status) => statusName[status]).join(", "))}`]),
        ".",
      ]),
      ...(publisher === undefined ? [] : [h("p", publisher[language])]),
    ]),
    note(page.howToRead, [h("p", page.howToReadText)]),
    note(page.downloads, [dataLinks(context)]),
  ]);
}

/** Where the figures are, for a programme to read. */
export function dataLinks(context: PageContext): Element {
  const { page } = context.lexicon;
  return h("ul", [
    h("li", h("a", { href: linkTo(csvPath, context) }, page.openDataName)),
    h("li", h("a", { href: linkTo(parquetPath, context) }, page.openDataColumns)),
    h("li", h("a", { href: linkTo(runRecordPath, context) }, page.runRecord)),
  ]);
}

function note(title: string, content: readonly ElementContent[]): Element {
  return h("section", [h("h2", title), ...content]);
}

/** The statuses of the figures on the front, estimates first. */
function statusesOf({ headlines }: ReportDocument, { observationOf }: PageContext): readonly ObservationStatus[] {
  const shown = new Set(headlines.flatMap(({ observation }) => observationOf(observation)?.status ?? []));
  return (["E", "P", "A"] as const).filter((status) => shown.has(status));
}
