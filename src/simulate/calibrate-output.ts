/**
 * Quantities moved until the index grows as declared. From the deepest target up: all returns of the reference year under
 * the target are scaled, then the largest makers take what rounding and imputation leave. What a target has settled, the
 * targets above it do not touch.
 */
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, multiply, rational, sum, toNumber, zero } from "../model/rational.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { compileProduct } from "./compile-output.ts";
import type { OutputLine } from "./establishments.ts";
import type { Answer, Answers } from "./industrial-output.ts";
import type { Industry, Product } from "./industry-structure.ts";

/** The answers, moved; the same kinds of answer in the same places. */
export function calibratedAnswers(
  industry: Industry,
  products: readonly Product[],
  lines: readonly OutputLine[],
  answers: Answers,
  months: readonly SimulatedMonth[],
): Answers {
  const moved = answers.map((line) => [...line]);
  const anchors = new Set(
    products.flatMap((product) => {
      const makers = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.product === product);
      const first = makers.toSorted((a, b) => b.line.share - a.line.share || a.at - b.at)[0];
      return first === undefined ? [] : [first.at];
    }),
  );
  const sums = new Map(products.map((product) => [product, yearSums(product, lines, moved, months)]));
  const settled = new Set<Product>();
  const targets = industry.targets.toSorted((a, b) => depthOf(b.code, products) - depthOf(a.code, products));
  for (const { code, growth } of targets) {
    const under = products.filter(({ above }) => above.includes(code));
    const free = under.filter((product) => !settled.has(product));
    const factorNeeded = (movable: (line: number) => boolean): number => {
      const base = toNumber(sum(under.map((product) => sums.get(product)?.base ?? zero)));
      const current = toNumber(sum(under.map((product) => sums.get(product)?.current ?? zero)));
      const movableCurrent = toNumber(sum(free.map((product) => reported(product, lines, moved, months, movable))));
      return 1 + (base * (1 + growth / 100) - current) / movableCurrent;
    };
    const scale = (movable: (line: number) => boolean): void => {
      const factor = factorNeeded(movable);
      lines.forEach(({ product }, at) => {
        if (!free.includes(product) || !movable(at)) return;
        const line = moved[at];
        if (line !== undefined)
          moved[at] = line.map((answer, month) =>
            months[month]?.role === "current" ? scaled(answer, factor) : answer,
          );
      });
      for (const product of free) sums.set(product, yearSums(product, lines, moved, months));
    };
    scale(() => true);
    scale((at) => anchors.has(at));
    scale((at) => anchors.has(at));
    for (const product of under) settled.add(product);
  }
  return moved;
}

function depthOf(code: string, products: readonly Product[]): number {
  const product = products.find(({ above }) => above.includes(code));
  if (product === undefined) throw new RangeError(`no product under ${code}`);
  return product.above.length - product.above.indexOf(code);
}

/** ω · Σ 100 q/q0 of a product over the report's months, in both years. */
function yearSums(
  product: Product,
  lines: readonly OutputLine[],
  answers: Answers,
  months: readonly SimulatedMonth[],
): { readonly base: Rational; readonly current: Rational } {
  const units = lines.flatMap((line, at) =>
    line.product === product
      ? [
          {
            unit: line.unit,
            group: line.size,
            quantities: (answers[at] ?? []).map((answer) => (answer.kind === "returned" ? answer.quantity : undefined)),
          },
        ]
      : [],
  );
  const compiled = compileProduct(units, months.length).months;
  const over = (role: SimulatedMonth["role"]): Rational =>
    weighted(product, sum(compiled.filter((_, at) => months[at]?.role === role)));
  return { base: over("base"), current: over("current") };
}

/** The same of the returns that `movable` lines gave in the reference year. */
function reported(
  product: Product,
  lines: readonly OutputLine[],
  answers: Answers,
  months: readonly SimulatedMonth[],
  movable: (line: number) => boolean,
): Rational {
  let total = zero;
  lines.forEach((line, at) => {
    if (line.product !== product || !movable(at)) return;
    (answers[at] ?? []).forEach((answer, month) => {
      if (answer.kind === "returned" && months[month]?.role === "current")
        total = add(total, rational(answer.quantity));
    });
  });
  return weighted(product, total);
}

function weighted({ effectiveWeight, base }: Product, quantity: Rational): Rational {
  return multiply(effectiveWeight, divide(multiply(hundred, quantity), rational(base)));
}

function scaled(answer: Answer, factor: number): Answer {
  return answer.kind === "returned" ? { ...answer, quantity: Math.round(answer.quantity * factor) } : answer;
}
