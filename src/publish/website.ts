/** Documents and observations → the files of the site. */
import type { SiteInput } from "./site.ts";

export function publishSite({ assets }: SiteInput): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([...assets, ["index.html", "<!doctype html>"]]);
}
