/** Which column of a file is which column of the contract: a head may use any of the texts that the contract lists, spacing and case aside. */
import type { SourcePlan } from "../compile/plan.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";

/** The position in `header` of each column of the contract, −1 for an optional one that is not there. */
export function columnPositions(header: readonly string[], plan: SourcePlan, file: string): Outcome<readonly number[]> {
  const diagnostics: Diagnostic[] = [];
  const start = { line: 1, column: 1 };
  const found = header.map(comparable);
  const positions = plan.columns.map(({ name, headers, declaration }) => {
    const wanted = new Set([name, ...headers].map(comparable));
    const matches = found.flatMap((text, at) => (wanted.has(text) ? [at] : []));
    const [first, second] = matches;
    if (first === undefined) {
      if (declaration.optional === true) return -1;
      diagnostics.push(
        errorAt(
          "data/missing-column",
          { file, start },
          { column: name, headers, found: header, nearest: nearest(headers[0] ?? name, header) },
        ),
      );
      return -1;
    }
    if (second !== undefined) {
      diagnostics.push(
        errorAt("data/repeated-column", { file, start }, { column: name, header: header[second] ?? "" }),
      );
    }
    return first;
  });
  return diagnostics.length === 0 ? { ok: true, value: positions, warnings: [] } : { ok: false, diagnostics };
}

function comparable(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
