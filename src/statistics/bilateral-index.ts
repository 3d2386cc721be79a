/**
 * Price indexes between two periods from prices and quantities of the same products (PPI Manual 2004, ch. 15–17; Balk 2008).
 * Swap prices and quantities for the volume index. Doubles, see generalized-mean.ts.
 */
import { generalizedMean } from "./generalized-mean.ts";

export interface TwoPeriods {
  /** All four in the same order of products, above zero. */
  readonly prices: readonly number[];
  readonly basePrices: readonly number[];
  readonly quantities: readonly number[];
  readonly baseQuantities: readonly number[];
}

export type BilateralIndex = (data: TwoPeriods) => number;

/** The same data with the roles of prices and quantities exchanged. */
export function swapped({ prices, basePrices, quantities, baseQuantities }: TwoPeriods): TwoPeriods {
  return { prices: quantities, basePrices: baseQuantities, quantities: prices, baseQuantities: basePrices };
}

/** Relatives against the base period. */
export function relativesOf({ prices, basePrices }: TwoPeriods): readonly number[] {
  return zip(prices, basePrices, (price, base) => price / base);
}

export function baseValues({ basePrices, baseQuantities }: TwoPeriods): readonly number[] {
  return zip(basePrices, baseQuantities, times);
}

export function currentValues({ prices, quantities }: TwoPeriods): readonly number[] {
  return zip(prices, quantities, times);
}

/** The formulas that need nothing but the two periods. */
export const bilateralIndexes = {
  carli: (data) => meanOf(1, data),
  jevons: (data) => meanOf(0, data),
  coggeshall: (data) => meanOf(-1, data),
  cswd: (data) => Math.sqrt(meanOf(1, data) * meanOf(-1, data)),
  dutot: (data) => meanOf(1, data, data.basePrices),
  laspeyres: (data) => meanOf(1, data, baseValues(data)),
  paasche: (data) => meanOf(-1, data, currentValues(data)),
  fisher: (data) => Math.sqrt(meanOf(1, data, baseValues(data)) * meanOf(-1, data, currentValues(data))),
  palgrave: (data) => meanOf(1, data, currentValues(data)),
  harmonicLaspeyres: (data) => meanOf(-1, data, baseValues(data)),
  geometricLaspeyres: (data) => meanOf(0, data, baseValues(data)),
  geometricPaasche: (data) => meanOf(0, data, currentValues(data)),
  tornqvist: (data) => meanOf(0, data, zip(sharesOf(baseValues(data)), sharesOf(currentValues(data)), plus)),
  walsh1: (data) =>
    lowe(
      data,
      zip(data.baseQuantities, data.quantities, (base, current) => Math.sqrt(base * current)),
    ),
  marshallEdgeworth: (data) => lowe(data, zip(data.baseQuantities, data.quantities, plus)),
  /** Montgomery–Vartia: weights L(v1, v0) over L of the totals, which do not sum to one. */
  vartia1: (data) => {
    const weights = zip(baseValues(data), currentValues(data), logarithmicMean);
    const whole = logarithmicMean(total(baseValues(data)), total(currentValues(data)));
    return Math.exp(total(zip(relativesOf(data), weights, (relative, weight) => Math.log(relative) * weight)) / whole);
  },
  /** Sato–Vartia: weights L(s1, s0) of the value shares. */
  vartia2: (data) => meanOf(0, data, zip(sharesOf(baseValues(data)), sharesOf(currentValues(data)), logarithmicMean)),
  /** Stuvel: the price index whose excess over Laspeyres matches that of its volume index. */
  stuvel: (data) => {
    const gap = (meanOf(1, data, baseValues(data)) - meanOf(1, swapped(data), baseValues(data))) / 2;
    return gap + Math.sqrt(gap * gap + total(currentValues(data)) / total(baseValues(data)));
  },
} as const satisfies Readonly<Record<string, BilateralIndex>>;

export type BilateralFormula = keyof typeof bilateralIndexes;

/** Lowe: Σ p1·q / Σ p0·q with the quantities of any period. */
export function lowe(data: TwoPeriods, quantities: readonly number[]): number {
  return meanOf(1, data, zip(data.basePrices, quantities, times));
}

/** Young: relatives weighted by the values of any period. */
export function young(data: TwoPeriods, values: readonly number[]): number {
  return meanOf(1, data, values);
}

/** (a − b)/ln(a/b), a where both are equal. */
function logarithmicMean(a: number, b: number): number {
  return a === b ? a : (a - b) / Math.log(a / b);
}

function meanOf(order: number, data: TwoPeriods, weights?: readonly number[]): number {
  const mean = generalizedMean(order, relativesOf(data), {
    ...(weights === undefined ? {} : { weights }),
    missing: "propagate",
  });
  if (mean === undefined) throw new RangeError("a bilateral index needs products with values");
  return mean;
}

function sharesOf(values: readonly number[]): readonly number[] {
  const whole = total(values);
  return values.map((value) => value / whole);
}

function total(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0);
}

function zip(a: readonly number[], b: readonly number[], combine: (a: number, b: number) => number): readonly number[] {
  if (a.length !== b.length) throw new RangeError("both periods need the same products");
  return a.flatMap((value, place) => {
    const other = b[place];
    return other === undefined ? [] : [combine(value, other)];
  });
}

function times(a: number, b: number): number {
  return a * b;
}

function plus(a: number, b: number): number {
  return a + b;
}
