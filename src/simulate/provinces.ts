/** The national table of foreign investment by province: published figures where they are declared, the rest of the country shared out among the others. */
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import type { RandomStream } from "./random.ts";
import { randomStream } from "./random.ts";
import { shareOut } from "./share-out.ts";
import type { SimulatedTable } from "./table.ts";
import { fixedText, sourceTable } from "./table.ts";

type Provinces = SimulationDeclaration["provinces"];

/** Ten-thousandths of a million USD, the digits of the published table. */
const decimals = 4;

/** Projects, new capital and adjusted capital, each month. */
type Series = readonly [readonly number[], readonly number[], readonly number[]];

/** One file for the declared months, every province in every month. */
export function provinceTables(
  declared: Provinces,
  months: readonly SimulatedMonth[],
  seed: number,
): readonly SimulatedTable[] {
  const random = randomStream(seed, "provinces");
  const own = months.filter(({ text }) => text >= declared.first);
  const series = new Map<string, Series>();
  for (const [code, { projects, new: fresh, adjusted }] of Object.entries(declared.monthly)) {
    series.set(code, [projects, fresh.map(units), adjusted.map(units)]);
  }
  for (const [code, [projects, fresh, adjusted]] of Object.entries(declared.cumulative)) {
    series.set(code, byMonth([projects, units(fresh), units(adjusted)], own.length, random));
  }
  const restOf = (measure: 0 | 1 | 2, national: number): number =>
    national - [...series.values()].reduce((sum, values) => sum + total(values[measure]), 0);
  const { projects, new: fresh, adjusted } = declared.national;
  const counts = shareOut(
    restOf(0, projects),
    declared.others.map(() => random.pareto(12)),
  );
  // No project, no new capital.
  const newCapital = shareOut(
    restOf(1, units(fresh)),
    counts.map((count) => count * random.pareto(5)),
  );
  const adjustedCapital = shareOut(
    restOf(2, units(adjusted)),
    declared.others.map(() => random.pareto(12)),
  );
  declared.others.forEach((code, at) => {
    series.set(code, byMonth([counts[at] ?? 0, newCapital[at] ?? 0, adjustedCapital[at] ?? 0], own.length, random));
  });
  const codes = [...series.keys()].toSorted();
  const rows = own.flatMap(({ text }, at) =>
    codes.map((code) => {
      const [count = 0, newUnits = 0, adjustedUnits = 0] = (series.get(code) ?? []).map((values) => values[at] ?? 0);
      return [
        text,
        code,
        String(count),
        ...[newUnits, adjustedUnits, newUnits + adjustedUnits].map((value) => fixedText(value, decimals)),
      ];
    }),
  );
  const year = declared.first.slice(0, 4);
  return [
    sourceTable(
      "province-fdi",
      year,
      ["month", "province", "projects", "capital_new", "capital_adjusted", "capital"],
      rows,
    ),
  ];
}

function units(million: number): number {
  return Math.round(million * 10 ** decimals);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Cumulative figures cut into months at random: new capital where there are projects; a negative figure stays negative in every month. */
function byMonth(
  [projects, fresh, adjusted]: readonly [number, number, number],
  months: number,
  random: RandomStream,
): Series {
  const chance = (): readonly number[] => Array.from({ length: months }, () => random.pareto(5));
  const counts = shareOut(projects, chance());
  const capital =
    projects === 0
      ? counts
      : shareOut(
          fresh,
          chance().map((weight, at) => weight * (counts[at] ?? 0)),
        );
  const sign = adjusted < 0 ? -1 : 1;
  return [counts, capital, shareOut(sign * adjusted, chance()).map((part) => (part === 0 ? 0 : sign * part))];
}
