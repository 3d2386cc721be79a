/** Enterprise registration (methods.md 5): ratios of the monthly table, and the history of one firm's legal status. */
import type { Rational } from "../model/rational.ts";
import { add, divide, sum } from "../model/rational.ts";

/** Registered capital per new enterprise. Throws a RangeError without enterprises. */
export function averageCapital(capital: Rational, enterprises: Rational): Rational {
  return divide(capital, enterprises);
}

/** New plus returned to operation. */
export function entries(flow: { readonly registered: Rational; readonly returned: Rational }): Rational {
  return add(flow.registered, flow.returned);
}

/**
 * Suspended, stopped awaiting dissolution, and dissolved. Awaiting and dissolved are stages of one exit: over a span in which
 * a firm passes both it is counted twice, so this is a figure of events, not of firms.
 */
export function exits(flow: {
  readonly suspended: Rational;
  readonly awaitingDissolution: Rational;
  readonly dissolved: Rational;
}): Rational {
  return sum([flow.suspended, flow.awaitingDissolution, flow.dissolved]);
}

/** Capital added to the economy: registered by new firms plus increases of existing ones. */
export function addedCapital(ofNewFirms: Rational, increases: Rational): Rational {
  return add(ofNewFirms, increases);
}
