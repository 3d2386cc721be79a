/** `npm run format [FILE…]`: lays the files out as the format check wants them; everything where no file is named. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./step.mjs";

const files = process.argv.slice(2);
const prettier = join(root, "node_modules/prettier/bin/prettier.cjs");
const { status } = spawnSync(
  process.execPath,
  [prettier, "--write", "--log-level=warn", ...(files.length > 0 ? files : ["."])],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = status ?? 1;
