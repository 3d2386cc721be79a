/** Where the reference data of ../shared stand, for tests that read them in place; a clone without that folder skips those tests and says so. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

const beside = fileURLToPath(new URL("../../shared", import.meta.url));

/** The path of ../shared, or `undefined` where the repository stands alone. */
export const sharedFolder: string | undefined = existsSync(beside) ? beside : undefined;

/** A `describe` whose tests need ../shared; skipped with the reason in its title where that folder is absent. */
export function describeWithShared(name: string, tests: (folder: string) => void): void {
  const title = sharedFolder === undefined ? `${name} (skipped: the folder ../shared is absent)` : name;
  describe.skipIf(sharedFolder === undefined)(title, () => {
    tests(beside);
  });
}
