/** A derivation as a tree in the terminal: value, name, period, how it was made, and the first source rows with file and line. */
import { lexiconOf } from "../language/lexicon-of.ts";
import { formatCount, formatDecimal } from "../language/numerals.ts";
import { terminalWords } from "../language/terminal.ts";
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational, withoutTrailingZeros } from "../model/decimal.ts";
import type { Derivation, DerivationRule, SourceRow } from "../model/derivation.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import type { Language } from "../model/text.ts";

/** Digits after the mark in the tree: enough to redo the arithmetic by hand; JSON has them all. */
const shownDecimals = 4;

/** Values that nothing below explains say every time what they are. */
const alwaysTold: ReadonlySet<DerivationRule> = new Set(["imputed", "base-average", "target"]);

export function derivationLines(derivation: Derivation, language: Language): readonly string[] {
  return linesOf(derivation, { language, told: new Set() }, "", "");
}

interface Telling {
  readonly language: Language;
  /** Steps whose rule has been put in words: the first of a kind explains the others. */
  readonly told: Set<DerivationRule>;
}

function linesOf(node: Derivation, telling: Telling, first: string, rest: string): readonly string[] {
  const { language, told } = telling;
  const lexicon = lexiconOf(language);
  const words = terminalWords[language];
  const unit = lexicon.unitName(node.unit, 0, false);
  const period =
    node.period === undefined || node.basis === undefined ? "" : `, ${lexicon.periodHead(node.period, node.basis)}`;
  const remarks = [
    ...(told.has(node.rule) && !alwaysTold.has(node.rule) ? [] : [lexicon.derivation[node.rule]]),
    ...(node.weight === undefined
      ? []
      : [(node.rule === "stratum" ? words.expansion : words.weight)(shown(node.weight, language))]),
    ...(node.imputedShare === undefined ? [] : [words.imputed(percentOf(node.imputedShare, language))]),
  ];
  told.add(node.rule);
  const value =
    unit === "%" ? `${shown(node.value, language)}%` : `${shown(node.value, language)}${unit === "" ? "" : ` ${unit}`}`;
  const lines = [
    `${first}${node.label[language]}${period}: ${value}${remarks.map((remark) => ` · ${remark}`).join("")}`,
  ];
  const branches: ((lead: string, below: string) => readonly string[])[] = node.inputs.map(
    (input) => (lead, below) => linesOf(input, telling, lead, below),
  );
  const { rows } = node;
  if (rows !== undefined) {
    branches.push((lead, below) => {
      const head = `${lead}${words.rows(formatCount(rows.count, language), rows.source, rows.simulated, rows.confidential)}`;
      const more =
        rows.count > rows.first.length && rows.first.length > 0
          ? [`${below}${words.moreRows(formatCount(rows.count - rows.first.length, language))}`]
          : [];
      return [head, ...rows.first.map((row) => `${below}${rowText(row)}`), ...more];
    });
  }
  for (const [at, branch] of branches.entries()) {
    const isLast = at === branches.length - 1;
    lines.push(...branch(`${rest}${isLast ? "└─ " : "├─ "}`, `${rest}${isLast ? "   " : "│  "}`));
  }
  return lines;
}

function rowText({ file, line, cells }: SourceRow): string {
  return `${file}:${String(line)}  ${Object.entries(cells)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ")}`;
}

function shown(value: Decimal, language: Language): string {
  return formatDecimal(
    withoutTrailingZeros(
      value.scale <= shownDecimals ? value : roundHalfAwayFromZero(decimalToRational(value), shownDecimals),
    ),
    language,
  );
}

function percentOf(share: Decimal, language: Language): string {
  return formatDecimal(
    roundHalfAwayFromZero({ numerator: share.digits * 100n, denominator: 10n ** BigInt(share.scale) }, 1),
    language,
  );
}
