/** Which observations a report shows, and how each is printed there. */
import type { Block, Inline, ReportDocument } from "../compose/document.ts";
import { withUnit } from "../language/figure-phrase.ts";

/** The texts in which each observation is printed, in the order of the report: its sentences first, bare numbers of tables and charts last. What only says more or less of another ("7,6" of "tăng 7,6%") is left out. */
export function printedFigures(document: ReportDocument): ReadonlyMap<string, readonly string[]> {
  const sentences: Printed[] = [];
  const headlines: Printed[] = [];
  const numbers: Printed[] = [];
  const read = (content: readonly Inline[]): void => {
    for (const inline of content) {
      if (inline.kind === "figure") sentences.push(inline);
      else if (inline.kind !== "text") read(inline.content);
    }
  };
  read(document.titleContent);
  read(document.lede);
  for (const { prefix, number, unit, observation, remarkContent } of document.headlines) {
    const figure = withUnit(number, unit);
    headlines.push({ observation, text: prefix === undefined ? figure : `${prefix} ${figure}` });
    read(remarkContent);
  }
  for (const block of document.blocks) readBlock(block, read, numbers);
  const printed = new Map<string, string[]>();
  for (const { observation, text } of [...sentences, ...headlines, ...numbers]) {
    const texts = printed.get(observation);
    if (texts === undefined) printed.set(observation, [text]);
    else if (!texts.some((other) => other.includes(text) || text.includes(other))) texts.push(text);
  }
  return printed;
}

interface Printed {
  readonly observation: string;
  readonly text: string;
}

function readBlock(block: Block, read: (content: readonly Inline[]) => void, numbers: Printed[]): void {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      read(block.content);
      break;
    case "list":
      block.items.forEach(read);
      break;
    case "table":
      read(block.captionContent);
      for (const { cells } of block.rows) {
        for (const { observation, text, content } of cells) {
          if (observation !== undefined) numbers.push({ observation, text });
          if (content !== undefined) read(content);
        }
      }
      break;
    case "chart":
      read(block.titleContent);
      for (const { observation, text } of block.points) {
        if (observation !== undefined)
          numbers.push({ observation, text: withUnit(text, block.unit === "%" ? "%" : "") });
      }
      break;
  }
}
