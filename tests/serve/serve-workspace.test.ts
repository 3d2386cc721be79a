/** `nhip serve`: the built site and its rows on this machine, as they stand after another build, until told to stop. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildFolder } from "../../src/build.ts";
import { minimalWith } from "../minimal-workspace.ts";

const root = mkdtempSync(join(tmpdir(), "nhip-serve-"));
const main = join(import.meta.dirname, "../../src/cli/main.ts");
const report = (text: string): string => `---\ntitle: ${text}\n---\n\nXuất khẩu {{ exports }}.\n`;
const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const running: ChildProcess[] = [];

function start(port: string): ChildProcess {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, "serve", root, "--port", port],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  running.push(child);
  return child;
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const address = /http:\/\/\S+/.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The server did not say where it is: ${said}`);
}

beforeAll(() => {
  for (const [path, content] of Object.entries(minimalWith({ "reports/month.vi.md": report("Lần một") })))
    write(path, content);
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("nhip serve", () => {
  it("builds what is not built, serves it with its rows, shows a later build, and stops when told", async () => {
    const child = start("0");
    const address = await addressOf(child);
    expect(address).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await (await fetch(address)).text()).toContain("Lần một");
    const rows = await fetch(`${address}/rows?lang=vi&cells=exports&item=_T&territory=27&from=2024-01&to=2024-02`);
    expect(rows.status).toBe(200);
    expect(await rows.text()).toMatch(/sources\/customs\/2024-01\.csv<\/th><td>2<\/td>/);
    write("reports/month.vi.md", report("Lần hai"));
    await buildFolder(root, { period: undefined, progress: () => undefined });
    expect(await (await fetch(address)).text()).toContain("Lần hai");
    child.kill("SIGTERM");
    const [status] = (await once(child, "exit")) as readonly unknown[];
    expect(status).toBe(0);
  }, 60_000);

  it("says that a port is taken, without a trace of the programme", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const child = start(String(typeof address === "object" ? address?.port : 0));
    let told = "";
    child.stderr?.on("data", (chunk) => (told += String(chunk)));
    const [status] = (await once(child, "exit")) as readonly unknown[];
    taken.close();
    expect(status).toBe(1);
    expect(told).not.toMatch(/\bat .*\.ts|Error:/);
  }, 60_000);
});
