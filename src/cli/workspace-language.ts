/** The language to answer in: what was asked for, else the first of the workspace's, else the machine's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../model/text.ts";
import type { Invocation } from "./invocation.ts";

/** Looks at nhip.yaml's `languages` line alone: messages about a broken nhip.yaml need a language too. */
export function workspaceLanguage({ chosenLanguage, machineLanguage }: Invocation, root: string): Language {
  if (chosenLanguage !== undefined) return chosenLanguage;
  const declared = /^languages:\s*(?:\[\s*|\n\s*-\s*)["']?(vi|en)\b/m.exec(
    readFileSync(join(root, "nhip.yaml"), "utf8"),
  )?.[1];
  return declared === "vi" || declared === "en" ? declared : machineLanguage;
}
