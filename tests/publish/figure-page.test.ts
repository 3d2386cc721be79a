/** The page of a figure: full value, printed form, both periods side by side, method, sources. */
import { describe, expect, it } from "vitest";
import { publishSite } from "../../src/publish/website.ts";
import type { Derivation } from "../../src/model/derivation.ts";
import { decimal, siteInput } from "./synthetic-site.ts";

const files = publishSite(siteInput());
const text = (path: string): string =>
  String(files.get(path))
    .replace(/^.*<article/s, "<article")
    .replace(/<\/article>.*$/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const growth = "figures/exports._T.27.2024-03.ytd.growth.html";
const level = "figures/exports._T.27.2024-03.ytd.level.html";

describe("the page of a figure", () => {
  it.each([
    [
      "vi, a change",
      growth,
      [
        "Xuất khẩu, 3 tháng năm 2024",
        "−2,33%",
        "In là giảm 2,3%",
        "giá trị đầy đủ −2,3299999%",
        "ước tính",
        "12 dòng nguồn",
        "phần bổ khuyết 2,1%",
      ],
    ],
    [
      "en, a change",
      `en/${growth}`,
      [
        "Exports, the first three months of 2024",
        "−2.33%",
        "Printed as fell 2.3%",
        "full value −2.3299999%",
        "estimate",
        "12 source rows",
        "imputed part 2.1%",
      ],
    ],
    ["vi, a level", level, ["In là 29,8 tỷ USD", "giá trị đầy đủ 29.786.200.000 USD"]],
  ])("%s: says what it is, at full precision and as printed", (_, path, parts) => {
    for (const part of parts) expect(text(path)).toContain(part);
  });

  it("puts both periods side by side with their change", () => {
    expect(text(growth)).toMatch(/3 tháng 2023 3 tháng 2024 Thay đổi/);
    expect(text(growth)).toMatch(/Xuất khẩu 30\.496,8 29\.786,2 −2,33%/);
  });

  it("counts the rows of both periods at each leaf and says what kind they are", () => {
    expect(text(growth)).toMatch(/Dòng nguồn: Tờ khai hải quan \(mô phỏng, giữ kín\) 1\.098 1\.107/);
  });

  it("tells how it was made in words, step by step, and after which method", () => {
    expect(text(growth)).toContain(
      "Mức kỳ này chia cho mức cùng kỳ năm trước, trừ 1, nhân 100. Cộng các mục bên dưới. Cộng các dòng nguồn.",
    );
    expect(text(growth)).toContain("Phương pháp theo Thống kê hải quan");
  });

  it("sums up the sources and keeps confidential rows back", () => {
    expect(text(growth)).toContain(
      "Tờ khai hải quan : 6.615 dòng nguồn; dòng số liệu là mô phỏng. Dòng gốc được giữ kín",
    );
  });
});

/** A tree as wide and deep as an index of a large province: sectors, divisions, classes, products. */
function largeTree(widths: readonly number[], name: string): Derivation {
  const [width = 0, ...deeper] = widths;
  return {
    label: { vi: name, en: name },
    period: { year: 2024, month: 3 },
    basis: "ytd",
    rule: width === 0 ? "sum-of-rows" : "sum-of-items",
    value: decimal("29786200000"),
    unit: "USD",
    inputs: Array.from({ length: width }, (_, at) => largeTree(deeper, `${name}.${String(at)}`)),
  };
}

describe("a derivation of many steps", () => {
  const page = (widths: readonly number[]): string =>
    String(publishSite(siteInput({ derive: () => largeTree(widths, "bước") })).get(level));

  it("opens the first levels and folds what is deeper", () => {
    const html = page([4, 3, 2]);
    const folded = [...html.matchAll(/<summary>([^<]*)<span class="soft"> · ([^<]*)<\/span><\/summary>/g)].map(
      ([, name, count]) => [name, count],
    );
    expect(folded).toEqual(["bước.0", "bước.1", "bước.2", "bước.3"].map((name) => [name, "9 bước tính"]));
    expect(html.replace(/<details.*<\/details>/s, "")).not.toContain("bước.0.0");
  });

  it("counts what is too deep for a page, and stays a small page", () => {
    const html = page([5, 10, 20, 10]);
    expect(html).toContain('bước.4.9<span class="soft"> · 220 bước tính</span>');
    expect(html).not.toContain("bước.4.9.0");
    expect(html.length).toBeLessThan(150_000);
  });

  it("stays below 150 kB however wide it is at the top", () => {
    expect(page([30, 12, 40]).length).toBeLessThan(150_000);
  });
});
