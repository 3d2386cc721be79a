/** The built example in a real browser: accessible in light, dark and on a phone; figures open in place by keyboard; nothing from elsewhere. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../browser.ts";
import type { ExampleSite } from "./example-site.ts";
import { serveExample } from "./example-site.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const figure = "figures/iip.C26.27.2024-09.ytd.growth.html";

describeInBrowser("the built report in a browser", (browser) => {
  let site: ExampleSite;
  beforeAll(async () => {
    site = await serveExample();
  }, 120_000);
  afterAll(async () => {
    await site.close();
  });

  interface Visit {
    readonly page: Page;
    /** What the console said, and what was asked of other hosts. */
    readonly complaints: readonly string[];
  }

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await browser().newContext({
      viewport: { width: 1240, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(site.address) && !request.url().startsWith("file:"))
        complaints.push(`elsewhere: ${request.url()}`);
    });
    await page.goto(path.startsWith("file:") ? path : `${site.address}/${path}`, { waitUntil: "load" });
    await page.evaluate("document.fonts.ready.then(() => true)");
    return { page, complaints };
  }

  /** Rules of axe that the page breaks, with the places. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axeSource);
    const found: unknown = await page.evaluate(
      `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")))`,
    );
    return Array.isArray(found) ? found.map(String) : ["axe did not answer"];
  }

  async function overflow(page: Page): Promise<unknown> {
    return page.evaluate(`({ page: document.documentElement.scrollWidth, window: innerWidth })`);
  }

  const dresses: readonly (readonly [string, BrowserContextOptions])[] = [
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 390, height: 844 } }],
  ];
  test.each(
    ["", "en/", figure, "nothing"].flatMap((path) =>
      dresses.map(([dress, options]) => [path === "" ? "the report" : path, dress, path, options] as const),
    ),
  )("%s, %s: accessible", async (_, __, path, options) => {
    const { page } = await visit(path, options);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test.each(["", "en/", figure, "figures/iip._T.27.2024-09.ytd.growth.html"])(
    "/%s: asks for nothing elsewhere and says nothing on the console",
    async (path) => {
      const { page, complaints } = await visit(path);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test("from a disk it stands in its own type, and a figure leads to its page", async () => {
    const { page, complaints } = await visit(pathToFileURL(join(site.folder, "index.html")).href);
    expect(complaints).toEqual([]);
    expect(
      await page.evaluate(
        `document.fonts.check('16px "Source Serif 4"') && document.fonts.check('16px "Be Vietnam Pro"')`,
      ),
    ).toBe(true);
    await page.locator(".report p a.figure").first().click();
    await page.waitForURL(/figures\/.*\.html$/);
    expect(await page.locator("article.derivation h1").count()).toBe(1);
    await page.context().close();
  });

  test("without scripts a figure leads to its page and back", async () => {
    const { page } = await visit("", { javaScriptEnabled: false });
    await page.locator(".report p a.figure").first().click();
    await page.waitForURL(/figures\//);
    await page.locator("nav.back a").click();
    await page.waitForURL(/index\.html$/);
    await page.context().close();
  });

  test.each(["", figure])("/%s: at 360 px only tables scroll, never the page", async (path) => {
    const { page } = await visit(path, { viewport: { width: 360, height: 740 } });
    expect(await overflow(page)).toEqual({ page: 360, window: 360 });
    if (path === "") {
      await page.locator(".report p a.figure").first().click();
      await page.locator(".panel").waitFor();
      expect(await overflow(page)).toEqual({ page: 360, window: 360 });
    }
    await page.context().close();
  });

  test("the keyboard opens a figure between the paragraphs, and closes it again where it was", async () => {
    const { page, complaints } = await visit("");
    const link = page.locator(".report p a.figure").nth(1);
    const next = page.locator(".report p").nth(1);
    const before = await next.boundingBox();
    await link.focus();
    expect(await link.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await page.locator(".panel").waitFor();
    expect(await link.getAttribute("aria-expanded")).toBe("true");
    expect(await link.getAttribute("aria-controls")).toBe("panel");
    expect(await page.evaluate(`document.activeElement.id`)).toBe("panel");
    expect(await page.locator("#panel h1").textContent()).toContain("+7,4");
    const opened = await next.boundingBox();
    expect((opened?.y ?? 0) - (before?.y ?? 0)).not.toBe(0);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(`document.activeElement.className`)).toBe("close");
    await page.keyboard.press("Escape");
    expect(await page.locator(".panel").count()).toBe(0);
    expect(await link.getAttribute("aria-expanded")).toBe("false");
    expect(await page.evaluate(`document.activeElement === document.querySelectorAll(".report p a.figure")[1]`)).toBe(
      true,
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("one figure is open at a time, its links lead where its own page's do, and all of it is accessible", async () => {
    const { page } = await visit("");
    for (const place of [".headlines a.figure", ".report p a.figure", "figure.table a.figure"]) {
      await page.locator(place).first().click();
      await page.locator(`${place}[aria-expanded=true]`).waitFor();
      expect(await page.locator(".panel").count()).toBe(1);
      expect(await violations(page)).toEqual([]);
    }
    const own = await page.locator(".panel a.own").getAttribute("href");
    expect(own).toMatch(new RegExp(`^${site.address}/figures/`));
    await page.locator(".panel .close").click();
    expect(await page.locator(".panel").count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test("no line moves when the type arrives", async () => {
    const context = await browser().newContext({ viewport: { width: 1240, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(
      `window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });`,
    );
    await page.goto(site.address, { waitUntil: "networkidle" });
    expect(await page.evaluate("window.shift")).toBeLessThan(0.05);
    await context.close();
  });

  test("printed, it has no navigation and no links to follow", async () => {
    const { page } = await visit("");
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".masthead nav", ".foot", "details.numbers"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    expect(await page.locator(".report p").first().isVisible()).toBe(true);
    await page.context().close();
  });
});
