/** Runs what the READMEs show and writes what it prints into them, where that has changed: `node scripts/write-shown-outputs.ts`. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readShown, readersFolder, runShownCommand, withoutDurations, writeShownFile } from "./shown-commands.ts";
import { root } from "./step.mjs";

for (const name of ["README.md", "README.vi.md"]) {
  const file = join(root, name);
  const folder = readersFolder();
  let text = readFileSync(file, "utf8");
  for (const shown of readShown(text)) {
    if (shown.kind === "file") {
      writeShownFile(shown, folder);
      continue;
    }
    const output = await runShownCommand(shown, folder);
    if (withoutDurations(output) !== withoutDurations(shown.output)) {
      text = text.replace(`$ ${shown.command}\n${shown.output}`, () => `$ ${shown.command}\n${output}`);
    }
  }
  writeFileSync(file, text);
  rmSync(folder, { recursive: true, force: true });
}
