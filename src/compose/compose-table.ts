/** ::table: one indicator by the items of a classification. Every component is printed; what they lack of the whole is a line of its own. */
import type { ResolvedColumn, ResolvedTable } from "../check/resolved-report.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { digitsOf, figurePhrase, printedUnit } from "../language/figure-phrase.ts";
import type { FigureStyle } from "../language/figure-style.ts";
import { plainStyle } from "../language/figure-style.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { formatDecimal, printedDecimal } from "../language/numerals.ts";
import { ancestorsOf } from "../model/classification.ts";
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational } from "../model/decimal.ts";
import { observationId, wholeItem } from "../model/observation.ts";
import { compare } from "../model/rational.ts";
import { composeInlines, plainText } from "./compose-inlines.ts";
import type { ComposeContext, FoundFigure } from "./context.ts";
import { findFigure, indicatorTitle, isAdditive, isNothing, itemName, sourceLineOf, wholeOf } from "./context.ts";
import type { Cell, TableBlock } from "./document.ts";
import { remainderOf } from "./remainder.ts";

interface Row {
  readonly code: string;
  readonly depth: number;
  readonly figures: readonly (FoundFigure | undefined)[];
}

const numbers: FigureStyle = { ...plainStyle, form: "number" };

/** What a cell prints where there is no figure, as official tables do. */
const absent = "…";

export function composeTable(table: ResolvedTable, context: ComposeContext): TableBlock | undefined {
  const { columns, items, sort } = table;
  const whole = columns.map(({ key }) => findFigure(wholeOf(key), context));
  const all = rowsOf(table, context);
  const rows = items.top === undefined ? all : largest(all, sort, items.top);
  if (rows.length === 0) {
    context.diagnostics.push(errorAt("report/nothing-to-show", table.at, { directive: "::table" }));
    return undefined;
  }
  const captionContent = composeInlines(table.caption, context);
  const totalName =
    typeof table.total === "object"
      ? plainText(composeInlines(table.total, context))
      : itemName(items.classification, wholeItem, context);
  const total =
    table.total === "none" || whole.every((figure) => figure === undefined)
      ? []
      : [totalRow(totalName ?? indicatorTitle(table.indicator, context), whole, columns, context)];
  const body = rows.map(({ code, depth, figures }) => ({
    depth: depth + total.length,
    strong: false,
    cells: [
      stub(itemName(items.classification, code, context) ?? code),
      ...figures.map((figure) => cellOf(figure, context)),
    ],
  }));
  const rest = remainderRow(columns, whole, rows, total.length, context);
  return {
    kind: "table",
    caption: plainText(captionContent),
    captionContent,
    head: headOf(table, whole, context),
    rows: [...total, ...body, ...(rest === undefined ? [] : [rest])],
    source: sourceLineOf([table.indicator], context),
  };
}

/** The rows that have any figure, each as deep as it stands under others that are shown. */
function rowsOf({ items, columns }: ResolvedTable, context: ComposeContext): readonly Row[] {
  const classification = context.workspace.classifications.get(items.classification);
  const shown = new Set(items.codes);
  return items.codes.flatMap((code) => {
    const figures = columns.map(({ key }) => findFigure({ ...key, item: code }, context));
    if (figures.every((figure) => figure === undefined || (!items.named && isNothing(figure)))) return [];
    const above = classification === undefined ? [] : ancestorsOf(classification, code).slice(1);
    return [{ code, depth: above.filter((ancestor) => shown.has(ancestor)).length, figures }];
  });
}

function largest(rows: readonly Row[], column: number, top: number): readonly Row[] {
  const sizeOf = ({ figures }: Row): Decimal => figures[column]?.observation.value ?? { digits: 0n, scale: 0 };
  return [...rows].sort((a, b) => compare(decimalToRational(sizeOf(b)), decimalToRational(sizeOf(a)))).slice(0, top);
}

function stub(text: string): Cell {
  return { text, align: "start" };
}

function cellOf(figure: FoundFigure | undefined, { lexicon }: ComposeContext): Cell {
  if (figure === undefined) return { text: absent, align: "end" };
  return { text: figurePhrase(figure, numbers, lexicon), observation: observationId(figure.observation), align: "end" };
}

function totalRow(
  name: string,
  figures: readonly (FoundFigure | undefined)[],
  columns: readonly ResolvedColumn[],
  context: ComposeContext,
): TableBlock["rows"][number] {
  const cells = figures.map((figure, index): Cell => {
    const isShare = columns[index]?.key.measure === "share";
    return figure === undefined && isShare ? { text: wholeShare(context), align: "end" } : cellOf(figure, context);
  });
  return { depth: 0, strong: true, cells: [stub(name), ...cells] };
}

/** The share of the whole, which is no observation: 100,0. */
function wholeShare({ language }: ComposeContext): string {
  return formatDecimal(printedDecimal({ digits: 100n, scale: 0 }, { decimals: 1 }), language);
}

/** The line of what is not shown, for the columns that add up; none where everything is there. */
function remainderRow(
  columns: readonly ResolvedColumn[],
  whole: readonly (FoundFigure | undefined)[],
  rows: readonly Row[],
  depth: number,
  context: ComposeContext,
): TableBlock["rows"][number] | undefined {
  const topmost = Math.min(...rows.map((row) => row.depth));
  const rests = columns.map(({ key }, index) => {
    const total = whole[index];
    if (!isAdditive(key, context)) return undefined;
    const value = total?.observation.value ?? (key.measure === "share" ? { digits: 100n, scale: 0 } : undefined);
    if (value === undefined) return undefined;
    const shown = rows.flatMap(({ depth: own, figures }) => (own === topmost ? (figures[index] ?? []) : []));
    const sample = total ?? shown[0];
    if (sample === undefined) return undefined;
    const digits = digitsOf(key.measure, sample.observation.unit, sample.display, numbers);
    const rest = remainderOf(
      value,
      shown.map(({ observation }) => observation.value),
      digits,
    );
    return rest === undefined ? undefined : formatDecimal(printedDecimal(rest, digits), context.language);
  });
  if (rests.every((rest) => rest === undefined)) return undefined;
  const cells = rests.map((rest, index): Cell => ({
    text: rest ?? (isAdditiveColumn(columns[index], context) ? "0" : absent),
    align: "end",
  }));
  return { depth, strong: false, cells: [stub(context.lexicon.remainder), ...cells] };
}

function isAdditiveColumn(column: ResolvedColumn | undefined, context: ComposeContext): boolean {
  return column !== undefined && isAdditive(column.key, context);
}

/** Two rows, the period over what is measured, or one where a column has a name of its own. */
function headOf(
  table: ResolvedTable,
  whole: readonly (FoundFigure | undefined)[],
  context: ComposeContext,
): TableBlock["head"] {
  const { lexicon, workspace, language } = context;
  const title = workspace.classifications.get(table.items.classification)?.title[language] ?? "";
  const units = table.columns.map((column, index) => unitOf(column, whole[index], table, context));
  const periods = table.columns.map(({ key }) => lexicon.periodHead(key.period, key.basis));
  const measures = table.columns.map(({ key }, index) =>
    lexicon.measureHead(key.measure, key.basis, units[index] ?? ""),
  );
  if (table.columns.some(({ name }) => name !== undefined)) {
    const names = table.columns.map(({ name }, index) =>
      name === undefined
        ? `${periods[index] ?? ""}, ${measures[index] ?? ""}`
        : plainText(composeInlines(name, context)),
    );
    return [[title, ...names].map((text) => ({ text, span: 1 }))];
  }
  const spans: { text: string; span: number }[] = [];
  for (const text of periods) {
    const last = spans.at(-1);
    if (last?.text === text) last.span += 1;
    else spans.push({ text, span: 1 });
  }
  return [[{ text: "", span: 1 }, ...spans], [title, ...measures].map((text) => ({ text, span: 1 }))];
}

function unitOf(
  { key }: ResolvedColumn,
  whole: FoundFigure | undefined,
  { items }: ResolvedTable,
  context: ComposeContext,
): string {
  const [first = ""] = items.codes;
  const sample = whole ?? findFigure({ ...key, item: first }, context);
  return sample === undefined ? "" : unitName(sample, context.lexicon);
}

function unitName(figure: FoundFigure, lexicon: Lexicon): string {
  const { observation, display } = figure;
  return observation.measure === "items"
    ? printedUnit(figure, numbers, lexicon)
    : lexicon.unitName(
        observation.unit,
        digitsOf(observation.measure, observation.unit, display, numbers).scale,
        false,
      );
}
