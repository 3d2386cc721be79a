/** Code lists: one row a code, a tree without circles whose parents are coarser, names in both languages, days that exist. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { oncePerFault } from "../diagnostics/repeats.ts";
import { wholeItem } from "../model/observation.ts";
import type { ClassificationRow, DeclaredClassification } from "../workspace/workspace.ts";

export function checkClassifications(classifications: readonly DeclaredClassification[]): readonly Diagnostic[] {
  return classifications.flatMap((classification) => {
    const byCode = firstOfEachCode(classification.items);
    const circles = findCircles(classification.items, byCode);
    // In a circle some parent is always finer than its child: the circle is what is wrong.
    const circling = new Set(circles.flatMap(({ codes }) => codes));
    const rows = classification.items.flatMap((row) => checkRow(row, byCode, classification));
    const others = rows.filter(
      ({ code, params }) => code !== "classification/level-order" || !circling.has(params.code),
    );
    return oncePerFault([...others, ...circles.map(({ diagnostic }) => diagnostic)]);
  });
}

type ByCode = ReadonlyMap<string, ClassificationRow>;

function firstOfEachCode(rows: readonly ClassificationRow[]): ByCode {
  const byCode = new Map<string, ClassificationRow>();
  for (const row of rows) if (!byCode.has(row.item.code)) byCode.set(row.item.code, row);
  return byCode;
}

function checkRow(
  row: ClassificationRow,
  byCode: ByCode,
  classification: DeclaredClassification,
): readonly Diagnostic[] {
  const { item, span } = row;
  if (item.code === "") return [errorAt("classification/missing-code", span, {})];
  const found: Diagnostic[] = [];
  const first = byCode.get(item.code);
  if (first !== undefined && first !== row) {
    found.push(errorAt("classification/duplicate-code", span, { code: item.code }, { related: [first.span] }));
  }
  const { levels } = classification.declaration.value;
  if (item.code === wholeItem && (item.parent !== undefined || item.level !== levels[0])) {
    found.push(errorAt("classification/reserved-code", span, { code: item.code }));
  }
  for (const [language, column] of [
    ["vi", "name_vi"],
    ["en", "name_en"],
  ] as const) {
    if (item.name[language] === "") found.push(errorAt("classification/missing-name", row.spanOf(column), { column }));
  }
  found.push(...checkLevel(row, byCode, classification), ...checkValidity(row));
  return found;
}

function checkLevel(
  row: ClassificationRow,
  byCode: ByCode,
  { declaration, complete }: DeclaredClassification,
): readonly Diagnostic[] {
  const { code, level, parent } = row.item;
  const { levels } = declaration.value;
  const found: Diagnostic[] = [];
  const rank = levels.indexOf(level);
  if (rank === -1) {
    const params = { level, levels, meant: nearest(level, levels) };
    const related = [declaration.spanOf(["levels"], "key")];
    found.push(errorAt("classification/unknown-level", row.spanOf("level"), params, { related }));
  }
  if (parent === undefined) return found;
  const above = byCode.get(parent);
  if (above === undefined) {
    if (!complete) return found;
    const meant = nearest(parent, byCode.keys());
    return [...found, errorAt("classification/unknown-parent", row.spanOf("parent"), { code, parent, meant })];
  }
  const parentRank = levels.indexOf(above.item.level);
  if (rank === -1 || parentRank === -1 || parentRank < rank || above === row) return found;
  const params = { code, level, parent, parentLevel: above.item.level, levels };
  return [...found, errorAt("classification/level-order", row.spanOf("parent"), params, { related: [above.span] })];
}

function checkValidity(row: ClassificationRow): readonly Diagnostic[] {
  const { code, validFrom, validTo } = row.item;
  const found: Diagnostic[] = [];
  for (const [column, value] of [
    ["valid_from", validFrom],
    ["valid_to", validTo],
  ] as const) {
    if (value !== undefined && !isDay(value))
      found.push(errorAt("classification/date", row.spanOf(column), { column, value }));
  }
  if (found.length === 0 && validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    const params = { code, from: validFrom, to: validTo };
    found.push(errorAt("classification/validity-order", row.spanOf("valid_to"), params));
  }
  return found;
}

/** Whether `2025-07-01` is a day of the calendar. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

interface Circle {
  readonly codes: readonly string[];
  readonly diagnostic: Diagnostic;
}

/** Each circle of parents once, at its first row. */
function findCircles(rows: readonly ClassificationRow[], byCode: ByCode): readonly Circle[] {
  const state = new Map<string, number>();
  const found: Circle[] = [];
  rows.forEach((row, walk) => {
    const path: string[] = [];
    let at: string | undefined = row.item.code;
    while (at !== undefined && byCode.has(at) && !state.has(at)) {
      state.set(at, walk);
      path.push(at);
      at = byCode.get(at)?.item.parent;
    }
    if (at === undefined || state.get(at) !== walk || !path.includes(at)) return;
    const codes = path.slice(path.indexOf(at));
    const inFile = rows.filter(({ item }) => codes.includes(item.code));
    const start = inFile[0] ?? row;
    const turn = codes.indexOf(start.item.code);
    const circle = [...codes.slice(turn), ...codes.slice(0, turn + 1)];
    const related = inFile.slice(1, 4).map((each) => each.spanOf("parent"));
    const diagnostic = errorAt("classification/cycle", start.spanOf("parent"), { codes: circle }, { related });
    found.push({ codes, diagnostic });
  });
  return found;
}
