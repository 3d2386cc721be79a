/**
 * The figures that the press article on Bắc Ninh's nine months of 2024 printed, taken from the report that the example
 * builds: each stands in the built page as the article has it, links to its derivation, and is compiled from rows.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BuildResult } from "../../src/build.ts";
import { buildFolder } from "../../src/build.ts";

const folder = mkdtempSync(join(tmpdir(), "nhip-article-"));
const origin = join(import.meta.dirname, "../../examples/bac-ninh");
let built: BuildResult;

beforeAll(async () => {
  for (const part of ["nhip.yaml", "classifications", "methods", "reports", "sources"]) {
    cpSync(join(origin, part), join(folder, part), { recursive: true });
  }
  built = await buildFolder(folder, { progress: () => undefined });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface LinkedFigure {
  readonly text: string;
  readonly page: string;
}

/** The figures of a page with the derivation each links to. */
function figuresOf(path: string): readonly LinkedFigure[] {
  const { document } = parseHTML(readFileSync(join(folder, "dist", path), "utf8"));
  return [...document.querySelectorAll("a.figure")].map((link) => ({
    text: link.textContent.replace(/\s+/g, " ").trim(),
    page: (link.getAttribute("href") ?? "").replace(/^.*figures\//, "figures/"),
  }));
}

const vietnamese = [
  ["IIP, all industry", "iip._T.27.2024-09.ytd.growth", "tăng 7,5%"],
  ["IIP, manufacturing", "iip.C.27.2024-09.ytd.growth", "tăng 7,4%"],
  ["IIP, division 26", "iip.C26.27.2024-09.ytd.growth", "tăng 7,6%"],
  ["retail, total", "retail._T.27.2024-09.ytd.level", "74.778 tỷ đồng"],
  ["retail, total growth", "retail._T.27.2024-09.ytd.growth", "tăng 9,1%"],
  ["retail, goods", "retail.goods.27.2024-09.ytd.level", "55.588 tỷ đồng"],
  ["retail, goods growth", "retail.goods.27.2024-09.ytd.growth", "tăng 6,6%"],
  ["accommodation and food", "retail.accommodation.27.2024-09.ytd.level", "6.859 tỷ đồng"],
  ["accommodation and food growth", "retail.accommodation.27.2024-09.ytd.growth", "tăng 4,8%"],
  ["other services", "retail.services.27.2024-09.ytd.level", "11.931 tỷ đồng"],
  ["other services growth", "retail.services.27.2024-09.ytd.growth", "tăng 23,0%"],
  ["travel, the part the article leaves out", "retail.travel.27.2024-09.ytd.level", "400 tỷ đồng"],
  ["foreign projects", "fdi-projects._T.27.2024-09.ytd.multiple", "gấp 1,3 lần"],
  ["foreign capital", "fdi-capital-new._T.27.2024-09.ytd.multiple", "gấp 1,8 lần"],
  ["foreign capital, new and added", "fdi-capital._T.27.2024-09.ytd.level", "trên 4,2 tỷ USD"],
  ["rank among provinces", "province-fdi-capital._T.27.2024-09.ytd.rank", "đứng đầu cả nước"],
  ["domestic projects", "ddi-projects._T.27.2024-09.ytd.multiple", "gấp 2,9 lần"],
  ["domestic capital", "ddi-capital._T.27.2024-09.ytd.multiple", "gấp 3,2 lần"],
  ["new enterprises", "enterprises-new._T.27.2024-09.ytd.growth", "tăng 12,6%"],
  ["turnover", "turnover._T.27.2024-09.ytd.level", "55,2 tỷ USD"],
  ["turnover growth", "turnover._T.27.2024-09.ytd.growth", "giảm 1,3%"],
  ["turnover against plan", "turnover._T.27.2024-09.ytd.plan", "đạt 72,8% kế hoạch"],
  ["exports", "exports._T.27.2024-09.ytd.level", "29,8 tỷ USD"],
  ["exports growth", "exports._T.27.2024-09.ytd.growth", "giảm 2,3%"],
  ["imports", "imports._T.27.2024-09.ytd.level", "25,4 tỷ USD"],
  ["imports growth", "imports._T.27.2024-09.ytd.growth", "tương đương cùng kỳ năm 2023"],
  ["obstacles", "obstacles._T.27.2024-09.end.level", "42 vấn đề"],
  ["fields of the obstacles", "obstacles._T.27.2024-09.end.items", "8 lĩnh vực"],
] as const;

const english = [
  ["IIP, all industry", "iip._T.27.2024-09.ytd.growth", "7.5%"],
  ["retail, total", "retail._T.27.2024-09.ytd.level", "74,778 billion VND"],
  ["turnover growth", "turnover._T.27.2024-09.ytd.growth", "1.3%"],
  ["foreign capital, new and added", "fdi-capital._T.27.2024-09.ytd.level", "more than 4.2 billion USD"],
  ["domestic capital", "ddi-capital._T.27.2024-09.ytd.multiple", "3.2 times"],
  ["obstacles", "obstacles._T.27.2024-09.end.level", "42"],
] as const;

describe("the built report of Bắc Ninh", () => {
  test("is built without a diagnostic", () => {
    expect(built.diagnostics).toEqual([]);
    expect(built.summary?.reports).toBe(2);
  });

  test.each(vietnamese)("prints %s as the article does", (_name, id, printed) => {
    const found = figuresOf("index.html").filter(({ page }) => page === `figures/${id}.html`);
    expect(
      found.map(({ text }) => text).filter((text) => text.includes(printed)).length,
      JSON.stringify(found),
    ).toBeGreaterThan(0);
  });

  test.each(english)("prints %s in English too", (_name, id, printed) => {
    const found = figuresOf("en/index.html").filter(({ page }) => page === `figures/${id}.html`);
    expect(
      found.map(({ text }) => text).filter((text) => text.includes(printed)).length,
      JSON.stringify(found),
    ).toBeGreaterThan(0);
  });

  test("links every figure to a page that tells how it was made", () => {
    const figures = [...figuresOf("index.html"), ...figuresOf("en/index.html")];
    expect(figures.length).toBeGreaterThan(150);
    expect(figures.filter(({ page }) => !existsSync(join(folder, "dist", page)))).toEqual([]);
  });

  test("says on every page that the rows are simulated", () => {
    expect(readFileSync(join(folder, "dist/index.html"), "utf8")).toContain("mô phỏng");
    expect(readFileSync(join(folder, "dist/en/index.html"), "utf8")).toContain("simulated");
    for (const { page } of figuresOf("index.html").slice(0, 20)) {
      expect(readFileSync(join(folder, "dist", page), "utf8"), page).toContain("mô phỏng");
    }
  });

  test("keeps establishments' rows out of the public folder", () => {
    const publicText = ["index.html", "data/run.json", "figures/iip.C26.27.2024-09.ytd.growth.html"].map((path) =>
      readFileSync(join(folder, "dist", path), "utf8"),
    );
    for (const text of publicText) expect(text).not.toMatch(/\bE0\d{3}\b/);
  });
});
