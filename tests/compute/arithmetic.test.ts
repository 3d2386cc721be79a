/** What must hold for any returns: parts add up to their whole digit by digit, figures are rounded once, and an inserted level changes nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { computeLevels } from "../../src/compute/compute-levels.ts";
import { contributionAt, growthOver } from "../../src/compute/observe.ts";
import { decimalText, decimalToRational } from "../../src/model/decimal.ts";
import type { Observation } from "../../src/model/observation.ts";
import { observationId, wholeItem } from "../../src/model/observation.ts";
import { monthOrdinal, monthText, samePeriodLastYear } from "../../src/model/period.ts";
import { sum } from "../../src/model/rational.ts";
import { roundHalfAwayFromZero, storedDecimals } from "../../src/model/rounding.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";
import { industryWorkspace } from "./industry-workspace.ts";
import { observationsOf, runFiles } from "./run-workspace.ts";

const months = ["2023-01", "2023-02", "2023-03", "2024-01", "2024-02", "2024-03"];
const products = ["A", "B", "CC", "DD"];

/** A quantity of every product in every month, from one unit each. */
const quantities = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 24, maxLength: 24 });

function workspaceOf(values: readonly number[], files: FilesInMemory = {}): FilesInMemory {
  const rows = values.map((value, place) => {
    const product = products[place % 4] ?? "A";
    return `${months[Math.floor(place / 4)] ?? ""},u-${product},small,${product},${(value / 100).toFixed(2)}\n`;
  });
  return industryWorkspace({
    "sources/output/all.csv": `month,unit,size,product,quantity\n${rows.join("")}`,
    ...files,
  });
}

const children: Readonly<Record<string, readonly string[]>> = {
  [wholeItem]: ["C", "D"],
  C: ["C26"],
  C26: ["C263", "C261"],
  C263: ["C2630"],
  C2630: ["A", "B"],
  C261: ["C2610"],
  C2610: ["CC"],
  D: ["D3510"],
  D3510: ["DD"],
};

function textAt(decimals: number, { value }: Observation): string {
  return decimalText(roundHalfAwayFromZero(decimalToRational(value), decimals));
}

test("contributions of each level add up to the growth of the level above, digit by digit", async () => {
  await fc.assert(
    fc.asyncProperty(quantities, async (values) => {
      const observations = observationsOf(await runFiles(workspaceOf(values)));
      const places = Map.groupBy(observations, ({ period, basis }) => `${monthText(period)} ${basis}`);
      let checked = 0;
      for (const place of places.values()) {
        const contributions = new Map(
          place.filter(({ measure }) => measure === "contribution").map((each) => [each.item, each]),
        );
        const growth = place.find(({ item, measure }) => item === wholeItem && measure === "growth");
        const whole = contributions.get(wholeItem);
        if (growth === undefined || whole === undefined) continue;
        expect(decimalText(whole.value)).toBe(decimalText(growth.value));
        for (const [parent, parts] of Object.entries(children)) {
          const own = contributions.get(parent);
          const found = parts.flatMap((code) => contributions.get(code) ?? []);
          if (own === undefined) throw new Error(`no contribution of ${parent}`);
          expect(found).toHaveLength(parts.length);
          const total = sum(found.map(({ value }) => decimalToRational(value)));
          expect(decimalText(roundHalfAwayFromZero(total, storedDecimals))).toBe(textAt(storedDecimals, own));
          checked += 1;
        }
      }
      expect(checked).toBeGreaterThan(0);
    }),
    { numRuns: 12, seed: 7 },
  );
}, 60_000);

test("a stored value prints like the fraction it was stored from", async () => {
  await fc.assert(
    fc.asyncProperty(quantities, async (values) => {
      const { run } = await runFiles(workspaceOf(values));
      if (run === undefined) throw new Error("nothing was compiled");
      const levels = computeLevels(run.computed).get("iip");
      if (levels === undefined) throw new Error("there is no index");
      for (const observation of run.observations) {
        const { item, territory, period, basis, measure } = observation;
        const now = levels.level(item, territory, monthOrdinal(period), basis);
        const before = levels.level(item, territory, monthOrdinal(samePeriodLastYear(period)), basis);
        if (now === undefined) throw new Error(`no level of ${observationId(observation)}`);
        const exact =
          measure === "level"
            ? now.value
            : measure === "growth"
              ? growthOver(now, before)
              : measure === "contribution"
                ? contributionAt(levels, observation)
                : undefined;
        if (exact === undefined) continue;
        for (const decimals of [0, 1, 2, 4]) {
          expect(textAt(decimals, observation)).toBe(decimalText(roundHalfAwayFromZero(exact, decimals)));
        }
      }
    }),
    { numRuns: 12, seed: 8 },
  );
}, 60_000);

const withoutGroups = `code,parent,level,name_vi,name_en
_T,,total,Toàn ngành,All industry
C,_T,section,Chế biến,Manufacturing
C26,C,division,Điện tử,Electronics
C2630,C26,class,Thiết bị truyền thông,Communication equipment
A,C2630,product,Sản phẩm a,Product a
B,C2630,product,Sản phẩm b,Product b
C2610,C26,class,Linh kiện,Components
CC,C2610,product,Sản phẩm c,Product c
D,_T,section,Điện,Electricity
D3510,D,class,Điện,Electricity
DD,D3510,product,Điện,Electricity
`;

test("IIP-11: taking the three-digit level out leaves every other index as it was", async () => {
  const rowsOf = (observations: readonly Observation[]): readonly string[] =>
    observations
      .filter(({ item, measure }) => item !== "C263" && item !== "C261" && measure !== "contribution")
      .map((observation) => `${observationId(observation)} ${decimalText(observation.value)}`);
  await fc.assert(
    fc.asyncProperty(quantities, async (values) => {
      const before = observationsOf(await runFiles(workspaceOf(values)));
      const after = observationsOf(
        await runFiles(workspaceOf(values, { "classifications/industry.csv": withoutGroups })),
      );
      expect(before.some(({ item }) => item === "C263")).toBe(true);
      expect(after.some(({ item }) => item === "C263")).toBe(false);
      expect(rowsOf(after)).toEqual(rowsOf(before));
    }),
    { numRuns: 8, seed: 9 },
  );
}, 60_000);
