/** The example's declaration, read as the programme reads it, and its folder. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SimulationDeclaration } from "../../src/workspace/declarations/simulation.ts";
import { simulationDeclaration } from "../../src/workspace/declarations/simulation.ts";
import { readYamlFile } from "../../src/workspace/read-workspace.ts";

export const exampleFolder = join(import.meta.dirname, "../../examples/bac-ninh");

export function exampleDeclaration(): SimulationDeclaration {
  const read = readYamlFile(
    simulationDeclaration,
    "simulation.yaml",
    readFileSync(join(exampleFolder, "simulation.yaml")),
  );
  if (read.value === undefined) throw new Error(JSON.stringify(read.diagnostics));
  return read.value.value;
}

/** Small enough to make many times in a test. */
export const small = { establishments: 110, respondents: 160, customsLines: 2600 } as const;
