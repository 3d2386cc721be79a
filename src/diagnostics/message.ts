/** The wording of one diagnostic in one language (style: headline one clause without full stop; label at most five words; help one thing to do). */
import type { Language } from "../model/text.ts";

export interface Message {
  /** What is wrong, with the user's own value. */
  readonly headline: string;
  /** Under the carets. */
  readonly label?: string | undefined;
  /** What was expected and where that is declared. */
  readonly notes?: readonly string[] | undefined;
  /** One thing to do; a question when guessing. */
  readonly help?: string | undefined;
}

/** One group of the catalogue: each code's wording in each language. */
export type MessagesOf<P> = { readonly [C in keyof P]: { readonly [L in Language]: (params: P[C]) => Message } };
