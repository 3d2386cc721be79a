/** The engine's decimals are texts; here they become fractions. */
import { decimalToRational, parseDecimal } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";
import type { EngineValue } from "./engine.ts";

/** The engine's decimal text as a fraction. */
export function exact(value: EngineValue): Rational {
  const decimal = parseDecimal(String(value));
  if (decimal === undefined) throw new Error(`the engine gave ${String(value)} where a decimal was expected`);
  return decimalToRational(decimal);
}
