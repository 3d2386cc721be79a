/** `npm run screenshot`: makes the pictures of docs/images/ anew, from the page that the Bắc Ninh example really gives. Needs a Chromium. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumFlags, findChromium } from "./chromium.ts";
import { StepFailed, root, step } from "./step.mjs";

interface Picture {
  readonly file: string;
  /** What a reader does to see it. */
  readonly path: string;
  readonly height: number;
}

const pictures: readonly Picture[] = [
  { file: "report-vi.png", path: "/", height: 1180 },
  { file: "report-en.png", path: "/en/", height: 1180 },
];

const nhip = join(root, "dist/cli/main.js");
const example = "examples/bac-ninh";
const folder = join(root, "docs/images");

const program = findChromium();
if (program === undefined) {
  throw new StepFailed("No Chromium on the PATH: install one, or name it in CHROMIUM");
}
const built = spawnSync(process.execPath, [nhip, "build", example], { cwd: root, stdio: "inherit" });
if (built.status !== 0) {
  throw new StepFailed("The example does not build");
}
mkdirSync(folder, { recursive: true });
const port = await freePort();
const server = spawn(process.execPath, [nhip, "serve", example, "--port", String(port)], {
  cwd: root,
  stdio: "ignore",
});
const browser = await chromium.launch({ executablePath: program, args: [...chromiumFlags] });
try {
  await untilItAnswers(server, port);
  for (const { file, path, height } of pictures) {
    await step("picture", async () => {
      const page = await browser.newPage({ viewport: { width: 1240, height }, colorScheme: "light" });
      await page.goto(`http://localhost:${port}${path}`, { waitUntil: "networkidle" });
      await page.screenshot({ path: join(folder, file) });
      await page.close();
      return `docs/images/${file}`;
    });
  }
} finally {
  await browser.close();
  server.kill();
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "localhost");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function untilItAnswers(child: ChildProcess, at: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) {
      break;
    }
    const answer = await fetch(`http://localhost:${at}/`).catch(() => undefined);
    if (answer?.ok === true) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new StepFailed("The server does not answer");
}
