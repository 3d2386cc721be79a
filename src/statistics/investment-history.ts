/**
 * The register replayed as known at a moment (methods.md 4.3): corrections applied, events put in the order of their effect,
 * late ones where they belong. The result has movements, for flows, and holdings, for stocks; neither is made from the other.
 */
import type { Rational } from "../model/rational.ts";
import { add, negate, one, subtract, zero } from "../model/rational.ts";
import { compareText } from "../model/text-order.ts";
import type { Correction, InvestmentAct, InvestmentRegister, ProjectEvent, RegisterEntry } from "./investment-event.ts";

/** One effect on one territory. `transferred` is signed: out of one territory or project and into another. */
export interface Movement {
  readonly kind: "licensed" | "adjusted" | "share-purchase" | "disbursed" | "closed" | "transferred";
  readonly day: string;
  readonly project: string;
  readonly territory: string;
  readonly projects: Rational;
  readonly amount: Rational;
}

/** A project's capital and place between two days. */
export interface Holding {
  readonly project: string;
  readonly territory: string;
  readonly capital: Rational;
  readonly from: string;
  /** First day after it; `undefined` while it lasts. */
  readonly until: string | undefined;
}

export interface Conflict {
  readonly event: string;
  readonly why: "already-licensed" | "not-in-force";
}

export interface InvestmentHistory {
  readonly movements: readonly Movement[];
  readonly holdings: readonly Holding[];
  /** Events that nothing before them makes possible; they are in no flow and no stock. */
  readonly conflicts: readonly Conflict[];
}

/** The history as known at `asOf` (ISO day or moment): entries recorded later are not there yet. */
export function replay(register: InvestmentRegister, asOf: string): InvestmentHistory {
  const ledger: Ledger = { movements: [], ended: [], conflicts: [], open: new Map(), known: new Set() };
  for (const event of standingEvents(register, asOf)) {
    const conflict = enter(ledger, event);
    if (conflict !== undefined) ledger.conflicts.push({ event: event.id, why: conflict });
  }
  return {
    movements: ledger.movements,
    holdings: [...ledger.ended, ...ledger.open.values()],
    conflicts: ledger.conflicts,
  };
}

type Content = Pick<ProjectEvent, "project" | "effective" | "act">;

/** What a replay builds up, event by event. */
interface Ledger {
  readonly movements: Movement[];
  readonly ended: Holding[];
  readonly conflicts: Conflict[];
  /** Projects in force. */
  readonly open: Map<string, Holding>;
  /** Projects ever licensed. */
  readonly known: Set<string>;
}

/** Enters one event, or says why nothing before it makes it possible. */
function enter(ledger: Ledger, { project, effective: day, act }: Content): Conflict["why"] | undefined {
  if (act.kind === "share-purchase") {
    move(ledger, { kind: "share-purchase", day, project, territory: act.territory, projects: one, amount: act.value });
    return undefined;
  }
  if (act.kind === "licensed") {
    if (ledger.known.has(project)) return "already-licensed";
    hold(ledger, { project, territory: act.territory, capital: act.capital, from: day });
    move(ledger, { kind: "licensed", day, project, territory: act.territory, projects: one, amount: act.capital });
    return undefined;
  }
  const standing = ledger.open.get(project);
  return standing === undefined ? "not-in-force" : enterOn(ledger, standing, { day, act });
}

/** Enters an act on a project in force. */
function enterOn(
  ledger: Ledger,
  standing: Holding,
  { day, act }: { readonly day: string; readonly act: Exclude<InvestmentAct, { kind: "licensed" | "share-purchase" }> },
): Conflict["why"] | undefined {
  const { project, territory, capital } = standing;
  const moved = { day, project, territory, projects: one, amount: capital };
  switch (act.kind) {
    case "capital-adjusted":
    case "capital-increased": {
      const amount = act.kind === "capital-adjusted" ? act.change : act.increase;
      hold(ledger, { project, territory, capital: add(capital, amount), from: day });
      move(ledger, { ...moved, kind: "adjusted", amount });
      return undefined;
    }
    case "other-adjusted":
      return undefined;
    case "disbursed":
      move(ledger, { ...moved, kind: "disbursed", amount: act.amount });
      return undefined;
    case "revoked":
    case "terminated":
      end(ledger, project, day);
      move(ledger, { ...moved, kind: "closed" });
      return undefined;
    case "transferred":
      hold(ledger, { project, territory: act.territory, capital, from: day });
      move(ledger, { ...moved, kind: "transferred", projects: negate(one), amount: negate(capital) });
      move(ledger, { ...moved, kind: "transferred", territory: act.territory });
      return undefined;
    case "split":
      if (ledger.known.has(act.into)) return "already-licensed";
      hold(ledger, { project, territory, capital: subtract(capital, act.capital), from: day });
      hold(ledger, { project: act.into, territory, capital: act.capital, from: day });
      move(ledger, { ...moved, kind: "transferred", projects: zero, amount: negate(act.capital) });
      move(ledger, { ...moved, kind: "transferred", project: act.into, amount: act.capital });
      return undefined;
    case "merged": {
      const into = ledger.open.get(act.into);
      if (into === undefined || act.into === project) return "not-in-force";
      end(ledger, project, day);
      hold(ledger, { ...into, capital: add(into.capital, capital), from: day });
      move(ledger, { ...moved, kind: "transferred", projects: negate(one), amount: negate(capital) });
      move(ledger, { ...moved, kind: "transferred", project: act.into, territory: into.territory, projects: zero });
      return undefined;
    }
  }
}

function move(ledger: Ledger, movement: Movement): void {
  ledger.movements.push(movement);
}

/** The project stands so from this day on. */
function hold(ledger: Ledger, { project, territory, capital, from }: Omit<Holding, "until">): void {
  end(ledger, project, from);
  ledger.open.set(project, { project, territory, capital, from, until: undefined });
  ledger.known.add(project);
}

/** Ends what stood; what began on the same day never stood at the end of a day. */
function end(ledger: Ledger, project: string, day: string): void {
  const standing = ledger.open.get(project);
  if (standing !== undefined && standing.from < day) ledger.ended.push({ ...standing, until: day });
  ledger.open.delete(project);
}

/** Acts of one day take effect in this order, so that a project licensed and adjusted on one day is licensed first. */
const orderOfActs: Readonly<Record<InvestmentAct["kind"], number>> = {
  licensed: 0,
  split: 1,
  "capital-adjusted": 2,
  "capital-increased": 2,
  "other-adjusted": 2,
  "share-purchase": 2,
  disbursed: 2,
  transferred: 3,
  merged: 4,
  revoked: 5,
  terminated: 5,
};

/** Events as they stand after the corrections known at `asOf`, in the order of their effect. */
function standingEvents(register: InvestmentRegister, asOf: string): readonly (Content & { readonly id: string })[] {
  const entries = register.filter(({ recorded }) => recorded.slice(0, asOf.length) <= asOf);
  const corrections = new Map<string, Correction[]>();
  for (const entry of entries) {
    if (entry.kind !== "correction") continue;
    corrections.set(entry.refersTo, [...(corrections.get(entry.refersTo) ?? []), entry]);
  }
  const standing = (entry: RegisterEntry): { readonly withdrawn: boolean; readonly content: Content | undefined } => {
    const latest = (corrections.get(entry.id) ?? []).map(standing).findLast(({ withdrawn }) => !withdrawn);
    if (latest !== undefined) return { withdrawn: latest.content === undefined, content: latest.content };
    return { withdrawn: false, content: entry.kind === "event" ? entry : entry.replacement };
  };
  const events = entries.flatMap((entry) => {
    if (entry.kind !== "event") return [];
    const { content } = standing(entry);
    return content === undefined ? [] : [{ id: entry.id, recorded: entry.recorded, ...contentOf(content) }];
  });
  return events.toSorted(
    (a, b) =>
      compareText(a.effective, b.effective) ||
      orderOfActs[a.act.kind] - orderOfActs[b.act.kind] ||
      compareText(a.recorded, b.recorded) ||
      compareText(a.id, b.id),
  );
}

function contentOf({ project, effective, act }: Content): Content {
  return { project, effective, act };
}
