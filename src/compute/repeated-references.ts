/**
 * Rows of a reference table that say the same thing twice: two weights of a product, two sizes of a stratum, two targets of
 * a year. Whichever were taken, the other would be dropped in silence, so neither is.
 */
import type { Plan } from "../compile/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import { sourceTable } from "./loaded-source.ts";

interface Reference {
  readonly source: string;
  /** The columns that tell its rows apart. */
  readonly key: readonly string[];
  readonly where: string;
}

/** One error for each table and the first of its repeated keys, with the number of the others. */
export async function repeatedReferences(plan: Plan, engine: EngineLane): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { source, key, where } of references(plan)) {
    const columns = key.map((name) => `${identifierSql(name)}::VARCHAR`).join(", ");
    const found = await engine.query(
      `SELECT ${columns}, count(*) OVER () FROM ${sourceTable(source)} WHERE ${where} GROUP BY ${key.map(identifierSql).join(", ")} HAVING count(*) > 1 ORDER BY ALL LIMIT 1`,
    );
    const row = found.rows[0];
    if (row === undefined) continue;
    const values = row.slice(0, key.length).map(String);
    diagnostics.push(
      errorAt(
        "data/duplicate-key",
        { file: `sources/${source}.yaml` },
        { key, values },
        { count: Number(row[key.length]) },
      ),
    );
  }
  return diagnostics;
}

function references({ indicators }: Plan): readonly Reference[] {
  const all = indicators.flatMap(({ method }): readonly Reference[] => {
    const made: Reference[] = [];
    if (method.kind === "index") {
      made.push(tableOf(method.weights.source, method.weights.item));
      if ("source" in method.base) made.push(tableOf(method.base.source, method.base.item));
    }
    if (method.kind === "total" && method.survey !== undefined) {
      made.push(tableOf(method.survey.frame.source, method.survey.frame.stratum));
    }
    if (method.plan !== undefined) {
      const { source, code, year, value, target } = method.plan;
      const where = `${identifierSql(code)} = ${textSql(target)} AND ${identifierSql(value)} IS NOT NULL`;
      made.push({ source, key: [code, year], where });
    }
    return made;
  });
  return [...new Map(all.map((reference) => [JSON.stringify(reference), reference])).values()];
}

function tableOf(source: string, item: string): Reference {
  return { source, key: [item], where: `${identifierSql(item)} IS NOT NULL` };
}
