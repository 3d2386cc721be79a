/** :::table: a table as the template draws it, with figures of several indicators in its cells. */
import type { ResolvedGrid, ResolvedInline } from "../check/resolved-report.ts";
import { composeInlines, plainText } from "./compose-inlines.ts";
import type { ComposeContext } from "./context.ts";
import { sourceLineOf } from "./context.ts";
import type { Cell, Inline, TableBlock } from "./document.ts";

export function composeGrid(grid: ResolvedGrid, context: ComposeContext): TableBlock {
  const captionContent = composeInlines(grid.caption, context);
  const rows = grid.rows.map((row) => {
    const cells = row.map((cell, index) => cellOf(composeInlines(cell, context), index));
    const [first] = row;
    return {
      depth: 0,
      strong: first !== undefined && first.length > 0 && first.every(({ kind }) => kind === "strong"),
      cells,
    };
  });
  return {
    kind: "table",
    caption: plainText(captionContent),
    captionContent,
    ...(grid.unit === undefined ? {} : { unit: plainText(composeInlines(grid.unit, context)) }),
    head: [grid.head.map((cell) => ({ text: plainText(composeInlines(cell, context)), span: 1 }))],
    rows,
    source: sourceLineOf(indicatorsOf(grid.rows.flat(2)), context),
  };
}

function cellOf(content: readonly Inline[], column: number): Cell {
  const align = column === 0 ? "start" : "end";
  const [only, ...others] = content.filter((inline) => inline.kind !== "text" || inline.text.trim() !== "");
  if (only?.kind === "figure" && others.length === 0) return { text: only.text, observation: only.observation, align };
  const text = plainText(content).trim();
  return content.some(({ kind }) => kind !== "text" && kind !== "strong") ? { text, content, align } : { text, align };
}

function indicatorsOf(inlines: readonly ResolvedInline[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const inline of inlines) {
    if (inline.kind === "slot" && inline.slot.kind === "figure") found.add(inline.slot.figure.key.indicator);
    if (inline.kind === "emphasis" || inline.kind === "strong" || inline.kind === "link")
      for (const name of indicatorsOf(inline.content)) found.add(name);
  }
  return found;
}
