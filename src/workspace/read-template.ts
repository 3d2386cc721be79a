/** The text of a report template → its blocks. Reading never fails: every fault of form is told with its place, and the rest is there. */
import type { BlockContent, DefinitionContent, ListItem, Root, RootContent, Table } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Diagnostic, Parsed } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { UnsupportedMarkdown } from "../diagnostics/messages/report.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { sourceFile, spanBetween } from "../diagnostics/source-file.ts";
import { readAttributes } from "./template-attributes.ts";
import { readFrontMatter } from "./template-front-matter.ts";
import type { InlineReader } from "./template-inlines.ts";
import { readInlines, splitInlines, stretchOf } from "./template-inlines.ts";
import { maskPlaceholders } from "./template-placeholders.ts";
import type { HeadlineLine, Stretch, Template, TemplateBlock, TemplateInline } from "./template.ts";
import type { DeclaredReport } from "./workspace.ts";

type Block = RootContent | BlockContent | DefinitionContent;

interface Reader extends InlineReader {
  readonly file: SourceFile;
  readonly diagnostics: Diagnostic[];
}

/** The directives of a report, as they are written. */
export const directiveNames = ["::table", "::chart", ":::table", ":::headlines"] as const;

export function readTemplate({ file, text }: Pick<DeclaredReport, "file" | "text">): Parsed<Template> {
  const source = sourceFile(file, text);
  const masked = maskPlaceholders(text);
  const diagnostics: Diagnostic[] = masked.unclosed.map(({ start, end }) =>
    errorAt("report/unclosed-figure", spanBetween(source, start, end), {}),
  );
  const unsupported = (kind: UnsupportedMarkdown, { start, end }: Stretch): void =>
    void diagnostics.push(errorAt("report/unsupported-markdown", spanBetween(source, start, end), { kind }));
  const reader: Reader = { file: source, masked, diagnostics, unsupported };
  const root: Root = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkDirective)
    .use(remarkFrontmatter)
    .parse(masked.text);
  const [head] = root.children;
  if (head?.type !== "yaml") {
    const end = text.search(/[\r\n]|$/);
    diagnostics.push(errorAt("report/front-matter", spanBetween(source, 0, end), { problem: "absent" }));
    return { value: { title: [], lede: [], blocks: readBlocks(root.children, reader) }, diagnostics };
  }
  const at = stretchOf(head);
  const opening = /^---[^\n\r]*(\r\n|\n|\r)/.exec(masked.text.slice(at.start));
  const start = at.start + (opening?.[0].length ?? 0);
  const front = readFrontMatter(head.value, start, { file: source, masked, diagnostics });
  return { value: { ...front, blocks: readBlocks(root.children.slice(1), reader) }, diagnostics };
}

function readBlocks(nodes: readonly Block[], reader: Reader): readonly TemplateBlock[] {
  return nodes.flatMap((node) => readBlock(node, reader));
}

function readBlock(node: Block, reader: Reader): readonly TemplateBlock[] {
  const at = stretchOf(node);
  const tell = (kind: UnsupportedMarkdown): readonly TemplateBlock[] => {
    reader.unsupported(kind, at);
    return [];
  };
  switch (node.type) {
    case "heading": {
      const inlines = readInlines(node.children, reader);
      const [kicker, content] = splitInlines(inlines, " | ") ?? [[], inlines];
      return [{ kind: "heading", level: node.depth >= 3 ? 3 : 2, kicker, content }];
    }
    case "paragraph": {
      const misspelt = /^:{2,}\s*([\w-]*)/.exec(reader.masked.text.slice(at.start, at.end));
      if (misspelt !== null) {
        const span = spanBetween(reader.file, at.start, at.start + misspelt[0].length);
        reader.diagnostics.push(errorAt("report/directive-form", span, { name: misspelt[0] }));
        return [];
      }
      return [{ kind: "paragraph", content: readInlines(node.children, reader) }];
    }
    case "list":
      return [
        { kind: "list", ordered: node.ordered === true, items: node.children.map((item) => readItem(item, reader)) },
      ];
    case "leafDirective":
    case "containerDirective":
      return readDirective(node, reader);
    case "table":
      return tell("table-outside");
    case "blockquote":
      return tell("quote");
    case "code":
      return tell("code");
    case "html":
      return tell("html");
    case "thematicBreak":
      return tell("thematic-break");
    case "definition":
      return tell("link-target");
    case "footnoteDefinition":
      return tell("footnote");
    case "yaml":
      return [];
    case "break":
    case "delete":
    case "emphasis":
    case "footnoteReference":
    case "image":
    case "imageReference":
    case "inlineCode":
    case "link":
    case "linkReference":
    case "listItem":
    case "strong":
    case "tableCell":
    case "tableRow":
    case "text":
    case "textDirective":
      // The parser gives phrases, items and rows only inside the blocks above.
      throw new Error(`a ${node.type} where only blocks stand`);
  }
}

function readItem(item: ListItem, reader: Reader): readonly TemplateInline[] {
  const inlines: TemplateInline[] = [];
  for (const child of item.children) {
    if (child.type === "paragraph") {
      if (inlines.length > 0) inlines.push({ kind: "text", text: " " });
      inlines.push(...readInlines(child.children, reader));
    } else reader.unsupported("nested-list", stretchOf(child));
  }
  return inlines;
}

function readDirective(node: LeafDirective | ContainerDirective, reader: Reader): readonly TemplateBlock[] {
  const at = stretchOf(node);
  const colons = node.type === "leafDirective" ? "::" : ":::";
  const written = `${colons}${node.name}`;
  const firstLine = { start: at.start, end: Math.min(at.end, lineEnd(reader.masked.text, at.start)) };
  if (!directiveNames.some((name) => name === written)) {
    const span = spanBetween(reader.file, at.start, at.start + written.length);
    reader.diagnostics.push(
      errorAt("report/unknown-directive", span, {
        name: written,
        known: directiveNames,
        meant: nearest(written, directiveNames),
      }),
    );
    return [];
  }
  const label = labelOf(node);
  const labelEnd = label.length === 0 ? at.start + written.length : stretchOf(label.at(-1) ?? node).end;
  const attributes = readAttributes(reader.file.text, reader.masked.text, { start: labelEnd, end: firstLine.end });
  const caption = readInlines(label, reader);
  if (node.type === "leafDirective")
    return [{ kind: node.name === "table" ? "table" : "chart", caption, attributes, at: firstLine }];
  if (node.name === "headlines") return [{ kind: "headlines", lines: readHeadlines(node, reader) }];
  const body = node.children.filter((child) => child.data === undefined || !("directiveLabel" in child.data));
  const [table] = body;
  if (table?.type !== "table" || body.length > 1) {
    reader.diagnostics.push(errorAt("report/table-body", spanBetween(reader.file, firstLine.start, firstLine.end), {}));
    return [];
  }
  return [{ kind: "grid", caption, attributes, ...readTable(table, reader), at: firstLine }];
}

/** What stands between the brackets after a directive's name. */
function labelOf(node: LeafDirective | ContainerDirective): LeafDirective["children"] {
  if (node.type === "leafDirective") return node.children;
  const [first] = node.children;
  return first?.type === "paragraph" && first.data !== undefined && "directiveLabel" in first.data
    ? first.children
    : [];
}

function readTable(
  table: Table,
  reader: Reader,
): {
  readonly head: readonly (readonly TemplateInline[])[];
  readonly rows: readonly (readonly (readonly TemplateInline[])[])[];
} {
  const [head = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) => readInlines(cell.children, reader)),
  );
  return { head, rows };
}

/** `- label: {{ figure }}; remark` lines. */
function readHeadlines(node: ContainerDirective, reader: Reader): readonly HeadlineLine[] {
  const lines: HeadlineLine[] = [];
  for (const child of node.children) {
    for (const item of child.type === "list" ? child.children : []) {
      const inlines = readItem(item, reader);
      const found = inlines.findIndex(({ kind }) => kind === "slot");
      const slot = inlines[found];
      if (slot?.kind !== "slot") {
        const { start, end } = stretchOf(item);
        reader.diagnostics.push(errorAt("report/headline-without-figure", spanBetween(reader.file, start, end), {}));
        continue;
      }
      const label = endingWithout(inlines.slice(0, found), /\s*:\s*$/);
      const remark = beginningWithout(inlines.slice(found + 1), /^\s*[;,]\s*/);
      lines.push({ label, figure: slot.slot, remark });
    }
    if (child.type !== "list") {
      const { start, end } = stretchOf(child);
      reader.diagnostics.push(errorAt("report/headline-without-figure", spanBetween(reader.file, start, end), {}));
    }
  }
  return lines;
}

function endingWithout(inlines: readonly TemplateInline[], pattern: RegExp): readonly TemplateInline[] {
  const last = inlines.at(-1);
  return last?.kind === "text" ? [...inlines.slice(0, -1), { ...last, text: last.text.replace(pattern, "") }] : inlines;
}

function beginningWithout(inlines: readonly TemplateInline[], pattern: RegExp): readonly TemplateInline[] {
  const [first, ...rest] = inlines;
  if (first?.kind !== "text") return inlines;
  const text = first.text.replace(pattern, "");
  return text.trim() === "" ? rest : [{ kind: "text", text }, ...rest];
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end === -1 ? text.length : from + end;
}
