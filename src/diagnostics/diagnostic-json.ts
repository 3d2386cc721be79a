/** A diagnostic as one JSON object on a line, for other programs. */
import type { Language } from "../model/text.ts";
import { messageOf } from "./all-messages.ts";
import type { Diagnostic, Span } from "./diagnostic.ts";

/** Keys in a fixed order; places that are not known are left out. Without a line feed. */
export function diagnosticJson(diagnostic: Diagnostic, language: Language): string {
  const message = messageOf(diagnostic, language);
  return JSON.stringify({
    code: diagnostic.code,
    severity: diagnostic.severity,
    ...place(diagnostic.span),
    message: message.headline,
    label: message.label,
    notes: message.notes ?? [],
    help: message.help,
    count: diagnostic.count,
    related: diagnostic.related.map(place),
  });
}

function place({ file, start, end, cell }: Span) {
  return { file, line: start?.line, column: start?.column, endLine: end?.line, endColumn: end?.column, cell };
}
