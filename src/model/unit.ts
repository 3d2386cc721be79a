/** Units of observations, in ones. How a unit is written for readers is in language/. */
export const units = {
  VND: { kind: "money" },
  USD: { kind: "money" },
  percent: { kind: "rate" },
  point: { kind: "rate" },
  times: { kind: "rate" },
  index: { kind: "rate" },
  rank: { kind: "count" },
  project: { kind: "count" },
  adjustment: { kind: "count" },
  enterprise: { kind: "count" },
  person: { kind: "count" },
  obstacle: { kind: "count" },
  field: { kind: "count" },
  item: { kind: "count" },
  tonne: { kind: "quantity" },
  piece: { kind: "quantity" },
  none: { kind: "quantity" },
} as const;

export type UnitCode = keyof typeof units;

export function isUnitCode(text: string): text is UnitCode {
  return Object.hasOwn(units, text);
}
