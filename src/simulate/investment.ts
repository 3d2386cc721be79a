/**
 * The registers of investment projects, foreign and domestic: an append-only list of events with the day they took effect
 * and the day they were recorded. Projects in force before the first month are there too, so that the stock is known.
 * Capital is in the whole units of the file (USD; million đồng).
 */
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { dayText } from "./calendar.ts";
import type { RandomStream } from "./random.ts";
import { pick, randomStream } from "./random.ts";
import { placeOfLargest, shareOut, shareOutAtLeast } from "./share-out.ts";
import type { SimulatedTable } from "./table.ts";
import { sourceTable } from "./table.ts";

type Investment = SimulationDeclaration["foreign"];

type EventKind = "LICENSED" | "CAPITAL_ADJUSTED" | "OTHER_ADJUSTED" | "SHARE_PURCHASE" | "REVOKED" | "TERMINATED";

interface Project {
  readonly id: string;
  readonly activity: string;
  readonly partner: string | undefined;
  readonly licensedOn: string;
  capital: number;
  /** The month of the last event, so that a project has at most one a month. */
  touched: number;
}

interface ProjectEvent {
  readonly project: Project;
  readonly event: EventKind;
  readonly date: string;
  readonly recorded: string;
  readonly projects: number;
  readonly capital: number;
}

interface Register {
  readonly declared: Investment;
  readonly random: RandomStream;
  readonly inForce: Project[];
  readonly events: ProjectEvent[];
  licensed: number;
}

/** The files of a register, one a year of recording; what was recorded before the first month's year stands in one file. */
export function investmentTables(
  declared: Investment,
  months: readonly SimulatedMonth[],
  seed: number,
): readonly SimulatedTable[] {
  const register: Register = {
    declared,
    random: randomStream(seed, declared.source),
    inForce: [],
    events: [],
    licensed: 0,
  };
  const firstYear = months[0]?.month.year ?? 0;
  open(register, firstYear);
  months.forEach((month, at) => addMonth(register, month, at, months.at(-1)?.text ?? month.text));
  return filesOf(register, firstYear);
}

/** The projects licensed before the first month, and the adjustments of their capital. */
function open(register: Register, firstYear: number): void {
  const { declared, random } = register;
  const { opening, scale, step } = declared;
  const years = Array.from({ length: firstYear - opening["first-year"] }, (_, at) => opening["first-year"] + at);
  const growing = years.map((_, at) => at + 1);
  const counts = shareOut(opening.projects, growing);
  const capitals = inSteps(opening.capital * 10 ** scale, random, opening.projects, step, 120);
  let next = 0;
  const ages = years.flatMap((year, at) => Array.from({ length: counts[at] ?? 0 }, () => year));
  for (const year of ages) {
    const month = { year, month: 1 + random.below(12) };
    license(register, dayText(month, 1 + random.below(28)), capitals[next] ?? step, -1);
    next += 1;
  }
  const adjusted = inSteps(opening.adjusted * 10 ** scale, random, opening.adjustments, step, 60);
  for (const amount of adjusted) {
    const project = register.inForce[random.below(register.inForce.length)];
    if (project === undefined) continue;
    const later = Number(project.licensedOn.slice(0, 4)) + 1 + random.below(6);
    const date =
      later < firstYear
        ? dayText({ year: later, month: 1 + random.below(12) }, 1 + random.below(28))
        : dayText({ year: firstYear - 1, month: 12 }, 29 + random.below(3));
    adjust(register, project, "CAPITAL_ADJUSTED", date, date, amount);
  }
}

function addMonth(register: Register, month: SimulatedMonth, at: number, lastMonth: string): void {
  const { declared, random } = register;
  const { licensed, adjusted, contributed, revoked, scale, step } = declared;
  const day = (): string => dayText(month.month, 1 + random.below(month.days));
  const recordedOf = (date: string): string =>
    recordedDay(date, month, random.chance(declared.late) && month.text !== lastMonth, random);
  const units = (amounts: readonly number[]): number => Math.round((amounts[at] ?? 0) * 10 ** scale);
  for (const capital of inSteps(units(licensed.amount), random, licensed.count[at] ?? 0, step, 60)) {
    const date = day();
    license(register, date, capital, at, recordedOf(date));
  }
  for (const { project, amount } of adjustmentsOf(register, units(adjusted.amount), adjusted.count[at] ?? 0, at)) {
    const date = day();
    adjust(register, project, "CAPITAL_ADJUSTED", date, recordedOf(date), amount);
    project.touched = at;
  }
  for (let other = 0; other < Math.ceil((adjusted.count[at] ?? 0) / 2); other += 1) {
    const date = day();
    push(register, untouched(register, at), "OTHER_ADJUSTED", date, recordedOf(date), 0, 0);
  }
  if (contributed !== undefined) {
    for (const amount of inSteps(units(contributed.amount), random, contributed.count[at] ?? 0, 1, 20)) {
      const date = day();
      push(register, untouched(register, at), "SHARE_PURCHASE", date, recordedOf(date), 0, amount);
    }
  }
  for (let closed = 0; closed < (revoked[at] ?? 0); closed += 1) {
    const date = day();
    revoke(
      register,
      smallest(register, at, `${String(month.month.year - 1)}${month.text.slice(4)}`),
      date,
      recordedOf(date),
    );
  }
}

/** Net amount of the month in so many adjustments: about one in eight lowers the capital of its project, by less than half. */
function adjustmentsOf(
  register: Register,
  net: number,
  count: number,
  at: number,
): readonly { readonly project: Project; readonly amount: number }[] {
  const { random, declared } = register;
  if (count === 0) return [];
  const lowering: { project: Project; amount: number }[] = [];
  for (let place = 0; place < Math.floor(count / 8); place += 1) {
    const project = untouched(register, at);
    project.touched = at;
    const amount = Math.floor((project.capital * (0.1 + 0.3 * random.uniform())) / declared.step) * declared.step;
    if (amount > 0 && amount < net) lowering.push({ project, amount: -amount });
  }
  const gross = net - lowering.reduce((sum, { amount }) => sum + amount, 0);
  const raising = inSteps(gross, random, count - lowering.length, declared.step, 80).map((amount) => {
    const project = untouched(register, at);
    project.touched = at;
    return { project, amount };
  });
  return [...raising, ...lowering];
}

function license(register: Register, date: string, capital: number, month: number, recorded: string = date): void {
  const { declared, random } = register;
  register.licensed += 1;
  const project: Project = {
    id: `DA${String(register.licensed).padStart(4, "0")}`,
    activity: pick(random, Object.entries(declared.activities)),
    partner: declared.partners === undefined ? undefined : pick(random, Object.entries(declared.partners)),
    licensedOn: date,
    capital: 0,
    touched: month,
  };
  register.inForce.push(project);
  project.capital = capital;
  push(register, project, "LICENSED", date, recorded, 1, capital);
}

function adjust(
  register: Register,
  project: Project,
  event: EventKind,
  date: string,
  recorded: string,
  amount: number,
): void {
  project.capital += amount;
  push(register, project, event, date, recorded, 0, amount);
}

/** The project leaves with all the capital it still had. */
function revoke(register: Register, project: Project, date: string, recorded: string): void {
  register.inForce.splice(register.inForce.indexOf(project), 1);
  push(register, project, register.random.chance(0.6) ? "REVOKED" : "TERMINATED", date, recorded, -1, -project.capital);
}

function push(
  register: Register,
  project: Project,
  event: EventKind,
  date: string,
  recorded: string,
  projects: number,
  capital: number,
): void {
  register.events.push({ project, event, date, recorded, projects, capital });
}

/** A project in force without an event this month. */
function untouched({ inForce, random }: Register, at: number): Project {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const project = inForce[random.below(inForce.length)];
    if (project !== undefined && project.touched < at) return project;
  }
  throw new RangeError("too few projects in force for the events declared");
}

/** A small project licensed long enough ago: the smallest of nine drawn. */
function smallest(register: Register, at: number, licensedBefore: string): Project {
  const drawn = Array.from({ length: 9 }, () => untouched(register, at)).filter(
    ({ licensedOn }) => licensedOn < licensedBefore,
  );
  const found = drawn[placeOfLargest(drawn.map(({ capital }) => -capital))];
  return found ?? untouched(register, at);
}

/** A total in so many parts, each a multiple of `step`; what is left of the step goes to the largest. */
function inSteps(total: number, random: RandomStream, count: number, step: number, largest: number): readonly number[] {
  if (count === 0) return [];
  const sizes = Array.from({ length: count }, () => random.pareto(largest));
  const steps = Math.floor(total / step);
  const parts = shareOutAtLeast(steps, sizes, 1).map((part) => part * step);
  const place = placeOfLargest(parts);
  parts[place] = (parts[place] ?? 0) + total - steps * step;
  return parts;
}

/** Most are recorded within four days; a late one weeks after, in the next month or later. */
function recordedDay(date: string, { month }: SimulatedMonth, late: boolean, random: RandomStream): string {
  return dayText(month, Number(date.slice(8)) + (late ? 20 + random.below(35) : random.below(5)));
}

function filesOf({ declared, events }: Register, firstYear: number): readonly SimulatedTable[] {
  const ordered = events
    .map((event, order) => ({ event, order }))
    .toSorted((a, b) =>
      a.event.recorded < b.event.recorded ? -1 : a.event.recorded > b.event.recorded ? 1 : a.order - b.order,
    )
    .map(({ event }, at) => ({ event, document: `GCN-${String(at + 1).padStart(5, "0")}` }));
  const fileOf = (recorded: string): string =>
    Number(recorded.slice(0, 4)) < firstYear ? `until-${String(firstYear - 1)}` : recorded.slice(0, 4);
  const withPartner = declared.partners !== undefined;
  const columns = [
    "document",
    "project",
    "event",
    "date",
    "recorded",
    ...(withPartner ? ["partner"] : []),
    "activity",
    "projects",
    "capital",
  ];
  return [...Map.groupBy(ordered, ({ event }) => fileOf(event.recorded))].map(([name, own]) =>
    sourceTable(
      declared.source,
      name,
      columns,
      own.map(({ event: { project, event, date, recorded, projects, capital }, document }) => [
        document,
        project.id,
        event,
        date,
        recorded,
        ...(withPartner ? [project.partner ?? ""] : []),
        project.activity,
        String(projects),
        String(capital),
      ]),
    ),
  );
}
