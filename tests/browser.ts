/** A `describe` whose tests open a real browser; without a Chromium they are skipped with the reason, and fail where CI must not pass them over. */
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { chromiumFlags, findChromium } from "../scripts/chromium.ts";

const program = findChromium();

export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (program !== undefined) {
    describe(name, () => {
      let browser: Browser | undefined;
      beforeAll(async () => {
        browser = await chromium.launch({ executablePath: program, args: [...chromiumFlags] });
      });
      afterAll(async () => {
        await browser?.close();
      });
      tests(() => {
        if (browser === undefined) {
          throw new Error("The browser is there only inside a test");
        }
        return browser;
      });
    });
  } else if (process.env["CI"] === "true") {
    test(`${name}: a Chromium is on the machine`, () => {
      throw new Error("No Chromium on the PATH: install one, or name it in CHROMIUM");
    });
  } else {
    describe.skip(`${name} (skipped: no Chromium on the PATH; install one, or name it in CHROMIUM)`, () => {
      tests(() => {
        throw new Error("No browser");
      });
    });
  }
}
