/**
 * The monthly survey of retail sales and services: strata of large units that are all asked and samples of the others.
 * Revenue is in hundredths of a million đồng. Sampled answers are scaled to the month's total of their kind; the largest
 * unit that is always asked takes what rounding leaves.
 */
import type { SimulationDeclaration } from "../workspace/declarations/simulation.ts";
import type { SimulatedMonth } from "./calendar.ts";
import { baseOf, monthlyTotals } from "./monthly-totals.ts";
import type { RandomStream } from "./random.ts";
import { randomStream } from "./random.ts";
import { shareOutAtLeast } from "./share-out.ts";
import type { SimulatedTable } from "./table.ts";
import { fixedText, sourceTable } from "./table.ts";

type Retail = SimulationDeclaration["retail"];

/** Hundredths of a million đồng in a billion đồng. */
const unitsPerBillion = 100_000;
/** Sampled answers are written to a tenth of a million. */
const sampledStep = 10;

interface Respondent {
  readonly unit: string;
  readonly stratum: string;
  /** Units of the frame that one respondent of a full sample stands for. */
  readonly takeAll: boolean;
  /** Kind of business → size among the respondents of the stratum. */
  readonly sizes: readonly (readonly [string, number])[];
}

/** The survey's files, one a month, and the frame. `respondents` overrides the declared sizes of the samples, in proportion. */
export function retailTables(
  retail: Retail,
  months: readonly SimulatedMonth[],
  seed: number,
  respondents?: number,
): readonly SimulatedTable[] {
  const strata = sizedStrata(retail, respondents);
  const random = randomStream(seed, "retail");
  const units = respondentsOf(strata, random);
  const totals = kindTotals(retail, months, randomStream(seed, "retail-totals"));
  const surveys = months.map((month, at) => {
    const rows = monthRows(retail, strata, units, (kind) => totals.get(kind)?.[at] ?? 0, random);
    return sourceTable(
      "retail-survey",
      month.text,
      ["month", "unit", "stratum", "kind", "revenue"],
      rows.map(({ unit, stratum, kind, revenue }) => [month.text, unit, stratum, kind, fixedText(revenue, 2)]),
    );
  });
  const frame = Object.entries(strata).map(([stratum, { units: count }]) => [stratum, String(count)]);
  return [...surveys, sourceTable("retail-frame", "frame", ["stratum", "units"], frame)];
}

/** Total of each kind and month. The kind without a growth takes what the growth of the whole leaves. */
function kindTotals(
  retail: Retail,
  months: readonly SimulatedMonth[],
  random: RandomStream,
): ReadonlyMap<string, readonly number[]> {
  const kinds = Object.entries(retail.kinds).map(([kind, declared]) => {
    const level = Math.round(declared.level * unitsPerBillion);
    return { kind, declared, level, base: declared.growth === undefined ? undefined : baseOf(level, declared.growth) };
  });
  const whole = kinds.reduce((sum, { level }) => sum + level, 0);
  const rest = baseOf(whole, retail.total.growth) - kinds.reduce((sum, { base }) => sum + (base ?? 0), 0);
  return new Map(
    kinds.map(({ kind, declared, level, base }) => {
      const factorOf = (month: SimulatedMonth): number =>
        (declared.seasons[month.month.month - 1] ?? 1) *
        (1 + declared.holiday * (0.7 * month.holidayShare + 0.3 * month.nextHolidayShare));
      return [kind, monthlyTotals(months, { level, base: base ?? rest, factorOf, noise: 0.012 }, random)];
    }),
  );
}

function sizedStrata(retail: Retail, respondents: number | undefined): Retail["strata"] {
  const strata = Object.entries(retail.strata);
  const declared = strata.reduce((sum, [, { sample }]) => sum + sample, 0);
  if (respondents === undefined || respondents === declared) return retail.strata;
  const parts = shareOutAtLeast(
    respondents,
    strata.map(([, { sample }]) => sample),
    3,
  );
  return Object.fromEntries(
    strata.map(([id, stratum], at) => {
      const sample = parts[at] ?? stratum.sample;
      const units = stratum.units === stratum.sample ? sample : Math.max(stratum.units, sample);
      return [id, { ...stratum, sample, units }];
    }),
  );
}

function respondentsOf(strata: Retail["strata"], random: RandomStream): readonly Respondent[] {
  return Object.entries(strata).flatMap(([stratum, { kind, units, sample, second }]) =>
    Array.from({ length: sample }, (_, at): Respondent => {
      const takeAll = units === sample;
      const size = random.pareto(takeAll ? 25 : 12);
      const sizes: [string, number][] = [[kind, size]];
      if (second !== undefined && second !== kind && random.chance(0.2)) sizes.push([second, size * 0.06]);
      return { unit: `${stratum}${String(at + 1).padStart(3, "0")}`, stratum, takeAll, sizes };
    }),
  );
}

interface Answered {
  readonly unit: string;
  readonly stratum: string;
  readonly kind: string;
  readonly takeAll: boolean;
  revenue: number;
}

function monthRows(
  retail: Retail,
  strata: Retail["strata"],
  units: readonly Respondent[],
  totalOf: (kind: string) => number,
  random: RandomStream,
): readonly Answered[] {
  const answering = answeringUnits(retail, strata, units, random);
  const sizeTotals = new Map<string, number>();
  for (const { stratum, sizes } of answering) {
    sizeTotals.set(stratum, (sizeTotals.get(stratum) ?? 0) + (sizes[0]?.[1] ?? 0));
  }
  const responded = Map.groupBy(answering, ({ stratum }) => stratum);
  const expansionOf = (stratum: string): number =>
    (strata[stratum]?.units ?? 1) / (responded.get(stratum)?.length ?? 1);
  const rows = answering.flatMap(({ unit, stratum, takeAll, sizes }): Answered[] => {
    const noise = 0.9 + 0.2 * random.uniform();
    const declared = strata[stratum];
    if (declared === undefined) return [];
    const perSize =
      (totalOf(declared.kind) * partOf(retail, declared)) / expansionOf(stratum) / (sizeTotals.get(stratum) ?? 1);
    return sizes.map(([kind, size]) => ({ unit, stratum, kind, takeAll, revenue: perSize * size * noise }));
  });
  for (const [kind, own] of Map.groupBy(rows, (row) => row.kind)) fit(own, totalOf(kind), expansionOf);
  return rows;
}

/** Scales the answers of a kind to its total, then lets the largest unit that is always asked take the rest. */
function fit(rows: readonly Answered[], total: number, expansionOf: (stratum: string) => number): void {
  const estimate = (): number => rows.reduce((sum, { stratum, revenue }) => sum + expansionOf(stratum) * revenue, 0);
  const factor = total / estimate();
  for (const row of rows) {
    const step = row.takeAll ? 1 : sampledStep;
    row.revenue = Math.max(step, Math.round((row.revenue * factor) / step) * step);
  }
  const anchor = rows
    .filter(({ takeAll }) => takeAll)
    .reduce<Answered | undefined>(
      (largest, row) => (largest === undefined || row.revenue > largest.revenue ? row : largest),
      undefined,
    );
  if (anchor === undefined) throw new RangeError("a kind of business needs a stratum in which every unit is asked");
  anchor.revenue += Math.round(total - estimate());
  if (anchor.revenue < 0) throw new RangeError(`${anchor.unit} cannot take what rounding leaves`);
}

/** Units of take-all strata always answer; of a sample some do not, never more than a third. */
function answeringUnits(
  retail: Retail,
  strata: Retail["strata"],
  units: readonly Respondent[],
  random: RandomStream,
): readonly Respondent[] {
  const silent = new Map<string, number>();
  return units.filter(({ stratum, takeAll }) => {
    const missing = random.chance(retail.missing);
    const before = silent.get(stratum) ?? 0;
    if (takeAll || !missing || before + 1 > (strata[stratum]?.sample ?? 0) / 3) return true;
    silent.set(stratum, before + 1);
    return false;
  });
}

function partOf(retail: Retail, { kind, share }: Retail["strata"][string]): number {
  const whole = Object.values(retail.strata).reduce((sum, other) => sum + (other.kind === kind ? other.share : 0), 0);
  return share / whole;
}
