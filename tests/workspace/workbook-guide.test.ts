/** The example of docs/guide/workbooks.md is true: its sheet, read with its contract, gives its table. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { parseMonth } from "../../src/model/period.ts";
import { sourceDeclaration } from "../../src/workspace/declarations/source.ts";
import { tableLayout } from "../../src/workspace/declarations/table-layout.ts";
import { readWorkbookTable } from "../../src/workspace/workbook-table.ts";

const guide = readFileSync(new URL("../../docs/guide/workbooks.md", import.meta.url), "utf8");

/** The n-th table of the guide, its head left out. */
function tableOf(index: number): readonly (readonly string[])[] {
  const tables = [...guide.matchAll(/(?:^\|.*\|\n)+/gm)].map(([text]) => text.trimEnd().split("\n"));
  return (tables[index] ?? []).slice(2).map((line) =>
    line
      .replaceAll("\\|", "¦")
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("¦", "|")),
  );
}

test("the sheet, read with the contract, gives the table", () => {
  const contract: unknown = parseYaml(/```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? "");
  const value = sourceDeclaration.parse({ title: { vi: "a", en: "a" }, files: "a.xlsx", ...(contract as object) });
  const rows = tableOf(0).map(([, ...cells]) =>
    cells.map((cell) => (cell === "" ? null : /^[\d.]+$/.test(cell) ? Number(cell) : cell)),
  );
  const nothing: ReadonlySet<number> = new Set();
  const sheet = { name: "12. FDI", hidden: false, rows, merges: [], hiddenRows: nothing, hiddenColumns: nothing };
  const located = { value, file: "a.yaml", spanOf: () => ({ file: "a.yaml" }) };
  const { value: table, diagnostics } = readWorkbookTable([sheet], located, "2024-09.xlsx", parseMonth("2024-09"));
  expect(diagnostics).toEqual([]);
  expect(table?.rows.map(({ cells }) => cells)).toEqual(tableOf(1));
});

test("every key of `table` is explained", () => {
  expect(tableOf(3).map(([key]) => key)).toEqual(Object.keys(tableLayout.shape).map((key) => `\`${key}\``));
});
