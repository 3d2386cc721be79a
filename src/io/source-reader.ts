/** Source files as the loader takes them: CSV checked for its encoding and head, workbooks read through their contract, Parquet by path. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { resolve } from "node:path";
import type { CheckedSource, SourceFile } from "../check/checked.ts";
import { csvRecords, isRegular, splitRecord } from "../compute/csv-lines.ts";
import type { OpenedFile, SourceReader } from "../compute/source-reader.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt, hasErrors } from "../diagnostics/diagnostic.ts";
import { decodeText, textFaultDiagnostic } from "../workspace/text-encoding.ts";
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
    recordText: (file, line) => {
      const decoded = decodeText(readFileSync(resolve(root, file)));
      if (!decoded.ok) return undefined;
      for (const record of csvRecords(decoded.text)) if (record.line === line) return record.text;
      return undefined;
    },
  };
}

function openCsv(root: string, source: CheckedSource, file: SourceFile): Opened {
  const absolutePath = resolve(root, file.path);
  const decoded = decodeText(readFileSync(absolutePath));
  if (!decoded.ok) return { file: undefined, diagnostics: [textFaultDiagnostic(file.path, decoded.fault)] };
  const { text } = decoded;
  const delimiter = source.declaration.value.delimiter ?? ",";
  const first = csvRecords(text).next();
  const header = first.done === true ? [] : splitRecord(first.value.text, delimiter).map(({ value }) => value.trim());
  const lines = isRegular(text) ? undefined : [...csvRecords(text)].slice(1).map(({ line }) => line);
  const opened: OpenedFile = { kind: "csv", absolutePath, header, lines };
  return { file: opened, diagnostics: [] };
}

async function openWorkbook(root: string, source: CheckedSource, file: SourceFile): Promise<Opened> {
  const layout = source.declaration.value.table;
  const isWanted = (sheet: string): boolean => layout === undefined || mayHoldTable(sheet, layout);
  const workbook = await readWorkbookFile(resolve(root, file.path), file.path, isWanted);
  if (workbook.value === undefined || hasErrors(workbook.diagnostics)) return { file: undefined, diagnostics: workbook.diagnostics };
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
  if (start.toString("latin1") !== "PAR1") return { file: undefined, diagnostics: [errorAt("data/not-parquet", { file: file.path }, {})] };
  return { file: { kind: "parquet", absolutePath }, diagnostics: [] };
}
