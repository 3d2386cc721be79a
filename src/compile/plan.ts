/** What a build will do, as plain data: printable, hashable, comparable. Making one cannot fail; running it can only meet wrong data values. */
import type { SourceFile } from "../check/checked.ts";
import type { Basis, Month } from "../model/period.ts";
import type { MethodDeclaration } from "../workspace/declarations/method.ts";
import type { ColumnDeclaration } from "../workspace/declarations/source.ts";

export interface ColumnPlan {
  readonly name: string;
  /** The texts that name it in a file's head. */
  readonly headers: readonly string[];
  readonly declaration: ColumnDeclaration;
}

export interface SourcePlan {
  readonly id: string;
  readonly files: readonly SourceFile[];
  readonly columns: readonly ColumnPlan[];
  readonly key: readonly string[];
  readonly decimalMark: "." | "," | undefined;
  readonly delimiter: string;
  /** Column of the reference month; `_month` where the file's name gives it; `undefined` for a source without months. */
  readonly month: string | undefined;
  readonly complete: boolean;
  readonly confidential: boolean;
  readonly simulated: boolean;
}

/** A condition on the rows of a source: column → allowed codes. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** The heavy step: rows → one cell for each item, territory and month. */
export interface CellQuery {
  /** `retail`, or `exports:goods` for a breakdown: names the cells in the lineage. */
  readonly id: string;
  readonly source: string;
  readonly where: Where;
  /** The column with the item's code; `undefined` for the whole. */
  readonly item: string | undefined;
  /** The classification of the items: what is counted anew at each level needs to know the levels above. */
  readonly classification: string | undefined;
  readonly territory: string | undefined;
  readonly month: string;
  readonly aggregate: CellAggregate;
}

export type CellAggregate =
  | { readonly kind: "sum"; readonly column: string; readonly multiplier: number; readonly weight: string | undefined }
  | { readonly kind: "rows" }
  | { readonly kind: "distinct"; readonly column: string }
  | {
      readonly kind: "survey";
      readonly column: string;
      readonly multiplier: number;
      readonly unit: string;
      readonly stratum: string;
    }
  /** What has begun and, where `closed` says when, has not ended; rows, or distinct values of a column. */
  | { readonly kind: "open"; readonly closed: string | undefined; readonly count: string | undefined }
  | {
      readonly kind: "quantities";
      readonly column: string;
      readonly establishment: string | undefined;
      readonly groups: readonly string[];
      readonly impute: boolean;
    }
  | { readonly kind: "latest"; readonly column: string; readonly multiplier: number };

export interface Breakdown {
  readonly classification: string;
  readonly cells: string;
}

export interface IndicatorPlan {
  readonly id: string;
  readonly method: MethodDeclaration;
  readonly bases: readonly Basis[];
  /** The whole's cells, and one breakdown for each classification; empty for ratio and derived. */
  readonly whole: string | undefined;
  readonly breakdowns: readonly Breakdown[];
}

export interface Plan {
  readonly territory: string;
  readonly first: Month;
  readonly last: Month;
  readonly sources: readonly SourcePlan[];
  readonly cells: readonly CellQuery[];
  /** Each after the indicators it is made from. */
  readonly indicators: readonly IndicatorPlan[];
}
