/** Customs lines: each month's total of a direction shared out among goods, then among lines, to the cent. */
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { dayText, workedPart } from "./calendar.ts";
import { baseOf, monthlyTotals } from "./monthly-totals.ts";
import type { RandomStream } from "./random.ts";
import { pick, randomStream } from "./random.ts";
import { shareOut, shareOutAtLeast } from "./share-out.ts";
import type { SimulatedTable } from "./table.ts";
import { fixedText, sourceTable } from "./table.ts";

type Trade = SimulationDeclaration["trade"];
type Direction = Trade["directions"]["X"];

/** Cents in a billion USD. */
const unitsPerBillion = 100_000_000_000;

interface Line {
  readonly date: string;
  readonly direction: string;
  readonly goods: string;
  readonly partner: string;
  readonly sector: string;
  readonly cents: number;
}

/** One file of declaration lines a month; `lines` overrides how many there are in all. */
export function customsTables(
  trade: Trade,
  months: readonly SimulatedMonth[],
  seed: number,
  lines: number = trade.lines,
): readonly SimulatedTable[] {
  const random = randomStream(seed, "customs");
  const totalsRandom = randomStream(seed, "customs-totals");
  const directions = Object.entries(trade.directions).map(([code, declared]) => {
    const level = Math.round(declared.level * unitsPerBillion);
    const factorOf = (month: SimulatedMonth): number =>
      (declared.seasons[month.month.month - 1] ?? 1) * workedPart(month, trade.holiday);
    return {
      code,
      declared,
      totals: monthlyTotals(
        months,
        { level, base: baseOf(level, declared.growth), factorOf, noise: 0.03 },
        totalsRandom,
      ),
    };
  });
  const counts = shareOut(
    lines,
    directions.flatMap(({ declared, totals }) => totals.map((total) => (declared.lines * total) / unitsPerBillion)),
  );
  return months.map((month, at) => {
    const drawn = directions.flatMap(({ code, declared, totals }, place) =>
      linesOf(
        code,
        declared,
        months,
        at,
        { total: totals[at] ?? 0, count: counts[place * months.length + at] ?? 0 },
        random,
      ),
    );
    const prefix = month.text.replace("-", "").slice(2);
    const rows = drawn
      .map((line, order) => ({ line, order }))
      .toSorted((a, b) => (a.line.date < b.line.date ? -1 : a.line.date > b.line.date ? 1 : a.order - b.order))
      .map(({ line }, order) => [
        `${prefix}${String(order + 1).padStart(5, "0")}`,
        line.date,
        line.direction,
        line.goods,
        line.partner,
        line.sector,
        fixedText(line.cents, 2),
      ]);
    return sourceTable(
      "customs",
      month.text,
      ["line", "date", "direction", "goods", "partner", "sector", "value"],
      rows,
    );
  });
}

function linesOf(
  direction: string,
  declared: Direction,
  months: readonly SimulatedMonth[],
  at: number,
  { total, count }: { readonly total: number; readonly count: number },
  random: RandomStream,
): readonly Line[] {
  const month = months[at];
  if (month === undefined) return [];
  const goods = Object.entries(declared.goods);
  const years = month.month.year - (months[0]?.month.year ?? month.month.year);
  const values = goods.map(([, [share, growth]]) => {
    let value = share * (0.92 + 0.16 * random.uniform());
    for (let year = 0; year < years; year += 1) value *= 1 + growth / 100;
    return value;
  });
  const goodsTotals = shareOut(total, values);
  // Small goods have more lines than their value would give them.
  const goodsLines = shareOutAtLeast(
    count,
    values.map((value) => Math.sqrt(value)),
    1,
  );
  const partners = Object.entries(declared.partners);
  return goods.flatMap(([code], place) => {
    const sizes = Array.from({ length: goodsLines[place] ?? 0 }, () => random.pareto(400));
    return shareOutAtLeast(goodsTotals[place] ?? 0, sizes, 1).map((cents): Line => ({
      date: workingDay(month, random),
      direction,
      goods: code,
      partner: pick(random, partners),
      sector: random.chance(declared.foreign) ? "F" : "D",
      cents,
    }));
  });
}

/** A day of the month, rarely one of Tết. */
function workingDay({ month, days, holidays }: SimulatedMonth, random: RandomStream): string {
  const day = dayText(month, 1 + random.below(days));
  return holidays.includes(day) ? dayText(month, 1 + random.below(days)) : day;
}
