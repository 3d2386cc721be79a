/** Markdown phrases → the inlines of a template: text, emphasis, links and the places of figures. What a report cannot print is told. */
import type { PhrasingContent } from "mdast";
import type { UnsupportedMarkdown } from "../diagnostics/messages/report.ts";
import type { Stretch, TemplateInline } from "./template.ts";
import type { MaskedText } from "./template-placeholders.ts";
import { unmask } from "./template-placeholders.ts";

export interface InlineReader {
  readonly masked: MaskedText;
  readonly unsupported: (kind: UnsupportedMarkdown, at: Stretch) => void;
}

export function readInlines(nodes: readonly PhrasingContent[], reader: InlineReader): readonly TemplateInline[] {
  return joinTexts(nodes.flatMap((node) => readInline(node, reader)));
}

function readInline(node: PhrasingContent, reader: InlineReader): readonly TemplateInline[] {
  const at = stretchOf(node);
  const tell = (kind: UnsupportedMarkdown): readonly TemplateInline[] => {
    reader.unsupported(kind, at);
    return [];
  };
  switch (node.type) {
    case "text": {
      const unchanged = reader.masked.text.slice(at.start, at.end) === node.value;
      return unmask(node.value, reader.masked, unchanged ? at.start : undefined).map(spacesOnly);
    }
    case "break":
      return [{ kind: "text", text: " " }];
    case "emphasis":
    case "strong":
      return [{ kind: node.type, content: readInlines(node.children, reader) }];
    case "link":
      return isSafeLink(node.url)
        ? [{ kind: "link", href: node.url, content: readInlines(node.children, reader) }]
        : tell("link-target");
    case "textDirective":
      // `9:giờ` is no directive: a colon within a sentence is a colon.
      return unmask(reader.masked.text.slice(at.start, at.end), reader.masked, at.start).map(spacesOnly);
    case "inlineCode":
      return tell("code");
    case "html":
      return tell("html");
    case "image":
    case "imageReference":
      return tell("image");
    case "footnoteReference":
      return tell("footnote");
    case "linkReference":
      return tell("link-target");
    case "delete":
      return tell("strikethrough");
  }
}

/** The place of a node in the file. */
export function stretchOf(node: {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}): Stretch {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Only links that lead to a page or a mailbox, never a script. */
function isSafeLink(url: string): boolean {
  return (
    /^(https?:|mailto:)/i.test(url) ||
    (!/^[a-z][a-z0-9+.-]*:/i.test(url) && !url.startsWith("//") && !url.startsWith("\\"))
  );
}

function spacesOnly(inline: TemplateInline): TemplateInline {
  return inline.kind === "text"
    ? { ...inline, text: inline.text.replace(/\s*[\r\n]\s*/g, " ").normalize("NFC") }
    : inline;
}

/** Texts that follow each other become one, so that a later search does not miss what was split. */
function joinTexts(inlines: readonly TemplateInline[]): readonly TemplateInline[] {
  const joined: TemplateInline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (
      inline.kind === "text" &&
      last?.kind === "text" &&
      (last.at === undefined || last.at.end === inline.at?.start)
    ) {
      const at =
        last.at === undefined || inline.at === undefined ? {} : { at: { start: last.at.start, end: inline.at.end } };
      joined[joined.length - 1] = { kind: "text", text: last.text + inline.text, ...at };
    } else joined.push(inline);
  }
  return joined;
}

/** Splits phrases at the first `separator` of their plain text, which goes; `undefined` where it does not occur. */
export function splitInlines(
  inlines: readonly TemplateInline[],
  separator: string,
): readonly [readonly TemplateInline[], readonly TemplateInline[]] | undefined {
  for (const [index, inline] of inlines.entries()) {
    if (inline.kind !== "text") continue;
    const found = inline.text.indexOf(separator);
    if (found === -1) continue;
    const before = inline.text.slice(0, found).trimEnd();
    const after = inline.text.slice(found + separator.length).trimStart();
    const piece = (text: string): readonly TemplateInline[] => (text === "" ? [] : [{ kind: "text", text }]);
    return [
      [...inlines.slice(0, index), ...piece(before)],
      [...piece(after), ...inlines.slice(index + 1)],
    ];
  }
  return undefined;
}
