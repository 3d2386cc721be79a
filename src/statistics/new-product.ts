/** A product that enters the list after the base year (methods.md 1.6). Its weight comes from the products it replaces, or at the next re-base. */
import type { Rational } from "../model/rational.ts";
import { divide, hundred, multiply } from "../model/rational.ts";

/**
 * The base quantity that makes the class index not jump at entry: q0 = q_t / (I_t/100), with I_t the class index from the
 * old products. Throws a RangeError when that index is zero.
 */
export function baseForNewProduct(quantity: Rational, classIndex: Rational): Rational {
  return divide(multiply(hundred, quantity), classIndex);
}
