/**
 * The formula of a derived indicator: `fdi-capital-new + fdi-capital-adjusted`, `100 * (exports - imports) / imports`.
 * Names are indicators and may hold hyphens, so a minus stands between spaces. Offsets count UTF-16 units of the text.
 */
import type { FormulaProblem } from "../diagnostics/messages/method.ts";
import { parseDecimal, decimalToRational } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";

export interface FormulaSpan {
  readonly start: number;
  readonly end: number;
}

export type FormulaOperator = "+" | "-" | "*" | "/";

export type Formula =
  | { readonly kind: "number"; readonly value: Rational; readonly span: FormulaSpan }
  | { readonly kind: "name"; readonly name: string; readonly span: FormulaSpan }
  | { readonly kind: "negative"; readonly operand: Formula; readonly span: FormulaSpan }
  | {
      readonly kind: "operation";
      readonly operator: FormulaOperator;
      readonly left: Formula;
      readonly right: Formula;
      readonly span: FormulaSpan;
    };

export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly fault: FormulaProblem; readonly text: string; readonly span: FormulaSpan };

/** Longer formulas, or deeper ones, are a sign that a step of its own is missing. */
const longest = 1000;
const deepest = 50;

const namePattern = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/y;
const numberPattern = /\d+(?:\.\d+)?/y;

interface Token {
  readonly kind: "number" | "name" | "operator" | "open" | "close";
  readonly text: string;
  readonly span: FormulaSpan;
}

/** Reads a formula: `*` and `/` before `+` and `-`, equals from left to right. Never throws. */
export function parseFormula(text: string): ParsedFormula {
  if (text.trim() === "") return failure("empty", text, 0, text.length);
  if (text.length > longest) return failure("too-long", text, 0, text.length);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    if ("fault" in token) return token;
    const fault = minusFault(text, token, tokens.at(-1));
    if (fault !== undefined) return fault;
    tokens.push(token);
    at = token.span.end;
  }
  return parseTokens(text, tokens);
}

/** The indicators a formula names, each once, in the order of their first appearance. */
export function namesOf(formula: Formula): readonly string[] {
  const names = new Set<string>();
  visitNames(formula, (name) => names.add(name));
  return [...names];
}

/** Calls back for every name in the formula with its place, from left to right. */
export function visitNames(formula: Formula, visit: (name: string, span: FormulaSpan) => void): void {
  switch (formula.kind) {
    case "number":
      return;
    case "name":
      visit(formula.name, formula.span);
      return;
    case "negative":
      visitNames(formula.operand, visit);
      return;
    case "operation":
      visitNames(formula.left, visit);
      visitNames(formula.right, visit);
  }
}

type Failure = Extract<ParsedFormula, { ok: false }>;

function failure(fault: FormulaProblem, text: string, start: number, end: number): Failure {
  return { ok: false, fault, text: text.slice(start, end), span: { start, end } };
}

function tokenAt(text: string, at: number): Token | Failure {
  const character = text.charAt(at);
  const one = { start: at, end: at + 1 };
  if (character === "(") return { kind: "open", text: character, span: one };
  if (character === ")") return { kind: "close", text: character, span: one };
  if ("+-*/".includes(character)) return { kind: "operator", text: character, span: one };
  namePattern.lastIndex = at;
  const name = namePattern.exec(text)?.[0];
  if (name !== undefined) return { kind: "name", text: name, span: { start: at, end: at + name.length } };
  numberPattern.lastIndex = at;
  const number = numberPattern.exec(text)?.[0];
  if (number === undefined) {
    const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return failure("unknown-character", text, at, at + whole.length);
  }
  const end = at + number.length;
  if (/^,\d/.test(text.slice(end, end + 2))) return failure("decimal-comma", text, at, end + 2);
  return { kind: "number", text: number, span: { start: at, end } };
}

/** `exports -imports` and `2-imports` could be read in two ways; only a sign before an operand may touch it. */
function minusFault(text: string, token: Token, before: Token | undefined): Failure | undefined {
  if (token.text !== "-") return undefined;
  const isSign = before === undefined || before.kind === "operator" || before.kind === "open";
  if (isSign) return undefined;
  const { start, end } = token.span;
  const spaced = /\s/.test(text.charAt(start - 1)) && /\s/.test(text.charAt(end) || " ");
  return spaced || before.kind === "close" ? undefined : failure("minus-needs-spaces", text, start, end);
}

function parseTokens(text: string, tokens: readonly Token[]): ParsedFormula {
  let next = 0;
  let depth = 0;

  const sum = (): Formula | Failure => chain(["+", "-"], product);
  const product = (): Formula | Failure => chain(["*", "/"], operand);

  function chain(operators: readonly string[], part: () => Formula | Failure): Formula | Failure {
    let left = part();
    for (;;) {
      if ("fault" in left) return left;
      const token = tokens[next];
      if (token?.kind !== "operator" || !operators.includes(token.text)) return left;
      next += 1;
      const right = part();
      if ("fault" in right) return right;
      const span = { start: left.span.start, end: right.span.end };
      left = { kind: "operation", operator: operatorOf(token.text), left, right, span };
    }
  }

  function operand(): Formula | Failure {
    const token = tokens[next];
    if (token === undefined) return failure("expected-operand", text, text.trimEnd().length - 1, text.trimEnd().length);
    next += 1;
    switch (token.kind) {
      case "number":
        return { kind: "number", value: numberOf(token.text), span: token.span };
      case "name":
        return { kind: "name", name: token.text, span: token.span };
      case "operator": {
        if (token.text !== "-") return failure("expected-operand", text, token.span.start, token.span.end);
        if ((depth += 1) > deepest) return failure("too-long", text, 0, text.length);
        const inner = operand();
        depth -= 1;
        if ("fault" in inner) return inner;
        return { kind: "negative", operand: inner, span: { start: token.span.start, end: inner.span.end } };
      }
      case "open": {
        if ((depth += 1) > deepest) return failure("too-long", text, 0, text.length);
        const inner = sum();
        depth -= 1;
        if ("fault" in inner) return inner;
        const close = tokens[next];
        if (close === undefined) return failure("unclosed-parenthesis", text, token.span.start, token.span.end);
        if (close.kind !== "close") return failure("expected-operator", text, close.span.start, close.span.end);
        next += 1;
        return { ...inner, span: { start: token.span.start, end: close.span.end } };
      }
      case "close":
        return failure("expected-operand", text, token.span.start, token.span.end);
    }
  }

  const formula = sum();
  if ("fault" in formula) return formula;
  const rest = tokens[next];
  if (rest === undefined) return { ok: true, formula };
  const fault = rest.kind === "close" ? "unopened-parenthesis" : "expected-operator";
  return failure(fault, text, rest.span.start, rest.span.end);
}

function operatorOf(text: string): FormulaOperator {
  return text === "+" || text === "-" || text === "*" ? text : "/";
}

function numberOf(text: string): Rational {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new Error(`the number pattern let "${text}" through`);
  return decimalToRational(decimal);
}
