/** The page of one figure: the full value, how it is printed, how it was made and from what. The report opens the same article in place. */
import { h } from "hastscript";
import type { Element, ElementContent } from "hast";
import type { Derivation, DerivationRule, SourceRows } from "../model/derivation.ts";
import type { Observation } from "../model/observation.ts";
import { wholeItem } from "../model/observation.ts";
import { withoutTrailingZeros } from "../model/decimal.ts";
import { isUnitCode, units } from "../model/unit.ts";
import { digitsOf, withUnit } from "../language/figure-phrase.ts";
import { plainStyle } from "../language/figure-style.ts";
import { formatDecimal, formatSigned, printedDecimal } from "../language/numerals.ts";
import { derivationTables } from "./derivation-table.ts";
import type { PairedDerivation } from "./paired-steps.ts";
import { pairedDerivation } from "./paired-steps.ts";
import type { PageContext } from "./site.ts";
import { linkTo } from "./site.ts";
import { fullText, percentText } from "./step-numbers.ts";

export interface ShownFigure {
  readonly observation: Observation;
  /** How it was made, read once for every language. */
  readonly made: MadeFigure | undefined;
  /** As the report prints it, longest first said. */
  readonly printed: readonly string[];
  /** Page of the report that shows it. */
  readonly report: string;
}

/** A derivation with what a page says of all of it. */
export interface MadeFigure {
  readonly derivation: Derivation;
  readonly paired: PairedDerivation;
  /** Every way a step was made, from the figure down. */
  readonly rules: readonly DerivationRule[];
  /** The sources under it with all their rows, in the order in which the tree meets them. */
  readonly sources: readonly UsedSource[];
}

interface UsedSource {
  readonly rows: SourceRows;
  readonly count: number;
}

export function madeFigure(derivation: Derivation): MadeFigure {
  const rules = new Set<DerivationRule>();
  const sources = new Map<string, UsedSource>();
  const visit = ({ rule, rows, inputs }: Derivation): void => {
    rules.add(rule);
    if (rows !== undefined)
      sources.set(rows.source, { rows, count: (sources.get(rows.source)?.count ?? 0) + rows.count });
    inputs.forEach(visit);
  };
  visit(derivation);
  return { derivation, paired: pairedDerivation(derivation), rules: [...rules], sources: [...sources.values()] };
}

/** "Tổng mức bán lẻ …, 9 tháng năm 2024": what the figure is of. */
export function figureTitle({ observation, made }: ShownFigure, { workspace, lexicon }: PageContext): string {
  const method = workspace.methods.get(observation.indicator)?.declaration.value;
  const indicator = method?.title[lexicon.language] ?? observation.indicator;
  const part = made?.derivation.label[lexicon.language];
  const subject =
    observation.item === wholeItem || part === undefined || part === indicator
      ? indicator
      : `${method?.short?.[lexicon.language] ?? indicator}: ${part}`;
  return `${subject}, ${lexicon.periodName(observation.period, observation.basis)}`;
}

export function figureMain(figure: ShownFigure, context: PageContext): readonly ElementContent[] {
  const { page } = context.lexicon;
  return [
    h("nav.back", h("a", { href: linkTo(figure.report, context) }, page.backToReport)),
    figureArticle(figure, context),
  ];
}

function figureArticle(figure: ShownFigure, context: PageContext): Element {
  const { observation, made } = figure;
  const { lexicon } = context;
  const { page } = lexicon;
  const title = figureTitle(figure, context);
  const sources = made?.sources ?? [];
  return h("article.derivation", [
    h("header", [
      h("h1", [h("span.what", `${title} `), h("span.full", shortValue(observation, context))]),
      h("p.printed", [
        ...(figure.printed.length === 0
          ? []
          : [`${page.printedAs} `, h("b", figure.printed.slice(0, 2).join(joint)), joint]),
        factsOf(observation, context),
      ]),
    ]),
    ...(made === undefined
      ? []
      : [h("section", [h("h2", page.madeOf), ...derivationTables(made.paired, title, context)])]),
    ...(sources.length === 0
      ? []
      : [
          h("section", [
            h("h2", page.sources),
            h(
              "ul",
              sources.map((source) => h("li", [...sourceText(source, context)])),
            ),
          ]),
        ]),
    methodSection(observation, made?.rules ?? [], context),
    h("p.links", h("a.own", { href: linkTo(context.address, context) }, page.permanentLink)),
  ]);
}

const changes: ReadonlySet<Observation["measure"]> = new Set(["growth", "growth-previous", "contribution"]);

/** To a few digits more than print has: enough to see how it was rounded. */
function shortValue({ indicator, value, unit, measure }: Observation, { workspace, lexicon }: PageContext): string {
  const display = workspace.methods.get(indicator)?.declaration.value.display ?? {};
  const { scale, decimals } = digitsOf(measure, unit, display, plainStyle);
  const isCount = isUnitCode(unit) && units[unit].kind === "count";
  const digits = { scale, decimals: isCount ? 0 : measure === "level" && scale > 0 ? decimals + 2 : 4 };
  const printed = withoutTrailingZeros(printedDecimal(value, digits));
  const number = isSigned(measure) ? formatSigned(printed, lexicon.language) : formatDecimal(printed, lexicon.language);
  return withUnit(number, lexicon.unitName(unit, scale, false));
}

function isSigned(measure: Observation["measure"]): boolean {
  return changes.has(measure);
}

/** Measure, status, rows and what was imputed, in one line. */
function factsOf(observation: Observation, context: PageContext): string {
  const { measure, status, sourceRows, imputedShare, value, unit } = observation;
  const { lexicon } = context;
  const full = fullText(value, unit, isSigned(measure) ? "signed" : "plain", lexicon);
  return [
    ...(full === shortValue(observation, context) ? [] : [`${lexicon.page.fullValue.toLowerCase()} ${full}`]),
    ...(measure === "level" ? [] : [lexicon.measureName(measure)]),
    lexicon.statusName[status],
    ...(sourceRows === 0 ? [] : [lexicon.rows(sourceRows)]),
    ...(imputedShare.digits === 0n
      ? []
      : [`${lexicon.page.imputed.toLowerCase()} ${percentText(imputedShare, lexicon)}`]),
  ].join(joint);
}

/** Between two facts; stays at the end of a line. */
const joint = "\u00a0· ";

function methodSection(
  { indicator }: Observation,
  rules: readonly DerivationRule[],
  { workspace, lexicon }: PageContext,
): Element {
  const { page, language } = lexicon;
  const method = workspace.methods.get(indicator)?.declaration.value;
  const formula =
    method?.kind === "derived"
      ? method.formula
      : method?.kind === "ratio"
        ? `${method.numerator} / ${method.denominator}${method.times === 1 ? "" : ` × ${method.times}`}`
        : undefined;
  return h("section.method", [
    h("h2", page.method),
    ...(method?.definition === undefined ? [] : [h("p", method.definition[language])]),
    ...(formula === undefined ? [] : [h("p", [`${page.formula}: `, h("code", formula)])]),
    ...(rules.length === 0
      ? []
      : [
          h(
            "ol",
            rules.map((rule) => h("li", `${lexicon.derivation[rule]}.`)),
          ),
        ]),
    ...(method === undefined ? [] : [h("p", [h("b", `${page.citation} `), method.cites])]),
  ]);
}

function sourceText({ rows, count }: UsedSource, { workspace, lexicon }: PageContext): readonly (string | Element)[] {
  const { page, language } = lexicon;
  const declared = workspace.sources.get(rows.source)?.declaration.value;
  const provider = declared?.provider === undefined ? "" : ` (${declared.provider[language]})`;
  const kinds = `${rows.simulated ? `; ${page.simulated}` : ""}.${rows.confidential ? ` ${page.confidential}` : ""}`;
  return [h("b", declared?.title[language] ?? rows.source), `${provider}: ${lexicon.rows(count)}${kinds}`];
}
