/**
 * Every folder under tests/cases is a workspace with what must come out of it in `expected/`: observations.csv, and what is
 * told in each language. A new case needs no code: `vitest -u` writes its expectations; with CI=true a missing one fails.
 * Folders named bad-* have mistakes that are found before any data is read: they belong to cases-bad.test.ts.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { observationTable } from "../src/publish/observation-table.ts";
import { runFolder, toldIn } from "./compute/run-workspace.ts";

const casesFolder = join(import.meta.dirname, "cases");
const names = readdirSync(casesFolder)
  .filter((name) => !name.startsWith("bad-"))
  .toSorted();

describe.each(names)("case %s", (name) => {
  test("gives what is expected, and nothing else", async () => {
    const outputs = await outputsOf(join(casesFolder, name));
    const expected = join(casesFolder, name, "expected");
    for (const [file, content] of Object.entries(outputs)) {
      if (content === undefined) expect(existsSync(join(expected, file)), `${file} is expected no more`).toBe(false);
      else await expect(content).toMatchFileSnapshot(join(expected, file));
    }
    // What vitest writes for the first time is not there yet.
    const present = existsSync(expected) ? readdirSync(expected) : [];
    expect(present.filter((file) => !Object.hasOwn(outputs, file))).toEqual([]);
  });
});

/** What comes out of a copy of the case, so that nothing is ever written into it. */
async function outputsOf(folder: string): Promise<Readonly<Record<string, string | undefined>>> {
  const root = mkdtempSync(join(tmpdir(), "nhip-case-"));
  try {
    cpSync(folder, root, { recursive: true, filter: (path) => basename(path) !== "expected" });
    const { run, diagnostics } = await runFolder(root);
    const told = diagnostics.length > 0;
    return {
      "observations.csv": run === undefined ? undefined : observationTable(run.observations),
      "diagnostics.vi.txt": told ? toldIn("vi", root, diagnostics) : undefined,
      "diagnostics.en.txt": told ? toldIn("en", root, diagnostics) : undefined,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
