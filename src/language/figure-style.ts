/** How a figure is asked for and how it is printed: the styles after `|` in a template, and the digits a method displays. */

export const figureForms = [
  "phrase",
  "short",
  "signed",
  "number",
  "unit",
  "estimated",
  "over",
  "nearly",
  "multiple",
  "balance",
  "parts",
] as const;
export type FigureForm = (typeof figureForms)[number];

/** Words after `|` that change a form; `decimals` and `scale` are followed by a number. */
export const figureModifiers = ["compared", "capital", "decimals", "scale"] as const;

export interface FigureStyle {
  readonly form: FigureForm;
  /** Says what a change is compared with. */
  readonly compared: boolean;
  /** With a capital letter, for the beginning of a sentence. */
  readonly capital: boolean;
  /** Digits after the mark, instead of the method's. */
  readonly decimals: number | undefined;
  /** Power of ten, instead of the method's. */
  readonly scale: number | undefined;
}

export const plainStyle: FigureStyle = {
  form: "phrase",
  compared: false,
  capital: false,
  decimals: undefined,
  scale: undefined,
};

/** What a method says of printing: `scale` 9 prints tỷ, `decimals` those of a level, `growth` those of a change. */
export interface FigureDisplay {
  readonly scale?: number | undefined;
  readonly decimals?: number | undefined;
  readonly growth?: number | undefined;
}
