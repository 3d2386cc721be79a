/** A composed report: one tree that every writer (web page, Word, PDF …) turns into its own form. Every figure holds the observation it shows. */
import type { Decimal } from "../model/decimal.ts";
import type { LocalText, Language } from "../model/text.ts";
import type { Month } from "../model/period.ts";

export interface FigureInline {
  readonly kind: "figure";
  /** Id of the observation shown. */
  readonly observation: string;
  /** As printed, in the document's language: "tăng 7,5%", "74.778 tỷ đồng". */
  readonly text: string;
}

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "emphasis" | "strong"; readonly content: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly content: readonly Inline[] }
  | FigureInline;

export interface Cell {
  readonly text: string;
  /** Where the cell holds more than one figure, or a figure among words. */
  readonly content?: readonly Inline[];
  readonly observation?: string;
  readonly align: "start" | "end";
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  /** The caption with its figures. */
  readonly captionContent: readonly Inline[];
  readonly unit?: string;
  /** Head rows; a cell may span columns. */
  readonly head: readonly (readonly { readonly text: string; readonly span: number }[])[];
  /** `depth` indents the stub: 0 for the whole, 1 for its parts … */
  readonly rows: readonly { readonly depth: number; readonly strong: boolean; readonly cells: readonly Cell[] }[];
  readonly source: string;
}

export interface ChartPoint {
  readonly label: string;
  /** In the chart's unit, at full precision. */
  readonly value: Decimal;
  /** As printed beside the mark. */
  readonly text: string;
  /** None for what remains of a whole. */
  readonly observation: string | undefined;
  readonly highlighted: boolean;
}

export interface ChartBlock {
  readonly kind: "chart";
  readonly type: "bars" | "line" | "columns";
  /** A sentence that states the finding. */
  readonly title: string;
  /** The title with its figures. */
  readonly titleContent: readonly Inline[];
  readonly unit: string;
  readonly points: readonly ChartPoint[];
  readonly source: string;
}

export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly kicker?: string;
      readonly content: readonly Inline[];
    }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | TableBlock
  | ChartBlock;

/** One of the figures on the front page's ruled grid. */
export interface HeadlineFigure {
  readonly label: string;
  /** "trên", where the number is a bound. */
  readonly prefix: string | undefined;
  readonly number: string;
  readonly unit: string;
  /** "tăng, 9 tháng so với cùng kỳ". */
  readonly remark: string;
  /** The remark with its figures. */
  readonly remarkContent: readonly Inline[];
  readonly direction: "up" | "down" | "level";
  readonly observation: string;
  /** The series behind the sparkline, oldest first. */
  readonly series: readonly Decimal[];
}

export interface ReportDocument {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** The title with its figures. */
  readonly titleContent: readonly Inline[];
  readonly lede: readonly Inline[];
  readonly period: Month;
  /** "9 tháng năm 2024". */
  readonly periodName: string;
  readonly publication: LocalText;
  readonly notice: string | undefined;
  readonly headlines: readonly HeadlineFigure[];
  readonly blocks: readonly Block[];
}
