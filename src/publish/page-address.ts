/** Where each page of the site stands, and how one page links to another: always relative, so that the site works under any path and from a disk. */
import type { Language } from "../model/text.ts";

/** The folder of a language's pages: the workspace's first language has the root. */
export interface LanguageFolder {
  readonly language: Language;
  /** "" or "en/". */
  readonly folder: string;
}

/** `index.html` for the first report of a language, `reports/<id>.html` for the others. */
export function reportAddress({ folder }: LanguageFolder, id: string, isFirst: boolean): string {
  return isFirst ? `${folder}index.html` : `${folder}reports/${safeName(id)}.html`;
}

export function figureAddress({ folder }: LanguageFolder, observation: string): string {
  return `${folder}figures/${safeName(observation)}.html`;
}

/** Longest name that every file system takes, with room for an ending. */
const longestName = 140;

/**
 * A file name for any text: letters, digits, `-` and `_` stay, `/` becomes `.`, all else becomes `~` and its number; a name
 * too long ends in a hash of its text.
 */
export function safeName(text: string): string {
  const name = text
    .replace(/[^A-Za-z0-9_/-]/gu, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}`)
    .replaceAll("/", ".");
  return name.length <= longestName ? name : `${name.slice(0, longestName - 17)}~${hashOf(text)}`;
}

/** FNV-1a, 64 bits: only to tell names apart. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

/** The link that leads from one page to another file of the site: `../assets/nhip.css`. A folder's own page is named by the file, which a disk needs. */
export function relativeLink(from: string, to: string): string {
  const start = from.split("/").slice(0, -1);
  const end = to.split("/");
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared += 1;
  return [...start.slice(shared).map(() => ".."), ...end.slice(shared)].join("/");
}
