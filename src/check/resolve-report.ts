/** A template and a checked workspace → a report whose names are all resolved; every fault of a name is told in one run. */
import type { Diagnostic, Parsed } from "../diagnostics/diagnostic.ts";
import { sourceFile, spanBetween } from "../diagnostics/source-file.ts";
import type { FigureForm } from "../language/figure-style.ts";
import { readTemplate } from "../workspace/read-template.ts";
import type { TemplateBlock, TemplateInline } from "../workspace/template.ts";
import { inlinesOf } from "../workspace/template-placeholders.ts";
import type { DeclaredReport } from "../workspace/workspace.ts";
import type { CheckedWorkspace } from "./checked.ts";
import type { DirectiveName, DirectiveReader } from "./resolve-directive.ts";
import { attributesOf, resolveChart, resolveTable } from "./resolve-directive.ts";
import type { SlotContext } from "./resolve-slot.ts";
import { resolveSlot } from "./resolve-slot.ts";
import type { ResolvedBlock, ResolvedInline, ResolvedReport } from "./resolved-report.ts";
import { typedFigures } from "./typed-figures.ts";

export function resolveReport(report: DeclaredReport, workspace: CheckedWorkspace): Parsed<ResolvedReport> {
  const template = readTemplate(report);
  const diagnostics: Diagnostic[] = [...template.diagnostics];
  const source = sourceFile(report.file, report.text);
  const context: Omit<SlotContext, "form"> = {
    workspace,
    diagnostics,
    spanOf: (start, end) => spanBetween(source, start, end),
  };
  const { title, lede, blocks } = template.value;
  const value = {
    title: resolveInlines(title, { ...context, form: "phrase" }),
    lede: resolveInlines(lede, { ...context, form: "phrase" }),
    blocks: blocks.flatMap((block) => resolveBlock(block, context)),
  };
  return { value, diagnostics };
}

function resolveInlines(inlines: readonly TemplateInline[], context: SlotContext): readonly ResolvedInline[] {
  if (context.form === "phrase") context.diagnostics.push(...typedFigures(inlines, context.spanOf));
  return inlines.flatMap((inline) => resolveInline(inline, context));
}

function resolveInline(inline: TemplateInline, context: SlotContext): readonly ResolvedInline[] {
  switch (inline.kind) {
    case "text":
      return [inline];
    case "emphasis":
    case "strong":
    case "link":
      return [{ ...inline, content: inline.content.flatMap((part) => resolveInline(part, context)) }];
    case "slot": {
      const slot = resolveSlot(inline.slot, context);
      return slot === undefined ? [] : [{ kind: "slot", slot }];
    }
  }
}

function resolveBlock(block: TemplateBlock, context: Omit<SlotContext, "form">): readonly ResolvedBlock[] {
  const inlines = (list: readonly TemplateInline[], form: FigureForm = "phrase"): readonly ResolvedInline[] =>
    resolveInlines(list, { ...context, form });
  switch (block.kind) {
    case "heading":
      return [{ ...block, kicker: inlines(block.kicker), content: inlines(block.content) }];
    case "paragraph":
      return [{ ...block, content: inlines(block.content) }];
    case "list":
      return [{ ...block, items: block.items.map((item) => inlines(item)) }];
    case "headlines":
      return [
        {
          kind: "headlines",
          lines: block.lines.flatMap(({ label, figure, remark }) => {
            const slot = resolveSlot(figure, { ...context, form: "number" });
            const rest = { label: inlines(label), remark: inlines(remark) };
            return slot?.kind === "figure" ? [{ ...rest, figure: slot.figure }] : [];
          }),
        },
      ];
    case "table":
    case "chart": {
      const reader = readerOf(block, block.kind === "table" ? "::table" : "::chart", context);
      const resolved =
        block.kind === "table" ? resolveTable(block.caption, reader) : resolveChart(block.caption, reader);
      return resolved === undefined ? [] : [resolved];
    }
    case "grid": {
      const reader = readerOf(block, ":::table", context);
      const unit = reader.attributes.get("unit");
      return [
        {
          kind: "grid",
          caption: inlines(block.caption),
          unit: unit === undefined ? undefined : inlines(inlinesOf(unit.value, unit.valueAt.start)),
          head: block.head.map((cell) => inlines(cell, "number")),
          rows: block.rows.map((row) => row.map((cell) => inlines(cell, "number"))),
          at: reader.at,
        },
      ];
    }
  }
}

function readerOf(
  block: Extract<TemplateBlock, { kind: "table" | "chart" | "grid" }>,
  directive: DirectiveName,
  context: Omit<SlotContext, "form">,
): DirectiveReader {
  return {
    ...context,
    directive,
    attributes: attributesOf(block.attributes, directive, context),
    inlines: (list) => resolveInlines(list, { ...context, form: "phrase" }),
    at: context.spanOf(block.at.start, block.at.end),
  };
}
