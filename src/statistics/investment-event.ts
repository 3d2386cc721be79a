/**
 * The events of investment projects (methods.md 4.3): what a certificate or decision did, when it takes effect, and when it
 * was recorded. The log is append-only; a mistake is mended by a correction that names the event, never by a change.
 * Amounts are already in the register's currency, converted once at the rate of the certificate (methods.md 4.4).
 */
import type { Rational } from "../model/rational.ts";
import { signOf } from "../model/rational.ts";
import { compareText } from "../model/text-order.ts";

/** What an event did to its project. */
export type InvestmentAct =
  | { readonly kind: "licensed"; readonly territory: string; readonly capital: Rational }
  /** Net change of registered capital: may be negative. */
  | { readonly kind: "capital-adjusted"; readonly change: Rational }
  /** From a source that records increases alone: may not be negative. */
  | { readonly kind: "capital-increased"; readonly increase: Rational }
  | { readonly kind: "other-adjusted" }
  /** Góp vốn, mua cổ phần: a measure of its own, never part of registered capital. */
  | {
      readonly kind: "share-purchase";
      readonly territory: string;
      readonly value: Rational;
      readonly raisesCharter: boolean;
    }
  | { readonly kind: "disbursed"; readonly amount: Rational }
  | { readonly kind: "revoked" }
  | { readonly kind: "terminated" }
  | { readonly kind: "transferred"; readonly territory: string }
  /** A part of the project becomes a project of its own. */
  | { readonly kind: "split"; readonly into: string; readonly capital: Rational }
  /** The project ends; its capital goes into another. */
  | { readonly kind: "merged"; readonly into: string };

interface Recorded {
  readonly id: string;
  /** Day or moment at which it was entered, ISO. */
  readonly recorded: string;
  readonly document: string;
  readonly source: string;
}

export interface ProjectEvent extends Recorded {
  readonly kind: "event";
  readonly project: string;
  /** Day of the decision or certificate, ISO. */
  readonly effective: string;
  readonly act: InvestmentAct;
}

/** Puts another content in the place of an event, or takes it back where `replacement` is `undefined`. */
export interface Correction extends Recorded {
  readonly kind: "correction";
  /** The event, or an earlier correction. */
  readonly refersTo: string;
  readonly replacement: Pick<ProjectEvent, "project" | "effective" | "act"> | undefined;
}

export type RegisterEntry = ProjectEvent | Correction;

export type RejectionReason =
  | "id-already-recorded"
  | "recorded-before-the-last"
  | "corrects-nothing-recorded"
  | "negative-gross-increase"
  | "negative-amount";

/** Entries in the order of recording. */
export type InvestmentRegister = readonly RegisterEntry[];

export type Appended =
  | { readonly kind: "appended"; readonly register: InvestmentRegister }
  | { readonly kind: "rejected"; readonly why: RejectionReason };

/** Adds an entry at the end of the log, or says why it cannot stand there. */
export function appendEntry(register: InvestmentRegister, entry: RegisterEntry): Appended {
  const why = reasonAgainst(register, entry);
  return why === undefined ? { kind: "appended", register: [...register, entry] } : { kind: "rejected", why };
}

export interface RegisterReading {
  readonly register: InvestmentRegister;
  readonly rejected: readonly { readonly entry: RegisterEntry; readonly why: RejectionReason }[];
}

/** The register of a list of entries in any order: sorted by recording, events before corrections, and id, so that a shuffled file means the same. */
export function registerOf(entries: readonly RegisterEntry[]): RegisterReading {
  const register: RegisterEntry[] = [];
  const seen = new Set<string>();
  const rejected: { entry: RegisterEntry; why: RejectionReason }[] = [];
  const ordered = entries.toSorted(
    (a, b) => compareText(a.recorded, b.recorded) || -compareText(a.kind, b.kind) || compareText(a.id, b.id),
  );
  for (const entry of ordered) {
    const why = reasonAgainstContent(entry, seen);
    if (why !== undefined) {
      rejected.push({ entry, why });
      continue;
    }
    seen.add(entry.id);
    register.push(entry);
  }
  return { register, rejected };
}

function reasonAgainst(register: InvestmentRegister, entry: RegisterEntry): RejectionReason | undefined {
  const last = register.at(-1);
  if (last !== undefined && entry.recorded < last.recorded) return "recorded-before-the-last";
  return reasonAgainstContent(entry, new Set(register.map(({ id }) => id)));
}

function reasonAgainstContent(entry: RegisterEntry, recordedIds: ReadonlySet<string>): RejectionReason | undefined {
  if (recordedIds.has(entry.id)) return "id-already-recorded";
  if (entry.kind === "event") return reasonAgainstAct(entry.act);
  if (!recordedIds.has(entry.refersTo)) return "corrects-nothing-recorded";
  return entry.replacement === undefined ? undefined : reasonAgainstAct(entry.replacement.act);
}

/** A net adjustment may be negative; a gross increase, a licence, a purchase and a disbursement may not (INV-4). */
function reasonAgainstAct(act: InvestmentAct): RejectionReason | undefined {
  switch (act.kind) {
    case "capital-increased":
      return signOf(act.increase) < 0 ? "negative-gross-increase" : undefined;
    case "licensed":
    case "split":
      return signOf(act.capital) < 0 ? "negative-amount" : undefined;
    case "share-purchase":
      return signOf(act.value) < 0 ? "negative-amount" : undefined;
    case "disbursed":
      return signOf(act.amount) < 0 ? "negative-amount" : undefined;
    case "capital-adjusted":
    case "other-adjusted":
    case "revoked":
    case "terminated":
    case "transferred":
    case "merged":
      return undefined;
  }
}
