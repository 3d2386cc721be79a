/** The language to speak before a workspace says which: Vietnamese where the machine's locale is Vietnamese, English elsewhere. */
import type { Language } from "../model/text.ts";

export function languageOfMachine(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? "";
  return locale.toLowerCase().startsWith("vi") ? "vi" : "en";
}
