/**
 * Workbooks as they arrive, from bytes to sheets of values. What is no readable workbook is told apart by its first bytes;
 * how large a sheet becomes is known before it is unpacked; only the parts that tables need are opened.
 */
import { readFile, stat } from "node:fs/promises";
import type { Sheet } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import type { Diagnostic, Parsed } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { NotAWorkbook } from "../diagnostics/messages/workbook.ts";
import type { WorkbookSheet } from "../workspace/workbook-sheet.ts";
import type { ArchivePart } from "./workbook-archive.ts";
import { archiveOf, readArchiveParts } from "./workbook-archive.ts";

/** A file larger than this is not opened. */
export const largestWorkbookBytes = 100_000_000;
/** The sheets to read, with the texts they share, may be this large unpacked; reading takes some seven times as much memory. */
export const largestUnpackedBytes = 50_000_000;

type SheetsRead = Parsed<readonly WorkbookSheet[] | undefined>;

/** Reads the wanted sheets of the workbook at a path; `file` is its name in diagnostics. The other sheets come with their names alone. */
export async function readWorkbookFile(
  path: string,
  file: string,
  isWanted: (sheet: string) => boolean,
): Promise<SheetsRead> {
  const { size } = await stat(path);
  return size > largestWorkbookBytes
    ? refused(tooLarge(file, undefined, size, largestWorkbookBytes))
    : readWorkbook(await readFile(path), file, isWanted);
}

/** Reads the wanted sheets of a workbook; the others come with their names alone. The value is `undefined` where the bytes cannot be used. */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  isWanted: (sheet: string) => boolean,
): Promise<SheetsRead> {
  if (bytes.length > largestWorkbookBytes)
    return refused(tooLarge(file, undefined, bytes.length, largestWorkbookBytes));
  const found = kindOf(bytes);
  if (found === "protected") return refused(errorAt("workbook/protected", { file }, {}));
  if (found !== "archive") return refused(errorAt("workbook/not-a-workbook", { file }, { found }));
  const parts = readArchiveParts(bytes);
  if (parts === "cut-short") return refused(errorAt("workbook/truncated", { file }, {}));
  if (parts === "broken") return refused(errorAt("workbook/damaged", { file }, { sheet: undefined }));
  const other = otherArchive(parts);
  if (other !== undefined) return refused(errorAt("workbook/not-a-workbook", { file }, { found: other }));
  return readSheets(bytes, parts, file, isWanted);
}

async function readSheets(
  bytes: Uint8Array,
  parts: readonly ArchivePart[],
  file: string,
  isWanted: (sheet: string) => boolean,
): Promise<SheetsRead> {
  const shared = parts.filter(({ path }) => isSharedPart(path));
  const sharedBytes = totalBytes(shared);
  if (sharedBytes > largestUnpackedBytes) return refused(tooLarge(file, undefined, sharedBytes, largestUnpackedBytes));
  const sheetParts = parts.filter(({ path }) => isSheetPart(path));
  const fitting = sheetParts.filter(({ unpackedBytes }) => sharedBytes + unpackedBytes <= largestUnpackedBytes);
  const isSmall = sharedBytes + totalBytes(sheetParts) <= largestUnpackedBytes;
  const names: { readonly name: string; readonly hidden: boolean }[] = [];
  const wanted: string[] = [];
  try {
    const workbook = await readXlsx(archiveOf(bytes, [...shared, ...fitting]), {
      sheets: ({ name, hidden, veryHidden }) => {
        names.push({ name, hidden: hidden === true || veryHidden === true });
        if (isWanted(name)) wanted.push(name);
        return isWanted(name) && (isSmall || wanted.length === 1);
      },
    });
    if (wanted.length > 1 && !isSmall)
      return refused(tooLarge(file, undefined, sharedBytes + totalBytes(sheetParts), largestUnpackedBytes));
    const read = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
    return { value: names.map(({ name, hidden }) => sheetOf(name, hidden, read.get(name))), diagnostics: [] };
  } catch {
    // The reader says of any part it cannot make sense of no more than that; what a person can do is the same.
    const sheet = wanted[0];
    const largest = Math.max(0, ...sheetParts.map(({ unpackedBytes }) => unpackedBytes));
    return refused(
      fitting.length < sheetParts.length
        ? tooLarge(file, sheet, largest, largestUnpackedBytes)
        : errorAt("workbook/damaged", { file }, { sheet }),
    );
  }
}

function refused(diagnostic: Diagnostic): SheetsRead {
  return { value: undefined, diagnostics: [diagnostic] };
}

function tooLarge(file: string, sheet: string | undefined, bytes: number, limit: number): Diagnostic {
  return errorAt(
    "workbook/too-large",
    { file },
    { sheet, megabytes: Math.ceil(bytes / 1e6), limit: Math.floor(limit / 1e6) },
  );
}

function totalBytes(parts: readonly ArchivePart[]): number {
  return parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
}

/** The parts that every sheet needs. Links to other workbooks, drawings, comments and pivot caches hold no table. */
function isSharedPart(path: string): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\d*\.xml\.rels|xl\/(?:workbook\d*|sharedStrings\d*|styles\d*)\.xml)$/i.test(
    path,
  );
}

function isSheetPart(path: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/i.test(path);
}

function sheetOf(name: string, hidden: boolean, sheet: Sheet | undefined): WorkbookSheet {
  return {
    name,
    hidden,
    rows: sheet?.rows ?? [],
    merges: (sheet?.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      startRow,
      startColumn: startCol,
      endRow,
      endColumn: endCol,
    })),
    hiddenRows: new Set(
      [...(sheet?.rowDefs ?? [])].filter(([, { hidden: isHidden }]) => isHidden === true).map(([row]) => row),
    ),
    hiddenColumns: new Set((sheet?.columns ?? []).flatMap((column, index) => (column.hidden === true ? [index] : []))),
  };
}

/** What the file is, by its first bytes. An Excel file with a password is an old-style container with an encrypted package in it. */
function kindOf(bytes: Uint8Array): NotAWorkbook | "archive" | "protected" {
  if (bytes.length === 0) return "empty";
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) return "archive";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"))
    return holds(bytes, "EncryptedPackage") ? "protected" : "old-excel";
  if (start.startsWith("PAR1")) return "parquet";
  if (
    /^\s*(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*>/.test(start) &&
    start.includes("urn:schemas-microsoft-com:office:spreadsheet")
  )
    return "excel-2003-xml";
  if (/<(?:!doctype html|html|table|head|body)\b/i.test(start)) return "html";
  return start.includes("\u0000") && !/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start) ? "unknown" : "text";
}

/** Whether a name stands in the container, in its two-byte letters. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, "utf16le"));
}

/** What an archive without an .xlsx workbook is. */
function otherArchive(parts: readonly ArchivePart[]): NotAWorkbook | undefined {
  const has = (pattern: RegExp) => parts.some(({ path }) => pattern.test(path));
  if (has(/^xl\/workbook\d*\.xml$/i) && has(/^\[Content_Types\]\.xml$/i)) return undefined;
  if (has(/^xl\/workbook\.bin$/i)) return "binary-excel";
  if (has(/^(?:word|ppt)\//i)) return "word";
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return "open-document";
  return "zip";
}
