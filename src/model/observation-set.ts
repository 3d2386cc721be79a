/** All observations of a build, found by their key. */
import type { Observation, ObservationKey } from "./observation.ts";
import { observationId } from "./observation.ts";

export interface ObservationSet {
  readonly all: readonly Observation[];
  readonly find: (key: ObservationKey) => Observation | undefined;
}

export function observationSet(all: readonly Observation[]): ObservationSet {
  const byId = new Map(all.map((observation) => [observationId(observation), observation]));
  return { all, find: (key) => byId.get(observationId(key)) };
}
