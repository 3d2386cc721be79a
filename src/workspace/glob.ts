/** File patterns of a contract: `*` and `?` within one folder, `**` through folders below, `{a,b}` for alternatives; relative to the YAML file that holds them. */

export interface FilePattern {
  /** Folder up to the first wildcard, relative to the workspace; `` is the workspace itself. */
  readonly folder: string;
  /** Folders below it that can matter; `undefined` for all. */
  readonly depth: number | undefined;
  readonly matches: (path: string) => boolean;
}

/** The pattern as seen from the workspace; `undefined` for an absolute path or one with backslashes. */
export function parsePattern(pattern: string, baseFolder: string): FilePattern | undefined {
  if (/^\/|^[A-Za-z]:|\\/.test(pattern)) return undefined;
  const segments = joinedPath(baseFolder, pattern.normalize("NFC")).split("/");
  const firstWild = segments.findIndex((segment) => /[*?{]/.test(segment));
  const fixed = firstWild === -1 ? segments.length - 1 : firstWild;
  const rest = segments.at(-1) === "**" ? [...segments.slice(fixed), "*"] : segments.slice(fixed);
  const expression = new RegExp(`^${rest.map(segmentExpression).join("").replace(/\/$/, "")}$`, "u");
  const folder = segments.slice(0, fixed).join("/");
  const prefix = folder === "" ? "" : `${folder}/`;
  return {
    folder,
    depth: rest.includes("**") ? undefined : rest.length,
    matches: (path) => {
      const normal = path.normalize("NFC");
      return normal.startsWith(prefix) && expression.test(normal.slice(prefix.length));
    },
  };
}

/** `a/b` and `../c/./d` → `a/c/d`; what leaves the workspace keeps its leading `..`. */
export function joinedPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** The folder of a path: `` for a file at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The name of a file without its folders. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function segmentExpression(segment: string): string {
  if (segment === "**") return "(?:[^/]+/)*";
  const body = segment.replace(/\{([^{}]*)\}|[\\^$.*+?()[\]{}|/]/gu, (found: string, alternatives?: string) => {
    if (alternatives !== undefined) return `(?:${alternatives.split(",").map(segmentPart).join("|")})`;
    return wildcard(found);
  });
  return `${body}/`;
}

function segmentPart(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, wildcard);
}

function wildcard(character: string): string {
  if (character === "*") return "[^/]*";
  if (character === "?") return "[^/]";
  return `\\${character}`;
}
