/** The two small registers: targets as declared, and obstacles with the days they were raised and settled. */
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { dayText } from "./calendar.ts";
import { randomStream } from "./random.ts";
import type { SimulatedTable } from "./table.ts";
import { sourceTable } from "./table.ts";

export function targetTables({ targets, documents }: SimulationDeclaration): readonly SimulatedTable[] {
  const columns = [
    "target",
    "year",
    "value",
    "upper",
    "unit",
    "direction",
    "basis",
    "title_vi",
    "title_en",
    "document_vi",
    "document_en",
  ];
  const rows = targets.map(({ target, year, value, upper, unit, direction, basis, vi, en, document }) => {
    const named = nameOf(documents, document);
    return [target, String(year), value, upper ?? "", unit, direction, basis, vi, en, named.vi, named.en];
  });
  return [sourceTable("targets", "targets", columns, rows)];
}

/**
 * Open ones are raised up to the last week; closed ones early enough to be settled before it. An obstacle that speaks of a
 * month is raised in that month. Numbers follow the day raised.
 */
export function obstacleTables(
  declaration: SimulationDeclaration,
  months: readonly SimulatedMonth[],
): readonly SimulatedTable[] {
  const { obstacles, bodies, seed } = declaration;
  const random = randomStream(seed, "obstacles");
  const last = months.length - 1;
  const raisedDay = (
    raised: string | undefined,
    latest: number,
    earliest: number,
  ): { readonly at: number; readonly day: string } => {
    const named = months.findIndex(({ text }) => text === raised);
    const at = named >= 0 ? named : earliest + random.below(Math.max(1, latest - earliest + 1));
    const month = months[at];
    if (month === undefined) throw new RangeError("no month to raise an obstacle in");
    return { at, day: dayText(month.month, 2 + random.below(22)) };
  };
  const open = obstacles.open.map((obstacle) => ({
    obstacle,
    raised: raisedDay(obstacle.raised, last, Math.min(4, last)).day,
    closed: "",
  }));
  const closed = obstacles.closed.map((obstacle) => {
    const raised = raisedDay(obstacle.raised, Math.max(0, last - 3), 0);
    const month = months[Math.min(last, raised.at + 1 + random.below(6))];
    if (month === undefined) throw new RangeError("no month to settle an obstacle in");
    return { obstacle, raised: raised.day, closed: dayText(month.month, 25 + random.below(3)) };
  });
  const rows = [...open, ...closed]
    .map((entry, order) => ({ ...entry, order }))
    .toSorted((a, b) => (a.raised < b.raised ? -1 : a.raised > b.raised ? 1 : a.order - b.order))
    .map(({ obstacle: { field, kind, level, source, body, vi, en }, raised, closed: settled }, at) => {
      const responsible = nameOf(bodies, body);
      const id = `VM-${String(at + 1).padStart(3, "0")}`;
      return [id, raised, settled, field, kind, level, source, responsible.vi, responsible.en, vi, en];
    });
  const columns = [
    "id",
    "raised",
    "closed",
    "field",
    "kind",
    "level",
    "source",
    "body_vi",
    "body_en",
    "title_vi",
    "title_en",
  ];
  return [sourceTable("obstacles", "obstacles", columns, rows)];
}

function nameOf(names: SimulationDeclaration["bodies"], code: string): { readonly vi: string; readonly en: string } {
  const name = names[code];
  if (name === undefined) throw new RangeError(`${code} is not among the names declared`);
  return name;
}
