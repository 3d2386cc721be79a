/** The folders of a machine as a workspace's files. */
import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { WorkspaceFiles } from "../workspace/files.ts";

/** The files under a root folder. Folders whose name begins with a dot, `node_modules` and links to folders are passed over. */
export function workspaceFiles(root: string): WorkspaceFiles {
  return {
    list: (folder, depth = Number.POSITIVE_INFINITY) => {
      const found: string[] = [];
      collectFiles(root, folder, depth, found);
      return found.sort();
    },
    read: (path) => {
      const full = join(root, path);
      return isFile(full) ? readFileSync(full) : undefined;
    },
  };
}

/** The bytes of a file in pieces, for files that are too large to hold. */
export function* fileChunks(path: string, chunkLength: number = 1 << 20): Generator<Uint8Array> {
  const handle = openSync(path, "r");
  try {
    for (;;) {
      const chunk = new Uint8Array(chunkLength);
      const length = readSync(handle, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

function collectFiles(root: string, folder: string, depth: number, found: string[]): void {
  const full = join(root, folder);
  if (!existsSync(full) || !statSync(full).isDirectory()) return;
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth > 1 && !entry.name.startsWith(".") && entry.name !== "node_modules") {
        collectFiles(root, path, depth - 1, found);
      }
    } else if (entry.isFile() || (entry.isSymbolicLink() && isFile(join(root, path)))) found.push(path);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
