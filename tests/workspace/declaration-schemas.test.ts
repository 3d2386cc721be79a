import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { declarationSchemas } from "../../src/workspace/declaration-schemas.ts";
import { readYaml } from "../../src/workspace/yaml.ts";
import { minimalWorkspace } from "../minimal-workspace.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the schemas in the package are those of the declarations", () => {
  const written = readdirSync(`${root}schemas`).map(
    (name) => [name, readFileSync(`${root}schemas/${name}`, "utf8")] as const,
  );
  // Where this fails: node scripts/write-schemas.ts
  expect(new Map(written)).toEqual(declarationSchemas());
});

describe("what the programme takes, the schema takes; a wrong key it refuses", () => {
  test.each([
    ["nhip", "nhip.yaml"],
    ["classification", "classifications/goods.yaml"],
    ["source", "sources/customs.yaml"],
    ["method", "methods/exports.yaml"],
    ["method", "methods/balance.yaml"],
  ] as const)("%s.schema.json: %s", (name, path) => {
    // Back from JSON Schema to a checker: what an editor would make of the file.
    const schema = z.fromJSONSchema(
      JSON.parse(declarationSchemas().get(`${name}.schema.json`) ?? "") as z.core.JSONSchema.JSONSchema,
    );
    const value = readYaml(path, minimalWorkspace[path]).value?.value;
    expect(schema.safeParse(value).error?.issues).toBeUndefined();
    expect(schema.safeParse({ ...(value as object), unit_: "x" }).success).toBe(false);
    expect(schema.safeParse({ ...(value as object), title: 3 }).success).toBe(false);
  });
});

test("every key has a hint in both languages", () => {
  const withoutHint: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== "object" || schema === null) return;
    for (const [key, part] of Object.entries(schema)) {
      if (key === "description" && !String(part).includes(" / ")) withoutHint.push(path);
      visit(part, `${path}/${key}`);
    }
  };
  for (const name of ["nhip", "classification", "source", "method"]) {
    visit(JSON.parse(declarationSchemas().get(`${name}.schema.json`) ?? ""), name);
  }
  expect(withoutHint).toEqual([]);
});
