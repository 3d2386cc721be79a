/** A report template in which every name is resolved: what can still be missing is an observation. */
import type { Span } from "../diagnostics/diagnostic.ts";
import type { FigureStyle } from "../language/figure-style.ts";
import type { PeriodWord } from "../language/period-words.ts";
import type { ObservationKey } from "../model/observation.ts";
import type { TemplateInline, TextBlock } from "../workspace/template.ts";

export interface ResolvedFigure {
  readonly key: ObservationKey;
  readonly style: FigureStyle;
  /** As the template calls it. */
  readonly name: string;
  readonly at: Span;
}

export type Slot =
  | { readonly kind: "figure"; readonly figure: ResolvedFigure }
  | { readonly kind: "words"; readonly word: PeriodWord; readonly short: boolean; readonly capital: boolean };

export type ResolvedInline = TemplateInline<Slot>;

/** The key of a column or a chart without its item. */
export type ItemlessKey = Omit<ObservationKey, "item">;

export interface ResolvedColumn {
  readonly key: ItemlessKey;
  /** The column's own name, where the template gives one. */
  readonly name: readonly ResolvedInline[] | undefined;
}

/** Items of one classification, in its order. */
export interface ItemList {
  readonly classification: string;
  readonly codes: readonly string[];
  /** Whether the template names the codes itself: then each is printed, even where there is nothing of it. */
  readonly named: boolean;
  /** At most so many, the largest; `undefined` for all. */
  readonly top: number | undefined;
}

export interface ResolvedTable {
  readonly kind: "table";
  readonly caption: readonly ResolvedInline[];
  readonly indicator: string;
  readonly items: ItemList;
  readonly columns: readonly ResolvedColumn[];
  /** Index of the column that `top` looks at. */
  readonly sort: number;
  /** Name of the whole's row; `undefined` for the classification's, `none` for no such row. */
  readonly total: readonly ResolvedInline[] | "none" | undefined;
  readonly at: Span;
}

export interface ResolvedGrid {
  readonly kind: "grid";
  readonly caption: readonly ResolvedInline[];
  readonly unit: readonly ResolvedInline[] | undefined;
  readonly head: readonly (readonly ResolvedInline[])[];
  readonly rows: readonly (readonly (readonly ResolvedInline[])[])[];
  readonly at: Span;
}

export type ChartMarks =
  | { readonly kind: "items"; readonly key: ItemlessKey; readonly items: ItemList }
  | { readonly kind: "months"; readonly keys: readonly ObservationKey[] }
  | {
      readonly kind: "figures";
      readonly figures: readonly {
        readonly figure: ResolvedFigure;
        readonly label: readonly ResolvedInline[] | undefined;
      }[];
    };

export interface ResolvedChart {
  readonly kind: "chart";
  readonly type: "bars" | "line" | "columns";
  readonly title: readonly ResolvedInline[];
  readonly marks: ChartMarks;
  /** The item, month or figure to stand out; `undefined` for the largest. */
  readonly highlight: string | undefined;
  readonly at: Span;
}

export type ResolvedBlock =
  | TextBlock<Slot>
  | {
      readonly kind: "headlines";
      readonly lines: readonly {
        readonly label: readonly ResolvedInline[];
        readonly figure: ResolvedFigure;
        readonly remark: readonly ResolvedInline[];
      }[];
    }
  | ResolvedTable
  | ResolvedGrid
  | ResolvedChart;

export interface ResolvedReport {
  readonly title: readonly ResolvedInline[];
  readonly lede: readonly ResolvedInline[];
  readonly blocks: readonly ResolvedBlock[];
}
