/**
 * The published site over HTTP: files with their types and validators, nothing outside them. Where rows may be shown, and
 * only there, the counts of source rows become links to pages that list them.
 */
import { Hono } from "hono";
import { compress } from "hono/compress";
import { fromDepth } from "../publish/not-found-page.ts";
import { withRowLinks } from "../publish/row-links.ts";
import { fontFiles, fontFolder } from "../publish/site-fonts.ts";
import type { InternalRows } from "./rows.ts";
import { answerRows } from "./rows.ts";
import type { SiteFile } from "./site-files.ts";
import { contentType, findFile } from "./site-files.ts";

export interface ServedSite {
  readonly file: SiteFile;
  /** Given only where whoever can reach the server may see source rows. */
  readonly internal?: InternalRows;
}

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const securityHeaders = {
  "Content-Security-Policy": policy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

export function siteApp(site: ServedSite): Hono {
  const app = new Hono();
  const answers = new Map<string, Answer>();
  app.use(compress());
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
  });
  app.all("*", async ({ req }) => {
    if (req.method !== "GET" && req.method !== "HEAD")
      return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
    const { pathname, searchParams, hostname } = new URL(req.url);
    if (site.internal !== undefined) {
      // A page elsewhere whose name is made to point at this machine must not read rows.
      if (!isThisMachine(hostname)) return new Response(null, { status: 421 });
      if (pathname === "/rows") return answerRows(searchParams, site.internal);
    }
    const found = findFile(pathname, site.file);
    switch (found.kind) {
      case "nothing":
        return notFound(pathname, site.file);
      case "folder":
        return new Response(null, { status: 301, headers: { Location: `${encodeURIComponent(found.name)}/` } });
      case "file": {
        const answer = await answerOf(found.path, found.content, site, answers);
        if (isKnown(req.header("If-None-Match"), answer.tag))
          return new Response(null, { status: 304, headers: headersOf(found.path, answer.tag) });
        return new Response(answer.body, { headers: headersOf(found.path, answer.tag) });
      }
    }
  });
  app.onError((_, context) => context.body(null, 500));
  return app;
}

interface Answer {
  /** What the file held when the answer was made. */
  readonly content: Uint8Array<ArrayBuffer> | string;
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly tag: string;
}

async function answerOf(
  path: string,
  content: Answer["content"],
  { internal }: ServedSite,
  answers: Map<string, Answer>,
): Promise<Answer> {
  const known = answers.get(path);
  if (known?.content === content) return known;
  const body =
    internal !== undefined && path.endsWith(".html")
      ? withRowLinks(textOf(content), `${"../".repeat(depthOf(path))}rows?lang=${languageOf(path, internal)}`)
      : content;
  const digest = await crypto.subtle.digest(
    "SHA-256",
    typeof body === "string" ? new TextEncoder().encode(body) : body,
  );
  const tag = `"${[...new Uint8Array(digest).subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
  const answer = { content, body, tag };
  answers.set(path, answer);
  return answer;
}

function languageOf(path: string, { languages }: InternalRows): string {
  const [first = "vi", ...others] = languages;
  return others.find((language) => path.startsWith(`${language}/`)) ?? first;
}

function headersOf(path: string, tag: string): Record<string, string> {
  const headers = { "Content-Type": contentType(path), ETag: tag, "Cache-Control": "no-cache" };
  return path.endsWith(".html") ? { ...headers, Link: earlyFonts(depthOf(path)) } : headers;
}

/** The faces of the first screen are asked for before the style sheet names them. */
function earlyFonts(depth: number): string {
  return fontFiles
    .filter(({ early }) => early)
    .map(
      ({ file }) =>
        `<${"../".repeat(depth)}${fontFolder}${file}>; rel=preload; as=font; type="font/woff2"; crossorigin`,
    )
    .join(", ");
}

function depthOf(path: string): number {
  return path.split("/").length - 1;
}

function isKnown(header: string | undefined, tag: string): boolean {
  return (
    header !== undefined &&
    header.split(",").some((known) => known.trim() === "*" || known.trim().replace(/^W\//, "") === tag)
  );
}

function notFound(pathname: string, file: SiteFile): Response {
  const page = file("404.html");
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" };
  return new Response(page === undefined ? "" : fromDepth(textOf(page), Math.max(0, depthOf(pathname) - 1)), {
    status: 404,
    headers,
  });
}

function textOf(content: Answer["content"]): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function isThisMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
