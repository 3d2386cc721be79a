/** What a build was made from, in one line: the programme, the options, and every file's content. Equal fingerprints mean equal results. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Folders of results and of tools; what is in them is never an input. */
const notInputs = new Set(["dist", ".nhip", ".git", "node_modules"]);
/** Larger files are told apart by size and time of change instead of content. */
const hashedBytes = 256_000_000;

/** Paths of the workspace's own files, sorted, with forward slashes. */
export function workspacePaths(root: string): readonly string[] {
  const paths: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (notInputs.has(entry.name) || entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (statSync(path, { throwIfNoEntry: false })?.isFile() === true)
        paths.push(relative(root, path).split(sep).join("/"));
    }
  };
  visit(root);
  return paths.sort();
}

/** The fingerprint of a workspace's own files, with the programme and the options that read them. */
export function fingerprintOf(root: string, programme: string, options: string): string {
  const hash = createHash("sha256");
  hash.update(`${programme}\n${options}\n`);
  for (const path of workspacePaths(root)) hash.update(`${path}\n${contentMark(join(root, path))}\n`);
  return hash.digest("hex");
}

/**
 * The fingerprint of files beyond the workspace that its sources name, and of what else lies in their folders: a new file
 * there may be next month's.
 */
export function outsideFingerprint(root: string, outside: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of new Set(outside.map((path) => dirname(path))))
    hash.update(`${folder}\n${namesIn(join(root, folder))}\n`);
  for (const path of outside) hash.update(`${path}\n${contentMark(join(root, path))}\n`);
  return hash.digest("hex");
}

function namesIn(folder: string): string {
  try {
    return readdirSync(folder).sort().join("\n");
  } catch {
    return "absent";
  }
}

/** The programme as it is on disk: each of its files with size and time of change. */
export function programmeMark(folder: string): string {
  const hash = createHash("sha256");
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (!entry.name.endsWith(".d.ts")) {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${path}\n${String(size)}\n${String(mtimeMs)}\n`);
      }
    }
  };
  visit(folder);
  return hash.digest("hex");
}

function contentMark(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    if (size > hashedBytes) return `${String(size)} ${String(mtimeMs)}`;
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return "absent";
  }
}
