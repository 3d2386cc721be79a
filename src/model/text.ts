/** Words for readers in each language the product writes. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

export interface LocalText {
  readonly vi: string;
  readonly en: string;
}
