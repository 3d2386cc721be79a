/** Published figures against what the simulated rows give, at the precision they were printed with. */
import type { Decimal } from "../model/decimal.ts";
import { decimalText, decimalToRational, parseDecimal } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";
import { add, compare, divide, rational } from "../model/rational.ts";
import { roundHalfAwayFromZero } from "../model/rounding.ts";
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { Figures } from "./recompute.ts";

type PublishedFigure = SimulationDeclaration["published"][number];

export interface CheckedFigure {
  /** `iip/C26/growth`. */
  readonly figure: string;
  /** As printed, or as the bound printed with “more than”. */
  readonly published: string;
  /** The rows' figure with four more decimals than were printed. */
  readonly reached: string;
  readonly met: boolean;
}

/** Every published figure; one that the rows do not give at all is not met. */
export function checkPublished(published: readonly PublishedFigure[], figures: Figures): readonly CheckedFigure[] {
  return published.map(({ figure, scale, printed, above }) => {
    const stated = parseDecimal(printed ?? above ?? "");
    const value = figures.get(figure);
    if (stated === undefined || value === undefined) {
      return { figure, published: printed ?? above ?? "", reached: "—", met: false };
    }
    const inUnit = divide(value, rational(10n ** BigInt(scale)));
    return {
      figure,
      published: `${above === undefined ? "" : ">"}${decimalText(stated)}`,
      reached: decimalText(roundHalfAwayFromZero(inUnit, stated.scale + 4)),
      met: printed === undefined ? isJustAbove(inUnit, stated) : isPrintedAs(inUnit, stated),
    };
  });
}

function isPrintedAs(value: Rational, stated: Decimal): boolean {
  return roundHalfAwayFromZero(value, stated.scale).digits === stated.digits;
}

/** Trên x: at least x and less than one printed unit more (methods.md 0.4). */
function isJustAbove(value: Rational, stated: Decimal): boolean {
  const bound = decimalToRational(stated);
  const oneUnit = rational(1, 10n ** BigInt(stated.scale));
  return compare(value, bound) >= 0 && compare(value, add(bound, oneUnit)) < 0;
}
