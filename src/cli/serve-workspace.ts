/** Serves a built workspace on this machine: its dist/ as it stands at each request, and the rows behind its figures. */
import type { Stats } from "node:fs";
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { checkFolder, internalFolder, publicFolder } from "../build.ts";
import { textSql } from "../compute/engine.ts";
import type { Computed } from "../compute/lineage.ts";
import { readLineage } from "../compute/lineage.ts";
import { selectRows } from "../compute/select-rows.ts";
import { openDuckDb } from "../io/duckdb.ts";
import type { LocalText } from "../model/text.ts";
import { languages } from "../model/text.ts";
import { siteApp } from "../serve/app.ts";
import { listen } from "../serve/listen.ts";
import type { InternalRows } from "../serve/rows.ts";
import type { SiteFile } from "../serve/site-files.ts";

export type ServedWorkspace =
  | { readonly ok: true; readonly title: LocalText; readonly address: string; readonly closed: Promise<void> }
  | { readonly ok: false };

/** Serves until the process is told to stop; not ok where the port cannot be had. */
export async function serveWorkspace(root: string, port: number): Promise<ServedWorkspace> {
  const { workspace } = checkFolder(root, undefined);
  const title = workspace?.declaration.title ?? { vi: basename(root), en: basename(root) };
  const rows = internalRows(root, title, workspace);
  const app = siteApp({ file: currentFiles(join(root, publicFolder)), internal: rows.internal });
  const listening = await listen((request) => app.fetch(request), port);
  if (listening === undefined) return { ok: false };
  const closed = untilToldToStop().then(async () => {
    await listening.close();
    await rows.close();
  });
  return { ok: true, title, address: listening.address, closed };
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}

/** Files as they are now: a build puts a new folder in the place of the old one. */
function currentFiles(folder: string): SiteFile {
  const read = new Map<string, { readonly version: string; readonly content: Uint8Array<ArrayBuffer> }>();
  return (path) => {
    const status = statusOf(join(folder, path));
    if (status?.isFile() !== true) return undefined;
    const version = `${String(status.ino)} ${String(status.size)} ${String(status.mtimeMs)}`;
    const known = read.get(path);
    if (known?.version === version) return known.content;
    const content = new Uint8Array(readFileSync(join(folder, path)));
    read.set(path, { version, content });
    return content;
  };
}

/** Also `undefined` where no file system could have such a name. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Rows through the lineage of the last build; lineage and engine are opened when the first row is asked for. */
function internalRows(
  root: string,
  publication: LocalText,
  workspace: ReturnType<typeof checkFolder>["workspace"],
): { readonly internal: InternalRows; readonly close: () => Promise<void> } {
  const folder = join(root, internalFolder, "lineage");
  const lineageFile = join(folder, "lineage.json");
  let kept: { readonly version: number; readonly computed: Computed } | undefined;
  const computed = (): Computed => {
    const version = statSync(lineageFile).mtimeMs;
    if (kept?.version !== version) kept = { version, computed: readLineage(readFileSync(lineageFile, "utf8")) };
    return kept.computed;
  };
  let opened: ReturnType<typeof openDuckDb> | undefined;
  return {
    internal: {
      publication,
      languages: workspace?.declaration.languages ?? languages,
      rows: async (selection, limit, offset) => {
        opened ??= openDuckDb({});
        const tableOf = (source: string): string =>
          `read_parquet(${textSql(join(folder, "rows", `${source}.parquet`))})`;
        return selectRows(selection, { plan: computed().plan, engine: await opened, tableOf, limit, offset });
      },
      sourceOf: ({ cells }) => {
        const { plan } = computed();
        const query = plan.cells.find(({ id }) => id === cells);
        const source = plan.sources.find(({ id }) => id === query?.source);
        if (source === undefined) return undefined;
        const title = workspace?.sources.get(source.id)?.declaration.value.title ?? { vi: source.id, en: source.id };
        return { title, simulated: source.simulated, confidential: source.confidential };
      },
    },
    close: async () => {
      (await opened)?.close();
    },
  };
}
