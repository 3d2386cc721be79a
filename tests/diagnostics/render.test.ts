import { describe, expect, test } from "vitest";
import type { Diagnostic, Span } from "../../src/diagnostics/diagnostic.ts";
import { errorAt, warningAt } from "../../src/diagnostics/diagnostic.ts";
import { diagnosticJson } from "../../src/diagnostics/diagnostic-json.ts";
import { graphemeCount } from "../../src/diagnostics/graphemes.ts";
import { placeText, renderDiagnostics, sortedByPlace } from "../../src/diagnostics/render.ts";
import { oncePerFault } from "../../src/diagnostics/repeats.ts";

const spanOf = (file: string, line: number, column: number, length: number): Span => ({
  file,
  start: { line, column },
  end: { line, column: column + length },
});
const stray = (span: Span, related: readonly Span[] = []) =>
  errorAt("workspace/duplicate-key", span, { key: "unit" }, { related });

function excerpt(text: string, diagnostic: Diagnostic, width = 60): readonly string[] {
  const output = renderDiagnostics([diagnostic], { language: "en", sourceText: () => text, width });
  return output.split("\n").slice(1, -4);
}

describe("the excerpt", () => {
  test("shows the line with carets under the place and dashes under the other", () => {
    const text = "kind: total\nunit: USD\nvalue: x\nunit: VND\n";
    expect(excerpt(text, stray(spanOf("a.yaml", 4, 1, 4), [spanOf("a.yaml", 2, 1, 4)]))).toEqual([
      " --> a.yaml:4:1",
      "  |",
      "2 | unit: USD",
      "  | ----",
      "…",
      "4 | unit: VND",
      "  | ^^^^ the second time",
      "  |",
    ]);
  });

  test("keeps the gutter straight when lines have two digits", () => {
    const text = "a\n".repeat(11);
    expect(excerpt(text, stray(spanOf("a.yaml", 10, 1, 1), [spanOf("a.yaml", 9, 1, 1)]))).toEqual([
      "  --> a.yaml:10:1",
      "   |",
      " 9 | a",
      "   | -",
      "10 | a",
      "   | ^ the second time",
      "   |",
    ]);
  });

  test("cuts a paragraph to its sentence and wraps it at spaces, carets under each row", () => {
    const before = "Câu trước nói chuyện khác. ";
    const sentence = "Tổng mức bán lẻ hàng hóa ước 74.778 tỷ đồng, tăng 9,1% so với cùng kỳ năm 2023.";
    const text = `${before}${sentence} Câu sau cũng vậy.`;
    const start = text.indexOf("ước 74.778 tỷ đồng, tăng 9,1% so");
    const rows = excerpt(text, stray(spanOf("a.md", 1, start + 1, "ước 74.778 tỷ đồng, tăng 9,1% so".length)), 60);
    expect(rows).toEqual([
      ` --> a.md:1:${String(start + 1)}`,
      "  |",
      "1 | … Tổng mức bán lẻ hàng hóa ước 74.778 tỷ đồng, tăng 9,1%",
      "  |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "  | so với cùng kỳ năm 2023.",
      "  | ^^ the second time",
      "  | …",
      "  |",
    ]);
  });

  test("does not break a code span", () => {
    const text = `Giá trị đạt bao nhiêu thì xem ở đây nhé \`{iip C26 ytd growth}\` so với cùng kỳ`;
    const rows = excerpt(text, stray(spanOf("a.md", 1, 1, 3)), 60);
    expect(rows.some((row) => row.includes("`{iip C26 ytd growth}`"))).toBe(true);
  });

  test("shows a long line of data around the place only", () => {
    const text = `${"1234567,".repeat(400)}X,${"7654321,".repeat(400)}`;
    const rows = excerpt(text, stray(spanOf("a.csv", 1, 3201, 1)), 80);
    expect(rows.length).toBeLessThan(12);
    for (const row of rows) expect(graphemeCount(row)).toBeLessThanOrEqual(80);
    const caret = rows.findIndex((row) => row.includes("^"));
    expect(rows[caret - 1]?.charAt(rows[caret]?.indexOf("^") ?? -1)).toBe("X");
  });

  test("counts graphemes, whatever form the letters are in", () => {
    const text = "tên: Hàng hoá lạ".normalize("NFD");
    expect(excerpt(text, stray(spanOf("a.yaml", 1, 15, 2)))[3]).toBe("  |               ^^ the second time");
  });

  test("shows control and direction characters harmlessly", () => {
    const output = renderDiagnostics([stray(spanOf("a.yaml", 1, 1, 1))], {
      language: "vi",
      sourceText: () => "a\u001b[31m\u202eb\u0007",
    });
    expect(output).toContain("a␛[31m�b␇");
  });

  test("is left out where the text is not at hand", () => {
    const output = renderDiagnostics([stray(spanOf("a.yaml", 1, 1, 1))], {
      language: "en",
      sourceText: () => undefined,
    });
    expect(output.split("\n").slice(0, 3)).toEqual([
      'error[workspace/duplicate-key]: the key "unit" is written twice',
      " --> a.yaml:1:1",
      "  = help: keep one and delete the other",
    ]);
  });

  test.each([0, 1, 2, 3, 500])("never throws, whatever place is asked for: line %i", (line) => {
    for (const column of [0, 1, 5, 10_000]) {
      const span = { file: "a", start: { line, column }, end: { line: line + 1, column: 0 } };
      expect(() => renderDiagnostics([stray(span)], { language: "en", sourceText: () => "x\ny" })).not.toThrow();
    }
  });
});

test("faults come in the order of the files, and the last line sums up", () => {
  const faults = [
    stray(spanOf("b.yaml", 1, 1, 1)),
    warningAt("source/table-unused", spanOf("a.yaml", 10, 1, 1), {}),
    stray(spanOf("a.yaml", 9, 5, 1)),
    stray(spanOf("a.yaml", 9, 1, 1)),
  ];
  expect(sortedByPlace(faults).map(({ span }) => placeText(span))).toEqual([
    "a.yaml:9:1",
    "a.yaml:9:5",
    "a.yaml:10:1",
    "b.yaml:1:1",
  ]);
  const lastLine = (language: "vi" | "en") =>
    renderDiagnostics(faults, { language, sourceText: () => undefined })
      .trimEnd()
      .split("\n")
      .at(-1);
  expect(lastLine("en")).toBe("3 errors, 1 warning in 2 files");
  expect(lastLine("vi")).toBe("3 lỗi, 1 cảnh báo trong 2 tệp");
});

test("no faults, no output", () => {
  expect(renderDiagnostics([], { language: "vi", sourceText: () => undefined })).toBe("");
});

test("the same fault down a column is told once, with how often", () => {
  const faults = [2, 3, 900].map((line) =>
    errorAt("classification/missing-name", spanOf("a.csv", line, 1, 1), { column: "name_en" }),
  );
  const [merged, ...others] = oncePerFault(faults);
  expect(others).toEqual([]);
  expect(merged).toMatchObject({ count: 3, span: { start: { line: 2 } } });
  const output = (language: "vi" | "en") =>
    renderDiagnostics(merged === undefined ? [] : [merged], { language, sourceText: () => undefined });
  expect(output("vi")).toContain("= lặp lại ở 2 dòng khác");
  expect(output("en")).toContain("= the same in 2 more rows");
});

test("a place in a workbook is a cell", () => {
  expect(placeText({ file: "a.xlsx", cell: "Bảng 7!C14" })).toBe("a.xlsx:Bảng 7!C14");
});

test("colour goes through the given style and nowhere else", () => {
  const roles = new Set<string>();
  renderDiagnostics([stray(spanOf("a.yaml", 1, 1, 1))], {
    language: "en",
    sourceText: () => "unit: x",
    style: (role, text) => {
      roles.add(role);
      return text;
    },
  });
  expect([...roles].sort()).toEqual(["error", "gutter", "headline", "help", "mark", "place", "summary"]);
});

test("for programmes each fault is one JSON object on a line", () => {
  const line = diagnosticJson(stray(spanOf("a.yaml", 4, 1, 4), [spanOf("a.yaml", 2, 1, 4)]), "vi");
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toEqual({
    code: "workspace/duplicate-key",
    severity: "error",
    file: "a.yaml",
    line: 4,
    column: 1,
    endLine: 4,
    endColumn: 5,
    message: 'khóa "unit" được viết hai lần',
    label: "lần thứ hai",
    notes: [],
    help: "giữ lại một, xóa một",
    count: 1,
    related: [{ file: "a.yaml", line: 2, column: 1, endLine: 2, endColumn: 5 }],
  });
});
