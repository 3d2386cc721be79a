/** Workbooks as bytes: read, or refused with the reason, within a bounded memory. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import type { WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, test } from "vitest";
import { largestWorkbookBytes, readWorkbook, readWorkbookFile } from "../../src/io/workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "nhip-workbook-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const all = () => true;
const rows = [
  ["Biểu 1", null],
  ["Bắc Ninh", 361],
];
const workbook = (
  sheets: WriteSheet[] = [
    { name: "1. FDI", rows },
    { name: "2.IIP", rows },
  ],
) => writeXlsx({ sheets });

async function codesOf(bytes: Uint8Array) {
  const { value, diagnostics } = await readWorkbook(bytes, "a.xlsx", all);
  expect(value).toBeUndefined();
  return diagnostics.map(({ code, params }) => ({ code, params }));
}

describe("a workbook", () => {
  test("gives the values of the wanted sheets, and the names of all", async () => {
    const { value, diagnostics } = await readWorkbook(await workbook(), "a.xlsx", (name) => name.endsWith("FDI"));
    expect(diagnostics).toEqual([]);
    expect(value?.map(({ name, rows: read }) => [name, read.length])).toEqual([
      ["1. FDI", 2],
      ["2.IIP", 0],
    ]);
    expect(value?.[0]?.rows[1]).toEqual(["Bắc Ninh", 361]);
  });

  test("tells what is hidden and what is merged", async () => {
    const sheets: WriteSheet[] = [
      {
        name: "a",
        rows,
        hidden: true,
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        columns: [{}, { hidden: true }],
        rowDefs: new Map([[1, { hidden: true }]]),
      },
      { name: "b", rows },
    ];
    const { value } = await readWorkbook(await workbook(sheets), "a.xlsx", all);
    expect(value?.[0]).toMatchObject({
      hidden: true,
      merges: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 1 }],
      hiddenRows: new Set([1]),
      hiddenColumns: new Set([1]),
    });
    expect(value?.[1]).toMatchObject({ hidden: false, merges: [], hiddenRows: new Set(), hiddenColumns: new Set() });
  });
});

describe("what is no workbook that can be read", () => {
  const text = (content: string) => new TextEncoder().encode(content);
  test.each([
    ["nothing", new Uint8Array(0), "empty"],
    ["a CSV file", text("tháng;mã;lượng\n2024-09;0101;12,5\n"), "text"],
    ["an HTML page", text("<html><body><table><tr><td>1</td></tr></table></body></html>"), "html"],
    [
      "a table saved as XML by Excel 2003",
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      "excel-2003-xml",
    ],
    [
      "an .xls file",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      "old-excel",
    ],
    ["a Parquet file", text("PAR1....PAR1"), "parquet"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "unknown"],
    [
      "a Word file",
      zipOf([
        ["[Content_Types].xml", "<Types/>"],
        ["word/document.xml", "<w/>"],
      ]),
      "word",
    ],
    [
      "an .xlsb file",
      zipOf([
        ["[Content_Types].xml", "<Types/>"],
        ["xl/workbook.bin", "b"],
      ]),
      "binary-excel",
    ],
    [
      "an .ods file",
      zipOf([
        ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
        ["content.xml", "<c/>"],
      ]),
      "open-document",
    ],
    ["an archive of something else", zipOf([["a.txt", "a"]]), "zip"],
  ])("%s is called so", async (_, bytes, found) => {
    expect(await codesOf(bytes)).toEqual([{ code: "workbook/not-a-workbook", params: { found } }]);
  });

  test("is one with a password", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "a", rows }], encryption: { password: "x", spinCount: 1 } });
    expect(await codesOf(bytes)).toEqual([{ code: "workbook/protected", params: {} }]);
  });

  test.each([0.2, 0.5, 0.9, 0.999])("is one cut after %d of its length", async (share) => {
    const bytes = await workbook();
    expect(await codesOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toEqual([
      { code: "workbook/truncated", params: {} },
    ]);
  });

  test("is one whose sheet is not XML, or lacks", async () => {
    expect(await codesOf(zipOf([...bookParts, ["xl/worksheets/sheet1.xml", "\u0001\u0002<<<"]]))).toEqual([
      { code: "workbook/damaged", params: { sheet: "big" } },
    ]);
    expect(await codesOf(zipOf(bookParts))).toEqual([{ code: "workbook/damaged", params: { sheet: "big" } }]);
  });

  test("does not make the reader throw, whichever of its bytes is wrong", async () => {
    const bytes = await workbook();
    for (let at = 0; at < bytes.length; at += 41) {
      const wrong = Uint8Array.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ 0xff;
      const { value, diagnostics } = await readWorkbook(wrong, "a.xlsx", all);
      expect(value === undefined).toBe(diagnostics.length > 0);
    }
  });
});

describe("a workbook too large", () => {
  test("as a file is refused before it is opened", async () => {
    const path = join(folder, "large.xlsx");
    writeFileSync(path, "");
    truncateSync(path, 2 * largestWorkbookBytes);
    const { value, diagnostics } = await readWorkbookFile(path, "large.xlsx", all);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "workbook/too-large", params: { sheet: undefined, megabytes: 200, limit: 100 } },
    ]);
  });

  test("once unpacked is refused before it is unpacked", async () => {
    const bytes = zipOf([...bookParts, ["xl/worksheets/sheet1.xml", sheetXml(120_000_000)]]);
    expect(bytes.length).toBeLessThan(2_000_000);
    expect(await codesOf(bytes)).toEqual([
      { code: "workbook/too-large", params: { sheet: "big", megabytes: 121, limit: 50 } },
    ]);
  });

  test("is refused for the sheet that is wanted, not for another", async () => {
    const bytes = zipOf([
      ...bookParts,
      ["xl/worksheets/sheet1.xml", sheetXml(60_000_000)],
      ["xl/worksheets/sheet2.xml", sheetXml(1_000)],
    ]);
    const small = await readWorkbook(bytes, "a.xlsx", (name) => name === "small");
    expect(small.diagnostics).toEqual([]);
    expect(small.value?.find(({ name }) => name === "small")?.rows.length).toBeGreaterThan(0);
    expect((await readWorkbook(bytes, "a.xlsx", all)).diagnostics).toMatchObject([{ code: "workbook/too-large" }]);
  });

  test("that says it is small is stopped at the size it says", async () => {
    const bytes = zipOf([...bookParts, ["xl/worksheets/sheet1.xml", sheetXml(60_000_000), 5_000]]);
    expect(await codesOf(bytes)).toEqual([{ code: "workbook/damaged", params: { sheet: "big" } }]);
  });

  test("by a cell in the last corner alone is refused", async () => {
    const corner =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    expect(await codesOf(zipOf([...bookParts, ["xl/worksheets/sheet1.xml", corner]]))).toEqual([
      { code: "workbook/damaged", params: { sheet: "big" } },
    ]);
  });

  test("by little is read, in less than 600 MB", () => {
    const path = join(folder, "limit.xlsx");
    writeFileSync(path, zipOf([...bookParts, ["xl/worksheets/sheet1.xml", sheetXml(48_000_000)]]));
    const module = fileURLToPath(new URL("../../src/io/workbook.ts", import.meta.url));
    const script = `
      const { readWorkbookFile } = await import(${JSON.stringify(module)});
      const start = performance.now();
      const { value } = await readWorkbookFile(${JSON.stringify(path)}, "limit.xlsx", (name) => name === "big");
      console.log(JSON.stringify({ rows: value[0].rows.length, seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));`;
    const {
      rows: read,
      seconds,
      megabytes,
    } = JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }),
    ) as Record<string, number>;
    console.info(
      `a sheet of 48 MB: ${String(read)} rows in ${(seconds ?? 0).toFixed(1)} s, ${(megabytes ?? 0).toFixed(0)} MB at most`,
    );
    expect(read).toBeGreaterThan(100_000);
    expect(megabytes).toBeLessThan(600);
  });
});

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** All but the sheets of a workbook that has two, `big` and `small`. */
const bookParts: readonly (readonly [string, string])[] = [
  ["[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
  [
    "_rels/.rels",
    `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/workbook.xml",
    `<workbook xmlns:r="${relations}"><sheets><sheet name="big" sheetId="1" r:id="rId1"/><sheet name="small" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
  ],
];

/** A sheet of about so many bytes, of rows of ten numbers. */
function sheetXml(bytes: number): Uint8Array {
  const cells = Array.from({ length: 10 }, (_, column) => `<c><v>${String(1234.5 + column)}</v></c>`).join("");
  const row = Buffer.from(`<row>${cells}</row>`);
  const count = Math.ceil(bytes / row.length);
  return Buffer.concat([
    Buffer.from("<worksheet><sheetData>"),
    Buffer.alloc(count * row.length, row),
    Buffer.from("</sheetData></worksheet>"),
  ]);
}

/** A zip archive; a third member is the unpacked size that the archive claims. */
function zipOf(
  parts: readonly (readonly [path: string, content: string | Uint8Array, claimed?: number])[],
): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content, claimed] of parts) {
    const plain = typeof content === "string" ? Buffer.from(content) : content;
    const packed = deflateRawSync(plain, { level: constants.Z_BEST_SPEED });
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed ?? plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, rest, name]));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...bodies, list, Buffer.from("PK\u0005\u0006"), end]));
}
