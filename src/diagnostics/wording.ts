/** Pieces that sentences of the messages share: quoted values, lists, counts in the reader's notation. */
import type { Language } from "../model/text.ts";
import { graphemeCount, graphemesOf } from "./graphemes.ts";

/** A value of the user's in quotation marks; long ones are cut, and characters that do not show are shown. */
export function quoted(value: string): string {
  const shown = visible(value);
  return graphemeCount(shown) <= 60 ? `"${shown}"` : `"${graphemesOf(shown).slice(0, 57).join("")}…"`;
}

/** The text with control and direction characters replaced by signs that can be seen and do nothing. */
export function visible(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u001f]/g, (character) => String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0)))
    .replace(/[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "\ufffd");
}

/** `a`, `b` or `c`; at most twenty, then how many more there are. */
export function codeList(names: readonly string[], language: Language, joint: "or" | "and" = "or"): string {
  const most = 20;
  const shown = names.slice(0, most).map((name) => `\`${visible(name)}\``);
  const words = { vi: { or: "hoặc", and: "và" }, en: { or: "or", and: "and" } }[language];
  const rest = names.length - shown.length;
  if (rest > 0) {
    const more = {
      vi: `… (và ${countText(rest, language)} mục khác)`,
      en: `… (and ${countText(rest, language)} more)`,
    };
    return `${shown.join(", ")} ${more[language]}`;
  }
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} ${words[joint]} ${last}`;
}

/** `a → b → a`; the middle of a long way is left out. */
export function wayText(steps: readonly string[]): string {
  const shown = steps.length <= 10 ? steps : [...steps.slice(0, 5), "…", ...steps.slice(-3)];
  return shown.map(visible).join(" → ");
}

/** A whole number with the grouping mark of the language: 4.812 and 4,812. */
export function countText(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
}

/** A number of a declaration as the language writes it: 1.000,5 and 1,000.5. */
export function numberText(value: number, language: Language): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  return decimals === undefined ? grouped : `${grouped}${language === "vi" ? "," : "."}${decimals}`;
}

/** "1 file", "3 files". */
export function counted(count: number, singular: string, plural: string): string {
  return `${countText(count, "en")} ${count === 1 ? singular : plural}`;
}

/** The question that guesses what was meant, where something is near. */
export function didYouMean(name: string | undefined): { readonly vi?: string; readonly en?: string } {
  return name === undefined ? {} : { vi: `có phải ${quoted(name)}?`, en: `did you mean ${quoted(name)}?` };
}
