/** The steps of a derivation as an indented table, both periods side by side where the figure compares two; deep parts folded. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import type { Decimal } from "../model/decimal.ts";
import type { Derivation, DerivationRule, SourceRows } from "../model/derivation.ts";
import { formatCount } from "../language/numerals.ts";
import type { PairedDerivation, PairedRows, PairedStep } from "./paired-steps.ts";
import { linesDownTo, stepsBelow } from "./paired-steps.ts";
import { scrollBox } from "./report-table.ts";
import { selectionQuery } from "./row-links.ts";
import type { PageContext } from "./site.ts";
import { figureLink } from "./site.ts";
import type { StepNumbers } from "./step-numbers.ts";
import { changeText, stepNumbers, weightText } from "./step-numbers.ts";

/** Lines of the table that is open at once; what is deeper is folded. */
const openLines = 16;
/** Parts that can be unfolded: where more steps have something below them, they are unfolded with the step above. */
const foldedParts = 12;
/** Lines of a page in all; what is deeper is counted. Keeps a page below 150 kB. */
const pageLines = 300;

interface Table {
  readonly numbers: StepNumbers;
  readonly periods: PairedDerivation["periods"];
  readonly context: PageContext;
}

export function derivationTables(derivation: PairedDerivation, title: string, context: PageContext): readonly Element[] {
  const { steps, periods, figure } = derivation;
  const indicator = context.observationOf(figure.observation ?? "")?.indicator ?? "";
  const display = context.workspace.methods.get(indicator)?.declaration.value.display ?? {};
  const unit = (steps[0] ?? figure).unit;
  const deepest = deepestWithin(steps, pageLines);
  const open = Math.min(deepest, deepestWithin(steps, openLines));
  const shown = stepsDownTo(steps, open).filter((step) => step.unit === unit);
  const values = shown.flatMap(({ now, before }) => [now?.value, before?.value]).filter((value) => value !== undefined);
  const table: Table = { numbers: stepNumbers(unit, values, display, context.lexicon), periods, context };
  const level = open >= deepest ? undefined : foldedLevel(steps, open);
  const folded = level === undefined ? [] : foldable(steps, level);
  return [
    tableOf(steps, { table, label: title, depth: 0, deepest: open, above: undefined }),
    ...(folded.length === 0 ? [] : [h("p.deeper-head", context.lexicon.page.deeper)]),
    ...folded.map((step) => foldedSteps(step, deepest - (level ?? 0) - 1, table)),
  ];
}

function foldedSteps(step: PairedStep, deepest: number, table: Table): Element {
  const { lexicon } = table.context;
  const label = step.label[lexicon.language];
  return h("details.deeper", [
    h("summary", [label, h("span.soft", ` · ${lexicon.page.steps(stepsBelow(step) + step.rows.length)}`)]),
    tableOf(step.inputs, { table, label, depth: 0, deepest, above: step }),
  ]);
}

interface Lines {
  readonly table: Table;
  readonly label: string;
  readonly depth: number;
  readonly deepest: number;
  readonly above: PairedStep | undefined;
  readonly hasWeights: boolean;
}

function tableOf(steps: readonly PairedStep[], start: Omit<Lines, "hasWeights">): Element {
  const { table, label, above, deepest } = start;
  const lines = { ...start, hasWeights: stepsDownTo(steps, deepest).some(({ now, before }) => (now ?? before)?.weight !== undefined) };
  const { lexicon } = table.context;
  const { page } = lexicon;
  const head = (text: string): Element => h("th", { scope: "col" }, text);
  const periods = table.periods;
  const heads = [
    h("th.stub", { scope: "col" }, table.numbers.unitName === "" || above !== undefined ? page.part : `${page.part} (${table.numbers.unitName})`),
    ...(periods === undefined
      ? [head(page.value)]
      : [head(lexicon.periodHead(periods.before.period, periods.before.basis)), head(lexicon.periodHead(periods.now.period, periods.now.basis)), head(page.change)]),
    ...(lines.hasWeights ? [head(page.weight)] : []),
  ];
  const rows = [...(above?.rows ?? []).map((own) => rowsLine(own, lines)), ...steps.flatMap((step) => stepLines(step, lines))];
  return scrollBox(label, h("table.steps", [h("thead", h("tr", heads)), h("tbody", rows)]));
}

function stepLines(step: PairedStep, lines: Lines): readonly Element[] {
  const { depth, deepest } = lines;
  if (depth > deepest) return [];
  const below = { ...lines, depth: depth + 1, above: step };
  return [stepLine(step, lines), ...(depth < deepest ? step.rows.map((rows) => rowsLine(rows, below)) : []), ...step.inputs.flatMap((input) => stepLines(input, below))];
}

function stepLine(step: PairedStep, { table, depth, above, hasWeights }: Lines): Element {
  const { numbers, periods, context } = table;
  const { lexicon } = context;
  const value = (of: Derivation | undefined): Element => h("td", of === undefined ? "" : numbers.write(of.value, of.unit));
  const weight = step.now?.weight ?? step.before?.weight;
  const change = isConstant(step.rule) ? undefined : changeText(step.now?.value, step.before?.value, lexicon);
  return h(depth === 0 && above === undefined ? "tr.strong" : "tr", [
    h(`th.stub.depth-${Math.min(depth, 5)}`, { scope: "row" }, [...stepName(step, above, table)]),
    ...(periods === undefined ? [value(step.now ?? step.before)] : [value(step.before), value(step.now), h("td", change ?? "")]),
    ...(hasWeights ? [h("td.soft", weight === undefined ? "" : weightOf(weight, step.rule, context))] : []),
  ]);
}

/** What a step is called: its own name, its month where the step above has another, or how it was made where the name is that of the step above. */
function stepName({ label, rule, now, before, unit }: PairedStep, above: PairedStep | undefined, { numbers, periods, context }: Table): readonly ElementContent[] {
  const { lexicon } = context;
  const { language } = lexicon;
  const step = now ?? before;
  const parent = above?.now ?? above?.before;
  const samePeriod = step?.period === undefined || (parent === undefined ? periods !== undefined : step.period.month === parent.period?.month && step.period.year === parent.period.year && step.basis === parent.basis);
  const sameName = above !== undefined && above.label.vi === label.vi && above.label.en === label.en;
  const period = step?.period === undefined || step.basis === undefined || samePeriod ? undefined : periods === undefined ? lexicon.periodHead(step.period, step.basis) : lexicon.periodSpan(step.period, step.basis);
  const name = rule === "target" || (sameName && period === undefined) ? lexicon.derivation[rule] : sameName && period !== undefined ? period : label[language];
  const other = numbers.otherUnit(unit);
  const remarks = [...(period === undefined || sameName ? [] : [period]), ...(other === "" || other === numbers.unitName ? [] : [other])];
  const href = step?.observation === undefined || parent === undefined ? undefined : figureLink(step.observation, context);
  return [
    href === undefined ? { type: "text", value: name } : h("a", { href }, name),
    ...remarks.map((remark) => h("span.soft", `, ${remark}`)),
  ];
}

/** The rows of a source at a leaf: how many, of which source, and what kind they are; never the rows. */
function rowsLine({ source, now, before }: PairedRows, { table, depth, hasWeights }: Lines): Element {
  const { context, periods } = table;
  const { page, language } = context.lexicon;
  const declared = context.workspace.sources.get(source)?.declaration.value;
  const kinds = [...((now ?? before)?.simulated === true ? [page.simulatedShort] : []), ...((now ?? before)?.confidential === true ? [page.confidentialShort] : [])];
  const name = declared?.title[language] ?? source;
  return h("tr.rows", [
    h(`th.stub.depth-${Math.min(depth, 5)}`, { scope: "row" }, `${page.sourceRows}: ${name}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}`),
    ...(periods === undefined ? [rowCount(now ?? before, context)] : [rowCount(before, context), rowCount(now, context), h("td")]),
    ...(hasWeights ? [h("td")] : []),
  ]);
}

function rowCount(rows: SourceRows | undefined, { lexicon }: PageContext): Element {
  return h("td", rows === undefined ? "" : h("span.rows", { dataRows: selectionQuery(rows.selection) }, formatCount(rows.count, lexicon.language)));
}

function weightOf(weight: Decimal, rule: DerivationRule, { lexicon }: PageContext): string {
  const text = weightText(weight, lexicon);
  return rule === "stratum" ? `× ${text}` : text;
}

function isConstant(rule: DerivationRule): boolean {
  return rule === "base-average" || rule === "target";
}

function foldable(steps: readonly PairedStep[], level: number): readonly PairedStep[] {
  return stepsAt(steps, level).filter(({ inputs, rows }) => inputs.length + rows.length > 0);
}

/** The deepest open level at which few enough parts can be unfolded. */
function foldedLevel(steps: readonly PairedStep[], open: number): number {
  let level = open;
  while (level > 0 && foldable(steps, level).length > foldedParts) level -= 1;
  return level;
}

/** The greatest depth whose lines are not more than so many; at least the first below the top. */
function deepestWithin(steps: readonly PairedStep[], lines: number): number {
  let depth = 1;
  while (depth < heightOf(steps) && linesDownTo(steps, depth + 1) <= lines) depth += 1;
  return depth;
}

function heightOf(steps: readonly PairedStep[]): number {
  return steps.reduce((height, { inputs, rows }) => Math.max(height, inputs.length === 0 ? rows.length : 1 + heightOf(inputs)), 0);
}

function stepsDownTo(steps: readonly PairedStep[], depth: number): readonly PairedStep[] {
  return depth < 0 ? [] : steps.flatMap((step) => [step, ...stepsDownTo(step.inputs, depth - 1)]);
}

function stepsAt(steps: readonly PairedStep[], depth: number): readonly PairedStep[] {
  return depth === 0 ? steps : steps.flatMap(({ inputs }) => stepsAt(inputs, depth - 1));
}
