/**
 * The legal status of one firm over time, from the events that the registration reports count (ENT-4). Statuses are intervals
 * that do not overlap; a firm returns only from suspension. Status names follow Decree 168/2025/NĐ-CP, article 35.
 */
import { compareText } from "../model/text-order.ts";

export type EnterpriseStatus =
  "active" | "suspended" | "not-at-address" | "revoked-by-tax" | "awaiting-dissolution" | "bankrupt" | "dissolved";

export type EnterpriseEventKind =
  | "registered"
  | "returned"
  | "suspended"
  | "not-at-address"
  | "revoked-by-tax"
  | "awaiting-dissolution"
  | "bankrupt"
  | "dissolved";

export interface EnterpriseEvent {
  /** Day it takes effect, ISO. */
  readonly day: string;
  readonly kind: EnterpriseEventKind;
}

export interface StatusInterval {
  readonly status: EnterpriseStatus;
  /** First day in the status. */
  readonly from: string;
  /** First day after it; `undefined` while it lasts. */
  readonly until: string | undefined;
}

export interface RefusedEvent {
  readonly event: EnterpriseEvent;
  readonly why: "not-after-the-event-before" | "not-from-this-status";
  /** The status it met; `undefined` before registration. */
  readonly status: EnterpriseStatus | undefined;
}

export interface StatusHistory {
  readonly intervals: readonly StatusInterval[];
  /** Events that cannot follow what stood before them; they change nothing. */
  readonly refused: readonly RefusedEvent[];
}

/** From which statuses an event may come; `undefined` stands for a firm not yet registered. */
const comesFrom: Readonly<Record<EnterpriseEventKind, readonly (EnterpriseStatus | undefined)[]>> = {
  registered: [undefined],
  returned: ["suspended"],
  suspended: ["active"],
  "not-at-address": ["active", "suspended", "awaiting-dissolution"],
  "revoked-by-tax": ["active", "suspended", "not-at-address", "awaiting-dissolution"],
  "awaiting-dissolution": ["active", "suspended", "not-at-address", "revoked-by-tax"],
  bankrupt: ["active", "suspended", "not-at-address", "awaiting-dissolution"],
  dissolved: ["active", "suspended", "not-at-address", "revoked-by-tax", "awaiting-dissolution", "bankrupt"],
};

/** Replays a firm's events by day, whatever their order in the file. */
export function statusHistory(events: readonly EnterpriseEvent[]): StatusHistory {
  const intervals: StatusInterval[] = [];
  const refused: RefusedEvent[] = [];
  for (const event of events.toSorted((a, b) => compareText(a.day, b.day) || compareText(a.kind, b.kind))) {
    const standing = intervals.at(-1);
    if (!comesFrom[event.kind].includes(standing?.status)) {
      refused.push({ event, why: "not-from-this-status", status: standing?.status });
    } else if (standing !== undefined && event.day <= standing.from) {
      refused.push({ event, why: "not-after-the-event-before", status: standing.status });
    } else {
      if (standing !== undefined) intervals.splice(-1, 1, { ...standing, until: event.day });
      intervals.push({ status: statusAfter(event.kind), from: event.day, until: undefined });
    }
  }
  return { intervals, refused };
}

/** The status on a day; `undefined` before registration. */
export function statusOn({ intervals }: StatusHistory, day: string): EnterpriseStatus | undefined {
  return intervals.find(({ from, until }) => from <= day && (until === undefined || day < until))?.status;
}

function statusAfter(kind: EnterpriseEventKind): EnterpriseStatus {
  return kind === "registered" || kind === "returned" ? "active" : kind;
}
