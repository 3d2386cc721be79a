/**
 * Growth and what goes with it. Growth is in percent (8.64 for an index of 108.64, methods.md 0.3), a multiple is a plain
 * ratio. Every rate is computed from unrounded levels. Growth of balances, which can change sign, is in balance-growth.ts.
 */
import type { Rational } from "../model/rational.ts";
import { add, divide, hundred, multiply, one, subtract, sum } from "../model/rational.ts";

/** 100·(current/base − 1). Throws a RangeError when the base is zero. */
export function growth(current: Rational, base: Rational): Rational {
  return growthOfIndex(multiply(hundred, divide(current, base)));
}

/** An index of 100 = no change as a growth: 108.64 → 8.64. */
export function growthOfIndex(index: Rational): Rational {
  return subtract(index, hundred);
}

/** Gấp … lần: current/base. Throws a RangeError when the base is zero. */
export function multiple(current: Rational, base: Rational): Rational {
  return divide(current, base);
}

/** The level of the base period that a level and its growth imply: X/(1 + g). Throws a RangeError at −100%. */
export function impliedBase(current: Rational, growthPercent: Rational): Rational {
  return divide(current, factorOf(growthPercent));
}

export interface GrownPart {
  readonly current: Rational;
  /** Percent. */
  readonly growth: Rational;
}

/** Growth of the whole from levels and growths of its parts, through their implied bases (methods.md 3, 13.1). */
export function weightedGrowth(parts: readonly GrownPart[]): Rational {
  return growth(
    sum(parts.map(({ current }) => current)),
    sum(parts.map((part) => impliedBase(part.current, part.growth))),
  );
}

/** Growth of the whole at constant prices from its nominal growth and the rise of prices: (1 + g)/(1 + π) − 1, percent. */
export function realGrowth(nominalGrowth: Rational, priceGrowth: Rational): Rational {
  return multiply(hundred, subtract(divide(factorOf(nominalGrowth), factorOf(priceGrowth)), one));
}

export interface DeflatedPart {
  readonly current: Rational;
  readonly base: Rational;
  /** Price index of the part, same period of the base year = 100. */
  readonly priceIndex: Rational;
}

/** Real growth by component deflation: 100·(Σ Y/P ÷ Σ Y_base − 1) (methods.md 2.2). */
export function realGrowthByParts(parts: readonly DeflatedPart[]): Rational {
  return growth(
    sum(parts.map(({ current, priceIndex }) => divide(multiply(hundred, current), priceIndex))),
    sum(parts.map(({ base }) => base)),
  );
}

/** 1 + g for a growth in percent. */
export function factorOf(growthPercent: Rational): Rational {
  return add(one, divide(growthPercent, hundred));
}
