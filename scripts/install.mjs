/** Brings in the packages that package-lock.json names, when they are not there yet, and finds the Node that runs everything else. No packages, any Node from 18 on. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { StepFailed, root, runQuietly, step } from "./step.mjs";

const lockFile = join(root, "package-lock.json");
const packageFile = join(root, "package.json");
/** @typedef {Readonly<Record<string, { readonly version?: string, readonly integrity?: string }>>} Packages */

/** Holds the digest of what was installed; ./nhip compares its time with the lock's. */
const stampFile = join(root, "node_modules", ".nhip-installed");

/** Installs when node_modules is missing or was made from another package.json or lock. */
export async function installWhatIsMissing() {
  const wanted = digestOfPackages();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) {
    const now = new Date();
    utimesSync(stampFile, now, now);
    return;
  }
  rmSync(stampFile, { force: true });
  await step("install", install);
  writeFileSync(stampFile, digestOfPackages());
}

async function install() {
  const before = readFileSync(lockFile, "utf8");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["install", "--no-audit", "--no-fund", "--include=dev"];
  const { status, output } = await runQuietly(npm, args, {
    env: outsideEnvironment(),
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new StepFailed(`npm install ended with status ${status}:\n\n${output}`);
  }
  const after = readFileSync(lockFile, "utf8");
  const changed = changedPackages(before, after);
  if (changed.length > 0) {
    throw new StepFailed(
      `npm install changed package-lock.json: package.json and the lock do not agree on\n${changed.map((name) => `  ${name}`).join("\n")}\n` +
        "Commit the lock as it is now, or take the change in package.json back.",
    );
  }
  if (after !== before) {
    // The same packages, noted in another npm's way: the committed form stays.
    writeFileSync(lockFile, before);
  }
  return `${Object.keys(packagesOf(before)).length - 1} packages`;
}

/** The environment without the clone's own programs, so that npm runs on the machine's Node and may replace the clone's. */
function outsideEnvironment() {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$|node-gyp-bin$/.test(folder));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** @param {string} lock @returns {Packages} */
function packagesOf(lock) {
  return /** @type {{ packages: Packages }} */ (JSON.parse(lock)).packages;
}

/**
 * @param {string} before
 * @param {string} after
 */
function changedPackages(before, after) {
  const [old, current] = [packagesOf(before), packagesOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(current)])].filter((name) => name !== "");
  return names.filter(
    (name) => old[name]?.version !== current[name]?.version || old[name]?.integrity !== current[name]?.integrity,
  );
}

function digestOfPackages() {
  return createHash("sha256").update(readFileSync(packageFile)).update(readFileSync(lockFile)).digest("hex");
}

/** The clone's own Node 24; the machine's where that one is new enough and the clone has none. */
export function nodeOfTheClone() {
  const own = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(own)) {
    return own;
  }
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) {
    return process.execPath;
  }
  throw new StepFailed(
    `Node ${process.versions.node} is too old, and node_modules/node is not there to stand in for it.\n` +
      "Remove node_modules and run the command again, or install Node 22.18 or later.",
  );
}
