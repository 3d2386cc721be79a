/**
 * The address of the rows behind a leaf of a derivation. The public site only carries it as an attribute beside the count;
 * a server that may show rows turns it into a link. Written and read here, so that both mean the same.
 */
import type { RowSelection } from "../model/derivation.ts";
import { monthText, parseMonth } from "../model/period.ts";

/** `cells=iip&item=C2610.01&territory=27&from=2024-01&to=2024-09`. */
export function selectionQuery({ cells, item, territory, from, to }: RowSelection): string {
  return `cells=${encodeURIComponent(cells)}&item=${encodeURIComponent(item)}&territory=${encodeURIComponent(territory)}&from=${monthText(from)}&to=${monthText(to)}`;
}

/** Reads back what selectionQuery wrote; a text is the name of the first part that is absent or unreadable. */
export function parseSelection(query: URLSearchParams): RowSelection | string {
  const [cells, item, territory] = ["cells", "item", "territory"].map((name) => query.get(name) ?? "");
  if (cells === undefined || !/^[a-z][a-z0-9:-]{0,200}$/.test(cells)) return "cells";
  if (item === undefined || item === "" || item.length > 500) return "item";
  if (territory === undefined || territory === "" || territory.length > 500) return "territory";
  const from = parseMonth(query.get("from") ?? "");
  if (from === undefined) return "from";
  const to = parseMonth(query.get("to") ?? "");
  return to === undefined ? "to" : { cells, item, territory, from, to };
}

const marked = /<span class="rows" data-rows="([^"]*)">([^<]*)<\/span>/g;

/** A public page with its counts of rows turned into links to `rows`, for a server that may show them. */
export function withRowLinks(html: string, rows: string): string {
  return html.replace(
    marked,
    (_, query: string, text: string) => `<a class="rows" href="${rows}&#x26;${query}">${text}</a>`,
  );
}
