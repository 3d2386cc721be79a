/** Every figure of every case can be followed back: its derivation ends, gives the figure itself, and counts the rows it names. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { derive, deriveContext } from "../../src/compute/derive.ts";
import { lineageText, readLineage } from "../../src/compute/lineage.ts";
import { sourceTable } from "../../src/compute/loaded-source.ts";
import { selectRows } from "../../src/compute/select-rows.ts";
import { decimalToRational } from "../../src/model/decimal.ts";
import type { Derivation, SourceRows } from "../../src/model/derivation.ts";
import { observationId } from "../../src/model/observation.ts";
import { equals } from "../../src/model/rational.ts";
import { observationsOf, runFolder } from "./run-workspace.ts";

const casesFolder = join(import.meta.dirname, "../cases");
const names = readdirSync(casesFolder).filter((name) =>
  existsSync(join(casesFolder, name, "expected/observations.csv")),
);

/** More steps than any figure of a case has: a derivation that reaches it does not end. */
const manySteps = 5000;

function stepsOf(derivation: Derivation): readonly Derivation[] {
  const steps: Derivation[] = [derivation];
  for (let at = 0; at < steps.length && steps.length < manySteps; at += 1) steps.push(...(steps[at]?.inputs ?? []));
  return steps;
}

describe.each(names)("case %s", (name) => {
  test("lineage reads back as it was written, and derives every figure as it was observed", async () => {
    const selections = new Map<string, SourceRows>();
    const counts = new Map<string, number>();
    const ran = await runFolder(join(casesFolder, name), {
      then: async ({ run, plan, engine }) => {
        const text = lineageText(run.computed);
        expect(lineageText(readLineage(text))).toBe(text);
        const context = deriveContext(readLineage(text));
        for (const observation of run.observations) {
          const id = observationId(observation);
          const derivation = derive(observation, context);
          if (derivation === undefined) throw new Error(`no derivation of ${id}`);
          expect(derivation.observation).toBe(id);
          const same = equals(decimalToRational(derivation.value), decimalToRational(observation.value));
          if (!same) throw new Error(`${id} is observed otherwise than it is derived`);
          const steps = stepsOf(derivation);
          expect(steps.length).toBeLessThan(manySteps);
          for (const { rows } of steps) if (rows !== undefined) selections.set(JSON.stringify(rows.selection), rows);
        }
        for (const [key, rows] of selections) {
          const every = { plan, engine, tableOf: sourceTable, limit: 1_000_000, offset: 0 };
          counts.set(key, (await selectRows(rows.selection, every)).length);
        }
      },
    });
    expect(observationsOf(ran).length).toBeGreaterThan(0);
    expect(selections.size).toBeGreaterThan(0);
    const said = new Map([...selections].map(([key, rows]) => [key, rows.count]));
    expect(counts).toEqual(said);
  });
});
