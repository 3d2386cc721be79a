/** Where the records of a CSV file stand: the engine reads the values, this finds the line and column to show a person. RFC 4180. */
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
      at += 1;
      for (;;) {
        const quote = record.indexOf('"', at);
        if (quote === -1) {
          value += record.slice(at);
          at = record.length;
          break;
        }
        value += record.slice(at, quote);
        at = quote + 1;
        if (record[at] !== '"') break;
        value += '"';
        at += 1;
      }
    }
    const next = record.indexOf(delimiter, at);
    const end = next === -1 ? record.length : next;
    fields.push({ value: value + record.slice(at, end), start, end });
    if (next === -1) return fields;
    at = next + delimiter.length;
  }
}

export interface CsvRecord {
  /** 1-based line where the record begins. */
  readonly line: number;
  readonly text: string;
}

/** The records of a file, the header first; blank lines are no records, a quoted field may hold line ends. */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let line = 1;
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  while (start < text.length) {
    let end = lineEnd(text, start);
    let lines = 1;
    while (hasOpenQuote(text.slice(start, end)) && end < text.length) {
      end = lineEnd(text, end + 1);
      lines += 1;
    }
    const record = text.slice(start, end).replace(/\r$/, "");
    if (record !== "") yield { line, text: record };
    line += lines;
    start = end + 1;
  }
}

/** Whether line numbers are simply record number + 1: no quoted line ends, no blank lines between records. */
export function isRegular(text: string): boolean {
  return !/\n\r?\n/.test(text.trimEnd()) && !/^\uFEFF?\r?\n/.test(text) && !text.includes('"');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}
