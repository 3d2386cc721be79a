/** Figures typed into the words of a report by hand: they would stay as they are when the data change. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { warningAt } from "../diagnostics/diagnostic.ts";
import type { TemplateInline } from "../workspace/template.ts";

/** A number before a unit in which the figures of reports are told. */
const figurePattern =
  /\d+(?:[.,]\d+)*\s*(?:%|(?:nghìn |ngàn )?(?:tỷ|tỉ|triệu)(?![\p{L}])|điểm phần trăm|lần(?![\p{L}])|dự án|doanh nghiệp|(?:b|m|tr)illion|percent|times)/gu;

export function typedFigures(
  inlines: readonly TemplateInline[],
  spanOf: (start: number, end: number) => Span,
): readonly Diagnostic[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === "emphasis" || inline.kind === "strong" || inline.kind === "link")
      return typedFigures(inline.content, spanOf);
    if (inline.kind !== "text" || inline.at === undefined || inline.at.end - inline.at.start !== inline.text.length)
      return [];
    const { start } = inline.at;
    return Array.from(inline.text.matchAll(figurePattern), (match) =>
      warningAt("report/typed-figure", spanOf(start + match.index, start + match.index + match[0].length), {
        text: match[0],
      }),
    );
  });
}
