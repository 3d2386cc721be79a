/** Foreign trade: turnover, balance, cover (methods.md 3). One source and one currency a call: sources are never added. */
import { subtractIntervals } from "../model/interval.ts";
import type { Rational } from "../model/rational.ts";
import { add, subtract } from "../model/rational.ts";
import type { Balance } from "./balance-growth.ts";
import { share } from "./breakdown.ts";

/** Tổng kim ngạch: exports plus imports. */
export function turnover(exports: Rational, imports: Rational): Rational {
  return add(exports, imports);
}

/** Xuất siêu above zero, nhập siêu below. */
export function balance(exports: Rational, imports: Rational): Rational {
  return subtract(exports, imports);
}

/** Exports as percent of imports. Throws a RangeError without imports. */
export function cover(exports: Rational, imports: Rational): Rational {
  return share(exports, imports);
}

/** The balance with what rounding of the two printed figures leaves open. */
export function balanceWithin(exports: Balance, imports: Balance): Balance {
  return {
    value: balance(exports.value, imports.value),
    interval: subtractIntervals(exports.interval, imports.interval),
  };
}
