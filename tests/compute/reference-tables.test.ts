/** What an index is compiled with, when it is not whole: told, never guessed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runFolder } from "./run-workspace.ts";

const origin = join(import.meta.dirname, "../cases/industrial-index");

/** The codes told when the worked example is changed in one file. */
async function toldAfter(file: string, change: (text: string) => string): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "nhip-reference-"));
  try {
    for (const part of ["nhip.yaml", "classifications", "methods", "sources"]) {
      cpSync(join(origin, part), join(root, part), { recursive: true });
    }
    const path = join(root, file);
    const changed = change(readFileSync(path, "utf8"));
    expect(changed, "the change takes place").not.toBe(readFileSync(path, "utf8"));
    writeFileSync(path, changed);
    const { diagnostics } = await runFolder(root);
    return [...new Set(diagnostics.map(({ code }) => code))];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe("an index is not compiled", () => {
  test.each([
    [
      "where a product that was always there has no base",
      "sources/tables/base.csv",
      (text: string) => text.replace("A,1000\n", ""),
      "data/no-base",
    ],
    [
      "where the base year lacks months",
      "methods/iip.yaml",
      (text: string) => text.replace(/^base:.*$/m, "base: { year: 2024 }"),
      "data/no-base",
    ],
    [
      "where a product has no weight",
      "sources/tables/weights.csv",
      (text: string) => text.replace("EE,10\n", ""),
      "data/no-weight",
    ],
  ])("%s", async (_name, file, change, code) => {
    expect(await toldAfter(file, change)).toContain(code);
  });

  test("where a product has two weights, even if the contract names no key", async () => {
    const root = mkdtempSync(join(tmpdir(), "nhip-reference-"));
    try {
      for (const part of ["nhip.yaml", "classifications", "methods", "sources"]) {
        cpSync(join(origin, part), join(root, part), { recursive: true });
      }
      const contract = join(root, "sources/weights.yaml");
      writeFileSync(contract, readFileSync(contract, "utf8").replace("key: [code]\n", ""));
      writeFileSync(
        join(root, "sources/tables/weights.csv"),
        `${readFileSync(join(origin, "sources/tables/weights.csv"), "utf8")}A,1\n`,
      );
      const { run, diagnostics } = await runFolder(root);
      expect(run).toBeUndefined();
      expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
        ["data/duplicate-key", { key: ["code"], values: ["A"] }],
      ]);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
