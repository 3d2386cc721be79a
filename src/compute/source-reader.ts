/** What loading needs from the outside world: files as the engine and the checks can take them. io/source-files.ts has the real one. */
import type { SourceFile } from "../check/checked.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckedSource } from "../check/checked.ts";

export type OpenedFile =
  | {
      readonly kind: "csv";
      /** For the engine. */
      readonly absolutePath: string;
      readonly header: readonly string[];
      /** Line of each record after the header; `undefined` where it is simply the record's number + 1. */
      readonly lines: readonly number[] | undefined;
    }
  | { readonly kind: "parquet"; readonly absolutePath: string }
  | {
      readonly kind: "rows";
      readonly sheet: string;
      /** In contract order. */
      readonly columns: readonly string[];
      /** Letter of each column in the sheet, to name a cell. */
      readonly letters: readonly string[];
      readonly rows: readonly { readonly cells: readonly (string | null)[]; readonly row: number }[];
    };

export interface SourceReader {
  /** `undefined` where the file cannot be used; the diagnostics say why. */
  readonly open: (
    source: CheckedSource,
    file: SourceFile,
  ) => Promise<{ readonly file: OpenedFile | undefined; readonly diagnostics: readonly Diagnostic[] }>;
  /** The text of one line of a CSV file, to show where a fault stands. */
  readonly recordText: (file: string, line: number) => string | undefined;
}
