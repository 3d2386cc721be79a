/**
 * Targets as they were set and re-set (PLN-5). A resolution that changes a target adds a revision; the earlier one stays, so
 * that a report of last year still reads against the target of last year.
 */
import type { Decimal } from "../model/decimal.ts";
import { decimalToRational } from "../model/decimal.ts";
import type { Rational } from "../model/rational.ts";
import { compare } from "../model/rational.ts";

/** What counts as met: more is better, less is better, inside a range, or simply done. */
export type TargetAim =
  | { readonly direction: "max"; readonly value: Decimal }
  | { readonly direction: "min"; readonly value: Decimal }
  | { readonly direction: "range"; readonly from: Decimal; readonly to: Decimal }
  | { readonly direction: "state" };

export interface TargetRevision {
  readonly target: string;
  readonly year: number;
  readonly aim: TargetAim;
  readonly unit: string;
  /** Number of the resolution that set it. */
  readonly resolution: string;
  /** Day of the resolution, ISO. */
  readonly day: string;
  /** The map it speaks of: a target of the old territory is not one of the new. */
  readonly territoryVersion: string;
}

export type TargetRegister = readonly TargetRevision[];

export type TargetEntry =
  | { readonly kind: "entered"; readonly register: TargetRegister }
  | { readonly kind: "rejected"; readonly why: "resolution-already-entered" | "unit-changed" | "range-reversed" };

/** Adds a revision at the end; nothing that stands is changed. */
export function enterTarget(register: TargetRegister, revision: TargetRevision): TargetEntry {
  const { aim } = revision;
  if (aim.direction === "range" && compare(decimalToRational(aim.from), decimalToRational(aim.to)) > 0) {
    return { kind: "rejected", why: "range-reversed" };
  }
  const earlier = register.filter((standing) => isSameTarget(standing, revision));
  if (earlier.some(({ resolution }) => resolution === revision.resolution)) {
    return { kind: "rejected", why: "resolution-already-entered" };
  }
  if (earlier.some(({ unit }) => unit !== revision.unit)) return { kind: "rejected", why: "unit-changed" };
  return { kind: "entered", register: [...register, revision] };
}

/** The revision in force on a day: the latest by day, the later entered among those of one day; `undefined` before the first. */
export function targetAsOf(
  register: TargetRegister,
  wanted: { readonly target: string; readonly year: number; readonly territoryVersion: string },
  day: string,
): TargetRevision | undefined {
  return register
    .filter((revision) => isSameTarget(revision, wanted) && revision.day <= day)
    .reduce<TargetRevision | undefined>(
      (latest, next) => (latest === undefined || next.day >= latest.day ? next : latest),
      undefined,
    );
}

export type TargetVerdict = "met" | "exceeded" | "missed";

/** Whether a figure reaches the aim; a state is met or not by a record, so it has no verdict here. */
export function verdictOn(aim: TargetAim, value: Rational): TargetVerdict | undefined {
  switch (aim.direction) {
    case "max":
      return verdictFromOrder(compare(value, decimalToRational(aim.value)));
    case "min":
      return verdictFromOrder(compare(decimalToRational(aim.value), value));
    case "range":
      return compare(value, decimalToRational(aim.from)) >= 0 && compare(value, decimalToRational(aim.to)) <= 0
        ? "met"
        : "missed";
    case "state":
      return undefined;
  }
}

function verdictFromOrder(order: -1 | 0 | 1): TargetVerdict {
  return order > 0 ? "exceeded" : order === 0 ? "met" : "missed";
}

function isSameTarget(
  a: { readonly target: string; readonly year: number; readonly territoryVersion: string },
  b: { readonly target: string; readonly year: number; readonly territoryVersion: string },
): boolean {
  return a.target === b.target && a.year === b.year && a.territoryVersion === b.territoryVersion;
}
