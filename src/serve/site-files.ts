/** What the server answers for a path of the published site: which file, of which type, and where a folder's own page is. */

/** The content of a file of the site by its path without a leading slash; `undefined` where there is none. */
export type SiteFile = (path: string) => Uint8Array<ArrayBuffer> | string | undefined;

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  woff2: "font/woff2",
  parquet: "application/vnd.apache.parquet",
};

export function contentType(path: string): string {
  return types[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** The parts of a URL's path, decoded; `undefined` where one of them could lead anywhere but down. */
export function pathParts(pathname: string): readonly string[] | undefined {
  try {
    const parts = pathname.split("/").slice(1).map(decodeURIComponent);
    const isSafe = parts.every(
      (part, at) => (part !== "" || at === parts.length - 1) && part !== "." && part !== ".." && !/[/\\\0:]/.test(part),
    );
    return isSafe ? parts : undefined;
  } catch {
    return undefined;
  }
}

export type Found =
  | { readonly kind: "file"; readonly path: string; readonly content: Uint8Array<ArrayBuffer> | string }
  | { readonly kind: "folder"; readonly name: string }
  | { readonly kind: "nothing" };

/** A file, a folder that wants a slash after its name, or nothing. */
export function findFile(pathname: string, file: SiteFile): Found {
  const parts = pathParts(pathname);
  if (parts === undefined) return { kind: "nothing" };
  const path = parts.join("/");
  const full = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const content = file(full);
  if (content !== undefined) return { kind: "file", path: full, content };
  return full === path && file(`${path}/index.html`) !== undefined
    ? { kind: "folder", name: parts.at(-1) ?? "" }
    : { kind: "nothing" };
}
