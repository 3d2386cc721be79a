/**
 * India's published index of industrial production, base 2011-12, compiled again from its components as the files stand:
 * 23 divisions to manufacturing and three sectors to the general index. The agency aggregates from rounded sectors.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { csvRecords, splitRecord } from "../../src/compute/csv-lines.ts";
import type { Ran } from "../compute/run-workspace.ts";
import { observationsOf, printed, runFiles } from "../compute/run-workspace.ts";
import { describeWithShared } from "../shared-data.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";

interface Published {
  readonly code: string;
  readonly month: string;
  readonly index: string;
  readonly growth: string;
}

function recordsOf(path: string): readonly (readonly string[])[] {
  const records = [...csvRecords(readFileSync(path, "utf8"))];
  return records.slice(1).map(({ text }) => splitRecord(text, ",").map(({ value }) => value));
}

/** Contracts over the files as they are; the code list is made of the codes, parents and names of weights.csv. */
function workspaceOf(folder: string): FilesInMemory {
  const weights = recordsOf(join(folder, "weights.csv"));
  const levels: Readonly<Record<string, string>> = { GEN: "general", MFG: "sector", MIN: "sector", ELE: "sector" };
  const items = weights.map(([code = "", parent = "", , name = ""]) =>
    [code, parent, levels[code] ?? "division", `"${name}"`, `"${name}"`].join(","),
  );
  const general = items.filter((item) => item.startsWith("GEN"));
  const components = weights.flatMap(([code = ""]) => (code === "GEN" || code === "MFG" ? [] : [code]));
  const method = (title: string, rounding: string): string => `kind: index
title: { vi: ${title}, en: ${title} }
cites: MoSPI, IIP 2011-12 = 100
unit: index
source: published
where: { code: [${components.map((code) => `"${code}"`).join(", ")}] }
item: code
classification: industries
value: index
from: indices
base: { year: 2011 }
weights: { source: weights, item: code, value: weight }
rounding: ${rounding}
bases: [month]
comparisons: [growth]
`;
  return {
    "nhip.yaml": `title: { vi: Ấn Độ, en: India }
territory: { code: IN, name: { vi: Ấn Độ, en: India } }
calendar: { first: 2012-04, last: 2025-06 }
`,
    "classifications/industries.yaml": `title: { vi: Ngành, en: Industries }
version: NIC-2008
file: industries.csv
levels: [general, sector, division]
`,
    "classifications/industries.csv": [
      "code,parent,level,name_vi,name_en",
      ...general,
      ...items.filter((item) => !general.includes(item)),
      "",
    ].join("\n"),
    "sources/weights.yaml": `title: { vi: Quyền số, en: Weights }
files: weights.csv
decimal: "."
columns:
  code: { type: code, classification: industries }
  weight: { type: decimal, decimals: 10 }
key: [code]
`,
    "sources/weights.csv": readFileSync(join(folder, "weights.csv")),
    "sources/published.yaml": `title: { vi: Chỉ số đã công bố, en: Published indices }
files: index_monthly.csv
decimal: "."
columns:
  code: { type: code, classification: industries }
  month: { type: month }
  index: { type: decimal, decimals: 1 }
key: [code, month]
months: { column: month, complete: true }
`,
    "sources/index_monthly.csv": readFileSync(join(folder, "index_monthly.csv")),
    "methods/rounded.yaml": method("Rounded at each level", "{ levels: [division, sector, general], decimals: 1 }"),
    "methods/exact.yaml": method("Not rounded", "none"),
  };
}

describeWithShared("India's index of industrial production", (shared) => {
  const folder = join(shared, "data/india_iip_2011_12");
  let published: readonly Published[] = [];
  let ran: Ran;

  beforeAll(async () => {
    published = recordsOf(join(folder, "index_monthly.csv")).map(
      ([code = "", month = "", index = "", growth = ""]) => ({
        code,
        month,
        index,
        growth,
      }),
    );
    ran = await runFiles(workspaceOf(folder));
    expect(ran.diagnostics).toEqual([]);
  });

  /** In how many months the compiled level prints as published. */
  function agreement(indicator: string, code: string): { readonly equal: number; readonly of: number } {
    const item = code === "GEN" ? "_T" : code;
    const own = published.filter((row) => row.code === code);
    const equal = own.filter(({ month, index }) => {
      const level = printed(ran, `${indicator}/${item}/IN/${month}/month/level`, 1);
      return Number(level) === Number(index);
    });
    return { equal: equal.length, of: own.length };
  }

  test.each([
    { what: "manufacturing from 23 divisions", indicator: "rounded", code: "MFG", equal: 159 },
    { what: "the general index from rounded sectors", indicator: "rounded", code: "GEN", equal: 159 },
    { what: "manufacturing without the rounding stage", indicator: "exact", code: "MFG", equal: 159 },
    { what: "the general index without the rounding stage", indicator: "exact", code: "GEN", equal: 129 },
  ])("$what: $equal of 159 months", ({ indicator, code, equal }) => {
    expect(agreement(indicator, code)).toEqual({ equal, of: 159 });
  });

  test("every growth is the one published", () => {
    const isNumber = /^-?\d+(\.\d+)?$/;
    const growths = new Map(
      observationsOf(ran)
        .filter(({ indicator, measure }) => indicator === "rounded" && measure === "growth")
        .map((observation) => [
          `${observation.item} ${String(observation.period.year)}-${String(observation.period.month).padStart(2, "0")}`,
          observation,
        ]),
    );
    const differing: string[] = [];
    let compared = 0;
    for (const { code, month, growth } of published) {
      // Blank in the first year, and "#" for April 2021, whose base is the closed month of April 2020.
      if (!isNumber.test(growth)) continue;
      const item = code === "GEN" ? "_T" : code;
      if (!growths.has(`${item} ${month}`)) {
        // The agency prints growth of 2012-13 over a year that the file does not have.
        expect(month < "2013-04").toBe(true);
        continue;
      }
      compared += 1;
      const compiled = printed(ran, `rounded/${item}/IN/${month}/month/growth`, 1);
      if (Number(compiled) !== Number(growth)) differing.push(`${code} ${month}: ${compiled}, published ${growth}`);
    }
    expect(differing).toEqual([]);
    expect(compared).toBe(3942);
  });
});
