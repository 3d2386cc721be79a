/** Compiles src/ to dist/ when a source is newer than the last compilation, and copies what is not TypeScript (style sheets, fonts). */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { StepFailed, root, runQuietly, step } from "./step.mjs";

const sourceFolder = join(root, "src");
const outputFolder = join(root, "dist");
/** Its time is when the last good compilation began; ./nhip compares the sources with it. */
const stampFile = join(outputFolder, ".compiled");

/** @param {string} node */
export async function compileWhatChanged(node) {
  if (isUpToDate()) {
    return;
  }
  await step("compile", async () => {
    const begun = new Date();
    const { status, output } = await runQuietly(node, [join(root, "node_modules/typescript/bin/tsc"), "-p", root]);
    if (status !== 0) {
      throw new StepFailed(`The sources do not compile:\n\n${output}`);
    }
    const sources = filesUnder(sourceFolder);
    copyAssets(sources);
    removeLeftovers(sources);
    writeFileSync(stampFile, "");
    utimesSync(stampFile, begun, begun);
    return `${sources.length} files`;
  });
}

function isUpToDate() {
  if (!existsSync(stampFile)) {
    return false;
  }
  const compiled = statSync(stampFile).mtimeMs;
  const inputs = [join(root, "tsconfig.json"), join(root, "package-lock.json"), sourceFolder];
  return inputs.every((input) => newestUnder(input) <= compiled);
}

/** @param {string} path @returns {number} The latest change in milliseconds; of a folder, also that of anything in it. */
function newestUnder(path) {
  const status = statSync(path);
  const below = status.isDirectory() ? readdirSync(path).map((name) => newestUnder(join(path, name))) : [];
  return Math.max(status.mtimeMs, ...below);
}

/** @param {string} folder @returns {string[]} Paths relative to the folder. */
function filesUnder(folder, prefix = "") {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(folder, join(prefix, entry.name)) : [join(prefix, entry.name)],
  );
}

/** @param {readonly string[]} sources */
function copyAssets(sources) {
  for (const asset of sources.filter((path) => !path.endsWith(".ts"))) {
    mkdirSync(dirname(join(outputFolder, asset)), { recursive: true });
    copyFileSync(join(sourceFolder, asset), join(outputFolder, asset));
  }
}

/** What a removed or renamed source once compiled to must not reach the package. @param {readonly string[]} sources */
function removeLeftovers(sources) {
  const expected = new Set(
    sources.flatMap((path) =>
      path.endsWith(".ts") ? [path.replace(/ts$/, "js"), path.replace(/ts$/, "d.ts")] : [path],
    ),
  );
  for (const path of filesUnder(outputFolder)) {
    if (!expected.has(path) && !path.startsWith(".")) {
      rmSync(join(outputFolder, path));
    }
  }
}
