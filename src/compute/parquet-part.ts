/** A Parquet file as a part of a source. Its numbers and days are typed already; they are written as the contract has texts written. */
import type { ColumnPlan, SourcePlan } from "../compile/plan.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { EngineLane } from "./engine.ts";
import { identifierSql, textSql } from "./engine.ts";
import { columnPositions } from "./match-header.ts";
import { literalPath } from "./literal-path.ts";
import type { Parts, SourcePart } from "./source-part.ts";

/** The file's part, or why there is none. */
export async function parquetPart(plan: SourcePlan, index: number, path: string, engine: EngineLane): Promise<Parts> {
  const file = plan.files[index]?.path ?? path;
  const literal = textSql(literalPath(path));
  let described;
  try {
    described = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${literal})`);
  } catch {
    // It begins like a Parquet file and breaks off, or was damaged.
    return { parts: [], diagnostics: [errorAt("data/not-parquet", { file }, {})] };
  }
  const header = described.rows.map(([name]) => String(name));
  const types = described.rows.map(([, type]) => String(type));
  const positions = columnPositions(header, plan, file);
  if (!positions.ok) return { parts: [], diagnostics: positions.diagnostics };
  const cells = positions.value.map((at, place) => {
    const column = plan.columns[place];
    if (at === -1 || column === undefined) return "NULL::VARCHAR";
    return textOf(identifierSql(header[at] ?? ""), types[at] ?? "", column, plan.decimalMark);
  });
  const from = `read_parquet(${literal}, file_row_number=true)`;
  const part: SourcePart = {
    from,
    fromAgain: from,
    file: "0",
    line: "file_row_number + 1",
    cells,
    files: [index],
    rejects: undefined,
    staged: [],
  };
  return { parts: [part], diagnostics: [] };
}

const number = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|DOUBLE|FLOAT)$/;

function textOf(cell: string, type: string, { declaration }: ColumnPlan, mark: "." | "," | undefined): string {
  if (number.test(type) && mark === ",") return `replace(${cell}::VARCHAR, '.', ',')`;
  if (type === "DATE" || type.startsWith("TIMESTAMP")) {
    if (declaration.type === "date") {
      return `strftime(${cell}, ${declaration.format === "DD/MM/YYYY" ? "'%d/%m/%Y'" : "'%Y-%m-%d'"})`;
    }
    if (declaration.type === "month") {
      return `strftime(${cell}, ${declaration.format === "MM/YYYY" ? "'%m/%Y'" : "'%Y-%m'"})`;
    }
  }
  return `${cell}::VARCHAR`;
}
