/** Each folder tests/cases/bad-* is a workspace with mistakes and everything that checking it prints; `vitest run tests/cases-bad.test.ts --update=all` writes the outputs. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkWorkspace } from "../src/check/check-workspace.ts";
import { diagnosticJson } from "../src/diagnostics/diagnostic-json.ts";
import { renderDiagnostics, sortedByPlace } from "../src/diagnostics/render.ts";
import { workspaceFiles } from "../src/io/file-system.ts";
import { readWorkspace } from "../src/workspace/read-workspace.ts";

const cases = fileURLToPath(new URL("cases/", import.meta.url));
const names = readdirSync(cases).filter((name) => name.startsWith("bad-"));

describe.each(names)("%s", (name) => {
  const files = workspaceFiles(`${cases}${name}/workspace`);
  const { value, diagnostics: reading } = readWorkspace(files);
  const outcome = value === undefined ? undefined : checkWorkspace(value);
  const checking = outcome === undefined ? [] : outcome.ok ? outcome.warnings : outcome.diagnostics;
  const diagnostics = [...reading, ...checking];
  const sourceText = (file: string) => new TextDecoder().decode(files.read(file));

  test.each(["vi", "en"] as const)("is told for readers: %s", async (language) => {
    const output = renderDiagnostics(diagnostics, { language, sourceText });
    await expect(output).toMatchFileSnapshot(`${cases}${name}/expected/check.${language}.txt`);
  });

  test("is told for programmes", async () => {
    const lines = sortedByPlace(diagnostics).map((diagnostic) => `${diagnosticJson(diagnostic, "en")}\n`);
    await expect(lines.join("")).toMatchFileSnapshot(`${cases}${name}/expected/check.jsonl`);
  });
});

test("there are such cases", () => {
  expect(names).not.toEqual([]);
});
