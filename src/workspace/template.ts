/** A report template as it is written: blocks of text with the places where figures are called. Names are not looked up here (check/), nothing is computed. */

/** A stretch of the file, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `{{ iip C26 | signed }}`: what stands between the braces, and where. */
export interface Placeholder {
  readonly text: string;
  /** The whole, braces included. */
  readonly at: Stretch;
}

/** Text of a template; `S` is what stands where a figure is called: a Placeholder as written, or what checking made of it. */
export type TemplateInline<S = Placeholder> =
  | { readonly kind: "text"; readonly text: string; readonly at?: Stretch }
  | { readonly kind: "emphasis" | "strong"; readonly content: readonly TemplateInline<S>[] }
  | { readonly kind: "link"; readonly href: string; readonly content: readonly TemplateInline<S>[] }
  | { readonly kind: "slot"; readonly slot: S };

export type TextBlock<S = Placeholder> =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly kicker: readonly TemplateInline<S>[];
      readonly content: readonly TemplateInline<S>[];
    }
  | { readonly kind: "paragraph"; readonly content: readonly TemplateInline<S>[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly TemplateInline<S>[])[] };

/** `name="value"` of a directive; the value as it stands in the file. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly nameAt: Stretch;
  readonly valueAt: Stretch;
}

export interface HeadlineLine {
  readonly label: readonly TemplateInline[];
  readonly figure: Placeholder;
  readonly remark: readonly TemplateInline[];
}

export type TemplateBlock =
  | TextBlock
  | { readonly kind: "headlines"; readonly lines: readonly HeadlineLine[] }
  | {
      readonly kind: "table" | "chart";
      readonly caption: readonly TemplateInline[];
      readonly attributes: readonly Attribute[];
      readonly at: Stretch;
    }
  | {
      readonly kind: "grid";
      readonly caption: readonly TemplateInline[];
      readonly attributes: readonly Attribute[];
      readonly head: readonly (readonly TemplateInline[])[];
      readonly rows: readonly (readonly (readonly TemplateInline[])[])[];
      readonly at: Stretch;
    };

export interface Template {
  readonly title: readonly TemplateInline[];
  readonly lede: readonly TemplateInline[];
  readonly blocks: readonly TemplateBlock[];
}
