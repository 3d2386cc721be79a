/** The steps of a derivation as an indented table, both periods side by side where the figure compares two; deep parts folded. */
import { h } from "hastscript";
import type { Element } from "hast";
import type { PairedDerivation, PairedStep } from "./paired-steps.ts";
import { linesDownTo, stepsBelow } from "./paired-steps.ts";
import { scrollBox } from "./report-table.ts";
import type { PageContext } from "./site.ts";
import type { Lines, Table } from "./step-lines.ts";
import { rowsLine, stepLines } from "./step-lines.ts";
import { stepNumbers } from "./step-numbers.ts";

/** Lines of the table that is open at once; what is deeper is folded. */
const openLines = 16;
/** Parts that can be unfolded: where more steps have something below them, they are unfolded with the step above. */
const foldedParts = 12;
/** Lines of a page in all; what is deeper is counted. Keeps a page below 150 kB. */
const pageLines = 200;

export function derivationTables(
  derivation: PairedDerivation,
  title: string,
  context: PageContext,
): readonly Element[] {
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
    tableOf(steps, { table, label: title, depth: 0, deepest: open, above: undefined, isLast: open >= deepest }),
    ...(folded.length === 0 ? [] : [h("p.deeper-head", context.lexicon.page.deeper)]),
    ...folded.map((step) => foldedSteps(step, deepest - (level ?? 0) - 1, table)),
  ];
}

function foldedSteps(step: PairedStep, deepest: number, table: Table): Element {
  const { lexicon } = table.context;
  const label = step.label[lexicon.language];
  return h("details.deeper", [
    h("summary", [label, h("span.soft", ` · ${lexicon.page.steps(stepsBelow(step) + step.rows.length)}`)]),
    tableOf(step.inputs, { table, label, depth: 0, deepest, above: step, isLast: true }),
  ]);
}

function tableOf(steps: readonly PairedStep[], start: Omit<Lines, "hasWeights">): Element {
  const { table, label, above, deepest } = start;
  const lines = {
    ...start,
    hasWeights: stepsDownTo(steps, deepest).some(({ now, before }) => (now ?? before)?.weight !== undefined),
  };
  const { lexicon } = table.context;
  const { page } = lexicon;
  const head = (text: string): Element => h("th", { scope: "col" }, text);
  const periods = table.periods;
  const heads = [
    h(
      "th.stub",
      { scope: "col" },
      table.numbers.unitName === "" || above !== undefined ? page.part : `${page.part} (${table.numbers.unitName})`,
    ),
    ...(periods === undefined
      ? [head(page.value)]
      : [
          head(lexicon.periodHead(periods.before.period, periods.before.basis)),
          head(lexicon.periodHead(periods.now.period, periods.now.basis)),
          head(page.change),
        ]),
    ...(lines.hasWeights ? [head(page.weight)] : []),
  ];
  const rows = [
    ...(above?.rows ?? []).map((own) => rowsLine(own, lines)),
    ...steps.flatMap((step) => stepLines(step, lines)),
  ];
  return scrollBox(label, h("table.steps", [h("thead", h("tr", heads)), h("tbody", rows)]));
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
  return steps.reduce(
    (height, { inputs, rows }) => Math.max(height, inputs.length === 0 ? rows.length : 1 + heightOf(inputs)),
    0,
  );
}

function stepsDownTo(steps: readonly PairedStep[], depth: number): readonly PairedStep[] {
  return depth < 0 ? [] : steps.flatMap((step) => [step, ...stepsDownTo(step.inputs, depth - 1)]);
}

function stepsAt(steps: readonly PairedStep[], depth: number): readonly PairedStep[] {
  return depth === 0 ? steps : steps.flatMap(({ inputs }) => stepsAt(inputs, depth - 1));
}
