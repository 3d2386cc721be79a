/** Writes what a build made: all of it or nothing. Files go to a folder beside the target, which then takes its place. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

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

/** Stages a folder beside the target, after taking away what builds that were killed left there. */
export function stageFolder(target: string): StagedFolder {
  refuseFile(target);
  sweepLeftovers(target);
  const staged = `${target}.new-${String(process.pid)}`;
  const former = `${target}.old-${String(process.pid)}`;
  mkdirSync(staged, { recursive: true });
  return {
    path: staged,
    commit: () => {
      const replaces = existsSync(target);
      if (replaces) renameSync(target, former);
      try {
        renameSync(staged, target);
      } catch (error) {
        if (replaces) renameSync(former, target);
        throw error;
      }
      rmSync(former, { recursive: true, force: true });
    },
    discard: () => {
      rmSync(staged, { recursive: true, force: true });
    },
  };
}

/** A file of the user's that has the name of the results stays what it is. */
function refuseFile(target: string): void {
  if (existsSync(target) && !statSync(target).isDirectory()) {
    throw Object.assign(new Error(`${target} is a file, and a build writes a folder of that name`), {
      syscall: "mkdir",
    });
  }
}

function sweepLeftovers(target: string): void {
  const folder = dirname(target);
  const name = basename(target);
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    const [, state, pid] = /^(.+)[.](?:new|old)-(\d+)$/.exec(entry) ?? [];
    if (state !== name || pid === undefined || isRunning(Number(pid))) continue;
    rmSync(join(folder, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
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
