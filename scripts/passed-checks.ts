/** Remembers which checks passed on exactly these files, so that an unchanged tree is not checked again. A check that failed is always run again. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { root } from "./step.mjs";

const memory = z.object({ files: z.string(), passed: z.array(z.string()) });
const memoryFile = join(root, "node_modules/.cache/nhip/passed-checks.json");

/** What any check may look at: the folders of code, and every file at the root (configurations, the lock). */
const folders = ["src", "tests", "scripts", "bench", "schemas", "docs"];

export function readPassedChecks(files: string): readonly string[] {
  try {
    const remembered = memory.parse(JSON.parse(readFileSync(memoryFile, "utf8")));
    return remembered.files === files ? remembered.passed : [];
  } catch {
    return [];
  }
}

export function writePassedChecks(files: string, passed: readonly string[]): void {
  mkdirSync(dirname(memoryFile), { recursive: true });
  writeFileSync(memoryFile, JSON.stringify({ files, passed }));
}

/** A digest of all that the checks read, names and contents. */
export function digestOfFiles(): string {
  const digest = createHash("sha256").update(process.version);
  const atRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  const below = present.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...atRoot.map(({ name }) => join(root, name)), ...below].toSorted()) {
    digest.update(`\0${file}\0`).update(readFileSync(file));
  }
  return digest.digest("hex");
}
