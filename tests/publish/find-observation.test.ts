/** From an id back to its observation, also where a code holds the mark that parts the id. */
import { describe, expect, it } from "vitest";
import type { Observation } from "../../src/model/observation.ts";
import { observationId } from "../../src/model/observation.ts";
import { observationSet } from "../../src/model/observation-set.ts";
import { findObservation } from "../../src/publish/find-observation.ts";
import { decimal } from "./synthetic-site.ts";

const observation = (item: string, territory: string): Observation => ({
  indicator: "iip",
  item,
  territory,
  period: { year: 2024, month: 9 },
  basis: "ytd",
  measure: "growth",
  value: decimal("1"),
  unit: "percent",
  status: "E",
  sourceRows: 0,
  imputedShare: decimal("0"),
});
const all = [observation("C26", "27"), observation("a/b", "27"), observation("_T", "x/y"), observation("", "27")];
const set = observationSet(all);

describe("an observation by its id", () => {
  it.each(all.map((one) => [observationId(one), one] as const))("%s is found", (id, one) => {
    expect(findObservation(id, set)).toBe(one);
  });

  it.each([
    "",
    "iip",
    "iip/C26/27/2024-09/ytd",
    "iip/C26/27/2024-09/ytd/size",
    "iip/C26/27/2024-13/ytd/growth",
    "iip/C27/27/2024-09/ytd/growth",
    "no/such/thing",
  ])("%j is none", (id) => {
    expect(findObservation(id, set)).toBeUndefined();
  });
});
