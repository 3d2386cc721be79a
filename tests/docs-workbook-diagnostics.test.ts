/**
 * The pages of docs/diagnostics/workbook are true: each page's contract and sheets, in place of those of the index, give
 * exactly the output it shows, in both languages. `vitest -u` writes the outputs anew.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { workbookMessages } from "../src/diagnostics/messages/workbook.ts";
import { renderDiagnostics } from "../src/diagnostics/render.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { readWorkbookFile } from "../src/io/workbook.ts";
import { parseMonth } from "../src/model/period.ts";
import { readWorkspace } from "../src/workspace/read-workspace.ts";
import { mayHoldTable } from "../src/workspace/workbook-sheet-choice.ts";
import { headersWithoutMonth, readWorkbookTable } from "../src/workspace/workbook-table.ts";
import { minimalWith } from "./minimal-workspace.ts";
import { workspaceInMemory } from "./workspace-in-memory.ts";

const pages = fileURLToPath(new URL("../docs/diagnostics/workbook/", import.meta.url));
const codes = Object.keys(workbookMessages);
const contractFile = "sources/fdi.yaml";
const workbookFile = "sources/fdi/2024-12.xlsx";
const folder = mkdtempSync(join(tmpdir(), "nhip-pages-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Page {
  readonly contract: string | undefined;
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly string[];
    readonly hidden: readonly number[];
  }[];
  /** What became of the file after it was written. */
  readonly then: string | undefined;
}

/** A sheet's lines are its rows, its cells parted by `|`; a row that begins with `(ẩn)` is hidden. */
function readPage(text: string): Page {
  const blocks = [...text.matchAll(/^```(\w+) ([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, kind, name = "", body = ""]) => ({
    kind,
    name,
    body,
  }));
  const sheets = blocks
    .filter(({ kind }) => kind === "sheet")
    .map(({ name, body }) => {
      const rows = body.replace(/\n$/, "").split("\n");
      return {
        name,
        rows: rows.map((row) => row.replace("(ẩn)", "")),
        hidden: rows.flatMap((row, at) => (row.startsWith("(ẩn)") ? [at] : [])),
      };
    });
  const find = (wanted: string) => blocks.find(({ kind }) => kind === wanted)?.body;
  return { contract: find("yaml"), sheets, then: find("then")?.trim() };
}

const index = readPage(readFileSync(`${pages}README.md`, "utf8"));

function cellOf(text: string): string | number | null {
  const cell = text.trim();
  return cell === "" ? null : /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

async function writtenAs({ sheets, then }: Page): Promise<string> {
  const path = join(folder, "2024-12.xlsx");
  const made = (sheets.length === 0 ? index.sheets : sheets).map(({ name, rows, hidden }) => ({
    name,
    rows: rows.map((row) => row.split("|").map(cellOf)),
    rowDefs: new Map(hidden.map((row) => [row, { hidden: true }])),
  }));
  const bytes = await writeXlsx({
    sheets: made,
    ...(then === "password" ? { encryption: { password: "x", spinCount: 1 } } : {}),
  });
  if (then === "damaged") bytes.fill(0, 40, bytes.length / 2);
  writeFileSync(path, then === "first half" ? bytes.subarray(0, bytes.length / 2) : bytes);
  if (then === "200 MB") truncateSync(path, 200_000_000);
  if (then?.startsWith("text") === true) writeFileSync(path, then.slice("text".length).trimStart());
  return path;
}

async function toldOf(page: Page): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly contract: string }> {
  const contract = page.contract ?? index.contract ?? "";
  const files = minimalWith({ [contractFile]: contract, [workbookFile]: "" });
  const declared = readWorkspace(workspaceInMemory(files)).value?.sources.find(({ id }) => id === "fdi");
  if (declared?.declaration.value.table === undefined) throw new Error("a page's contract cannot be read");
  const { table, months } = declared.declaration.value;
  const withoutMonth = headersWithoutMonth(declared.declaration);
  if (withoutMonth.length > 0) return { contract, diagnostics: withoutMonth };
  const read = await readWorkbookFile(await writtenAs(page), workbookFile, (name) => mayHoldTable(name, table));
  if (read.value === undefined) return { contract, diagnostics: read.diagnostics };
  const month = months?.file === undefined ? undefined : parseMonth("2024-12");
  return {
    contract,
    diagnostics: readWorkbookTable(read.value, declared.declaration, workbookFile, month).diagnostics,
  };
}

test("the contract of the index reads the sheet of the index", async () => {
  expect((await toldOf(index)).diagnostics).toEqual([]);
});

test("every page is of a code that exists, and the index leads to it", () => {
  const names = readdirSync(pages).filter((name) => name !== "README.md");
  expect(names.map((name) => `workbook/${name.replace(/\.md$/, "")}`).sort()).toEqual([...codes].sort());
  const text = readFileSync(`${pages}README.md`, "utf8");
  for (const name of names) expect(text).toContain(`(${name})`);
});

test.each(codes)("%s: the page shows what the programme says", async (code) => {
  const path = `${pages}${code.replace("workbook/", "")}.md`;
  expect(existsSync(path), `docs/diagnostics/${code}.md is missing`).toBe(true);
  const text = readFileSync(path, "utf8");
  expect(text.startsWith(`# ${code}\n`)).toBe(true);
  const { diagnostics, contract } = await toldOf(readPage(text));
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  const sourceText = (file: string) => (file === contractFile ? contract : undefined);
  const outputs = text.replace(/^```output (vi|en)\n[\s\S]*?^```$/gm, (_, language: "vi" | "en") => {
    return `\`\`\`output ${language}\n${renderDiagnostics(diagnostics, { language, sourceText })}\`\`\``;
  });
  expect(outputs.match(/^```output /gm)).toHaveLength(2);
  await expect(outputs).toMatchFileSnapshot(path);
});
