/** The head of a template between two `---`: a title that says what happened, and a lede. */
import { isMap, isScalar, parseDocument } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { spanBetween } from "../diagnostics/source-file.ts";
import type { Template } from "./template.ts";
import type { MaskedText } from "./template-placeholders.ts";
import { unmask } from "./template-placeholders.ts";

export const frontMatterKeys = ["title", "lede"] as const;

/** Reads the head; `start` is the offset of its first line after `---`. */
export function readFrontMatter(
  yaml: string,
  start: number,
  {
    file,
    masked,
    diagnostics,
  }: { readonly file: SourceFile; readonly masked: MaskedText; readonly diagnostics: Diagnostic[] },
): Pick<Template, "title" | "lede"> {
  const document = parseDocument(yaml);
  const [fault] = document.errors;
  if (fault !== undefined) {
    const [from, to] = fault.pos;
    diagnostics.push(
      errorAt("report/front-matter", spanBetween(file, start + from, start + Math.max(to, from + 1)), {
        problem: "not-yaml",
      }),
    );
    return { title: [], lede: [] };
  }
  const { contents } = document;
  if (!isMap(contents)) {
    diagnostics.push(
      errorAt("report/front-matter", spanBetween(file, start, start + yaml.length), { problem: "not-a-map" }),
    );
    return { title: [], lede: [] };
  }
  const texts = new Map<string, string>();
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : "";
    const span = (node: unknown): ReturnType<typeof spanBetween> => {
      const range = isScalar(node) || isMap(node) ? node.range : undefined;
      return spanBetween(file, start + (range?.[0] ?? 0), start + (range?.[1] ?? 0));
    };
    if (!frontMatterKeys.some((known) => known === name)) {
      diagnostics.push(
        errorAt("report/front-matter-key", span(key), {
          key: name,
          known: frontMatterKeys,
          meant: nearest(name, frontMatterKeys),
        }),
      );
    } else if (isScalar(value) && typeof value.value === "string" && value.value.trim() !== "")
      texts.set(name, value.value.trim());
    else diagnostics.push(errorAt("report/front-matter", span(value ?? key), { problem: "not-text" }));
  }
  const title = texts.get("title");
  if (title === undefined && !contents.has("title"))
    diagnostics.push(errorAt("report/no-title", spanBetween(file, 0, 3), {}));
  const inlines = (text: string | undefined): Template["title"] =>
    unmask((text ?? "").replace(/\s+/g, " ").normalize("NFC"), masked);
  return { title: inlines(title), lede: inlines(texts.get("lede")) };
}
