/** Levels made from other indicators: a formula of them, or the ratio of two. Computed at each place from levels there, never from growths. */
import type { IndicatorPlan } from "../compile/plan.ts";
import { evaluateFormula } from "../formula/evaluate-formula.ts";
import type { Formula } from "../formula/parse-formula.ts";
import { namesOf, parseFormula } from "../formula/parse-formula.ts";
import type { Basis } from "../model/period.ts";
import type { Rational } from "../model/rational.ts";
import { compare, divide, isZero, multiply, one, rational, zero } from "../model/rational.ts";
import type { Cell } from "./cells.ts";
import type { Levels } from "./levels.ts";

export function derivedLevels(indicator: IndicatorPlan, others: ReadonlyMap<string, Levels>): Levels {
  const formula = formulaOf(indicator);
  const operands = namesOf(formula).map((name) => operandOf(name, others, indicator.id));
  const names = namesOf(formula);
  const byName = new Map(names.map((name) => [name, operandOf(name, others, indicator.id)]));
  const levelOf = (name: string, item: string, territory: string, month: number, basis: Basis): Cell | undefined =>
    byName.get(name)?.level(item, territory, month, basis);
  const shared = operands.map(({ items }) => new Set(items));
  const isShared = (item: string): boolean => shared.every((items) => items.has(item));
  return {
    indicator: indicator.id,
    items: (operands[0]?.items ?? []).filter(isShared),
    parts: (operands[0]?.parts ?? []).filter(isShared),
    territories: (operands[0]?.territories ?? []).filter((place) =>
      operands.every(({ territories }) => territories.includes(place)),
    ),
    level: (item, territory, month, basis) => {
      const cells = names.map((name) => levelOf(name, item, territory, month, basis));
      const value = evaluateFormula(formula, (name) => levelOf(name, item, territory, month, basis)?.value);
      if (value === undefined) return undefined;
      const imputed = multiply(value, largestShare(cells));
      return { value, rows: cells.reduce((rows, cell) => rows + (cell?.rows ?? 0), 0), imputed };
    },
    weight: () => one,
  };
}

/** At most so much of a formula's value rests on imputed rows: the largest share among what it is made from. */
function largestShare(cells: readonly (Cell | undefined)[]): Rational {
  return cells.reduce((largest, cell) => {
    if (cell === undefined || isZero(cell.imputed) || isZero(cell.value)) return largest;
    const share = divide(cell.imputed, cell.value);
    return compare(share, largest) > 0 ? share : largest;
  }, zero);
}

/** numerator / denominator × times as a formula: the two kinds differ only in how they are declared. */
export function formulaOf({ id, method }: IndicatorPlan): Formula {
  if (method.kind === "derived") {
    const parsed = parseFormula(method.formula);
    if (!parsed.ok) throw new Error(`the formula of ${id} was not checked`);
    return parsed.formula;
  }
  if (method.kind !== "ratio") throw new Error(`${id} has no formula`);
  const span = { start: 0, end: 0 };
  return {
    kind: "operation",
    operator: "/",
    span,
    left: {
      kind: "operation",
      operator: "*",
      span,
      left: { kind: "number", value: rational(method.times), span },
      right: { kind: "name", name: method.numerator, span },
    },
    right: { kind: "name", name: method.denominator, span },
  };
}

function operandOf(name: string, others: ReadonlyMap<string, Levels>, indicator: string): Levels {
  const levels = others.get(name);
  if (levels === undefined) throw new Error(`${indicator} is made from ${name}, which was not computed before it`);
  return levels;
}
