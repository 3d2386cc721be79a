/** The site's fonts with their licences, from the packages that carry them: found from dist/, from the sources and where the programme is installed. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fontFiles, fontFolder, fontPackages } from "../publish/site-fonts.ts";
import type { SiteAssets } from "../publish/site.ts";

export function readSiteAssets(): SiteAssets {
  const { resolve } = createRequire(import.meta.url);
  const fonts = fontFiles.map(({ package: name, file }): readonly [string, Uint8Array] => [
    `${fontFolder}${file}`,
    readFileSync(resolve(`${name}/files/${file}`)),
  ]);
  const licences = fontPackages.map((name): readonly [string, Uint8Array] => [
    `${fontFolder}LICENSE-${name.split("/")[1] ?? name}.txt`,
    readFileSync(resolve(`${name}/LICENSE`)),
  ]);
  return new Map([...fonts, ...licences]);
}
