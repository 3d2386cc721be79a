/** Words of a template with its figures put in. */
import type { ResolvedFigure, ResolvedInline } from "../check/resolved-report.ts";
import { capitalized, figurePhrase } from "../language/figure-phrase.ts";
import { periodWord } from "../language/period-words.ts";
import { observationId } from "../model/observation.ts";
import type { ComposeContext } from "./context.ts";
import { requireFigure } from "./context.ts";
import { composeParts } from "./compose-parts.ts";
import type { Inline } from "./document.ts";

export function composeInlines(inlines: readonly ResolvedInline[], context: ComposeContext): readonly Inline[] {
  return inlines.flatMap((inline) => composeInline(inline, context));
}

function composeInline(inline: ResolvedInline, context: ComposeContext): readonly Inline[] {
  switch (inline.kind) {
    case "text":
      return [{ kind: "text", text: inline.text }];
    case "emphasis":
    case "strong":
      return [{ kind: inline.kind, content: composeInlines(inline.content, context) }];
    case "link":
      return [{ kind: "link", href: inline.href, content: composeInlines(inline.content, context) }];
    case "slot": {
      const { slot } = inline;
      if (slot.kind === "figure") return composeFigure(slot.figure, context);
      const { month, workspace, language, lexicon } = context;
      const text = periodWord(
        slot.word,
        { month, territory: workspace.declaration.territory.name[language], short: slot.short },
        lexicon,
      );
      return [{ kind: "text", text: slot.capital ? capitalized(text) : text }];
    }
  }
}

/** A figure as an inline; nothing, and a diagnostic, where there are no data. */
export function composeFigure({ key, style, name, at }: ResolvedFigure, context: ComposeContext): readonly Inline[] {
  const found = requireFigure(key, name, at, context);
  if (found === undefined) return [];
  if (style.form === "parts") return composeParts(found, style, at, context);
  return [{ kind: "figure", observation: observationId(key), text: figurePhrase(found, style, context.lexicon) }];
}

/** The words alone. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
        case "figure":
          return inline.text;
        case "emphasis":
        case "strong":
        case "link":
          return plainText(inline.content);
      }
    })
    .join("");
}
