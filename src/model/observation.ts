/** One value of an indicator for an item, a territory and a period: the row that everything printed points at. */
import type { Decimal } from "./decimal.ts";
import type { Basis, Month } from "./period.ts";

/** What is measured of the indicator. Percentages are in percent, contributions in percentage points, multiples and ranks are plain numbers. */
export const measures = [
  "level",
  "growth",
  "growth-previous",
  "multiple",
  "share",
  "contribution",
  "plan",
  "rank",
  "items",
  "cv",
] as const;
export type Measure = (typeof measures)[number];

/** The whole of a breakdown; what a figure speaks of when it names no item. */
export const wholeItem = "_T";

/** E ước tính, P sơ bộ, A chính thức (Statistics Law 89/2015/QH13, art. 48); letters as SDMX CL_OBS_STATUS. */
export type ObservationStatus = "E" | "P" | "A";

export interface ObservationKey {
  readonly indicator: string;
  readonly item: string;
  readonly territory: string;
  readonly period: Month;
  readonly basis: Basis;
  readonly measure: Measure;
}

export interface Observation extends ObservationKey {
  readonly value: Decimal;
  /** A unit code of unit.ts, in ones: đồng, not tỷ đồng. */
  readonly unit: string;
  readonly status: ObservationStatus;
  /** How many source rows are behind the value; 0 where it was taken as published. */
  readonly sourceRows: number;
  /** Part of the value that rests on imputed rows, 0 to 1. */
  readonly imputedShare: Decimal;
}

/** A text that identifies the observation: `iip/C26/27/2024-09/ytd/growth`. Used as link and lookup key. */
export function observationId({ indicator, item, territory, period, basis, measure }: ObservationKey): string {
  const month = `${String(period.year).padStart(4, "0")}-${String(period.month).padStart(2, "0")}`;
  return [indicator, item, territory, month, basis, measure].join("/");
}
