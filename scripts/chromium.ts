/** The browser for tests and screenshots: the one on the machine, or Debian's package where the user may install it. Nothing is downloaded by other ways. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runQuietly } from "./step.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const otherPlaces = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium: what CHROMIUM names, else the first found on the PATH. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...onPath, ...otherPlaces].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this user may install Debian packages: root, with apt-get at hand. */
export function mayInstallChromium(): boolean {
  return (
    process.getuid?.() === 0 && existsSync("/etc/debian_version") && spawnSync("apt-get", ["--version"]).status === 0
  );
}

/** Installs Debian's package; gives what apt-get said where that failed. */
export async function installChromium(): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "--no-install-recommends", "chromium"];
  if ((await runQuietly("apt-get", install, { env })).status === 0) {
    return undefined;
  }
  await runQuietly("apt-get", ["update"], { env });
  const { status, output } = await runQuietly("apt-get", install, { env });
  return status === 0 ? undefined : output;
}

/** Chromium as root in a closed network: no sandbox, no calls home. */
export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
