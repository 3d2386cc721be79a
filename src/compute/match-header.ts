/** Which column of a file is which column of the contract: a head may use any of the texts that the contract lists, spacing and case aside. */
import type { SourcePlan } from "../compile/plan.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { comparableText } from "./comparable-text.ts";

/** The position in `header` of each column of the contract, −1 for an optional one that is not there. `files` have this header, `file` is the first. */
export function columnPositions(
  header: readonly string[],
  plan: SourcePlan,
  file: string,
  files = 1,
): Outcome<readonly number[]> {
  const start = { line: 1, column: 1 };
  const other = otherDelimiter(header, plan);
  if (other !== undefined) {
    const params = { declared: plan.delimiter, found: other, files };
    return { ok: false, diagnostics: [errorAt("data/other-delimiter", { file, start }, params)] };
  }
  const diagnostics: Diagnostic[] = [];
  const matches = plan.columns.map((column) => headerPositions(header, column));
  const unused = header.filter((_, at) => !matches.some((found) => found.includes(at)));
  const positions = plan.columns.map(({ name, headers, declaration }, index) => {
    const [first, second] = matches[index] ?? [];
    if (first === undefined) {
      if (declaration.optional === true) return -1;
      const [only, another] = unused;
      const guess = nearest(headers[0] ?? name, unused) ?? (another === undefined ? only : undefined);
      diagnostics.push(
        errorAt("data/missing-column", { file, start }, { column: name, headers, unused, nearest: guess, files }),
      );
      return -1;
    }
    if (second !== undefined) {
      diagnostics.push(
        errorAt("data/repeated-column", { file, start }, { column: name, header: header[second] ?? "", files }),
      );
    }
    return first;
  });
  return diagnostics.length === 0 ? { ok: true, value: positions, warnings: [] } : { ok: false, diagnostics };
}

/** Where in a header a column of the contract stands; more than once is a fault. */
export function headerPositions(
  header: readonly string[],
  { name, headers }: Pick<SourcePlan["columns"][number], "name" | "headers">,
): readonly number[] {
  const wanted = new Set([name, ...headers].map(comparableText));
  return header.flatMap((text, at) => (wanted.has(comparableText(text)) ? [at] : []));
}

/** What parts the columns instead of the declared sign, where the whole header came as one cell. */
function otherDelimiter([only = "", ...others]: readonly string[], plan: SourcePlan): string | undefined {
  if (others.length > 0 || plan.columns.length < 2) return undefined;
  return [";", ",", "\t"].find((sign) => sign !== plan.delimiter && only.includes(sign));
}
