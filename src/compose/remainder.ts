/** What a whole has beyond the parts that are shown (methods.md RET-6): a list that does not add up says so with a line of its own. */
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational } from "../model/decimal.ts";
import { subtract, sum } from "../model/rational.ts";
import { roundForStorage, roundHalfAwayFromZero } from "../model/rounding.ts";

/** The whole less its shown parts, where that is at least half a printed unit (10^scale, `decimals` digits); `undefined` where the parts add up. */
export function remainderOf(
  whole: Decimal,
  parts: readonly Decimal[],
  { scale, decimals }: { readonly scale: number; readonly decimals: number },
): Decimal | undefined {
  const rest = roundForStorage(subtract(decimalToRational(whole), sum(parts.map(decimalToRational))));
  const printed = roundHalfAwayFromZero(decimalToRational({ ...rest, scale: rest.scale + scale }), decimals);
  return printed.digits === 0n ? undefined : rest;
}
