/**
 * Which columns of a sheet a contract means. The head of a table spans several rows; the text of a column is what stands
 * in it from the first of those rows to the last, merged cells counted for every column they cover. Every stretch of rows
 * near the top is tried, and the one in which most columns are found is the head.
 */
import type { TextPattern } from "./workbook-text.ts";
import type { WorkbookSheet } from "./workbook-sheet.ts";
import { valueAt, valueText } from "./workbook-sheet.ts";

/** Rows in which a head may begin, and how many it may span. */
const rowsSearched = 40;
const tallestHead = 12;

export interface WantedColumn {
  readonly name: string;
  readonly patterns: readonly TextPattern[];
}

export interface TableHead {
  /** 0-based; the data begin below `lastRow`. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Sheet columns, 0-based, for each wanted column; more than one where the head repeats itself. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** The text of each sheet column that has one. */
  readonly texts: ReadonlyMap<number, string>;
}

/** The head in which most of the wanted columns are found; of several tables in a sheet, the first's. `undefined` where none is found at all. */
export function findTableHead(
  sheet: WorkbookSheet,
  wanted: readonly WantedColumn[],
  isVisible: (column: number) => boolean,
): TableHead | undefined {
  const matching = matcherOf(wanted);
  const headTexts = headTextsOf(sheet);
  let best: TableHead | undefined;
  for (let firstRow = 0; firstRow < Math.min(rowsSearched, sheet.rows.length); firstRow += 1) {
    const texts = new Map<number, string>();
    for (let lastRow = firstRow; lastRow < Math.min(firstRow + tallestHead, sheet.rows.length); lastRow += 1) {
      const added = headTexts(lastRow).filter(({ column }) => isVisible(column));
      if (added.some(({ isFigure }) => isFigure)) break;
      if (added.length === 0) continue;
      for (const { column, text } of added)
        texts.set(column, texts.has(column) ? `${texts.get(column) ?? ""} ${text}` : text);
      const columns = new Map<string, number[]>();
      for (const [column, text] of texts) {
        for (const name of matching(text)) columns.set(name, [...(columns.get(name) ?? []), column]);
      }
      if (columns.size === 0) continue;
      const found = { firstRow, lastRow, columns, texts: new Map(texts) };
      if (
        best === undefined ||
        columns.size > best.columns.size ||
        (columns.size === best.columns.size && fitsCloser(found, best, added))
      )
        best = found;
    }
  }
  return best;
}

/** Of two heads with as many columns: one that begins further down within the other has less around it; one that ends further down has all of its columns' text. */
function fitsCloser(found: TableHead, best: TableHead, added: readonly { readonly column: number }[]): boolean {
  if (found.firstRow > best.firstRow) return found.firstRow <= best.lastRow;
  const columns = new Set([...found.columns.values()].flat());
  return added.some(({ column }) => columns.has(column));
}

/** The wanted columns that a head's text names; the same text is looked at once. */
function matcherOf(wanted: readonly WantedColumn[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const names = wanted
      .filter(({ patterns }) => patterns.some((pattern) => pattern.matches(text)))
      .map(({ name }) => name);
    known.set(text, names);
    return names;
  };
}

interface HeadText {
  readonly column: number;
  readonly text: string;
  /** A number that is no year: such a row is data. */
  readonly isFigure: boolean;
}

/** What each row would add to a head. A merged cell counts in its first row, for each of its columns. */
function headTextsOf(sheet: WorkbookSheet): (row: number) => readonly HeadText[] {
  const known = new Map<number, readonly HeadText[]>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const texts: HeadText[] = [];
    const add = (column: number, from: number) => {
      const value = valueAt(sheet, row, from);
      const text = valueText(value);
      if (text === undefined) return;
      const isYear = typeof value === "number" && Number.isInteger(value) && value >= 1900 && value <= 2100;
      texts.push({ column, text, isFigure: typeof value === "number" && !isYear });
    };
    const merged = sheet.merges.filter((merge) => merge.startRow === row);
    for (let column = 0; column < (sheet.rows[row] ?? []).length; column += 1) {
      if (!merged.some((merge) => merge.startColumn < column && column <= merge.endColumn)) add(column, column);
    }
    for (const merge of merged)
      for (let column = merge.startColumn + 1; column <= merge.endColumn; column += 1) add(column, merge.startColumn);
    known.set(row, texts);
    return texts;
  };
}
