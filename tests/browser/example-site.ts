/** The Bắc Ninh example, built into a folder of its own and served, for tests in a browser. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFolder } from "../../src/build.ts";
import { siteApp } from "../../src/serve/app.ts";
import { listen } from "../../src/serve/listen.ts";

export interface ExampleSite {
  /** http://localhost:… */
  readonly address: string;
  /** The built files. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export async function serveExample(): Promise<ExampleSite> {
  const root = mkdtempSync(join(tmpdir(), "nhip-browser-"));
  const origin = join(import.meta.dirname, "../../examples/bac-ninh");
  for (const part of ["nhip.yaml", "classifications", "methods", "reports", "sources"])
    cpSync(join(origin, part), join(root, part), { recursive: true });
  const { diagnostics, summary } = await buildFolder(root, { progress: () => undefined });
  if (summary === undefined)
    throw new Error(`The example does not build: ${diagnostics.map(({ code }) => code).join(", ")}`);
  const folder = join(root, "dist");
  const app = siteApp({
    file: (path) => {
      try {
        return new Uint8Array(readFileSync(join(folder, path)));
      } catch {
        return undefined;
      }
    },
  });
  const listening = await listen((request) => app.fetch(request), 0);
  if (listening === undefined) throw new Error("No port to serve on");
  return {
    address: listening.address,
    folder,
    close: async () => {
      await listening.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
