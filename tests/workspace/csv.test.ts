import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/workspace/csv.ts";

const cells = (text: string) => readCsv("a.csv", text).value.map((row) => row.map((cell) => cell.text));

describe("a small table is read as text", () => {
  test.each([
    [
      "codes keep their zeros",
      "code,name\n01,Gạo\n",
      [
        ["code", "name"],
        ["01", "Gạo"],
      ],
    ],
    ["quoted commas, quotation marks and lines", 'a,"b, c","d ""e""","f\ng"\n', [["a", "b, c", 'd "e"', "f\ng"]]],
    [
      "CR LF, no end of line, blank lines",
      "a,b\r\n\r\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["blanks around cells, empty cells", " a , b,\n", [["a", "b", ""]]],
    ["a byte order mark", "\ufeffcode\n1\n", [["code"], ["1"]]],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });
});

test("every cell has its place, quotation marks included", () => {
  const { value } = readCsv("a.csv", 'mã,tên\n01,"Gạo, tấm",x\n');
  expect(value[1]?.map((cell) => [cell.span().start?.column, cell.span().end?.column])).toEqual([
    [1, 3],
    [4, 14],
    [15, 16],
  ]);
});

test.each([
  ["open", 'a,b\n1,"x\n2,y\n', "classification/open-quote", 2, 3],
  ["stray", 'a,b\n1,x"y\n2,y\n', "classification/stray-quote", 2, 4],
  ["after the end", 'a,b\n1,"x"y\n2,y\n', "classification/stray-quote", 2, 5],
])("a quotation mark that is %s is told, its row left out", (_, text, code, line, column) => {
  const { value, diagnostics } = readCsv("a.csv", text);
  expect(diagnostics).toMatchObject([{ code, span: { start: { line, column } } }]);
  expect(value[0]?.map((cell) => cell.text)).toEqual(["a", "b"]);
  expect(value.flat().some((cell) => cell.text.includes("x"))).toBe(false);
});

test("what is written reads back", () => {
  const cell = fc.stringMatching(/^[a-zđ",\n 01]*$/).map((text) => text.trim());
  const row = fc.array(cell, { minLength: 2, maxLength: 4 }).filter((all) => all.some((text) => text !== ""));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const text = rows.map((all) => all.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n");
      expect(cells(text)).toEqual(rows);
    }),
  );
});
