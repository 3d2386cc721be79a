/**
 * Where the records of a CSV file stand (RFC 4180; lines end with LF, CR LF or CR). The engine reads the values of plain files,
 * where a record is a line; files with blank lines, quoted line ends or mixed line ends are split here.
 */
export interface CsvField {
  readonly value: string;
  /** 0-based offsets into the record's text, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** The fields of one record, in order. A quote that never closes takes the rest of the text. */
export function splitRecord(record: string, delimiter: string): readonly CsvField[] {
  const fields: CsvField[] = [];
  let at = 0;
  for (;;) {
    const start = at;
    let value = "";
    if (record[at] === '"') {
      const close = closingQuote(record, at + 1);
      value = record.slice(at + 1, close).replaceAll('""', '"');
      at = Math.min(close + 1, record.length);
    }
    const next = record.indexOf(delimiter, at);
    const end = next === -1 ? record.length : next;
    fields.push({ value: value + record.slice(at, end), start, end });
    if (next === -1) return fields;
    at = next + delimiter.length;
  }
}

/** Whether every quoted field of a record closes where the field ends. */
export function isWellQuoted(record: string, delimiter: string): boolean {
  return splitRecord(record, delimiter).every(({ start, end }) => {
    if (record[start] !== '"') return true;
    return closingQuote(record, start + 1) === end - 1 && end - start > 1;
  });
}

export interface CsvRecord {
  /** 1-based line where the record begins. */
  readonly line: number;
  readonly text: string;
}

/** The records of a file, the header first; blank lines are no records, a quoted field may hold line ends. */
export function* csvRecords(text: string, delimiter = ","): Generator<CsvRecord> {
  let line = 1;
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  while (start < text.length) {
    const end = recordEnd(text, start, delimiter);
    const record = text.slice(start, end);
    if (record !== "") yield { line, text: record };
    line += 1 + lineEndsIn(record);
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
}

/** Whether every line of the bytes (UTF-8) is one record, all lines end alike and none is blank: then a record's number tells its line. */
export function isPlain(bytes: Uint8Array): boolean {
  const ends = new Set<"LF" | "CR LF" | "CR">();
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let lineStart = hasMark ? 3 : 0;
  let isQuoted = false;
  for (let at = lineStart; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) isQuoted = !isQuoted;
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    if (isQuoted || at === lineStart) return false;
    const isPair = byte === carriageReturn && bytes[at + 1] === lineFeed;
    ends.add(byte === lineFeed ? "LF" : isPair ? "CR LF" : "CR");
    if (ends.size > 1) return false;
    if (isPair) at += 1;
    lineStart = at + 1;
  }
  return !isQuoted;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Offset of the quote that closes a field, or the end of the text. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return text.length;
}

/** Offset of the line end that ends the record, or of the end of the text. */
function recordEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  for (;;) {
    if (text[at] === '"') at = closingQuote(text, at + 1) + 1;
    const end = lineEnd(text, at);
    const next = text.slice(at, end).indexOf(delimiter);
    if (next === -1) return end;
    at += next + delimiter.length;
  }
}

function lineEnd(text: string, from: number): number {
  anyLineEnd.lastIndex = from;
  return anyLineEnd.exec(text)?.index ?? text.length;
}

const anyLineEnd = /[\r\n]/g;

function lineEndsIn(record: string): number {
  return record.match(/\r\n|\r|\n/g)?.length ?? 0;
}
