/** The programme itself: its version, where its package lies, and a mark that changes when it does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programmeMark } from "../io/fingerprint.ts";

/** The folder of package.json; the compiled programme is its dist/. */
export const packageFolder = fileURLToPath(new URL("../../", import.meta.url));

export function programmeVersion(): string {
  const text = readFileSync(join(packageFolder, "package.json"), "utf8");
  const manifest: unknown = JSON.parse(text);
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0";
}

export function programmeIdentity(): string {
  return `${programmeVersion()} ${programmeMark(fileURLToPath(new URL("../", import.meta.url)))}`;
}
