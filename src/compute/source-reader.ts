/** What loading needs from the outside world: files as the engine and the checks can take them. io/source-reader.ts has the real one. */
import type { CheckedSource, SourceFile } from "../check/checked.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CsvRecord } from "./csv-lines.ts";

export type OpenedFile =
  /** A CSV file of which the engine can tell the lines: each is one record. */
  | { readonly kind: "csv"; readonly absolutePath: string; readonly header: readonly string[] }
  /** Any other CSV file, split into its records; those after the header. */
  | { readonly kind: "records"; readonly header: readonly string[]; readonly records: () => Iterable<CsvRecord> }
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
  /** The record that begins on a line of a CSV file, to show where a fault stands. */
  readonly recordText: (file: string, line: number, delimiter: string) => string | undefined;
}
