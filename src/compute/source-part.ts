/** A part of a source: files that the engine reads in one go, with the SQL of each cell as text and of its place. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export interface SourcePart {
  /** What the engine reads. */
  readonly from: string;
  /** The same for reading it a second time, to tell what is wrong in it. */
  readonly fromAgain: string;
  /** Position of the row's file among `files`. */
  readonly file: string;
  /** The row's line; `undefined` where only its position in the file tells it. */
  readonly line: string | undefined;
  /** Text of each column of the contract, in its order. */
  readonly cells: readonly string[];
  /** Positions in the plan's list of files. */
  readonly files: readonly number[];
  /** Where the engine keeps the records that do not fit the head. */
  readonly rejects: Rejects | undefined;
  /** Tables to drop once the part has been read. */
  readonly staged: readonly string[];
}

export interface Rejects {
  readonly table: string;
  /** Fields of the head. */
  readonly width: number;
  /** Of each file of the part, as the engine names it. */
  readonly paths: readonly string[];
}

/** Parts that can be read, and what keeps other files from being one. */
export interface Parts {
  readonly parts: readonly SourcePart[];
  readonly diagnostics: readonly Diagnostic[];
}
