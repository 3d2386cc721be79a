/** Charts: every mark is labelled at the mark, with the text that was printed; numbers stand beside as a table. */
import { describe, expect, it } from "vitest";
import type { ChartBlock } from "../../src/compose/document.ts";
import { chartDrawing } from "../../src/publish/chart-drawing.ts";
import { textWidth, wrapText } from "../../src/publish/chart-text.ts";
import { publishSite } from "../../src/publish/website.ts";
import { toHtml } from "hast-util-to-html";
import { decimal, hostile, reportDocument, siteInput } from "./synthetic-site.ts";

const charts = reportDocument("vi").blocks.filter((block): block is ChartBlock => block.kind === "chart");
const bars = charts.find(({ type }) => type === "bars");
const labels = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inner = ""]) =>
    inner
      .replace(/<\/tspan>/g, " ")
      .replace(/<[^>]+>/g, "")
      .trim(),
  );

describe("a chart", () => {
  it.each(charts.map((chart) => [chart.type, chart] as const))(
    "%s: prints every value and label at its mark",
    (_, chart) => {
      for (const width of [680, 340]) {
        const drawn = labels(toHtml(chartDrawing(chart, width)));
        for (const { text } of chart.points) expect(drawn).toContain(text);
      }
    },
  );

  it("draws the largest in red and falls in ochre, with their minus", () => {
    if (bars === undefined) throw new Error("no bars");
    const svg = toHtml(chartDrawing(bars, 680));
    expect([...svg.matchAll(/<rect[^>]*fill="([^"]*)"/g)].map(([, fill]) => fill)).toEqual([
      "var(--red)",
      "var(--ochre)",
      "var(--data)",
    ]);
    expect(labels(svg)).toContain("−1,3");
  });

  it("cuts a name of 300 letters and prints markup as text", () => {
    if (bars === undefined) throw new Error("no bars");
    const svg = toHtml(chartDrawing(bars, 340));
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&#x3C;script>");
    expect(labels(svg).some((label) => label.startsWith("Sản xuất") && label.endsWith("…"))).toBe(true);
  });

  it.each([
    ["one point", ["5"]],
    ["all equal", ["5", "5", "5"]],
    ["all nought", ["0", "0"]],
    ["all negative", ["-1", "-2"]],
    ["thirteen months", Array.from({ length: 13 }, (_, at) => String(at * 1000))],
  ])("%s: has no position that is not a number", (_, values) => {
    for (const type of ["bars", "columns", "line"] as const) {
      const chart: ChartBlock = {
        kind: "chart",
        type,
        title: "",
        titleContent: [],
        unit: "",
        source: "",
        points: values.map((value, at) => ({
          label: `${String(at + 1)}/2024`,
          value: decimal(value),
          text: value,
          observation: undefined,
          highlighted: at === 0,
        })),
      };
      expect(toHtml(chartDrawing(chart, 340))).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("is an image with the finding as its name, hidden in parts, and a table of its numbers", () => {
    const html = String(publishSite(siteInput()).get("index.html"));
    expect(html).toContain(
      `<div class="drawing" role="img" aria-label="Điện thoại làm giảm 1,3 điểm"><div class="wide" aria-hidden="true"><svg`,
    );
    expect(html).toContain("Số liệu của biểu đồ");
    expect(html).not.toMatch(/<svg[^>]* width="/);
  });
});

describe("text in a drawing", () => {
  it.each([
    ["Bán lẻ", 200, 2, ["Bán lẻ"]],
    ["Sản xuất sản phẩm từ cao su và plastic", 200, 3, ["Sản xuất sản phẩm từ", "cao su và plastic"]],
    [hostile.long, 150, 2, ["Sản xuất Sản xuất", "Sản xuất Sản xuất …"]],
  ])("%s in %d px and %d lines", (text, width, lines, wrapped) => {
    expect(wrapText(text, { width, size: 13, lines })).toEqual(wrapped);
  });

  it("never gives a line wider than its place", () => {
    for (const text of Object.values(hostile))
      for (const line of wrapText(text, { width: 120, size: 13, lines: 3 }))
        expect(textWidth(line, 13)).toBeLessThanOrEqual(121);
  });
});
