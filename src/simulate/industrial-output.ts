/** What the establishments produced and returned, month by month: level, season, Tết, growth, each unit's own ups and downs, missing and late returns. */
import type { SimulatedMonth } from "./calendar.ts";
import { dayText, workedPart } from "./calendar.ts";
import type { OutputLine } from "./establishments.ts";
import { mayMiss } from "./establishments.ts";
import type { Industry } from "./industry-structure.ts";
import type { RandomStream } from "./random.ts";

/** The answer of a unit for a month. Quantities are whole numbers of the product's unit. */
export type Answer =
  | { readonly kind: "absent" }
  | { readonly kind: "missing" }
  | { readonly kind: "returned"; readonly quantity: number; readonly received: string };

/** The answers of every line, month by month; calibration replaces quantities, never their kind. */
export type Answers = readonly (readonly Answer[])[];

interface UnitLife {
  readonly first: number;
  /** From this month on the unit reports zero. */
  readonly stops: number;
}

/** One list of answers per line, one answer per month. */
export function industrialAnswers(
  industry: Industry,
  lines: readonly OutputLine[],
  months: readonly SimulatedMonth[],
  random: RandomStream,
): Answers {
  const unitLines = Map.groupBy(lines, ({ unit }) => unit);
  const lives = new Map<string, UnitLife>();
  for (const [unit, own] of unitLines) lives.set(unit, lifeOf(own, months.length, random));
  const missing = missingReturns(industry.missing, lines, unitLines, lives, months.length, random);
  return lines.map((line) => {
    const life = lives.get(line.unit) ?? { first: 0, stops: months.length };
    let drift = 1;
    return months.map((month, at): Answer => {
      drift *= 0.97 + 0.06 * random.uniform();
      const noise = 0.95 + 0.1 * random.uniform();
      const day = random.chance(industry.late) ? 13 + random.below(15) : 2 + random.below(11);
      if (at < life.first) return { kind: "absent" };
      if (missing.has(returnKey(line.unit, at))) return { kind: "missing" };
      const usual = line.product.base * line.share * levelOf(industry, line.product.division, months, at);
      const quantity = at >= life.stops ? 0 : Math.max(1, Math.round(usual * drift * noise));
      return { kind: "returned", quantity, received: dayText(month.month, month.days + day) };
    });
  });
}

/** Level of a division against the base year: its own level, the season, the days of Tết, and growth in the reference year. */
function levelOf(industry: Industry, division: string, months: readonly SimulatedMonth[], at: number): number {
  const month = months[at];
  const declared = industry.divisions[division];
  if (month === undefined || declared === undefined) throw new RangeError(`no level for ${division}`);
  const season = industry.seasons[month.month.month - 1] ?? 1;
  const worked = workedPart(month, industry.holiday);
  const years = month.month.year - (months[0]?.month.year ?? month.month.year);
  let level = declared.level * season * worked;
  for (let year = 0; year < years; year += 1) level *= 1 + declared.growth / 100;
  return month.role === "current" ? level * (industry.path[month.month.month - 1] ?? 1) : level;
}

/** Most units are there from first to last; some small ones begin later, some stop for good and report zeros. */
function lifeOf(own: readonly OutputLine[], months: number, random: RandomStream): UnitLife {
  const fate = random.uniform();
  const when = 2 + random.below(Math.max(1, months - 4));
  const small = own.every(({ size, share }) => size === "S" && share < 0.1);
  if (small && fate < 0.03) return { first: when, stops: months };
  if (small && fate < 0.05) return { first: 0, stops: when };
  return { first: 0, stops: months };
}

/**
 * Which units miss which months. In every product and size group at least two units that produce answer both this month and
 * the last, so that the growth of similar units is known and the missing return can be filled by it.
 */
function missingReturns(
  probability: number,
  lines: readonly OutputLine[],
  unitLines: ReadonlyMap<string, readonly OutputLine[]>,
  lives: ReadonlyMap<string, UnitLife>,
  months: number,
  random: RandomStream,
): ReadonlySet<string> {
  const groups = Map.groupBy(lines, groupKey);
  const missing = new Set<string>();
  const answersTwice = (unit: string, at: number): boolean => {
    const life = lives.get(unit);
    const produces = life !== undefined && life.first < at && at < life.stops;
    return produces && !missing.has(returnKey(unit, at)) && !missing.has(returnKey(unit, at - 1));
  };
  for (let at = 1; at < months; at += 1) {
    for (const [unit, own] of unitLines) {
      const life = lives.get(unit);
      const drawn = random.chance(probability);
      if (!drawn || life === undefined || life.first >= at || !mayMiss(own)) continue;
      const others = own.map((line) =>
        (groups.get(groupKey(line)) ?? []).filter((other) => other.unit !== unit && answersTwice(other.unit, at)),
      );
      if (others.every((answering) => answering.length >= 2)) missing.add(returnKey(unit, at));
    }
  }
  return missing;
}

function groupKey({ product, size }: OutputLine): string {
  return `${product.code}/${size}`;
}

function returnKey(unit: string, at: number): string {
  return `${unit}/${String(at)}`;
}
