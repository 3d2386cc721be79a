/** Rows that break their contract: each fault is told with its code, its place and a remedy in both languages, and nothing is compiled. */
import { describe, expect, test } from "vitest";
import { messageOf } from "../../src/diagnostics/all-messages.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { placeText, sortedByPlace } from "../../src/diagnostics/render.ts";
import { languages } from "../../src/model/text.ts";
import { toTcvn3, toUtf16, toVni, toWindows1258 } from "../legacy-encodings.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";
import { printed, runFiles } from "./run-workspace.ts";

const head = "month,goods,value,day,note";

/** What a contract may say otherwise than the one below. */
interface Contract {
  readonly decimal?: string;
  readonly value?: string;
  readonly delimiter?: string;
  readonly more?: string;
}

function workspace(files: FilesInMemory, { decimal, value, delimiter, more }: Contract = {}): FilesInMemory {
  return {
    "nhip.yaml": `title: { vi: Thử, en: Trial }
territory: { code: T1, name: { vi: tỉnh thử, en: the trial province } }
calendar: { first: 2024-01, last: 2024-02 }
`,
    "classifications/goods.yaml": `title: { vi: Mặt hàng, en: Goods }
version: "2024"
file: goods.csv
levels: [group, good]
`,
    "classifications/goods.csv": `code,parent,level,name_vi,name_en
01,,group,Nông sản,Farm products
011,01,good,Gạo,Rice
012,01,good,Cà phê,Coffee
021,,good,Đường,Sugar
`,
    "sources/trade.yaml": `title: { vi: Thương mại, en: Trade }
files: trade/*
${decimal === undefined ? "" : `decimal: "${decimal}"\n`}${delimiter === undefined ? "" : `delimiter: "${delimiter}"\n`}columns:
  month: { type: month }
  goods: { type: code, classification: goods }
  value: { ${value ?? "type: decimal, decimals: 3, unit: USD, minimum: 0"} }
  day: { type: date, optional: true }
  note: { type: text, optional: true }
key: [month, goods]
${more ?? ""}`,
    "methods/trade.yaml": `kind: total
title: { vi: Thương mại, en: Trade }
cites: thử
unit: USD
source: trade
value: value
breakdowns: { goods: goods }
bases: [month]
comparisons: []
`,
    ...files,
  };
}

function file(...rows: readonly string[]): FilesInMemory {
  return { "sources/trade/a.csv": `${[head, ...rows].join("\n")}\n` };
}

/** Code, place, and how often where more than once. */
type Told = readonly [code: string, place: string, count?: number];

function told(diagnostics: readonly Diagnostic[]): readonly Told[] {
  return sortedByPlace(diagnostics).map(({ code, span, count }) =>
    count === 1 ? [code, placeText(span)] : [code, placeText(span), count],
  );
}

/** Every fault has something to do about it in both languages, and its words hold no leftovers of the programme. */
function expectRemedies(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    for (const language of languages) {
      const { headline, help, notes = [], label = "" } = messageOf(diagnostic, language);
      expect(headline).not.toBe("");
      expect(help ?? "").not.toBe("");
      const words = [headline, help, label, ...notes].join(" ");
      expect(words).not.toMatch(/undefined|\[object|NaN|invalid|please|duckdb|VARCHAR/i);
    }
  }
}

interface Fault {
  readonly what: string;
  readonly files: FilesInMemory;
  readonly contract?: Contract;
  readonly expected: readonly Told[];
}

const rowsOk = ["2024-01,011,1.5,2024-01-31,", "2024-02,011,2,,"];

const values: readonly Fault[] = [
  {
    what: "an unknown code",
    files: file("2024-01,099,1,,"),
    expected: [["data/unknown-code", "sources/trade/a.csv:2:9"]],
  },
  {
    what: "a code that lost its zero",
    files: file("2024-01,11,1,,"),
    expected: [["data/unknown-code", "sources/trade/a.csv:2:9"]],
  },
  {
    what: "a code in blanks",
    files: file('2024-01," 011",1,,'),
    expected: [["data/unknown-code", "sources/trade/a.csv:2:9"]],
  },
  {
    what: "no number",
    files: file("2024-01,011,n/a,,"),
    expected: [["data/not-a-number", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "a number in scientific notation",
    files: file("2024-01,011,1e3,,"),
    expected: [["data/not-a-number", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "two readings without a declared mark",
    files: file("2024-01,011,74.778,,"),
    expected: [["data/ambiguous-number", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "two readings with a comma",
    files: file('2024-01,011,"74,778",,'),
    expected: [["data/ambiguous-number", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "both marks and none declared",
    files: file('2024-01,011,"1.234,5",,'),
    expected: [["data/not-a-number", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "groups of two digits",
    files: file("2024-01,011,12.34.567,,"),
    contract: { decimal: "," },
    expected: [["data/not-a-number", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "too many decimals",
    files: file("2024-01,011,0.12345,,"),
    contract: { decimal: "." },
    expected: [["data/too-many-decimals", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "a number too large",
    files: file("2024-01,011,12345678901234567890,,"),
    expected: [["data/number-too-large", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "a negative quantity",
    files: file("2024-01,011,-1,,"),
    expected: [["data/below-minimum", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "above the maximum",
    files: file("2024-01,011,101,,"),
    contract: { value: "type: integer, maximum: 100" },
    expected: [["data/above-maximum", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "a fraction of an integer",
    files: file("2024-01,011,1.5,,"),
    contract: { value: "type: integer", decimal: "." },
    expected: [["data/too-many-decimals", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "an empty cell",
    files: file("2024-01,011,,,"),
    expected: [["data/missing-value", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "an empty quoted cell",
    files: file('2024-01,011,"",,'),
    expected: [["data/missing-value", "sources/trade/a.csv:2:13"]],
  },
  { what: "not a month", files: file("2024-13,011,1,,"), expected: [["data/not-a-month", "sources/trade/a.csv:2:1"]] },
  {
    what: "a month written otherwise",
    files: file("01/2024,011,1,,"),
    expected: [["data/not-a-month", "sources/trade/a.csv:2:1"]],
  },
  {
    what: "a day that does not exist",
    files: file("2024-01,011,1,2024-02-30,"),
    expected: [["data/not-a-date", "sources/trade/a.csv:2:15"]],
  },
  {
    what: "a day written otherwise",
    files: file("2024-01,011,1,30/01/2024,"),
    expected: [["data/not-a-date", "sources/trade/a.csv:2:15"]],
  },
];

const rows: readonly Fault[] = [
  {
    what: "the same key twice",
    files: file(...rowsOk, "2024-01,011,1.50,,"),
    expected: [["data/duplicate-key", "sources/trade/a.csv:4:1"]],
  },
  {
    what: "the same key in two files",
    files: { ...file(...rowsOk), "sources/trade/b.csv": `${head}\n2024-01,012,1,,\n2024-02,011,2,,\n` },
    expected: [["data/duplicate-key", "sources/trade/b.csv:3:1"]],
  },
  {
    what: "a month that is not there",
    files: file("2024-01,011,1,,"),
    contract: { more: "months: { column: month, complete: true }\n" },
    expected: [["data/missing-month", "sources/trade.yaml:10:36"]],
  },
  {
    what: "too few fields",
    files: file("2024-01,011", ...rowsOk),
    expected: [["data/malformed-record", "sources/trade/a.csv:2:1"]],
  },
  {
    what: "too many fields",
    files: file(...rowsOk, "2024-01,012,1,5,,", "2024-02,012,1,5,x,y"),
    expected: [
      ["data/not-a-date", "sources/trade/a.csv:4:15"],
      ["data/malformed-record", "sources/trade/a.csv:5:1"],
    ],
  },
  {
    what: "a quote that does not close",
    files: file('2024-01,"011,1,,', ...rowsOk),
    expected: [["data/malformed-record", "sources/trade/a.csv:2:1"]],
  },
  {
    what: "text after a closing quote",
    files: file('2024-01,"011"x,1,,', ...rowsOk),
    expected: [["data/malformed-record", "sources/trade/a.csv:2:1"]],
  },
  {
    what: "a fault after a malformed record keeps its line",
    files: file("2024-01,011", "2024-01,011,1,,", "2024-02", "2024-02,011,x,,"),
    expected: [
      ["data/malformed-record", "sources/trade/a.csv:2:1", 2],
      ["data/not-a-number", "sources/trade/a.csv:5:13"],
    ],
  },
  {
    what: "the same fault down a column, once",
    files: file("2024-01,011,a,,", "2024-01,012,1,,", "2024-02,011,b,,", "2024-02,012,c,,"),
    expected: [["data/not-a-number", "sources/trade/a.csv:2:13", 3]],
  },
  {
    what: "several faults in several files, all in one run",
    files: {
      "sources/trade/a.csv": `${head}\n2024-13,011,1,,\n2024-01,99,2,,\n`,
      "sources/trade/b.csv": `${head}\n2024-01,012,-3,,\n2024-01,021,1,2024-02-30,\n`,
      "sources/trade/c.csv": `month;goods;value;day;note\n2024-01;011;1;;\n`,
      "sources/trade/d.csv": `${head}\n`,
    },
    expected: [
      ["data/not-a-month", "sources/trade/a.csv:2:1"],
      ["data/unknown-code", "sources/trade/a.csv:3:9"],
      ["data/below-minimum", "sources/trade/b.csv:2:13"],
      ["data/not-a-date", "sources/trade/b.csv:3:15"],
      ["data/other-delimiter", "sources/trade/c.csv:1:1"],
      ["data/no-rows", "sources/trade/d.csv"],
    ],
  },
];

const text = "month,goods,value,day,note\n2024-01,011,1,,Đường kính trắng của nhà máy\n";
const layouts: readonly Fault[] = [
  {
    what: "a file of nothing",
    files: { "sources/trade/a.csv": "" },
    expected: [["workspace/empty-file", "sources/trade/a.csv"]],
  },
  {
    what: "a file of blank lines",
    files: { "sources/trade/a.csv": "\n\n  \n" },
    expected: [["workspace/empty-file", "sources/trade/a.csv"]],
  },
  {
    what: "a header alone",
    files: { "sources/trade/a.csv": `${head}\n` },
    expected: [["data/no-rows", "sources/trade/a.csv"]],
  },
  {
    what: "no header",
    files: { "sources/trade/a.csv": rowsOk.join("\n") },
    expected: [
      ["data/missing-column", "sources/trade/a.csv:1:1"],
      ["data/missing-column", "sources/trade/a.csv:1:1"],
      ["data/missing-column", "sources/trade/a.csv:1:1"],
    ],
  },
  {
    what: "a header renamed",
    files: { "sources/trade/a.csv": "month,good,value\n2024-01,011,1\n" },
    expected: [["data/missing-column", "sources/trade/a.csv:1:1"]],
  },
  {
    what: "a header twice",
    files: { "sources/trade/a.csv": "month,goods,value,Value\n2024-01,011,1,2\n" },
    expected: [["data/repeated-column", "sources/trade/a.csv:1:19"]],
  },
  {
    what: "faults after blank lines",
    files: { "sources/trade/a.csv": `${head}\n\n2024-01,011,1,,\n\n\n2024-02,011,x,,\n` },
    expected: [["data/not-a-number", "sources/trade/a.csv:6:13"]],
  },
  {
    what: "faults after a quoted line end",
    files: file('2024-01,011,1,,"một\nhai"', "2024-02,011,x,,"),
    expected: [["data/not-a-number", "sources/trade/a.csv:4:13"]],
  },
  {
    what: "a fault behind a quoted line end in its own record",
    files: { "sources/trade/a.csv": 'note,month,goods,value\n"một\nhai",2024-01,011,x\n' },
    expected: [["data/not-a-number", "sources/trade/a.csv:3:18"]],
  },
  {
    what: "lines that end with CR LF",
    files: { "sources/trade/a.csv": `${head}\r\n2024-01,011,1,,\r\n2024-02,011,x,,\r\n` },
    expected: [["data/not-a-number", "sources/trade/a.csv:3:13"]],
  },
  {
    what: "lines that end in two ways",
    files: { "sources/trade/a.csv": `${head}\r\n2024-01,011,1,,\n2024-02,011,x,,\r\n` },
    expected: [["data/not-a-number", "sources/trade/a.csv:3:13"]],
  },
  {
    what: "a byte order mark",
    files: { "sources/trade/a.csv": `\uFEFF${head}\n2024-01,011,x,,\n` },
    expected: [["data/not-a-number", "sources/trade/a.csv:2:13"]],
  },
  {
    what: "UTF-16",
    files: { "sources/trade/a.csv": toUtf16(text, "little", "marked") },
    expected: [["workspace/encoding", "sources/trade/a.csv"]],
  },
  {
    what: "a spreadsheet named .csv",
    files: { "sources/trade/a.csv": new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]) },
    expected: [["workspace/not-text", "sources/trade/a.csv"]],
  },
  {
    what: "no Parquet file",
    files: { "sources/trade/a.parquet": "month,goods\n" },
    expected: [["data/not-parquet", "sources/trade/a.parquet"]],
  },
  {
    what: "a Parquet file that breaks off",
    files: { "sources/trade/a.parquet": "PAR1 and then nothing" },
    expected: [["data/not-parquet", "sources/trade/a.parquet"]],
  },
  {
    what: "a Parquet file of two bytes",
    files: { "sources/trade/a.parquet": "PA" },
    expected: [["data/not-parquet", "sources/trade/a.parquet"]],
  },
];

describe.each([
  { group: "values", faults: values },
  { group: "rows", faults: rows },
  { group: "files", faults: layouts },
])("$group", ({ faults }) => {
  test.each(faults)("$what", async ({ files, contract, expected }) => {
    const ran = await runFiles(workspace(files, contract));
    expect(told(ran.diagnostics)).toEqual(expected);
    expect(ran.run).toBeUndefined();
    expectRemedies(ran.diagnostics);
  });
});

test.each([
  { encoding: "TCVN3", bytes: toTcvn3(text) },
  { encoding: "VNI", bytes: toVni(text) },
  { encoding: "Windows-1258", bytes: toWindows1258(text) },
])("a file in $encoding is told with its line", async ({ bytes, encoding }) => {
  const { diagnostics, run } = await runFiles(workspace({ "sources/trade/a.csv": bytes }));
  expect(diagnostics).toMatchObject([
    { code: "workspace/encoding", params: { encoding }, span: { file: "sources/trade/a.csv", start: { line: 2 } } },
  ]);
  expect(run).toBeUndefined();
  expectRemedies(diagnostics);
});

test("a workbook's own faults pass through", async () => {
  const layout = 'table:\n  sheet: { name: "Biểu 1" }\n';
  const ran = await runFiles(workspace({ "sources/trade/a.xlsx": "no workbook" }, { more: layout }));
  expect(told(ran.diagnostics)).toEqual([["workbook/not-a-workbook", "sources/trade/a.xlsx"]]);
  expectRemedies(ran.diagnostics);
});

test.each([
  { value: "11", nearest: "011", lostZeros: true },
  { value: "O11", nearest: "011", lostZeros: false },
  { value: "zzz", nearest: undefined, lostZeros: false },
])("the code $value is most likely $nearest", async ({ value, nearest, lostZeros }) => {
  const { diagnostics } = await runFiles(workspace(file(`2024-01,${value},1,,`)));
  expect(diagnostics[0]).toMatchObject({ code: "data/unknown-code", params: { value, nearest, lostZeros } });
});

test.each([
  { written: '"74,778"', decimal: ".", read: "74778.000" },
  { written: "74.778", decimal: ".", read: "74.778" },
  { written: "74.778", decimal: ",", read: "74778.000" },
  { written: '"74,778"', decimal: ",", read: "74.778" },
  { written: '"1.234,5"', decimal: ",", read: "1234.500" },
  { written: '"1,234.5"', decimal: ".", read: "1234.500" },
  { written: "1234.5", decimal: undefined, read: "1234.500" },
  { written: "+7", decimal: undefined, read: "7.000" },
  { written: "0.125", decimal: undefined, read: "0.125" },
  { written: "12.50", decimal: undefined, read: "12.500" },
])("$written under the mark $decimal is $read", async ({ written, decimal, read }) => {
  const contract = decimal === undefined ? {} : { decimal };
  const ran = await runFiles(workspace(file(`2024-01,011,${written},,`), contract));
  expect(ran.diagnostics).toEqual([]);
  expect(printed(ran, "trade/_T/T1/2024-01/month/level", 3)).toBe(read);
});
