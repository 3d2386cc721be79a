/** Source files as the loader takes them: CSV checked for its encoding and head, workbooks read through their contract, Parquet by path. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { resolve } from "node:path";
import type { CheckedSource, SourceFile } from "../check/checked.ts";
import { csvRecords, isPlain, splitRecord } from "../compute/csv-lines.ts";
import type { SourceReader } from "../compute/source-reader.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt, hasErrors } from "../diagnostics/diagnostic.ts";
import { decodeText, inspectText, textFaultDiagnostic } from "../workspace/text-encoding.ts";
import { mayHoldTable } from "../workspace/workbook-sheet-choice.ts";
import { readWorkbookTable } from "../workspace/workbook-table.ts";
import { readWorkbookFile } from "./workbook.ts";

type Opened = Awaited<ReturnType<SourceReader["open"]>>;

/** A reader of the files under `root`. */
export function sourceReader(root: string): SourceReader {
  return {
    open: async (source, file) => {
      switch (file.format) {
        case "csv":
          return openCsv(root, source, file);
        case "xlsx":
          return openWorkbook(root, source, file);
        case "parquet":
          return openParquet(root, file);
      }
    },
    recordText: (file, line, delimiter) => {
      const decoded = decodeText(readFileSync(resolve(root, file)));
      if (!decoded.ok) return undefined;
      for (const record of csvRecords(decoded.text, delimiter)) if (record.line === line) return record.text;
      return undefined;
    },
  };
}

function openCsv(root: string, source: CheckedSource, file: SourceFile): Opened {
  const absolutePath = resolve(root, file.path);
  const bytes = readFileSync(absolutePath);
  const delimiter = source.declaration.value.delimiter ?? ",";
  const headerOf = (record: string): readonly string[] =>
    splitRecord(record, delimiter).map(({ value }) => value.trim());
  if (isPlain(bytes)) {
    // Looked through in pieces: a file of any size becomes no text of that size.
    const fault = inspectText(piecesOf(bytes));
    if (fault !== undefined) return { file: undefined, diagnostics: [textFaultDiagnostic(file.path, fault)] };
    const head = new TextDecoder().decode(bytes.subarray(0, lineLength(bytes))).normalize("NFC");
    if (head.trim() !== "") return { file: { kind: "csv", absolutePath, header: headerOf(head) }, diagnostics: [] };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { file: undefined, diagnostics: [textFaultDiagnostic(file.path, decoded.fault)] };
  const first = csvRecords(decoded.text, delimiter).next();
  const header = headerOf(first.done === true ? "" : first.value.text);
  return {
    file: { kind: "records", header, records: () => afterFirst(csvRecords(decoded.text, delimiter)) },
    diagnostics: [],
  };
}

/** Length of a piece, in bytes. */
const pieceLength = 1 << 20;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}

function lineLength(bytes: Uint8Array): number {
  const end = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return end === -1 ? bytes.length : end;
}

function* afterFirst<T>(items: Iterable<T>): Generator<T> {
  let isFirst = true;
  for (const item of items) {
    if (!isFirst) yield item;
    isFirst = false;
  }
}

async function openWorkbook(root: string, source: CheckedSource, file: SourceFile): Promise<Opened> {
  const layout = source.declaration.value.table;
  const isWanted = (sheet: string): boolean => layout === undefined || mayHoldTable(sheet, layout);
  const workbook = await readWorkbookFile(resolve(root, file.path), file.path, isWanted);
  if (workbook.value === undefined || hasErrors(workbook.diagnostics))
    return { file: undefined, diagnostics: workbook.diagnostics };
  const table = readWorkbookTable(workbook.value, source.declaration, file.path, file.month);
  const diagnostics: readonly Diagnostic[] = [...workbook.diagnostics, ...table.diagnostics];
  if (table.value === undefined) return { file: undefined, diagnostics };
  return { file: { kind: "rows", ...table.value }, diagnostics };
}

/** A Parquet file begins and ends with the letters PAR1. */
function openParquet(root: string, file: SourceFile): Opened {
  const absolutePath = resolve(root, file.path);
  const handle = openSync(absolutePath, "r");
  const start = Buffer.alloc(4);
  readSync(handle, start, 0, 4, 0);
  closeSync(handle);
  if (start.toString("latin1") !== "PAR1")
    return { file: undefined, diagnostics: [errorAt("data/not-parquet", { file: file.path }, {})] };
  return { file: { kind: "parquet", absolutePath }, diagnostics: [] };
}
