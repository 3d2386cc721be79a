/** A report's template and the observations → one document. Every figure holds the observation it shows; one without data is told at its place. */
import type { CheckedWorkspace } from "../check/checked.ts";
import type { ResolvedBlock } from "../check/resolved-report.ts";
import { resolveReport } from "../check/resolve-report.ts";
import type { Diagnostic, Parsed } from "../diagnostics/diagnostic.ts";
import { lexiconOf } from "../language/lexicon-of.ts";
import type { ObservationSet } from "../model/observation-set.ts";
import type { DeclaredReport } from "../workspace/workspace.ts";
import { composeChart } from "./compose-chart.ts";
import { composeGrid } from "./compose-grid.ts";
import { composeHeadlines } from "./compose-headlines.ts";
import { composeInlines, plainText } from "./compose-inlines.ts";
import { composeTable } from "./compose-table.ts";
import type { ComposeContext } from "./context.ts";
import type { Block, ReportDocument } from "./document.ts";

/** Composes a report; its names were checked before (check-reports.ts), so only missing data are told here. */
export function composeReport(
  report: DeclaredReport,
  workspace: CheckedWorkspace,
  observations: ObservationSet,
): Parsed<ReportDocument> {
  const diagnostics: Diagnostic[] = [];
  const { declaration, last } = workspace;
  const lexicon = lexiconOf(report.language);
  const context: ComposeContext = {
    workspace,
    observations,
    language: report.language,
    lexicon,
    month: last,
    diagnostics,
  };
  const resolved = resolveReport(report, workspace).value;
  const titleContent = composeInlines(resolved.title, context);
  const value: ReportDocument = {
    id: report.id,
    language: report.language,
    title: plainText(titleContent),
    titleContent,
    lede: composeInlines(resolved.lede, context),
    period: last,
    periodName: lexicon.periodName(last, "ytd"),
    publication: declaration.title,
    notice: declaration.notice?.[report.language],
    headlines: resolved.blocks.flatMap((block) => (block.kind === "headlines" ? composeHeadlines(block, context) : [])),
    blocks: resolved.blocks.flatMap((block) => composeBlock(block, context)),
  };
  return { value, diagnostics };
}

function composeBlock(block: ResolvedBlock, context: ComposeContext): readonly Block[] {
  switch (block.kind) {
    case "heading": {
      const kicker = plainText(composeInlines(block.kicker, context));
      return [
        {
          kind: "heading",
          level: block.level,
          ...(kicker === "" ? {} : { kicker }),
          content: composeInlines(block.content, context),
        },
      ];
    }
    case "paragraph":
      return [{ kind: "paragraph", content: composeInlines(block.content, context) }];
    case "list":
      return [
        { kind: "list", ordered: block.ordered, items: block.items.map((item) => composeInlines(item, context)) },
      ];
    case "headlines":
      return [];
    case "table":
      return present(composeTable(block, context));
    case "grid":
      return [composeGrid(block, context)];
    case "chart":
      return present(composeChart(block, context));
  }
}

function present(block: Block | undefined): readonly Block[] {
  return block === undefined ? [] : [block];
}
