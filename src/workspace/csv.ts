/** Small comma-separated tables (code lists) as text cells with their places: RFC 4180, strictly. Data of sources are read by the engine instead. */
import type { Diagnostic, Parsed, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { sourceFile, spanBetween } from "../diagnostics/source-file.ts";

export interface CsvCell {
  /** Without quotation marks and the blanks around it. */
  readonly text: string;
  readonly span: () => Span;
}

export type CsvRow = readonly CsvCell[];

/** The rows of a table; lines without any text are left out. A slip in the quotation marks is told and its row left out. */
export function readCsv(file: string, text: string): Parsed<readonly CsvRow[]> {
  const source = sourceFile(file, text);
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const rows: CsvRow[] = [];
  const diagnostics: Diagnostic[] = [];
  let row: CsvCell[] = [];
  let isBroken = false;
  for (let at = start; at <= text.length;) {
    const cell = cellAt(text, at);
    if (cell.fault !== undefined) {
      const code = cell.fault === "open" ? "classification/open-quote" : "classification/stray-quote";
      diagnostics.push(errorAt(code, spanBetween(source, cell.faultAt, cell.faultAt + 1), {}));
      isBroken = true;
    }
    const [from, to] = [at, cell.end];
    row.push({ text: cell.text.trim(), span: () => spanBetween(source, from, to) });
    at = cell.end;
    if (text[at] === ",") {
      at += 1;
      continue;
    }
    if (!isBroken && row.some((each) => each.text !== "")) rows.push(row);
    row = [];
    isBroken = false;
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return { value: rows, diagnostics };
}

interface ScannedCell {
  readonly text: string;
  /** Offset of the comma, line end or end of text after the cell. */
  readonly end: number;
  readonly fault?: "open" | "stray";
  readonly faultAt: number;
}

const endOfCell = /[,\r\n]|$/g;

function cellAt(text: string, start: number): ScannedCell {
  if (text[start] !== '"') {
    const end = endAfter(text, start);
    const raw = text.slice(start, end);
    const quote = raw.indexOf('"');
    return quote === -1
      ? { text: raw, end, faultAt: start }
      : { text: raw, end, fault: "stray", faultAt: start + quote };
  }
  let value = "";
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { text: value, end: text.length, fault: "open", faultAt: start };
    value += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      at = quote + 2;
      continue;
    }
    const end = endAfter(text, quote + 1);
    if (text.slice(quote + 1, end).trim() === "") return { text: value, end, faultAt: start };
    return { text: value, end, fault: "stray", faultAt: quote };
  }
}

function endAfter(text: string, start: number): number {
  endOfCell.lastIndex = start;
  return endOfCell.exec(text)?.index ?? text.length;
}
