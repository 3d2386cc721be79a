/** The report of examples/bac-ninh, from its files to its words: each figure that the article printed, at the article's rounding. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { checkReports } from "../../src/check/check-reports.ts";
import { plainText } from "../../src/compose/compose-inlines.ts";
import { composeReport } from "../../src/compose/compose-report.ts";
import type { Block, Inline, ReportDocument } from "../../src/compose/document.ts";
import { observationSet } from "../../src/model/observation-set.ts";
import type { ObservationSet } from "../../src/model/observation-set.ts";
import type { Language } from "../../src/model/text.ts";
import { runFolder } from "../compute/run-workspace.ts";

const root = fileURLToPath(new URL("../../examples/bac-ninh", import.meta.url));
const documents = new Map<Language, ReportDocument>();
let observations: ObservationSet = observationSet([]);

beforeAll(async () => {
  const { workspace, run, diagnostics } = await runFolder(root);
  if (workspace === undefined || run === undefined) throw new Error(JSON.stringify(diagnostics));
  observations = observationSet(run.observations);
  expect(checkReports(workspace)).toEqual([]);
  for (const report of workspace.reports) {
    const { value, diagnostics: missing } = composeReport(report, workspace, observations);
    expect(missing).toEqual([]);
    documents.set(report.language, value);
  }
});

function documentIn(language: Language): ReportDocument {
  const document = documents.get(language);
  if (document === undefined) throw new Error(`there is no report in ${language}`);
  return document;
}

function prose({ title, lede, blocks }: ReportDocument): string {
  return [
    title,
    plainText(lede),
    ...blocks.flatMap((block) => (block.kind === "paragraph" ? [plainText(block.content)] : [])),
  ].join("\n");
}

const printed: readonly (readonly [string, string, string])[] = [
  [
    "IIP",
    "chỉ số sản xuất toàn ngành công nghiệp tăng 7,5% so với cùng kỳ năm 2023",
    "index of industrial production rose 7.5% from the same period of 2023",
  ],
  ["manufacturing", "công nghiệp chế biến, chế tạo tăng 7,4%", "Manufacturing rose 7.4%"],
  [
    "division 26",
    "quang học (ngành 26), ngành công nghiệp trọng điểm của tỉnh, tăng 7,6%",
    "the province's leading industry, rose 7.6%",
  ],
  ["retail", "ước 74.778 tỷ đồng, tăng 9,1% so với cùng kỳ năm 2023", "an estimated 74,778 billion VND, up 9.1%"],
  ["goods", "bán lẻ hàng hóa 55.588 tỷ đồng, tăng 6,6%", "retail sales of goods 55,588 billion VND, up 6.6%"],
  [
    "accommodation and food",
    "lưu trú, ăn uống 6.859 tỷ đồng, tăng 4,8%",
    "accommodation and food services 6,859 billion VND, up 4.8%",
  ],
  ["travel, which the article leaves out", "du lịch lữ hành 400 tỷ đồng", "travel services 400 billion VND"],
  ["services", "dịch vụ khác 11.931 tỷ đồng, tăng 23,0%", "other services 11,931 billion VND, up 23.0%"],
  [
    "new foreign projects",
    "gấp 1,3 lần cùng kỳ năm 2023 về số dự án cấp mới",
    "1.3 times the level of the same period of 2023",
  ],
  ["new foreign capital", "gấp 1,8 lần về vốn đăng ký cấp mới", "was 1.8 times as large"],
  ["new plus adjusted", "trên 4,2 tỷ USD", "more than 4.2 billion USD"],
  ["rank", "đứng đầu cả nước", "first in the country"],
  [
    "domestic projects",
    "gấp 2,9 lần cùng kỳ năm 2023 về số dự án cấp mới",
    "2.9 times the level of the same period of 2023",
  ],
  ["domestic capital", "gấp 3,2 lần về vốn đăng ký", "was 3.2 times as large"],
  ["new enterprises", "thành lập mới, tăng 12,6%", "newly registered, up 12.6%"],
  [
    "turnover",
    "ước 55,2 tỷ USD, giảm 1,3% so với cùng kỳ năm 2023, đạt 72,8% kế hoạch năm",
    "an estimated 55.2 billion USD, down 1.3% from the same period of 2023, and reached 72.8% of the year's plan",
  ],
  ["exports", "xuất khẩu ước 29,8 tỷ USD, giảm 2,3%", "Exports were an estimated 29.8 billion USD, down 2.3%"],
  [
    "imports",
    "nhập khẩu ước 25,4 tỷ USD, tương đương cùng kỳ năm 2023",
    "imports were an estimated 25.4 billion USD, level with the same period of 2023",
  ],
  ["obstacles", "42 vấn đề", "42 obstacles"],
  ["their fields", "8 lĩnh vực", "in 8 fields"],
];

describe("the nine months of Bắc Ninh", () => {
  test.each(printed)("%s", (_, vi, en) => {
    expect(prose(documentIn("vi"))).toContain(vi);
    expect(prose(documentIn("en"))).toContain(en);
  });

  test.each(["vi", "en"] as const)(
    "in %s: ten headline figures; a table, a chart and a text in every section",
    (language) => {
      const { headlines, blocks } = documentIn(language);
      expect(headlines).toHaveLength(10);
      expect(headlines.every(({ series }) => series.length >= 9)).toBe(true);
      const sections: Block["kind"][][] = [];
      for (const { kind } of blocks) {
        if (kind === "heading") sections.push([]);
        else sections.at(-1)?.push(kind);
      }
      expect(sections).toHaveLength(7);
      for (const kinds of sections) {
        expect(kinds.filter((kind) => kind === "table")).toHaveLength(1);
        expect(kinds.filter((kind) => kind === "chart")).toHaveLength(1);
        expect(kinds[0]).toBe("paragraph");
      }
    },
  );

  test("both languages show the same observations", () => {
    const shown = ["vi", "en"].map((language) =>
      [...new Set(figuresOf(documentIn(language === "vi" ? "vi" : "en")))].sort(),
    );
    expect(shown[0]).toEqual(shown[1]);
    expect(shown[0]?.length).toBeGreaterThan(60);
    const known = new Set(
      observations.all.map(
        (o) =>
          `${o.indicator}/${o.item}/${o.territory}/${String(o.period.year)}-${String(o.period.month).padStart(2, "0")}/${o.basis}/${o.measure}`,
      ),
    );
    expect(shown[0]?.filter((id) => !known.has(id))).toEqual([]);
  });
});

function figuresOf({ titleContent, lede, headlines, blocks }: ReportDocument): readonly string[] {
  return [
    ...idsOf(titleContent),
    ...idsOf(lede),
    ...headlines.map(({ observation }) => observation),
    ...blocks.flatMap(idsOfBlock),
  ];
}

function idsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return idsOf(block.content);
    case "list":
      return block.items.flatMap((item) => idsOf(item));
    case "table":
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ observation }) => observation ?? []));
    case "chart":
      return block.points.flatMap(({ observation }) => observation ?? []);
  }
}

function idsOf(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    switch (inline.kind) {
      case "text":
        return [];
      case "figure":
        return [inline.observation];
      case "emphasis":
      case "strong":
      case "link":
        return idsOf(inline.content);
    }
  });
}
