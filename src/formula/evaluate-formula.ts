/** The value of a formula over exact fractions: the reference meaning of its four operations. */
import type { Rational } from "../model/rational.ts";
import { add, divide, isZero, multiply, negate, subtract } from "../model/rational.ts";
import type { Formula, FormulaOperator } from "./parse-formula.ts";

/** The formula's value, or `undefined` where a name has none or something is divided by zero. */
export function evaluateFormula(
  formula: Formula,
  valueOf: (name: string) => Rational | undefined,
): Rational | undefined {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "name":
      return valueOf(formula.name);
    case "negative": {
      const value = evaluateFormula(formula.operand, valueOf);
      return value === undefined ? undefined : negate(value);
    }
    case "operation": {
      const left = evaluateFormula(formula.left, valueOf);
      const right = evaluateFormula(formula.right, valueOf);
      return left === undefined || right === undefined ? undefined : operate(formula.operator, left, right);
    }
  }
}

function operate(operator: FormulaOperator, left: Rational, right: Rational): Rational | undefined {
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return subtract(left, right);
    case "*":
      return multiply(left, right);
    case "/":
      return isZero(right) ? undefined : divide(left, right);
  }
}
