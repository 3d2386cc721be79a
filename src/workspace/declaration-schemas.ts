/** JSON Schemas of the YAML files, made from the declarations that the programme itself checks with, so that an editor completes and checks the same. */
import { z } from "zod";
import { classificationDeclaration } from "./declarations/classification.ts";
import { methodDeclaration } from "./declarations/method.ts";
import { simulationDeclaration } from "./declarations/simulation.ts";
import { sourceDeclaration } from "./declarations/source.ts";
import { workspaceDeclaration } from "./declarations/workspace.ts";

const declarations = {
  nhip: { title: "nhip.yaml", declaration: workspaceDeclaration },
  source: { title: "sources/*.yaml", declaration: sourceDeclaration },
  method: { title: "methods/*.yaml", declaration: methodDeclaration },
  classification: { title: "classifications/*.yaml", declaration: classificationDeclaration },
  simulation: { title: "simulation.yaml", declaration: simulationDeclaration },
} as const;

/** File name → text of each schema, draft 7: the one that YAML editors know best. */
export function declarationSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(declarations).map(([name, { title, declaration }]) => {
      const { $schema, ...schema } = z.toJSONSchema(declaration, { target: "draft-7", io: "input" });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`];
    }),
  );
}
