/**
 * The exact place of faults that were found where only a file or an indicator is known: the cell of a header, the whole of a
 * record, the key of a method. Files are read again for it, and only where something is wrong.
 */
import type { CheckedSource, CheckedWorkspace } from "../check/checked.ts";
import type { SourcePlan } from "../compile/plan.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { splitRecord } from "./csv-lines.ts";
import { headerPositions } from "./match-header.ts";
import { stretchOfRecord } from "./record-place.ts";
import type { SourceReader } from "./source-reader.ts";

/** Lines in which the first record is looked for. */
const headerLines = 20;

/** Places the faults of reading one source. */
export function placedInSource(
  diagnostic: Diagnostic,
  {
    source,
    plan,
    reader,
  }: { readonly source: CheckedSource; readonly plan: SourcePlan; readonly reader: SourceReader },
): Diagnostic {
  const { span, related } = diagnostic;
  if (!plan.files.some(({ path, format }) => path === span.file && format === "csv")) return diagnostic;
  const recordAt = (line: number) => reader.recordText(span.file, line, plan.delimiter);
  if (diagnostic.code === "data/malformed-record") {
    const line = span.start?.line ?? 1;
    return { ...diagnostic, span: stretchOfRecord({ file: span.file, line, record: recordAt(line) ?? "" }) };
  }
  const isOfHeader =
    diagnostic.code === "data/missing-column" ||
    diagnostic.code === "data/repeated-column" ||
    diagnostic.code === "data/other-delimiter";
  if (!isOfHeader) return diagnostic;
  const line = Array.from({ length: headerLines }, (_, at) => at + 1).find((at) => recordAt(at) !== undefined) ?? 1;
  const record = recordAt(line) ?? "";
  const place = { file: span.file, line, record };
  const whole = stretchOfRecord(place);
  if (diagnostic.code === "data/other-delimiter") {
    const said = source.declaration.value.delimiter === undefined ? [] : [source.declaration.spanOf(["delimiter"])];
    return { ...diagnostic, span: whole, related: [...related, ...said] };
  }
  const { column } = diagnostic.params;
  const declared = source.declaration.spanOf(["columns", column], "key");
  if (diagnostic.code === "data/missing-column") {
    return { ...diagnostic, span: whole, related: [...related, declared] };
  }
  const fields = splitRecord(record, plan.delimiter);
  const contract = plan.columns.find(({ name }) => name === column);
  const heads = fields.map(({ value }) => value.trim());
  const [first, second] = (contract === undefined ? [] : headerPositions(heads, contract)).map((at) => {
    const { start = 0, end = 0 } = fields[at] ?? {};
    return stretchOfRecord(place, start, end);
  });
  const others = [...(first === undefined ? [] : [first]), declared];
  return { ...diagnostic, span: second ?? whole, related: [...related, ...others] };
}

/** The key of a method that asks for what the rows do not have. */
const methodKeys: Partial<Record<DiagnosticCode, readonly string[]>> = {
  "data/no-weight": ["weights"],
  "data/no-base": ["base"],
  "data/zero-base": ["base"],
  "data/dominant-missing": ["impute", "dominant"],
  "data/index-of-aggregate": ["item"],
  "data/no-frame": ["survey", "frame"],
  "data/no-answers": ["survey", "frame"],
  "data/more-answers-than-units": ["survey", "frame"],
  "data/no-target": ["plan", "target"],
};

/** Places the faults of compiling an indicator at what its method says of it. */
export function placedInMethod(diagnostic: Diagnostic, { methods }: CheckedWorkspace): Diagnostic {
  const key = methodKeys[diagnostic.code];
  const method = [...methods.values()].find(({ declaration }) => declaration.file === diagnostic.span.file);
  return key === undefined || method === undefined
    ? diagnostic
    : { ...diagnostic, span: method.declaration.spanOf(key) };
}
