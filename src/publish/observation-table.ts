/** The tidy table of observations as CSV: one row an observation, machine notation, in the order of the build. RFC 4180. */
import { decimalText } from "../model/decimal.ts";
import type { Observation } from "../model/observation.ts";
import { monthText } from "../model/period.ts";

export const observationColumns = [
  "indicator",
  "item",
  "territory",
  "period",
  "basis",
  "measure",
  "value",
  "unit",
  "status",
  "source_rows",
  "imputed_share",
] as const;

export function observationTable(observations: readonly Observation[]): string {
  const lines = observations.map((observation) =>
    [
      observation.indicator,
      field(observation.item),
      field(observation.territory),
      monthText(observation.period),
      observation.basis,
      observation.measure,
      decimalText(observation.value),
      observation.unit,
      observation.status,
      String(observation.sourceRows),
      decimalText(observation.imputedShare),
    ].join(","),
  );
  return `${observationColumns.join(",")}\n${lines.map((line) => `${line}\n`).join("")}`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
