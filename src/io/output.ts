/** Writes what a build made: all of it or nothing. Files go to a folder beside the target, which then takes its place. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface OutputFile {
  /** Relative to the target folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A folder being filled: becomes the target by `commit`, disappears by `discard`. */
export interface StagedFolder {
  readonly path: string;
  readonly commit: () => void;
  readonly discard: () => void;
}

export function stageFolder(target: string): StagedFolder {
  const staged = `${target}.new-${String(process.pid)}`;
  const former = `${target}.old-${String(process.pid)}`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  return {
    path: staged,
    commit: () => {
      if (existsSync(target)) renameSync(target, former);
      renameSync(staged, target);
      rmSync(former, { recursive: true, force: true });
    },
    discard: () => {
      rmSync(staged, { recursive: true, force: true });
    },
  };
}

export function writeFiles(folder: string, files: Iterable<OutputFile>): void {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The path of a folder under another, made where it is not there. */
export function folderIn(root: string, ...names: readonly string[]): string {
  const path = join(root, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}
