/** What a plotting library drew, as a tree that the page's writer can escape and print. */
import type { Element, ElementContent } from "hast";
import { parseHTML } from "linkedom";

/** As much of a document's node as reading a drawing needs. */
interface DrawnNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly textContent: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<DrawnNode>;
}

const elementType = 1;
const textType = 3;

/** The document that drawings are made in; nothing in it is kept. */
export const { document: drawingDocument } = parseHTML("<!doctype html><html><body></body></html>");

/** The drawing without its own style: the page's style sheet dresses it, which the site's security policy asks for. */
export function drawingTree(drawn: unknown): Element {
  return elementOf(drawn as DrawnNode);
}

function elementOf(node: DrawnNode): Element {
  const properties: Record<string, string> = {};
  for (const { name, value } of node.attributes)
    if (!ignored.has(name) && !(node.localName === "svg" && sizes.has(name))) properties[name] = shortened(value);
  return { type: "element", tagName: node.localName, properties, children: [...node.childNodes].flatMap(contentOf) };
}

/** A hundredth of a pixel is as fine as anything is drawn. */
function shortened(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

function contentOf(node: DrawnNode): readonly ElementContent[] {
  if (node.nodeType === textType) return [{ type: "text", value: node.textContent ?? "" }];
  return node.nodeType !== elementType || node.localName === "style" ? [] : [elementOf(node)];
}

/** Said once around the drawing instead, or said by the style sheet. */
const ignored: ReadonlySet<string> = new Set(["aria-label", "aria-hidden", "class", "font-family"]);
/** A drawing takes the width of its place. */
const sizes: ReadonlySet<string> = new Set(["width", "height", "font-size"]);
