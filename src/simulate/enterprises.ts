/**
 * Registrations of enterprises. A firm is in one state at a time: it is suspended only while active, returns only from
 * suspension, and is dissolved only after it waited for that; it has at most one event a month.
 */
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { dayText } from "./calendar.ts";
import type { RandomStream } from "./random.ts";
import { pick, randomStream } from "./random.ts";
import { shareOut, shareOutAtLeast } from "./share-out.ts";
import type { SimulatedTable } from "./table.ts";
import { sourceTable } from "./table.ts";

type Enterprises = SimulationDeclaration["enterprises"];
type EventKind = keyof Enterprises["events"];

interface Firm {
  readonly id: string;
  readonly activity: string;
}

interface FirmEvent {
  readonly firm: Firm;
  readonly event: EventKind;
  readonly date: string;
  readonly recorded: string;
  readonly capital: string;
  readonly labour: string;
}

/** Million đồng in a billion. */
const millions = 1000;

/** One file a year of recording. */
export function enterpriseTables(
  declared: Enterprises,
  months: readonly SimulatedMonth[],
  seed: number,
): readonly SimulatedTable[] {
  const random = randomStream(seed, "enterprises");
  const activities = Object.entries(declared.activities);
  let firms = 0;
  const newFirm = (): Firm => {
    firms += 1;
    return { id: `DN${String(firms).padStart(6, "0")}`, activity: pick(random, activities) };
  };
  const active = Array.from({ length: declared.existing }, newFirm);
  // About a tenth of the firms were suspended before the first month, and some already waited to be dissolved.
  const suspended = active.splice(0, Math.floor(declared.existing / 10));
  const awaiting = active.splice(0, Math.floor(declared.existing / 40));
  const events: FirmEvent[] = [];
  months.forEach((month, at) => {
    const year = month.month.year - (months[0]?.month.year ?? month.month.year);
    const moved: (readonly [Firm[], Firm])[] = [];
    const happen = (event: EventKind, from: Firm[] | undefined, to: Firm[] | undefined): void => {
      const count = declared.events[event][at] ?? 0;
      const [capitals, labours] = event === "REGISTERED" ? sizesOf(declared, year, count, random) : [[], []];
      for (let place = 0; place < count; place += 1) {
        const firm = from === undefined ? newFirm() : taken(from, random);
        const day = 1 + random.below(month.days);
        const late = random.chance(declared.late) && at < months.length - 1;
        const recorded = dayText(month.month, day + (late ? 15 + random.below(30) : random.below(4)));
        if (to !== undefined) moved.push([to, firm]);
        events.push({
          firm,
          event,
          date: dayText(month.month, day),
          recorded,
          capital: capitals[place] ?? "",
          labour: labours[place] ?? "",
        });
      }
    };
    happen("REGISTERED", undefined, active);
    happen("RETURNED", suspended, active);
    happen("SUSPENDED", active, suspended);
    happen("AWAITING", active, awaiting);
    happen("DISSOLVED", awaiting, undefined);
    for (const [to, firm] of moved) to.push(firm);
  });
  return filesOf(events);
}

/** Registered capital (million đồng) and labour of the month's new firms, around the declared means. */
function sizesOf(
  declared: Enterprises,
  year: number,
  count: number,
  random: RandomStream,
): readonly [readonly string[], readonly string[]] {
  if (count === 0) return [[], []];
  const meanOf = (means: readonly number[]): number => means[Math.min(year, means.length - 1)] ?? 0;
  const around = (mean: number): number => Math.round(mean * count * (0.92 + 0.16 * random.uniform()));
  const sizes = (largest: number): readonly number[] => Array.from({ length: count }, () => random.pareto(largest));
  const capitals = shareOutAtLeast(around(meanOf(declared.capital) * 10), sizes(60), 1).map((tenths) =>
    String((tenths * millions) / 10),
  );
  const labours = shareOut(around(meanOf(declared.labour)), sizes(30)).map((people) => String(Math.max(1, people)));
  return [capitals, labours];
}

/** One firm out of the list, the list closed up. */
function taken(from: Firm[], random: RandomStream): Firm {
  const at = random.below(from.length);
  const firm = from[at];
  const last = from.pop();
  if (firm === undefined || last === undefined) throw new RangeError("too few enterprises for the events declared");
  if (at < from.length) from[at] = last;
  return firm;
}

function filesOf(events: readonly FirmEvent[]): readonly SimulatedTable[] {
  const ordered = events
    .map((event, order) => ({ event, order }))
    .toSorted((a, b) =>
      a.event.recorded < b.event.recorded ? -1 : a.event.recorded > b.event.recorded ? 1 : a.order - b.order,
    )
    .map(({ event }, at) => ({ event, document: `DK-${String(at + 1).padStart(6, "0")}` }));
  return [...Map.groupBy(ordered, ({ event }) => event.recorded.slice(0, 4))].map(([year, own]) =>
    sourceTable(
      "enterprise-events",
      year,
      ["document", "firm", "event", "date", "recorded", "activity", "capital", "labour"],
      own.map(({ event: { firm, event, date, recorded, capital, labour }, document }) => [
        document,
        firm.id,
        event,
        date,
        recorded,
        firm.activity,
        capital,
        labour,
      ]),
    ),
  );
}
