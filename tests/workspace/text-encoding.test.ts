import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, inspectText, textInspector } from "../../src/workspace/text-encoding.ts";
import { toTcvn3, toUtf16, toVni, toWindows1258 } from "../legacy-encodings.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

const texts = {
  sentence: "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ ước 74.778 tỷ đồng, tăng 9,1% so với cùng kỳ",
  yaml: "title:\n  vi: Chỉ số sản xuất công nghiệp\n  en: Index of industrial production\nunit: index\n",
  csv: "code,name_vi\n26,Sản xuất sản phẩm điện tử\n27,Sản xuất thiết bị điện\n10,Chế biến thực phẩm\n",
  capitals: "ĐƠN VỊ: TỶ ĐỒNG - Sở Kế hoạch và Đầu tư tỉnh Bắc Ninh\n",
};

describe("each legacy encoding is named", () => {
  test.each(Object.entries(texts).filter(([name]) => name !== "capitals"))("TCVN3: %s", (_, text) => {
    expect(decodeText(toTcvn3(text))).toMatchObject({ ok: false, fault: { encoding: "TCVN3" } });
  });
  test.each(Object.entries(texts))("VNI: %s", (_, text) => {
    expect(decodeText(toVni(text))).toMatchObject({ ok: false, fault: { encoding: "VNI" } });
  });
  test.each(Object.entries(texts))("Windows-1258: %s", (_, text) => {
    expect(decodeText(toWindows1258(text))).toMatchObject({ ok: false, fault: { encoding: "Windows-1258" } });
  });
  test.each(["little", "big"] as const)("UTF-16, %s end first, with and without its mark", (order) => {
    for (const mark of ["marked", "bare"] as const) {
      for (const text of Object.values(texts)) {
        expect(decodeText(toUtf16(text, order, mark))).toMatchObject({ ok: false, fault: { encoding: "UTF-16" } });
      }
    }
  });
  test("Windows-1252", () => {
    const bytes = Uint8Array.from("name,note\nFranz Müller AG,très élevé\n", (letter) => letter.charCodeAt(0));
    expect(decodeText(bytes)).toMatchObject({ ok: false, fault: { encoding: "Windows-1252", line: 2, column: 8 } });
  });
});

describe("what is not text is named", () => {
  test.each([
    ["zip", [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ["excel-97", [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ["pdf", [...utf8("%PDF-1.7")]],
    ["parquet", [...utf8("PAR1"), 0, 0]],
    ["unknown", [97, 98, 0, 99, 100, 101]],
  ])("%s", (format, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: false, fault: { kind: "not-text", format } });
  });
  test.each(["", " \n\t\n", "\ufeff"])("nothing at all: %j", (text) => {
    expect(decodeText(utf8(text))).toEqual({ ok: false, fault: { kind: "empty" } });
  });
});

test("UTF-8 is read as it is, in NFC, without its byte order mark", () => {
  expect(decodeText(utf8("\ufefftỷ đồng".normalize("NFD")))).toEqual({ ok: true, text: "tỷ đồng" });
});

test("a fault far into a file is found with its line, however the chunks fall", () => {
  const lines = "2024-09,26,đạt 98,4\n".repeat(500);
  const bytes = Uint8Array.from([...utf8(lines), ...toTcvn3("2024-09,sản xuất điện tử\n")]);
  for (const size of [1, 2, 3, 7, 1000, bytes.length]) {
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    const inspector = textInspector();
    const fault = chunks.map((chunk) => inspector.push(chunk)).find((found) => found !== undefined);
    expect(fault).toMatchObject({ kind: "encoding", line: 501 });
  }
  expect(inspectText([utf8("đ").subarray(0, 1), utf8("đ").subarray(1)])).toBeUndefined();
  expect(inspectText([utf8("đ").subarray(0, 1)])).toMatchObject({ kind: "encoding", line: 1 });
});

test("no bytes make the reader throw or linger", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      expect(cpuMilliseconds(() => decodeText(bytes), 100)).toBeLessThan(100);
    }),
  );
});
