/** From the id that a document holds back to its observation, without making an id of every observation of the build. */
import { bases, parseMonth } from "../model/period.ts";
import type { Observation } from "../model/observation.ts";
import { measures, observationId } from "../model/observation.ts";
import type { ObservationSet } from "../model/observation-set.ts";

/** The observation with this id; `undefined` where the build has none. */
export function findObservation(id: string, { find }: ObservationSet): Observation | undefined {
  const parts = id.split("/");
  const [indicator, ...rest] = parts;
  const [period, basis, measure] = rest.splice(-3);
  const month = parseMonth(period ?? "");
  const ofBasis = bases.find((one) => one === basis);
  const ofMeasure = measures.find((one) => one === measure);
  if (indicator === undefined || month === undefined || ofBasis === undefined || ofMeasure === undefined)
    return undefined;
  // A code may hold the mark that parts the id: each place where item and territory could part is tried.
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const key = {
      indicator,
      item: rest.slice(0, at).join("/"),
      territory: rest.slice(at).join("/"),
      period: month,
      basis: ofBasis,
      measure: ofMeasure,
    };
    const found = find(key);
    if (found !== undefined && observationId(found) === id) return found;
  }
  return undefined;
}
