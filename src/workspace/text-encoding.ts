/** Bytes → text at the door: UTF-8, or a diagnosis that names what the bytes are. Nothing is guessed and taken over. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { BinaryFormat, LegacyEncoding } from "../diagnostics/messages/workspace.ts";
import { graphemeCount } from "../diagnostics/graphemes.ts";
import { findLegacyEncoding } from "./legacy-vietnamese.ts";

export type TextFault =
  | { readonly kind: "empty" }
  | {
      readonly kind: "encoding";
      readonly encoding: LegacyEncoding;
      readonly line: number | undefined;
      readonly column: number | undefined;
    }
  | { readonly kind: "not-text"; readonly format: BinaryFormat };

export type DecodedText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: TextFault };

/** Files are looked through in pieces of this size, in bytes. */
const chunkLength = 1 << 20;
/** How much of a file its encoding is judged by, from the first fault on, in bytes. */
const sampleLength = 1 << 16;

/** The text of a file in NFC, a byte order mark left out. White space alone counts as empty. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const fault = inspectText(chunksOf(bytes));
  if (fault !== undefined) return { ok: false, fault };
  const text = new TextDecoder("utf-8").decode(bytes).normalize("NFC");
  return text.trim() === "" ? { ok: false, fault: { kind: "empty" } } : { ok: true, text };
}

/** Looks through a file of any size, chunk by chunk: `undefined` where it is UTF-8 text. Memory holds one chunk. */
export function inspectText(chunks: Iterable<Uint8Array>): TextFault | undefined {
  const inspector = textInspector();
  for (const chunk of chunks) {
    const fault = inspector.push(chunk);
    if (fault !== undefined) return fault;
  }
  return inspector.end();
}

export interface TextInspector {
  readonly push: (chunk: Uint8Array) => TextFault | undefined;
  readonly end: () => TextFault | undefined;
}

/** The same for chunks that arrive one after the other; after a fault nothing more is to be pushed. */
export function textInspector(): TextInspector {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 0;
  let length = 0;
  let tail: Uint8Array = new Uint8Array();

  function push(chunk: Uint8Array): TextFault | undefined {
    if (length === 0 && chunk.length > 0) {
      const opening = openingFault(chunk);
      if (opening !== undefined) return opening;
    }
    const isFirst = length === 0;
    length += chunk.length;
    if (chunk.includes(0)) return nulFault(chunk);
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return encodingFault(joined(tail, chunk), { linesBefore: lines, isFirst });
    }
    lines += lineFeeds(chunk);
    tail = unfinished(chunk);
    return undefined;
  }

  function end(): TextFault | undefined {
    if (length === 0) return { kind: "empty" };
    try {
      decoder.decode();
    } catch {
      return encodingFault(tail, { linesBefore: lines, isFirst: false });
    }
    return undefined;
  }

  return { push, end };
}

/** The fault as a diagnostic at its place. */
export function textFaultDiagnostic(file: string, fault: TextFault): Diagnostic {
  switch (fault.kind) {
    case "empty":
      return errorAt("workspace/empty-file", { file }, {});
    case "not-text":
      return errorAt("workspace/not-text", { file }, { format: fault.format });
    case "encoding": {
      const { line, column, encoding } = fault;
      const start = line === undefined || column === undefined ? undefined : { line, column };
      return errorAt("workspace/encoding", start === undefined ? { file } : { file, start }, { encoding });
    }
  }
}

const signatures: readonly { readonly bytes: readonly number[]; readonly format: BinaryFormat }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], format: "zip" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], format: "excel-97" },
  { bytes: [0x25, 0x50, 0x44, 0x46], format: "pdf" },
  { bytes: [0x50, 0x41, 0x52, 0x31], format: "parquet" },
  { bytes: [0x1f, 0x8b], format: "gzip" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: "picture" },
  { bytes: [0xff, 0xd8, 0xff], format: "picture" },
];

function openingFault(chunk: Uint8Array): TextFault | undefined {
  const known = signatures.find(({ bytes }) => bytes.every((byte, index) => chunk[index] === byte));
  if (known !== undefined) return { kind: "not-text", format: known.format };
  const isUtf16 = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);
  return isUtf16 ? { kind: "encoding", encoding: "UTF-16", line: undefined, column: undefined } : undefined;
}

/** NUL bytes: UTF-16 without a mark has them at every second place of Latin text, anything else is no text. */
function nulFault(chunk: Uint8Array): TextFault {
  const sample = chunk.subarray(0, sampleLength);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  const isUtf16 = Math.max(even, odd) > half * 0.4 && Math.min(even, odd) < half * 0.05;
  if (isUtf16) return { kind: "encoding", encoding: "UTF-16", line: undefined, column: undefined };
  return { kind: "not-text", format: "unknown" };
}

interface ChunkPlace {
  readonly linesBefore: number;
  readonly isFirst: boolean;
}

function encodingFault(bytes: Uint8Array, { linesBefore, isFirst }: ChunkPlace): TextFault {
  const valid = validUtf8Length(bytes);
  const lineStart = bytes.subarray(0, valid).lastIndexOf(10) + 1;
  const sampleStart = Math.max(lineStart, valid - sampleLength / 2);
  const encoding = findLegacyEncoding(bytes.subarray(sampleStart, sampleStart + sampleLength));
  if (encoding === undefined) return { kind: "not-text", format: "unknown" };
  const line = linesBefore + lineFeeds(bytes.subarray(0, valid)) + 1;
  // Where the line began in an earlier chunk its column is not known any more.
  const isLineKnown = lineStart > 0 || isFirst;
  const column = isLineKnown
    ? graphemeCount(new TextDecoder().decode(bytes.subarray(lineStart, valid))) + 1
    : undefined;
  return { kind: "encoding", encoding, line, column };
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
}

/** The bytes at the end of a chunk that a letter of several bytes may have begun with. */
function unfinished(chunk: Uint8Array): Uint8Array {
  let from = chunk.length;
  while (from > 0 && chunk.length - from < 3 && (chunk[from - 1] ?? 0) >= 0x80) from -= 1;
  return chunk.slice(from);
}

/** How many bytes from the start are UTF-8. */
function validUtf8Length(bytes: Uint8Array): number {
  const isValid = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValid(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

function joined(head: Uint8Array, rest: Uint8Array): Uint8Array {
  if (head.length === 0) return rest;
  const both = new Uint8Array(head.length + rest.length);
  both.set(head);
  both.set(rest, head.length);
  return both;
}
