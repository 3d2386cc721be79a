/** The faults of report templates, with their places; all of them in one run. */
import { describe, expect, test } from "vitest";
import { checkReports } from "../../src/check/check-reports.ts";
import { messageOf } from "../../src/diagnostics/all-messages.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { reportOf, reportWorkspace } from "../report-workspace.ts";

function faultsOf(text: string): readonly Diagnostic[] {
  return checkReports({ ...reportWorkspace, reports: [reportOf(text)] });
}

/** The body after a sound head; its first line is line 5. */
function faultsOfBody(body: string): readonly Diagnostic[] {
  return faultsOf(`---\ntitle: Tháng\n---\n\n${body}\n`);
}

const sound = [
  "Bán lẻ {{ @period }} {{ retail | estimated }}, {{ retail growth | compared }}.",
  "Trong đó: {{ retail | parts }}. **{{ exports | over | scale 6 | decimals 0 }}** và {{exports multiple|multiple}}.",
  "## Thương mại | Bán lẻ {{ retail growth | short | compared }}",
  "- một: {{ balance | balance }}\n- hai",
  '::table[Bán lẻ {{ @period }}]{of="retail" columns="month; ytd growth = So với {{ @same-period }}"}',
  '::table[Đối tác]{of="exports" by="partners" columns="ytd" total="none" top="1" sort="1"}',
  ':::table[Bảng]{unit="tỷ"}\n| a | b |\n|---|---|\n| x | {{ exports | decimals 2 }} |\n:::',
  '::chart[{{ retail growth }}]{of="retail contribution"}',
  '::chart[Tháng]{type="line" of="retail month" months="13"}',
  '::chart[Nhiều]{figures="exports; imports = Nhập khẩu" highlight="imports"}',
  ":::headlines\n- Bán lẻ: {{ retail }}\n- Xuất khẩu: {{ exports | over }}; {{ exports growth | signed }} so với cùng kỳ\n:::",
  "Lúc 9:30 và 7:a, tỷ lệ 1:2 không phải lệnh.",
];

describe("a sound template has no faults", () => {
  test.each(sound)("%s", (body) => {
    expect(faultsOfBody(body)).toEqual([]);
  });

  test("all of them in one report, with Windows line ends", () => {
    expect(faultsOf(`---\r\ntitle: Tháng\r\n---\r\n\r\n${sound.join("\n\n").replaceAll("\n", "\r\n")}\r\n`)).toEqual(
      [],
    );
  });
});

describe("a fault stands at its place", () => {
  test.each<[string, string, string, string]>([
    ["an indicator that is not there", "Chữ {{ retial }}.", "report/unknown-indicator", "5:8-5:14"],
    ["an unknown item", "Chữ {{ retail godos }}.", "report/unknown-word", "5:15-5:20"],
    ["a word over a line of wide letters", "数字 đồng {{ retail godos }}.", "report/unknown-word", "5:19-5:24"],
    ["an unknown style", "{{ retail | singed }}", "report/unknown-style", "5:13-5:19"],
    ["a style with a wrong number", "{{ retail | decimals x }}", "report/style-number", "5:13-5:23"],
    ["a style without its number", "{{ retail | scale }}", "report/style-number", "5:13-5:18"],
    ["a style that does not fit", "{{ retail growth | balance }}", "report/style-does-not-fit", "5:20-5:27"],
    ["parts of what has none", "{{ imports | parts }}", "report/nothing-to-list", "5:14-5:19"],
    ["an unknown period word", "{{ @perod }}", "report/unknown-period-word", "5:4-5:10"],
    ["an empty figure", "a {{ }} b", "report/empty-figure", "5:3-5:8"],
    ["a figure without a name", "a {{ | signed }} b", "report/empty-figure", "5:3-5:17"],
    ["an unclosed figure", "a {{ retail b", "report/unclosed-figure", "5:3-5:5"],
    ["an unknown directive", '::tabel[a]{of="retail"}', "report/unknown-directive", "5:1-5:8"],
    ["a directive with a space", "::: headlines\n- a: {{ retail }}\n:::", "report/directive-form", "5:1-5:14"],
    [
      "an unknown attribute",
      '::chart[a]{of="retail contribution" tpye="bars"}',
      "report/unknown-attribute",
      "5:37-5:41",
    ],
    ["a missing attribute", '::table[a]{of="retail"}', "report/missing-attribute", "5:1-5:24"],
    ["no caption", '::chart{of="retail contribution"}', "report/missing-attribute", "5:1-5:34"],
    ["an unknown chart type", '::chart[a]{type="pie" of="retail contribution"}', "report/attribute-value", "5:18-5:21"],
    ["no whole number", '::chart[a]{of="retail month" months="x"}', "report/attribute-value", "5:38-5:39"],
    [
      "a column that is not there",
      '::table[a]{of="retail" columns="month; ytd grwoth"}',
      "report/unknown-word",
      "5:44-5:50",
    ],
    [
      "the same fault of several columns",
      '::table[a]{of="retial" columns="month; ytd"}',
      "report/unknown-indicator",
      "5:16-5:22",
    ],
    [
      "a classification of another indicator",
      '::chart[a]{of="retail" by="partners"}',
      "report/unknown-classification",
      "5:28-5:36",
    ],
    ["several breakdowns", '::chart[a]{of="exports"}', "report/which-classification", "5:1-5:25"],
    ["an unknown level", '::chart[a]{of="retail" level="knid"}', "report/unknown-level", "5:31-5:35"],
    ["an unknown row", '::chart[a]{of="retail" rows="goods; fodo"}', "report/unknown-word", "5:37-5:41"],
    ["rows and level", '::chart[a]{of="retail" rows="goods" level="kind"}', "report/attributes-together", "5:37-5:42"],
    ["raw HTML", "<script>alert(1)</script>", "report/unsupported-markdown", "5:1-5:26"],
    ["a picture", "![a](b.png)", "report/unsupported-markdown", "5:1-5:12"],
    ["code", "`iip`", "report/unsupported-markdown", "5:1-5:6"],
    ["a script behind a link", "[a](javascript:alert)", "report/unsupported-markdown", "5:1-5:22"],
    ["a table outside", "| a |\n|---|\n| b |", "report/unsupported-markdown", "5:1-7:6"],
    ["a headline without a figure", ":::headlines\n- Bán lẻ\n:::", "report/headline-without-figure", "6:1-6:9"],
    ["a table without a table", ":::table[a]\nchữ\n:::", "report/table-body", "5:1-5:12"],
    ["a figure typed by hand", "Bán lẻ tăng 7,5% trong kỳ.", "report/typed-figure", "5:13-5:17"],
    ["a level typed by hand", "Đạt 74.778 tỷ đồng.", "report/typed-figure", "5:5-5:14"],
  ])("%s", (_, body, code, place) => {
    const faults = faultsOfBody(body);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    const { start, end } = faults[0]?.span ?? {};
    expect([start, end].map((at) => `${String(at?.line)}:${String(at?.column)}`).join("-")).toBe(place);
  });

  test.each<[string, string, string]>([
    ["no head", "Chữ.\n", "report/front-matter"],
    ["an empty file", "", "report/front-matter"],
    ["no title", "---\nlede: Chữ\n---\n", "report/no-title"],
    ["an unknown key", "---\ntitle: Chữ\ntilte: x\n---\n", "report/front-matter-key"],
    ["a head that is no YAML", "---\ntitle: a: b: c\n---\n", "report/front-matter"],
    ["a head that is a list", "---\n- a\n---\n", "report/front-matter"],
    ["a title that is no text", "---\ntitle: [a]\n---\n", "report/front-matter"],
    ["a wrong name in the title", "---\ntitle: Chữ {{ retial }}\n---\n", "report/unknown-indicator"],
  ])("%s", (_, text, code) => {
    expect(faultsOf(text).map((fault) => fault.code)).toEqual([code]);
  });

  test("all faults come in one run", () => {
    const faults = faultsOf(
      '---\ntitle: {{ a }}\nlede: x {{ b }}\n---\n\n{{ c }} {{ retail d }}\n\n::chart[{{ e }}]{of="f"}\n',
    );
    const lines = faults.map(({ span }) => span.start?.line ?? 0);
    expect(lines.sort((a, b) => a - b)).toEqual([2, 3, 6, 6, 8, 8]);
  });
});

test("every fault of a report is worded in both languages", () => {
  const faults = [
    ...faultsOf(
      "---\ntilte: a\n---\n\n{{ a }} {{ retail b }} {{ ranking 27 }} {{ retail month month }} {{ retail rank }} {{ retail end }}",
    ),
    ...faultsOfBody('{{ retail 2020-01 }} {{ retail previous }} {{ }} {{ x\n\n<b>\n\n::chart[a]{of="exports"}\n\n7,5%'),
  ];
  expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThan(12);
  for (const fault of faults) {
    for (const language of ["vi", "en"] as const) {
      const message = messageOf(fault, language);
      for (const text of [message.headline, message.label, message.help, ...(message.notes ?? [])]) {
        expect(text ?? "").not.toMatch(/undefined|\[object|invalid|please/i);
      }
      expect(message.headline).not.toMatch(/\.$/);
      expect((message.label ?? "").split(" ").length).toBeLessThanOrEqual(6);
    }
  }
});

test("no text makes the reader throw, or take long", () => {
  const pieces = [
    "{{",
    "}}",
    "|",
    "\n",
    "---\n",
    "::",
    ":::",
    "[",
    "]",
    "{",
    "}",
    '="',
    "retail",
    " ",
    "\ue000\ue100\ue100\ue100",
    "_",
    "*",
    "<",
    "title: ",
    "&amp;",
    "\u0301",
    "数",
    "\\",
  ];
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const began = performance.now();
  for (let round = 0; round < 400; round += 1) {
    faultsOf(Array.from({ length: next(60) }, () => pieces[next(pieces.length)] ?? "").join(""));
  }
  expect(performance.now() - began).toBeLessThan(15_000);
});
