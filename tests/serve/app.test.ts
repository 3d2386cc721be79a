/** The server's answers: types, validators, what is not there, what must not be reached, and rows only where they may be shown. */
import { describe, expect, it } from "vitest";
import { publishSite } from "../../src/publish/website.ts";
import { siteApp } from "../../src/serve/app.ts";
import type { InternalRows } from "../../src/serve/rows.ts";
import type { SiteFile } from "../../src/serve/site-files.ts";
import { siteInput } from "../publish/synthetic-site.ts";

const site = publishSite(siteInput({ assets: new Map([["assets/fonts/a.woff2", new Uint8Array([1, 2, 3])]]) }));
const file: SiteFile = (path) => {
  const content = site.get(path);
  return typeof content === "string" || content === undefined ? content : new Uint8Array(content);
};
const asked: unknown[] = [];
const internal: InternalRows = {
  publication: { vi: "Báo cáo", en: "Report" },
  languages: ["vi", "en"],
  rows: (selection, limit, offset) => {
    asked.push({ selection, limit, offset });
    const rows = Array.from({ length: 250 }, (_, at) => ({
      file: "sources/customs/2024-01.csv",
      line: at + 2,
      cells: { month: "2024-01", firm: `<b>${String(at)}</b>` },
    }));
    return Promise.resolve(rows.slice(offset, offset + limit));
  },
  sourceOf: ({ cells }) =>
    cells === "exports"
      ? { title: { vi: "Tờ khai", en: "Declarations" }, simulated: true, confidential: true }
      : undefined,
};
const open = siteApp({ file });
const inside = siteApp({ file, internal });
const get = (path: string, init: RequestInit = {}, app = open): Promise<Response> =>
  Promise.resolve(app.fetch(new Request(`http://localhost${path}`, init)));
const rows = "/rows?lang=vi&cells=exports&item=8517&territory=27&from=2024-01&to=2024-09";

describe("the published site over HTTP", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/en/", "text/html; charset=utf-8"],
    ["/figures/exports._T.27.2024-03.ytd.growth.html", "text/html; charset=utf-8"],
    ["/assets/nhip.css", "text/css; charset=utf-8"],
    ["/assets/nhip.js", "text/javascript; charset=utf-8"],
    ["/assets/nhip.svg", "image/svg+xml; charset=utf-8"],
    ["/assets/fonts/a.woff2", "font/woff2"],
  ])("%s is %s", async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe(type);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  it("sends every answer with a strict policy, also where nothing is", async () => {
    for (const path of ["/", "/nothing", "/en"]) {
      const { headers } = await get(path);
      expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
      expect(headers.get("Content-Security-Policy")).not.toContain("unsafe");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    }
  });

  it("answers what has not changed with nothing", async () => {
    const tag = (await get("/")).headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"[0-9a-f]{24}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const response = await get("/", { headers: { "If-None-Match": known } });
      expect([response.status, await response.text()]).toEqual([304, ""]);
    }
    expect((await get("/", { headers: { "If-None-Match": `"other"` } })).status).toBe(200);
    expect((await get("/en/")).headers.get("ETag")).not.toBe(tag);
  });

  it("answers HEAD as GET without the body, and refuses what would change something", async () => {
    const head = await get("/", { method: "HEAD" });
    expect([head.status, head.headers.get("Content-Type"), await head.text()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "",
    ]);
    const post = await get("/", { method: "POST" });
    expect([post.status, post.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("compresses text for who can read it", async () => {
    const response = await get("/", { headers: { "Accept-Encoding": "gzip" } });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    expect(response.headers.get("Vary")).toContain("Accept-Encoding");
    expect(
      (await get("/assets/fonts/a.woff2", { headers: { "Accept-Encoding": "gzip" } })).headers.get("Content-Encoding"),
    ).toBeNull();
  });

  it("leads a folder without its slash to the folder", async () => {
    const response = await get("/en");
    expect([response.status, response.headers.get("Location")]).toEqual([301, "en/"]);
  });

  it.each([
    "/nothing",
    "/en/nothing.html",
    "/figures/",
    "/index.html/",
    "//evil.example/",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/figures/..%5c..%5cindex.html",
    "/%00",
    "/%zz",
    "/c:/windows",
    "/rows",
  ])("%s is nowhere, and says so in both languages", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain("Không có trang này");
    expect(html).toContain("There is no such page");
  });

  it("finds its style sheet and its front page from any depth", async () => {
    const html = await (await get("/a/b/c")).text();
    expect(html).toContain(`href="../../assets/nhip.css"`);
    expect(html).toContain(`href="../../index.html"`);
  });

  it("asks for only those files that a path names", () => {
    const paths: string[] = [];
    const watched = siteApp({
      file: (path) => {
        paths.push(path);
        return undefined;
      },
    });
    for (const path of ["/../secret", "/%2e%2e%2fsecret", "/a/..%2f..%2fsecret", "/a//b"])
      void watched.fetch(new Request(`http://localhost${path}`));
    expect(paths.filter((path) => path.includes("..") || path.startsWith("/"))).toEqual([]);
  });
});

describe("source rows", () => {
  it("are linked only where they may be shown", async () => {
    const path = "/figures/exports._T.27.2024-03.ytd.growth.html";
    const shown = await (await get(path, {}, inside)).text();
    expect(shown).toContain(`<a class="rows" href="../rows?lang=vi&#x26;cells=exports&#x26;item=001`);
    expect(await (await get(path)).text()).not.toContain('<a class="rows"');
    expect(await (await get(`/en${path}`, {}, inside)).text()).toContain(`href="../../rows?lang=en&#x26;`);
  });

  it("stand with file and line, a page at a time, marked as internal, and are kept nowhere", async () => {
    const response = await get(`${rows}&page=2`, {}, inside);
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    expect(asked.at(-1)).toEqual({
      selection: {
        cells: "exports",
        item: "8517",
        territory: "27",
        from: { year: 2024, month: 1 },
        to: { year: 2024, month: 9 },
      },
      limit: 101,
      offset: 100,
    });
    const html = await response.text();
    expect(html).toContain("Trang nội bộ");
    expect(html).toContain("mô phỏng, giữ kín");
    expect(html).toContain("Dòng 101 đến 200");
    expect(html).toContain("<td>102</td>");
    expect(html).toContain("&#x3C;b>100&#x3C;/b>");
    expect(html).toContain("page=1");
    expect(html).toContain("page=3");
    expect(await (await get(`${rows}&page=3`, {}, inside)).text()).not.toContain("page=4");
  });

  it.each([
    ["lang", rows.replace("lang=vi", "lang=fr")],
    ["cells", rows.replace("cells=exports", "cells=secrets")],
    ["cells", rows.replace("cells=exports", "cells=%27%3B--")],
    ["from", rows.replace("2024-01", "2024-1")],
    ["to", rows.replace("&to=2024-09", "")],
    ["page", `${rows}&page=0`],
    ["page", `${rows}&page=1e9`],
  ])("an address whose %s cannot be read is told so", async (part, path) => {
    const response = await get(path, {}, inside);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`Phần ${part} của địa chỉ`);
  });

  it.each(["evil.example", "192.168.1.5", "localhost.evil.example"])(
    "are not shown to a page that calls this machine %s",
    async (host) => {
      const response = await inside.fetch(new Request(`http://${host}${rows}`));
      expect([response.status, await response.text()]).toEqual([421, ""]);
    },
  );
});
