/** Mistakes in simulation.yaml are told with their place, before anything is simulated. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { simulationDeclaration } from "../../src/workspace/declarations/simulation.ts";
import { readYamlFile } from "../../src/workspace/read-workspace.ts";
import { exampleFolder } from "./example.ts";

const text = readFileSync(join(exampleFolder, "simulation.yaml"), "utf8");

const mistakes: readonly (readonly [name: string, from: string, to: string, code: string, at: string])[] = [
  [
    "a list shorter than the months",
    "revoked: [3, 2, 4,",
    "revoked: [3, 2,",
    "workspace/wrong-form",
    "revoked: [3, 2,",
  ],
  [
    "a stratum of a kind that is not declared",
    "GH: { kind: goods,",
    "GH: { kind: good,",
    "workspace/wrong-form",
    "GH: { kind: good,",
  ],
  [
    "a sample larger than its stratum",
    "units: 480, sample: 150",
    "units: 480, sample: 1500",
    "workspace/wrong-form",
    "AE: {",
  ],
  [
    "a kind of business without a take-all stratum",
    "units: 14, sample: 14",
    "units: 15, sample: 14",
    "workspace/wrong-form",
    "travel: {",
  ],
  [
    "a calibration target that is no division",
    "code: C26, growth",
    "code: C34, growth",
    "workspace/wrong-form",
    "code: C34",
  ],
  [
    "a body that is not listed",
    "body: TCHQ, vi: Chưa thống nhất",
    "body: TCHX, vi: Chưa thống nhất",
    "workspace/wrong-form",
    "body: TCHX",
  ],
  ["a seed below zero", "seed: 20240930", "seed: -1", "workspace/out-of-range", "seed: -1"],
  [
    "a figure both printed and a bound",
    'above: "4.2"',
    'above: "4.2", printed: "4.3"',
    "workspace/wrong-form",
    'above: "4.2"',
  ],
];

test.each(mistakes)("%s", (_, from, to, code, at) => {
  expect(text.split(from).length, "the text to spoil stands once in the file").toBe(2);
  const spoilt = text.replace(from, to);
  const { value, diagnostics } = readYamlFile(
    simulationDeclaration,
    "simulation.yaml",
    new TextEncoder().encode(spoilt),
  );
  expect(value).toBeUndefined();
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  const line = spoilt.split("\n")[(diagnostics[0]?.span.start?.line ?? 0) - 1];
  expect(line).toContain(at);
});
