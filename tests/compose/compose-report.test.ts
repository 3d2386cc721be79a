/** Templates with figures made by hand → documents: words, tables, charts, remainders, headlines, and figures that have no data. */
import { describe, expect, test } from "vitest";
import { plainText } from "../../src/compose/compose-inlines.ts";
import { composeReport } from "../../src/compose/compose-report.ts";
import type { ChartBlock, Inline, ReportDocument, TableBlock } from "../../src/compose/document.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Observation } from "../../src/model/observation.ts";
import { observationSet } from "../../src/model/observation-set.ts";
import { observed, reportOf, reportWorkspace } from "../report-workspace.ts";

const retail: readonly Observation[] = [
  observed("retail", "74778000000000", "VND"),
  observed("retail growth", "9.1000000069", "percent"),
  observed("retail/goods", "55588000000000", "VND"),
  observed("retail/goods growth", "6.6", "percent"),
  observed("retail/food", "6859000000000", "VND"),
  observed("retail/food growth", "4.8", "percent"),
  observed("retail/other", "12331000000000", "VND"),
  observed("retail/other growth", "123.4", "percent"),
];

function compose(
  body: string,
  observations: readonly Observation[],
  language: "vi" | "en" = "vi",
): { readonly document: ReportDocument; readonly diagnostics: readonly Diagnostic[] } {
  const report = reportOf(
    `---\ntitle: Bán lẻ {{ retail growth }}\nlede: Cả kỳ {{ retail }}.\n---\n\n${body}\n`,
    language,
  );
  const { value, diagnostics } = composeReport(report, reportWorkspace, observationSet(observations));
  return { document: value, diagnostics };
}

function paragraphs({ blocks }: ReportDocument): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [plainText(block.content)] : []));
}

function tableOf({ blocks }: ReportDocument): TableBlock {
  const table = blocks.find((block) => block.kind === "table");
  if (table === undefined) throw new Error("there is no table");
  return table;
}

function chartOf({ blocks }: ReportDocument): ChartBlock {
  const chart = blocks.find((block) => block.kind === "chart");
  if (chart === undefined) throw new Error("there is no chart");
  return chart;
}

function cells({ rows }: TableBlock): readonly (readonly string[])[] {
  return rows.map((row) => row.cells.map(({ text }) => text));
}

describe("words", () => {
  test("title, lede and text hold the figures they show", () => {
    const { document, diagnostics } = compose("Trong {{ @period }}: {{ retail | estimated }}.", retail);
    expect(diagnostics).toEqual([]);
    expect(document.title).toBe("Bán lẻ tăng 9,1%");
    expect(plainText(document.lede)).toBe("Cả kỳ 74.778 tỷ đồng.");
    expect(paragraphs(document)).toEqual(["Trong 9 tháng năm 2024: ước 74.778 tỷ đồng."]);
    const figures = document.titleContent.filter(
      (inline): inline is Extract<Inline, { kind: "figure" }> => inline.kind === "figure",
    );
    expect(figures).toEqual([{ kind: "figure", observation: "retail/_T/27/2024-09/ytd/growth", text: "tăng 9,1%" }]);
  });

  test("a kicker, emphasis, a link and a list keep their form", () => {
    const { document } = compose(
      "## Thương mại | Bán lẻ **{{ retail growth }}**\n\n- [xem](https://example.org) *một*\n- hai",
      retail,
    );
    const [heading, list] = document.blocks;
    expect(heading).toMatchObject({ kind: "heading", level: 2, kicker: "Thương mại" });
    expect(list).toMatchObject({
      kind: "list",
      ordered: false,
      items: [[{ kind: "link", href: "https://example.org" }, {}, { kind: "emphasis" }], [{ text: "hai" }]],
    });
  });

  test("a figure without data is told at its place, each of them", () => {
    const { diagnostics } = compose("Xuất khẩu {{ exports }}, nhập khẩu {{ imports growth }}.", retail);
    expect(diagnostics.map(({ code, params, span }) => [code, params, span.start])).toEqual([
      ["report/no-observation", { figure: "exports" }, { line: 6, column: 11 }],
      ["report/no-observation", { figure: "imports growth" }, { line: 6, column: 36 }],
    ]);
  });

  test("a figure without data in several places is told once, with all its places", () => {
    const { diagnostics } = compose("{{ exports }} và {{ exports }}.\n\n{{ exports }}", retail);
    expect(diagnostics.map(({ count, related }) => [count, related.length])).toEqual([[3, 2]]);
  });
});

describe("the parts of a whole (RET-6)", () => {
  test("every component is printed with its growth", () => {
    expect(paragraphs(compose("{{ retail | parts }}", retail).document)).toEqual([
      "bán lẻ hàng hóa 55.588 tỷ đồng, tăng 6,6%; lưu trú, ăn uống 6.859 tỷ đồng, tăng 4,8%; dịch vụ khác 12.331 tỷ đồng, gấp 2,2 lần",
    ]);
    expect(paragraphs(compose("{{ retail | parts }}", retail, "en").document)).toEqual([
      "retail sales of goods 55,588 billion VND, up 6.6%; accommodation and food 6,859 billion VND, up 4.8%; other services 12,331 billion VND, 2.2 times as much",
    ]);
  });

  test("where they do not add up, the remainder is a line of its own", () => {
    const short = retail.map((observation) =>
      observation.item === "other" && observation.measure === "level"
        ? observed("retail/other", "11931000000000", "VND")
        : observation,
    );
    expect(paragraphs(compose("{{ retail | parts }}", short).document)[0]).toMatch(/; các khoản khác 400 tỷ đồng$/);
    const table = tableOf(compose('::table[Bán lẻ]{of="retail" columns="ytd; growth"}', short).document);
    expect(cells(table).at(-1)).toEqual(["Các khoản khác", "400", "…"]);
  });

  test("less than half a printed unit is no remainder", () => {
    const nearly = [
      ...retail.filter(({ item }) => item !== "_T"),
      observed("retail", "74778499999999", "VND"),
      observed("retail growth", "9.1", "percent"),
    ];
    expect(paragraphs(compose("{{ retail | parts }}", nearly).document)[0]).not.toMatch(/các khoản khác/);
    const half = [
      ...retail.filter(({ item }) => item !== "_T"),
      observed("retail", "74778500000000", "VND"),
      observed("retail growth", "9.1", "percent"),
    ];
    expect(paragraphs(compose("{{ retail | parts }}", half).document)[0]).toMatch(/các khoản khác 1 tỷ đồng/);
  });

  test("names of countries keep their capitals", () => {
    const exports = [
      observed("exports", "3000000000", "USD"),
      observed("exports/KR", "1000000000", "USD"),
      observed("exports/JP", "2000000000", "USD"),
      ...retail,
    ];
    expect(paragraphs(compose("{{ exports | parts }}", exports).document)[0]).toBe(
      "Hàn Quốc 1,0 tỷ USD; Nhật Bản 2,0 tỷ USD",
    );
  });
});

describe("tables", () => {
  test("the whole first, then every component; periods over measures", () => {
    const table = tableOf(
      compose('::table[Bán lẻ {{ @period }}]{of="retail" columns="ytd; ytd growth; ytd share"}', retail).document,
    );
    expect(table.caption).toBe("Bán lẻ 9 tháng năm 2024");
    expect(table.head.map((row) => row.map(({ text, span }) => `${text}*${String(span)}`))).toEqual([
      ["*1", "9 tháng 2024*3"],
      ["Nhóm hàng*1", "tỷ đồng*1", "so với cùng kỳ, %*1", "cơ cấu, %*1"],
    ]);
    expect(cells(table)).toEqual([
      ["Tổng số", "74.778", "9,1", "100,0"],
      ["Bán lẻ hàng hóa", "55.588", "6,6", "…"],
      ["Lưu trú, ăn uống", "6.859", "4,8", "…"],
      ["Dịch vụ khác", "12.331", "123,4", "…"],
    ]);
    expect(table.rows.map(({ depth }) => depth)).toEqual([0, 1, 1, 1]);
    expect(table.rows[1]?.cells[1]?.observation).toBe("retail/goods/27/2024-09/ytd/level");
    expect(table.source).toBe("Nguồn: Điều tra bán lẻ. Dòng số liệu là mô phỏng.");
  });

  test("the largest few, and one line for the rest", () => {
    const table = tableOf(
      compose('::table[Bán lẻ]{of="retail" columns="growth; ytd" top="1" total="none"}', retail).document,
    );
    expect(cells(table)).toEqual([
      ["Bán lẻ hàng hóa", "6,6", "55.588"],
      ["Các khoản khác", "…", "19.190"],
    ]);
  });

  test("items that have nothing are left out, unless the template names them", () => {
    const none = [...retail.filter(({ item }) => item !== "food"), observed("retail/food", "0", "VND")];
    expect(
      cells(tableOf(compose('::table[a]{of="retail" columns="ytd"}', none).document)).map(([name]) => name),
    ).not.toContain("Lưu trú, ăn uống");
    expect(
      cells(tableOf(compose('::table[a]{of="retail" columns="ytd" rows="food; goods"}', none).document)).map(
        ([name]) => name,
      ),
    ).toContain("Lưu trú, ăn uống");
  });

  test("a table drawn by hand holds numbers, and the observation of each", () => {
    const body =
      ':::table[Bảng]{unit="tỷ đồng; %"}\n| a | {{ @period | short }} |\n|---|---|\n| **Bán lẻ** | {{ retail }} |\n| Tăng | {{ retail growth | signed }} so |\n:::';
    const table = tableOf(compose(body, retail).document);
    expect(table.head[0]?.map(({ text }) => text)).toEqual(["a", "9 tháng 2024"]);
    expect(table.rows[0]).toEqual({
      depth: 0,
      strong: true,
      cells: [
        { text: "Bán lẻ", align: "start" },
        { text: "74.778", observation: "retail/_T/27/2024-09/ytd/level", align: "end" },
      ],
    });
    expect(table.rows[1]?.cells[1]).toMatchObject({
      text: "+9,1% so",
      align: "end",
      content: [{ kind: "figure" }, { kind: "text" }],
    });
    expect(table.unit).toBe("tỷ đồng; %");
  });

  test("a table without any data is told", () => {
    const { diagnostics } = compose('::table[a]{of="exports" by="kinds" columns="ytd"}', retail);
    expect(diagnostics.map(({ code }) => code)).toEqual(["report/nothing-to-show"]);
  });
});

describe("charts", () => {
  test("bars from the largest down, the largest in red, what is left over at the end", () => {
    const chart = chartOf(compose('::chart[Bán lẻ {{ retail growth }}]{of="retail" top="2"}', retail).document);
    expect(chart.title).toBe("Bán lẻ tăng 9,1%");
    expect(chart.unit).toBe("tỷ đồng");
    expect(
      chart.points.map(({ label, text, highlighted, observation }) => [
        label,
        text,
        highlighted,
        observation !== undefined,
      ]),
    ).toEqual([
      ["Bán lẻ hàng hóa", "55.588", true, true],
      ["Dịch vụ khác", "12.331", false, true],
      ["Các khoản khác", "6.859", false, false],
    ]);
  });

  test("months of a series, clipped to the calendar, the last in red", () => {
    const months = ["2024-07", "2024-08", "2024-09"].map((month, index) =>
      observed(`retail month ${month}`, `${String(index + 1)}000000000`, "VND"),
    );
    const chart = chartOf(compose('::chart[a]{of="retail month" months="30"}', [...retail, ...months]).document);
    expect(chart.type).toBe("columns");
    expect(chart.points.map(({ label, text, highlighted }) => [label, text, highlighted])).toEqual([
      ["7/2024", "1", false],
      ["8/2024", "2", false],
      ["9/2024", "3", true],
    ]);
  });

  test("figures of two units do not stand on one chart", () => {
    const { diagnostics } = compose('::chart[a]{figures="retail; retail growth"}', retail);
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ["report/unit-differs", { first: "tỷ đồng", second: "%" }],
    ]);
  });

  test("a rise is signed, a fall has its minus", () => {
    const chart = chartOf(
      compose('::chart[a]{of="retail growth" highlight="food"}', [
        ...retail,
        observed("retail/27 growth", "-2", "percent"),
      ]).document,
    );
    expect(chart.points.map(({ text, highlighted }) => [text, highlighted])).toEqual([
      ["+123,4", false],
      ["+6,6", false],
      ["+4,8", true],
    ]);
  });
});

describe("the figures of the front page", () => {
  test("number, unit, remark, direction and recent months", () => {
    const months = Array.from({ length: 9 }, (_, index) =>
      observed(`retail month 2024-0${String(index + 1)}`, String(index + 1), "VND"),
    );
    const exports = [
      observed("exports", "4252000000", "USD"),
      observed("exports growth", "-2.33", "percent"),
      observed("exports multiple", "3.2", "times"),
    ];
    const body = `:::headlines
- Bán lẻ: {{ retail }}
- Mức tăng: {{ retail growth }}
- Xuất khẩu: {{ exports | over }}; tự ghi
- Gấp: {{ exports multiple }}
:::`;
    const { document, diagnostics } = compose(body, [...retail, ...months, ...exports]);
    expect(diagnostics).toEqual([]);
    expect(
      document.headlines.map(({ label, prefix, number, unit, remark, direction, series }) => [
        label,
        prefix,
        number,
        unit,
        remark,
        direction,
        series.length,
      ]),
    ).toEqual([
      ["Bán lẻ", undefined, "74.778", "tỷ đồng", "+9,1% so với cùng kỳ", "up", 9],
      ["Mức tăng", undefined, "+9,1", "%", "tăng, 9 tháng so với cùng kỳ", "up", 9],
      ["Xuất khẩu", "trên", "4,2", "tỷ USD", "tự ghi", "down", 1],
      ["Gấp", undefined, "3,2", "lần", "lần so với cùng kỳ, 9 tháng", "up", 1],
    ]);
    expect(document.headlines[0]?.remarkContent[0]).toMatchObject({
      kind: "figure",
      observation: "retail/_T/27/2024-09/ytd/growth",
    });
  });
});

test("the same report and figures, in any order, give the same document", () => {
  const body = `{{ retail | parts }}\n\n::table[a]{of="retail" columns="ytd; growth" top="2"}\n\n::chart[b]{of="retail growth"}`;
  expect(compose(body, [...retail].reverse()).document).toEqual(compose(body, retail).document);
});
