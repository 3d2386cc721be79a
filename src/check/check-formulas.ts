/** Indicators made of other indicators: that those exist, that a formula can be read, that unlike units are not added, and an order without circles. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Formula, FormulaSpan } from "../formula/parse-formula.ts";
import { namesOf, parseFormula, visitNames } from "../formula/parse-formula.ts";
import { isUnitCode } from "../model/unit.ts";
import type { DeclaredMethod } from "../workspace/workspace.ts";
import type { MethodCheck } from "./check-columns.ts";
import type { KnownNames } from "./known-names.ts";

/** Checks a formula, a numerator or a denominator; other methods have none. */
export function checkNamedIndicators(check: MethodCheck): void {
  const { method, report } = check;
  const { value, spanOf } = method.declaration;
  if (value.kind === "ratio") {
    for (const key of ["numerator", "denominator"] as const) checkIndicator(value[key], spanOf([key]), check);
    return;
  }
  if (value.kind !== "derived") return;
  const parsed = parseFormula(value.formula);
  if (!parsed.ok) {
    const { fault, text, span } = parsed;
    report(errorAt("method/formula", spanInFormula(method, span), { problem: fault, text }));
    return;
  }
  visitNames(parsed.formula, (name, span) => checkIndicator(name, spanInFormula(method, span), check));
  unitOfFormula(parsed.formula, check);
}

/** The indicators that must be computed before this one. */
export function indicatorsBefore({ declaration: { value } }: DeclaredMethod): readonly string[] {
  if (value.kind === "ratio") return [...new Set([value.numerator, value.denominator])];
  if (value.kind !== "derived") return [];
  const parsed = parseFormula(value.formula);
  return parsed.ok ? namesOf(parsed.formula) : [];
}

/** Each method after those it is made of, otherwise by name; circles are told once each and left out. */
export function orderMethods(methods: readonly DeclaredMethod[]): {
  readonly ordered: readonly DeclaredMethod[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const byId = new Map(methods.map((method) => [method.id, method]));
  const ordered: DeclaredMethod[] = [];
  const done = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const path: string[] = [];
  const visit = (id: string): void => {
    const method = byId.get(id);
    if (method === undefined || done.has(id)) return;
    const turn = path.indexOf(id);
    if (turn !== -1) {
      const indicators = [...path.slice(turn), id];
      const others = indicators.slice(1, -1).flatMap((other) => byId.get(other) ?? []);
      diagnostics.push(
        errorAt("method/cycle", originSpan(method), { indicators }, { related: others.map(originSpan) }),
      );
      return;
    }
    path.push(id);
    for (const before of indicatorsBefore(method)) visit(before);
    path.pop();
    if (done.has(id)) return;
    done.add(id);
    ordered.push(method);
  };
  for (const id of [...byId.keys()].sort()) visit(id);
  return { ordered, diagnostics };
}

function originSpan({ declaration: { value, spanOf } }: DeclaredMethod): Span {
  return spanOf([value.kind === "ratio" ? "numerator" : "formula"]);
}

function checkIndicator(name: string, span: Span, { names, report }: MethodCheck): void {
  if (names.method(name).kind !== "unknown") return;
  const params = { name, meant: nearest(name, names.methods), spaced: spacedMinus(name, names) };
  report(errorAt("method/unknown-indicator", span, params));
}

/** `exports-imports` and `iip-100` were meant as subtractions where both sides are indicators or numbers. */
function spacedMinus(name: string, names: KnownNames): string | undefined {
  const isOperand = (text: string) => names.methods.includes(text) || /^\d+$/.test(text);
  for (let at = name.indexOf("-"); at !== -1; at = name.indexOf("-", at + 1)) {
    const [left, right] = [name.slice(0, at), name.slice(at + 1)];
    if (isOperand(left) && isOperand(right)) return `${left} - ${right}`;
  }
  return undefined;
}

/** Where a part of the formula stands in the file; the whole formula where its letters and the file's columns do not go together. */
function spanInFormula({ declaration }: DeclaredMethod, { start, end }: FormulaSpan): Span {
  const whole = declaration.spanOf(["formula"]);
  const offset = declaration.textOffsetAt?.(["formula"]);
  if (offset === undefined || whole.start === undefined || end <= start) return whole;
  const { line, column } = whole.start;
  const at = (position: number) => ({ line, column: column + offset + position });
  return { file: whole.file, start: at(start), end: at(end) };
}

/** The unit of a formula, as far as adding and scaling tell; sums and differences of two known units must agree. */
function unitOfFormula(
  formula: Formula,
  check: MethodCheck,
): { readonly unit: string; readonly name: string } | undefined {
  switch (formula.kind) {
    case "number":
      return undefined;
    case "name": {
      const found = check.names.method(formula.name);
      if (found.kind !== "found") return undefined;
      const { unit } = found.value.declaration.value;
      return isUnitCode(unit) ? { unit, name: formula.name } : undefined;
    }
    case "negative":
      return unitOfFormula(formula.operand, check);
    case "operation": {
      const left = unitOfFormula(formula.left, check);
      const right = unitOfFormula(formula.right, check);
      if (formula.operator === "*" || formula.operator === "/") {
        const isScaled =
          formula.right.kind === "number" || (formula.left.kind === "number" && formula.operator === "*");
        return isScaled ? (left ?? right) : undefined;
      }
      if (left !== undefined && right !== undefined && left.unit !== right.unit) {
        const params = { left: left.name, leftUnit: left.unit, right: right.name, rightUnit: right.unit };
        check.report(errorAt("method/formula-units", spanInFormula(check.method, formula.span), params));
        return undefined;
      }
      return left ?? right;
    }
  }
}
