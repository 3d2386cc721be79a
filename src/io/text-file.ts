/** The text of a file for an excerpt in a message. */
import { existsSync, readFileSync, statSync } from "node:fs";

/** Longer files are not shown: an excerpt is not worth reading them. */
const longestShown = 50_000_000;

/** `undefined` for what is not there, is no UTF-8 text, or is too long to show. */
export function readText(path: string): string | undefined {
  if (!existsSync(path) || statSync(path).size > longestShown) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).normalize("NFC");
  } catch {
    return undefined;
  }
}
