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
  const movements: Movement[] = [];
  const closedHoldings: Holding[] = [];
  const conflicts: Conflict[] = [];
  const open = new Map<string, Holding>();
  const known = new Set<string>();

  const hold = (holding: Omit<Holding, "until">): void => {
    end(holding.project, holding.from);
    open.set(holding.project, { ...holding, until: undefined });
    known.add(holding.project);
  };
  const end = (project: string, day: string): void => {
    const standing = open.get(project);
    if (standing !== undefined && standing.from < day) closedHoldings.push({ ...standing, until: day });
    open.delete(project);
  };

  for (const { id, project, effective: day, act } of standingEvents(register, asOf)) {
    const conflict = (why: Conflict["why"]): void => void conflicts.push({ event: id, why });
    const move = (kind: Movement["kind"], territory: string, projects: Rational, amount: Rational): void =>
      void movements.push({ kind, day, project, territory, projects, amount });

    if (act.kind === "licensed") {
      if (known.has(project)) conflict("already-licensed");
      else {
        hold({ project, territory: act.territory, capital: act.capital, from: day });
        move("licensed", act.territory, one, act.capital);
      }
      continue;
    }
    if (act.kind === "share-purchase") {
      move("share-purchase", act.territory, one, act.value);
      continue;
    }
    const standing = open.get(project);
    if (standing === undefined) {
      conflict("not-in-force");
      continue;
    }
    const { territory, capital } = standing;
    switch (act.kind) {
      case "capital-adjusted":
      case "capital-increased": {
        const change = act.kind === "capital-adjusted" ? act.change : act.increase;
        hold({ project, territory, capital: add(capital, change), from: day });
        move("adjusted", territory, one, change);
        break;
      }
      case "other-adjusted":
        break;
      case "disbursed":
        move("disbursed", territory, one, act.amount);
        break;
      case "revoked":
      case "terminated":
        end(project, day);
        move("closed", territory, one, capital);
        break;
      case "transferred":
        hold({ project, territory: act.territory, capital, from: day });
        move("transferred", territory, negate(one), negate(capital));
        move("transferred", act.territory, one, capital);
        break;
      case "split":
        if (known.has(act.into)) conflict("already-licensed");
        else {
          hold({ project, territory, capital: subtract(capital, act.capital), from: day });
          hold({ project: act.into, territory, capital: act.capital, from: day });
          move("transferred", territory, zero, negate(act.capital));
          move("transferred", territory, one, act.capital);
        }
        break;
      case "merged": {
        const into = open.get(act.into);
        if (into === undefined || act.into === project) conflict("not-in-force");
        else {
          end(project, day);
          hold({ ...into, capital: add(into.capital, capital), from: day });
          move("transferred", territory, negate(one), negate(capital));
          move("transferred", into.territory, zero, capital);
        }
        break;
      }
    }
  }
  return { movements, holdings: [...closedHoldings, ...open.values()], conflicts };
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

type Content = Pick<ProjectEvent, "project" | "effective" | "act">;

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
