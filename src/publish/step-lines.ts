/** The lines of a derivation's table: a step with its values, and the source rows at a leaf. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import { formatCount } from "../language/numerals.ts";
import type { Decimal } from "../model/decimal.ts";
import type { Derivation, DerivationRule, SourceRows } from "../model/derivation.ts";
import type { PairedDerivation, PairedRows, PairedStep } from "./paired-steps.ts";
import { stepsBelow } from "./paired-steps.ts";
import { selectionQuery } from "./row-links.ts";
import type { PageContext } from "./site.ts";
import { figureLink } from "./site.ts";
import type { StepNumbers } from "./step-numbers.ts";
import { changeText, weightText } from "./step-numbers.ts";

export interface Table {
  readonly numbers: StepNumbers;
  readonly periods: PairedDerivation["periods"];
  readonly context: PageContext;
}

/** Where in a table steps stand, and how far down it goes. */
export interface Lines {
  readonly table: Table;
  readonly label: string;
  readonly depth: number;
  readonly deepest: number;
  readonly above: PairedStep | undefined;
  readonly hasWeights: boolean;
  /** Whether what lies deeper is shown nowhere on the page; it is then counted. */
  readonly isLast: boolean;
}

/** A step and those below it, down to the depth of its table. */
export function stepLines(step: PairedStep, lines: Lines): readonly Element[] {
  const { depth, deepest } = lines;
  if (depth > deepest) return [];
  const below = { ...lines, depth: depth + 1, above: step };
  return [
    stepLine(step, lines),
    ...(depth < deepest ? step.rows.map((rows) => rowsLine(rows, below)) : []),
    ...step.inputs.flatMap((input) => stepLines(input, below)),
  ];
}

function stepLine(step: PairedStep, lines: Lines): Element {
  const { table, depth, deepest, above, hasWeights, isLast } = lines;
  const { numbers, periods, context } = table;
  const { lexicon } = context;
  const value = (of: Derivation | undefined): Element =>
    h("td", of === undefined ? "" : numbers.write(of.value, of.unit));
  const weight = step.now?.weight ?? step.before?.weight;
  const change = isConstant(step.rule) ? undefined : changeText(step.now?.value, step.before?.value, lexicon);
  return h(depth === 0 && above === undefined ? "tr.strong" : "tr", [
    h(`th.stub.depth-${Math.min(depth, 5)}`, { scope: "row" }, [
      ...stepName(step, above, table),
      ...(isLast && depth === deepest ? countOf(step, context) : []),
    ]),
    ...(periods === undefined
      ? [value(step.now ?? step.before)]
      : [value(step.before), value(step.now), h("td", change ?? "")]),
    ...(hasWeights ? [h("td.soft", weight === undefined ? "" : weightOf(weight, step.rule, context))] : []),
  ]);
}

/** How many steps are below one whose table ends with it. */
function countOf(step: PairedStep, { lexicon }: PageContext): readonly Element[] {
  const count = stepsBelow(step) + step.rows.length;
  return count === 0 ? [] : [h("span.soft", ` · ${lexicon.page.steps(count)}`)];
}

/** What a step is called: its own name, its month where the step above has another, or how it was made where the name is that of the step above. */
function stepName(
  { label, rule, now, before, unit }: PairedStep,
  above: PairedStep | undefined,
  { numbers, periods, context }: Table,
): readonly ElementContent[] {
  const { lexicon } = context;
  const { language } = lexicon;
  const step = now ?? before;
  const parent = above?.now ?? above?.before;
  const samePeriod =
    step?.period === undefined ||
    (parent === undefined
      ? periods !== undefined
      : step.period.month === parent.period?.month &&
        step.period.year === parent.period.year &&
        step.basis === parent.basis);
  const sameName = above !== undefined && above.label.vi === label.vi && above.label.en === label.en;
  const period =
    step?.period === undefined || step.basis === undefined || samePeriod
      ? undefined
      : periods === undefined
        ? lexicon.periodHead(step.period, step.basis)
        : lexicon.periodSpan(step.period, step.basis);
  const name =
    rule === "target" || (sameName && period === undefined)
      ? lexicon.derivation[rule]
      : sameName && period !== undefined
        ? period
        : label[language];
  const other = numbers.otherUnit(unit);
  const remarks = [
    ...(period === undefined || sameName ? [] : [period]),
    ...(other === "" || other === numbers.unitName ? [] : [other]),
  ];
  const href =
    step?.observation === undefined || parent === undefined ? undefined : figureLink(step.observation, context);
  return [
    href === undefined ? { type: "text", value: name } : h("a", { href }, name),
    ...remarks.map((remark) => h("span.soft", `, ${remark}`)),
  ];
}

/** The rows of a source at a leaf: how many, of which source, and what kind they are; never the rows. */
export function rowsLine({ source, now, before }: PairedRows, { table, depth, hasWeights }: Lines): Element {
  const { context, periods } = table;
  const { page, language } = context.lexicon;
  const declared = context.workspace.sources.get(source)?.declaration.value;
  const kinds = [
    ...((now ?? before)?.simulated === true ? [page.simulatedShort] : []),
    ...((now ?? before)?.confidential === true ? [page.confidentialShort] : []),
  ];
  const name = declared?.title[language] ?? source;
  return h("tr.rows", [
    h(
      `th.stub.depth-${Math.min(depth, 5)}`,
      { scope: "row" },
      `${page.sourceRows}: ${name}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}`,
    ),
    ...(periods === undefined
      ? [rowCount(now ?? before, context)]
      : [rowCount(before, context), rowCount(now, context), h("td")]),
    ...(hasWeights ? [h("td")] : []),
  ]);
}

function rowCount(rows: SourceRows | undefined, { lexicon }: PageContext): Element {
  return h(
    "td",
    rows === undefined
      ? ""
      : h("span.rows", { dataRows: selectionQuery(rows.selection) }, formatCount(rows.count, lexicon.language)),
  );
}

function weightOf(weight: Decimal, rule: DerivationRule, { lexicon }: PageContext): string {
  const text = weightText(weight, lexicon);
  return rule === "stratum" ? `× ${text}` : text;
}

function isConstant(rule: DerivationRule): boolean {
  return rule === "base-average" || rule === "target";
}
