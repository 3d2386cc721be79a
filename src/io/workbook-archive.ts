/**
 * The parts of a workbook file (a zip archive): what they are and how large they become, known before anything is
 * unpacked, and the same archive with only the parts that tables need. Layout of the records: APPNOTE.TXT 6.3.10, 4.3.
 */

export interface ArchivePart {
  readonly path: string;
  readonly unpackedBytes: number;
  /** The part's record in the directory, with its name and extra fields. */
  readonly record: Uint8Array;
}

const endRecord = 0x06054b50;
const directoryRecord = 0x02014b50;
const wideEndRecord = 0x06064b50;
const wideEndLocator = 0x07064b50;
const wide16 = 0xffff;
const wide32 = 0xffffffff;
/** The end record and the longest comment that may follow it. */
const longestEnd = 22 + 0xffff;

/** The parts in the order of the directory; `cut-short` where the file ends before it, `broken` where it does not hold together. */
export function readArchiveParts(bytes: Uint8Array): readonly ArchivePart[] | "cut-short" | "broken" {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfArchive(view);
  if (end === undefined) return "cut-short";
  const directory = directoryAt(view, end);
  if (directory === undefined) return "broken";
  const parts: ArchivePart[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryRecord) return "broken";
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (at + length > end) return "broken";
    const unpackedBytes = unpackedSize(view, at, nameLength, extraLength);
    if (unpackedBytes === undefined) return "broken";
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    parts.push({ path, unpackedBytes, record: bytes.subarray(at, at + length) });
    at += length;
  }
  return parts;
}

/** The archive with a directory of these parts alone. The other parts' bytes remain, out of reach. */
export function archiveOf(bytes: Uint8Array, parts: readonly ArchivePart[]): Uint8Array {
  const directoryBytes = parts.reduce((sum, { record }) => sum + record.length, 0);
  const result = new Uint8Array(bytes.length + directoryBytes + 22);
  result.set(bytes, 0);
  let at = bytes.length;
  for (const { record } of parts) {
    result.set(record, at);
    at += record.length;
  }
  const view = new DataView(result.buffer);
  view.setUint32(at, endRecord, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, directoryBytes, true);
  view.setUint32(at + 16, bytes.length, true);
  return result;
}

function endOfArchive(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - longestEnd); at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at;
  }
  return undefined;
}

function directoryAt(view: DataView, end: number): { readonly offset: number; readonly count: number } | undefined {
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== wide16 && offset !== wide32) return { offset, count };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== wideEndLocator) return undefined;
  const wide = Number(view.getBigUint64(locator + 8, true));
  if (wide + 56 > view.byteLength || view.getUint32(wide, true) !== wideEndRecord) return undefined;
  return { count: Number(view.getBigUint64(wide + 32, true)), offset: Number(view.getBigUint64(wide + 48, true)) };
}

/** From the record, or from its extra field 1 where the size does not fit in 32 bits. A part that says it is empty and is not says nothing. */
function unpackedSize(view: DataView, record: number, nameLength: number, extraLength: number): number | undefined {
  const size = view.getUint32(record + 24, true);
  if (size !== wide32) return size === 0 && view.getUint32(record + 20, true) > 2 ? undefined : size;
  let at = record + 46 + nameLength;
  const end = at + extraLength;
  while (at + 4 <= end) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1)
      return length >= 8 && at + 12 <= end ? Number(view.getBigUint64(at + 4, true)) : undefined;
    at += 4 + length;
  }
  return undefined;
}
