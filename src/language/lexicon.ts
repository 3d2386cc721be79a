/** What a language must be able to say for a report to be written in it. The words are in vi.ts and en.ts; lexicon-of.ts gives them. */
import type { DerivationRule } from "../model/derivation.ts";
import type { Measure, ObservationStatus } from "../model/observation.ts";
import type { Basis, Month } from "../model/period.ts";
import type { Language } from "../model/text.ts";
import type { Direction } from "./growth-words.ts";
import type { PageWords } from "./page-words.ts";

/** What a change is measured against. */
export interface Comparison {
  readonly measure: "growth" | "growth-previous";
  readonly period: Month;
  readonly basis: Basis;
}

export interface Lexicon {
  readonly language: Language;
  /** "tỷ đồng" for VND at scale 9, "%" for percent, "" where a number stands alone. `one`: the number before it is 1. */
  readonly unitName: (unit: string, scale: number, one: boolean) => string;
  /** "tăng 7,5%", "giảm 1,3%", "gấp 2,9 lần"; `number` is printed without sign and with its unit. `short` fits beside another figure: "up 7.5%"; `compared`: what it is compared with follows. */
  readonly change: (change: {
    readonly direction: Direction;
    readonly told: "percent" | "multiple";
    readonly number: string;
    readonly short: boolean;
    readonly compared: boolean;
  }) => string;
  /** "gấp 1,3 lần"; `above`: the number printed is above 1. */
  readonly multiple: (number: string, above: boolean) => string;
  /** Adds what it is compared with: "so với cùng kỳ năm 2023". */
  readonly compared: (phrase: string, comparison: Comparison, told: "level" | "percent" | "multiple") => string;
  /** "tương đương cùng kỳ", "tương đương cùng kỳ năm 2023". */
  readonly levelWith: (comparison: Comparison, full: boolean, short: boolean) => string;
  /** "ước 74.778 tỷ đồng" for an estimate, "đạt …" otherwise. */
  readonly estimated: (figure: string, status: ObservationStatus) => string;
  readonly over: (figure: string) => string;
  readonly nearly: (figure: string) => string;
  /** "đứng đầu cả nước", "đứng thứ 2 cả nước"; `short` where the country has been named: "đứng thứ 2". */
  readonly rank: (place: bigint, short: boolean) => string;
  readonly plan: (figure: string) => string;
  readonly share: (figure: string) => string;
  /** "đóng góp 6,10 điểm phần trăm"; `number` without sign, with its unit. */
  readonly contribution: (number: string, direction: Direction) => string;
  /** "xuất siêu 4,4 tỷ USD". */
  readonly balance: (figure: string, direction: Direction) => string;
  readonly remainder: string;
  /** The joint between two parts of a list: "; ". */
  readonly partJoint: string;
  /** "tháng 9 năm 2024", "9 tháng năm 2024", "quý III năm 2024", "năm 2024", "30/9/2024". */
  readonly periodName: (period: Month, basis: Basis) => string;
  /** The same as a table's head has room for: "9 tháng 2024". */
  readonly periodHead: (period: Month, basis: Basis) => string;
  /** The months without the year: "9 tháng". */
  readonly periodSpan: (period: Month, basis: Basis) => string;
  readonly monthLabel: (period: Month) => string;
  /** "cùng kỳ năm 2023". */
  readonly samePeriod: (period: Month, basis: Basis) => string;
  /** The last day of the month: "30/9/2024". */
  readonly endDate: (period: Month) => string;
  /** A measure as a column is headed: "so với cùng kỳ, %"; a level is headed by its unit. */
  readonly measureHead: (measure: Measure, basis: Basis, unitName: string) => string;
  /** A measure as a figure is titled: "mức tăng so với cùng kỳ". */
  readonly measureName: (measure: Measure) => string;
  /** The remark under a headline figure. */
  readonly headlineRemark: (remark: HeadlineRemark) => string;
  /** "41 dòng nguồn". */
  readonly rows: (count: number) => string;
  /** "Nguồn: điều tra công nghiệp tháng. Dòng số liệu là mô phỏng." */
  readonly sourceLine: (titles: readonly string[], simulated: boolean) => string;
  readonly statusName: Readonly<Record<ObservationStatus, string>>;
  /** How a step of a derivation was made, in one sentence. */
  readonly derivation: Readonly<Record<DerivationRule, string>>;
  readonly page: PageWords;
}

/** What stands under a headline figure where its template says nothing. */
export type HeadlineRemark =
  | { readonly kind: "change"; readonly direction: Direction; readonly span: string; readonly comparison: Comparison }
  | { readonly kind: "level"; readonly change: string; readonly comparison: Comparison }
  | { readonly kind: "multiple" | "share" | "contribution" | "rank"; readonly span: string }
  | { readonly kind: "plan"; readonly year: number }
  | { readonly kind: "period"; readonly name: string };
