/** The codes that a column may hold, as a type of the engine: a row keeps a small number, and looking a code up keeps the order of rows. */
import type { CodeType } from "../compile/column-sql.ts";
import type { ColumnPlan, Plan, SourcePlan } from "../compile/plan.ts";
import type { Classification } from "../model/classification.ts";
import { comparableText } from "./comparable-text.ts";
import { identifierSql, textSql } from "./engine.ts";
import type { LoadContext } from "./loaded-source.ts";

/** Makes the types that the columns of a plan need, each once for all sources that allow the same codes. */
export async function createCodeTypes({ sources }: Plan, context: LoadContext): Promise<void> {
  for (const column of sources.flatMap(({ columns }) => columns)) {
    const allowed = allowedNames(column, context.classifications);
    if (allowed === undefined || context.codeTypes.has(keyOf(allowed))) continue;
    context.codeTypes.set(keyOf(allowed), await createCodeType(allowed, context));
  }
}

/** The type of each column that takes codes of a list. */
export function codeTypesOf({ columns }: SourcePlan, context: LoadContext): ReadonlyMap<string, CodeType> {
  const types = new Map<string, CodeType>();
  for (const column of columns) {
    const allowed = allowedNames(column, context.classifications);
    const type = allowed === undefined ? undefined : context.codeTypes.get(keyOf(allowed));
    if (type !== undefined) types.set(column.name, type);
  }
  return types;
}

function keyOf(names: ReadonlyMap<string, string>): string {
  return JSON.stringify([...names]);
}

/** What a cell may say → the code it stands for; `undefined` for columns without a list. */
function allowedNames(
  { declaration }: ColumnPlan,
  classifications: ReadonlyMap<string, Classification>,
): ReadonlyMap<string, string> | undefined {
  if (declaration.type !== "code") return undefined;
  const { classification: id, match, aliases, values } = declaration;
  const classification = id === undefined ? undefined : classifications.get(id);
  if (classification === undefined && values === undefined) return undefined;
  const comparable = match === "name" || aliases !== undefined;
  const names = new Map<string, string>();
  const ambiguous = new Set<string>();
  const put = (text: string, code: string): void => {
    const name = comparable ? comparableText(text) : text.normalize("NFC");
    if (names.has(name) && names.get(name) !== code) ambiguous.add(name);
    names.set(name, code);
  };
  for (const code of values ?? []) put(code, code);
  for (const item of classification?.items.values() ?? []) {
    if (match === "name") for (const text of [item.name.vi, item.name.en]) put(text, item.code);
    else put(item.code, item.code);
  }
  // A name of two codes stands for neither, unless the contract says for which.
  for (const name of ambiguous) names.delete(name);
  for (const [text, code] of Object.entries(aliases ?? {})) names.set(comparableText(text), code);
  return names;
}

async function createCodeType(
  names: ReadonlyMap<string, string>,
  { engine, codeTypes }: LoadContext,
): Promise<CodeType> {
  const type = identifierSql(`codes_${String(codeTypes.size)}`);
  await engine.run(`CREATE TYPE ${type} AS ENUM (${[...names.keys()].map(textSql).join(", ")})`);
  const isSame = [...names].every(([name, code]) => name === code);
  return { type, codes: isSame ? undefined : `[${[...names.values()].map(textSql).join(", ")}]` };
}
