/** Internal pages of source rows: the address is checked part by part, and a page is a page of rows. */
import type { RowSelection, SourceRow } from "../model/derivation.ts";
import type { Language, LocalText } from "../model/text.ts";
import { languages as allLanguages } from "../model/text.ts";
import type { RowSource } from "../publish/rows-page.ts";
import { badRowsHtml, rowsHtml } from "../publish/rows-page.ts";
import { parseSelection } from "../publish/row-links.ts";

export interface InternalRows {
  readonly publication: LocalText;
  /** Of the site, the first at its root. */
  readonly languages: readonly Language[];
  readonly rows: (selection: RowSelection, limit: number, offset: number) => Promise<readonly SourceRow[]>;
  readonly sourceOf: (selection: RowSelection) => RowSource | undefined;
}

const pageSize = 100;
const lastPage = 1_000_000;

export async function answerRows(query: URLSearchParams, internal: InternalRows): Promise<Response> {
  const language = languageOf(query, internal);
  if (language === undefined) return badRequest("lang", internal);
  const selection = parseSelection(query);
  if (typeof selection === "string") return badRequest(selection, internal);
  const page = query.get("page") ?? "1";
  if (!/^[1-9]\d{0,6}$/.test(page) || Number(page) > lastPage) return badRequest("page", internal);
  const source = internal.sourceOf(selection);
  if (source === undefined) return badRequest("cells", internal);
  const offset = (Number(page) - 1) * pageSize;
  const rows = await internal.rows(selection, pageSize + 1, offset);
  const html = rowsHtml({
    publication: internal.publication,
    language,
    selection,
    source,
    rows: rows.slice(0, pageSize),
    page: Number(page),
    offset,
    hasMore: rows.length > pageSize,
  });
  return htmlResponse(html, 200);
}

function languageOf(query: URLSearchParams, { languages }: InternalRows): Language | undefined {
  const wanted = query.get("lang");
  return wanted === null ? languages[0] : allLanguages.find((language) => language === wanted);
}

function badRequest(parameter: string, { publication, languages }: InternalRows): Response {
  return htmlResponse(badRowsHtml(parameter, publication, languages), 400);
}

/** Rows are never kept by a browser or a proxy. */
function htmlResponse(html: string, status: number): Response {
  return new Response(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
