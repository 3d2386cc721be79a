import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateFormula } from "../../src/formula/evaluate-formula.ts";
import { namesOf, parseFormula } from "../../src/formula/parse-formula.ts";
import type { Formula } from "../../src/formula/parse-formula.ts";
import { rational, reduce } from "../../src/model/rational.ts";

function valueOf(text: string, values: Readonly<Record<string, bigint>> = {}): string | undefined {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed.fault;
  const value = evaluateFormula(parsed.formula, (name) => {
    const known = values[name];
    return known === undefined ? undefined : rational(known);
  });
  if (value === undefined) return undefined;
  const { numerator, denominator } = reduce(value);
  return denominator === 1n ? String(numerator) : `${String(numerator)}/${String(denominator)}`;
}

describe("a formula is read and evaluated exactly", () => {
  const values = { exports: 298n, imports: 254n, "fdi-capital-new": 30n, "fdi-capital-adjusted": 12n, none: 0n };
  test.each([
    ["exports + imports", "552"],
    ["fdi-capital-new + fdi-capital-adjusted", "42"],
    ["exports - imports - 4", "40"],
    ["exports - (imports - 4)", "48"],
    ["2 + 3 * 4", "14"],
    ["12 / 3 / 2", "2"],
    ["-exports + 300", "2"],
    ["3 * -2", "-6"],
    ["(exports)-(imports)", "44"],
    ["0.5 * exports", "149"],
    ["1 / 3 + 2 / 3", "1"],
    ["exports / imports", "149/127"],
    ["exports / none", undefined],
    ["exports + unknown", undefined],
  ])("%s is %s", (text, expected) => {
    expect(valueOf(text, values)).toBe(expected);
  });
});

describe("what is not a formula is told with its place", () => {
  test.each([
    ["", "empty", 0, 0],
    ["exports +", "expected-operand", 8, 9],
    ["exports imports", "expected-operator", 8, 15],
    ["exports -imports", "minus-needs-spaces", 8, 9],
    ["exports- imports", "minus-needs-spaces", 7, 8],
    ["2-imports", "minus-needs-spaces", 1, 2],
    ["(exports", "unclosed-parenthesis", 0, 1],
    ["exports)", "unopened-parenthesis", 7, 8],
    ["0,5 * exports", "decimal-comma", 0, 3],
    ["exports × 2", "unknown-character", 8, 9],
    ["exports - Nhập", "unknown-character", 10, 11],
    ["+ exports", "expected-operand", 0, 1],
    ["(".repeat(60) + "1" + ")".repeat(60), "too-long", 0, 121],
  ])("%s: %s", (text, fault, start, end) => {
    expect(parseFormula(text)).toMatchObject({ ok: false, fault, span: { start, end } });
  });

  test("no text makes the reader throw", () => {
    const pieces = fc.constantFrom("a", "a-b", " ", "-", "+", "*", "/", "(", ")", "1", "1.5", ",", "é", "\u0000");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        const parsed = parseFormula(text);
        if (!parsed.ok) expect(parsed.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test("the names of a formula stand once each, in the order of the text", () => {
  const parsed = parseFormula("imports + exports / imports - fdi-capital-new");
  expect(parsed.ok && namesOf(parsed.formula)).toEqual(["imports", "exports", "fdi-capital-new"]);
});

test("a written tree reads back as itself", () => {
  const tree = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom("a", "b-c", "7", "2.5"),
      fc
        .tuple(tie("formula"), fc.constantFrom("+", "-", "*", "/"), tie("formula"))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    ),
  })).formula;
  fc.assert(
    fc.property(tree, (text) => {
      const parsed = parseFormula(text);
      expect(parsed.ok).toBe(true);
      if (parsed.ok) expect(written(parsed.formula)).toBe(text);
    }),
  );
});

function written(formula: Formula): string {
  switch (formula.kind) {
    case "number":
      return formula.value.denominator === 1n ? String(formula.value.numerator) : "2.5";
    case "name":
      return formula.name;
    case "negative":
      return `-${written(formula.operand)}`;
    case "operation":
      return `(${written(formula.left)} ${formula.operator} ${written(formula.right)})`;
  }
}
