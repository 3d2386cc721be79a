/** The site of a report: what it holds, that every link leads somewhere, and that nothing is in it that must not be. */
import { describe, expect, it } from "vitest";
import { publishSite } from "../../src/publish/website.ts";
import { csvPath, parquetPath, runRecordPath } from "../../src/publish/page-frame.ts";
import { checkedWorkspace, hostile, reportDocument, secretCell, siteInput } from "./synthetic-site.ts";

const files = publishSite(siteInput());
const pages = [...files].flatMap(([path, content]) =>
  path.endsWith(".html") && typeof content === "string" ? [{ path, html: content }] : [],
);
const page = (path: string): string => pages.find((one) => one.path === path)?.html ?? "";

/** Written beside the site by the build. */
const besides: ReadonlySet<string> = new Set([csvPath, parquetPath, runRecordPath]);

describe("the site", () => {
  it("has a page for each report and each figure it shows, the first language at the root", () => {
    expect(pages.map(({ path }) => path).sort()).toEqual([
      "404.html",
      "en/figures/exports._T.27.2024-03.ytd.growth.html",
      "en/figures/exports._T.27.2024-03.ytd.level.html",
      "en/index.html",
      "figures/exports._T.27.2024-03.ytd.growth.html",
      "figures/exports._T.27.2024-03.ytd.level.html",
      "index.html",
    ]);
  });

  it.each(pages.map(({ path }) => path))("%s: every link leads to a file or a place that is there", (path) => {
    const links = [...page(path).matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      if (link.startsWith("#")) {
        expect(page(path)).toContain(`id="${link.slice(1)}"`);
        continue;
      }
      const { host, pathname } = new URL(link, `http://site/${path}`);
      expect(host, link).toBe("site");
      expect(files.has(pathname.slice(1)) || besides.has(pathname.slice(1)), `${path} → ${link}`).toBe(true);
    }
  });

  it("links each printed figure to its derivation, and prints one without a derivation as it is", () => {
    const html = page("index.html");
    const links = [...html.matchAll(/<a class="figure[^"]*" href="([^"]*)"/g)].map(([, link]) => link);
    expect(new Set(links)).toEqual(
      new Set(["figures/exports._T.27.2024-03.ytd.growth.html", "figures/exports._T.27.2024-03.ytd.level.html"]),
    );
    expect(html).toContain(`<span class="nobreak">1,0</span>`);
  });

  it("prints names as text, whatever they hold", () => {
    for (const { path, html } of pages) {
      expect(html, path).not.toContain(hostile.script);
      expect(html.match(/<script/g)?.length ?? 0, path).toBe(path === "404.html" ? 0 : 1);
    }
    expect(page("index.html")).toContain("&#x3C;script>alert");
    expect(page("index.html")).toContain(hostile.chinese);
    expect(page("figures/exports._T.27.2024-03.ytd.growth.html")).toContain(hostile.long);
  });

  it("needs no exception from a strict security policy: no inline script, style or handler, no other host", () => {
    for (const { path, html } of pages) {
      expect(html, path).not.toMatch(/ on[a-z]+="| style="|<style|javascript:/i);
      expect(html.replace("http://www.w3.org/2000/svg", ""), path).not.toMatch(/https?:\/\//);
    }
  });

  it("never holds a source row, only how many there are and where", () => {
    for (const [path, content] of files) expect(String(content), path).not.toContain(secretCell);
    expect(page("figures/exports._T.27.2024-03.ytd.growth.html")).toContain(
      `<span class="rows" data-rows="cells=exports&#x26;item=001&#x26;territory=27&#x26;from=2024-01&#x26;to=2024-03">1.107</span>`,
    );
  });

  it("says on every page of the site that rows are simulated", () => {
    for (const { path, html } of pages)
      if (path !== "404.html")
        expect(html, path).toContain(
          path.startsWith("en/") ? "The rows are simulated." : "Các dòng số liệu là mô phỏng.",
        );
  });

  it("says so in its own words where the workspace says nothing", () => {
    const silent = checkedWorkspace({
      "nhip.yaml": `title: { vi: Báo cáo, en: Report }\nterritory: { code: "27", name: { vi: Bắc Ninh, en: Bac Ninh } }\ncalendar: { first: 2024-01, last: 2024-03 }\n`,
    });
    expect(publishSite(siteInput({ workspace: silent })).get("index.html")).toContain("mô phỏng.</p>");
  });

  it("names the language of each page and of the link to the other", () => {
    expect(page("index.html")).toContain(`<html lang="vi">`);
    expect(page("index.html")).toContain(`<span lang="en">English</span>`);
    expect(page("en/index.html")).toContain(`<html lang="en">`);
    expect(page("en/index.html")).toContain(`<span lang="vi">Tiếng Việt</span>`);
  });

  it("is the same bytes each time", () => {
    expect([...publishSite(siteInput())]).toEqual([...files]);
  });

  it("keeps its script under three kilobytes", () => {
    const script = files.get("assets/nhip.js");
    expect(Buffer.byteLength(String(script))).toBeLessThan(3000);
  });

  it("gives further reports of a language pages of their own", () => {
    const more = publishSite(
      siteInput({ documents: [reportDocument("vi"), reportDocument("vi", "press"), reportDocument("en", "press")] }),
    );
    expect([...more.keys()].filter((path) => /index|reports/.test(path)).sort()).toEqual([
      "en/index.html",
      "index.html",
      "reports/press.html",
    ]);
    expect(more.get("reports/press.html")).toContain(`hreflang="en"`);
  });

  it("has a front page with the data where there is no report yet", () => {
    const empty = publishSite(siteInput({ documents: [] })).get("index.html");
    expect(empty).toContain(csvPath);
    expect(empty).toContain("chưa có báo cáo");
  });

  it("gives an only language the root, also where it is the workspace's second", () => {
    const english = publishSite(siteInput({ documents: [reportDocument("en")] }));
    expect(english.get("index.html")).toContain(`<html lang="en">`);
    expect(english.has("en/index.html")).toBe(false);
  });
});
