/**
 * YAML text → plain values, each with its place. Keys stay as they are written (`01` is the key "01"); a value keeps the
 * text it was written with, so that a code which YAML takes for a number can be told instead of converted.
 * Size, depth and aliases are bounded: no file can make the reader linger.
 */
import { Composer, Lexer, Parser, isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Document, Node, YAMLMap } from "yaml";
import type { Diagnostic, Parsed, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { sourceFile, spanBetween } from "../diagnostics/source-file.ts";
import { deepestLevel, mostProblems, yamlProblems } from "./yaml-problems.ts";

export type YamlPath = readonly (string | number)[];

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** See `Located`. */
  readonly spanOf: (path: YamlPath, part?: "value" | "key") => Span;
  /** The text of an unquoted value as it stands in the file; `undefined` for quoted text, lists and keys. */
  readonly writtenAt: (path: YamlPath) => string | undefined;
  /** Characters between the start of a value's span and its first letter: 1 for quoted text; `undefined` where letters and columns do not go together. */
  readonly textOffsetAt: (path: YamlPath) => number | undefined;
}

/** Bytes of a declaration; the longest ones in use have a tenth of it. */
export const longestDeclaration = 128 * 1024;
const mostValues = 20_000;

/** Reads one YAML document. The value is `undefined` where the text has no structure to speak of. */
export function readYaml(file: string, text: string): Parsed<YamlFile | undefined> {
  const source = sourceFile(file, text);
  if (text.length > longestDeclaration) {
    const params = { bytes: new TextEncoder().encode(text).length, limit: longestDeclaration };
    return { value: undefined, diagnostics: [errorAt("workspace/too-large", { file }, params)] };
  }
  const composed = compose(text);
  if ("tooDeepAt" in composed) {
    const span = spanBetween(source, composed.tooDeepAt, composed.tooDeepAt + 1);
    return { value: undefined, diagnostics: [errorAt("workspace/too-deep", span, { limit: deepestLevel })] };
  }
  const [document, second] = composed.documents;
  const diagnostics = [...yamlProblems(source, composed.documents)];
  if (second !== undefined) {
    const start = second.range[0];
    diagnostics.push(
      errorAt("workspace/yaml-syntax", spanBetween(source, start, start + 1), { problem: "two-documents" }),
    );
  }
  if (diagnostics.length > 0 || document === undefined) return { value: undefined, diagnostics };
  const { root, conversion } = convert(document, source);
  if (conversion.stopped) return { value: undefined, diagnostics: conversion.diagnostics };
  const value = { file, value: root, ...places(document, source, conversion.targets) };
  return { value, diagnostics: conversion.diagnostics };
}

type Composed = { readonly documents: readonly Document.Parsed[] } | { readonly tooDeepAt: number };

/** Token by token, so that a flood of brackets is seen before it is taken in. */
function compose(text: string): Composed {
  const parser = new Parser();
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, strict: true });
  const documents: Document.Parsed[] = [];
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > deepestLevel) return { tooDeepAt: offset };
    offset += isControl(token) ? 0 : token.length;
    for (const part of parser.next(token)) documents.push(...composer.next(part));
  }
  for (const part of parser.end()) documents.push(...composer.next(part));
  documents.push(...composer.end(true, text.length));
  return { documents: documents.filter((document, index) => index === 0 || document.contents !== null) };
}

/** The lexer marks the start of a document, of flow text and of scalars with characters that are not in the file. */
function isControl(token: string): boolean {
  return token === "\u0002" || token === "\u0018" || token === "\u001f";
}

interface Conversion {
  readonly source: SourceFile;
  readonly diagnostics: Diagnostic[];
  readonly anchors: Map<string, Node>;
  /** What each alias stands for, as far as the document has been walked. */
  readonly targets: Map<Node, Node>;
  values: number;
  stopped: boolean;
}

function convert(document: Document.Parsed, source: SourceFile): { root: unknown; conversion: Conversion } {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  const conversion: Conversion = { source, diagnostics: [], anchors, targets, values: 0, stopped: false };
  return { root: valueOf(document.contents, 0, conversion), conversion };
}

function valueOf(node: Node | null, depth: number, conversion: Conversion): unknown {
  if (node === null || conversion.stopped) return null;
  const { source, anchors, targets } = conversion;
  conversion.values += 1;
  if (depth > deepestLevel) {
    return stop(errorAt("workspace/too-deep", spanOfNode(source, node), { limit: deepestLevel }), conversion);
  }
  if (conversion.values > mostValues) {
    return stop(errorAt("workspace/too-many-values", spanOfNode(source, node), { limit: mostValues }), conversion);
  }
  if (isAlias(node)) {
    const target = anchors.get(node.source);
    if (target === undefined) {
      return stop(errorAt("workspace/yaml-syntax", spanOfNode(source, node), { problem: "anchor" }), conversion);
    }
    targets.set(node, target);
    return valueOf(target, depth + 1, conversion);
  }
  if ("anchor" in node && node.anchor) anchors.set(node.anchor, node);
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => valueOf(item as Node | null, depth + 1, conversion));
  if (isMap(node)) return Object.fromEntries(entriesOf(node, depth, conversion));
  return null;
}

function entriesOf(map: YAMLMap, depth: number, conversion: Conversion): readonly (readonly [string, unknown])[] {
  const first = new Map<string, Node>();
  return map.items.map((pair): readonly [string, unknown] => {
    const keyNode = pair.key as Node;
    const key = keyText(keyNode);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, keyNode);
    else if (conversion.diagnostics.length < mostProblems) {
      const related = [spanOfNode(conversion.source, earlier)];
      conversion.diagnostics.push(
        errorAt("workspace/duplicate-key", spanOfNode(conversion.source, keyNode), { key }, { related }),
      );
    }
    return [key, valueOf(pair.value as Node | null, depth + 1, conversion)];
  });
}

function stop(diagnostic: Diagnostic, conversion: Conversion): null {
  conversion.diagnostics.push(diagnostic);
  conversion.stopped = true;
  return null;
}

/** A key as it is written, without its quotation marks. */
function keyText(key: unknown): string {
  if (!isScalar(key)) return "";
  if (typeof key.value === "string") return key.value.normalize("NFC");
  return key.source ?? "";
}

function spanOfNode(source: SourceFile, node: { readonly range?: readonly number[] | null | undefined }): Span {
  const [start = 0, end = start] = node.range ?? [];
  return spanBetween(source, start, end);
}

function places(
  document: Document.Parsed,
  source: SourceFile,
  targets: ReadonlyMap<Node, Node>,
): Pick<YamlFile, "spanOf" | "writtenAt" | "textOffsetAt"> {
  const spanOf: YamlFile["spanOf"] = (path, part = "value") => {
    const { node, key, missing } = nodeAt(document, path, targets);
    const isEmpty = node === undefined || (isScalar(node) && node.range?.[0] === node.range?.[1]);
    // A part that is absent is shown at the key above it, not as the whole block that lacks it.
    const shown = key !== undefined && (part === "key" || missing || isEmpty) ? key : node;
    if (shown === undefined || (missing && key === undefined)) return { file: source.file };
    return spanOfNode(source, shown);
  };
  const scalarAt = (path: YamlPath) => {
    const { node, missing } = nodeAt(document, path, targets);
    return !missing && isScalar(node) ? node : undefined;
  };
  return {
    spanOf,
    writtenAt: (path) => {
      const scalar = scalarAt(path);
      return scalar?.type === "PLAIN" ? scalar.source : undefined;
    },
    textOffsetAt: (path) => {
      const scalar = scalarAt(path);
      const [start, end] = scalar?.range ?? [];
      const written = source.text.slice(start, end);
      if (scalar === undefined || /[\r\n]/.test(written)) return undefined;
      if (scalar.type === "PLAIN") return 0;
      const isQuoted = scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE";
      return isQuoted && written.slice(1, -1) === scalar.value ? 1 : undefined;
    },
  };
}

interface FoundNode {
  readonly node: Node | undefined;
  readonly key: Node | undefined;
  readonly missing: boolean;
}

/** The node at a path, or the nearest above, and the key it stands under. */
function nodeAt(document: Document.Parsed, path: YamlPath, targets: ReadonlyMap<Node, Node>): FoundNode {
  let node: Node | undefined = document.contents ?? undefined;
  let key: Node | undefined;
  for (const step of path) {
    const container: Node | undefined = node === undefined ? undefined : (targets.get(node) ?? node);
    if (isMap(container)) {
      const pair = container.items.find((item) => keyText(item.key) === String(step));
      if (pair === undefined) return { node, key, missing: true };
      key = pair.key as Node;
      node = (pair.value as Node | null) ?? undefined;
    } else if (isSeq(container) && typeof step === "number" && step in container.items) {
      node = (container.items[step] as Node | null) ?? undefined;
      key = node ?? key;
    } else return { node, key, missing: true };
  }
  return { node, key, missing: false };
}
