/** The words of a language. */
import type { Language } from "../model/text.ts";
import { en } from "./en.ts";
import type { Lexicon } from "./lexicon.ts";
import { vi } from "./vi.ts";

const lexicons: Readonly<Record<Language, Lexicon>> = { vi, en };

export function lexiconOf(language: Language): Lexicon {
  return lexicons[language];
}
