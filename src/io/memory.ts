/** What the machine's memory is asked for beyond what a build holds. Set once, by the programme that runs, never by the library. */
import { setFlagsFromString } from "node:v8";

/**
 * Keeps the space for short-lived objects at its first size. A build makes much that is dropped at once (exact fractions);
 * by itself that space grows to three times 16 MB and more, and collecting it more often costs no time that can be measured.
 */
export function keepYoungSpaceSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
