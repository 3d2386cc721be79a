/**
 * The pages of docs/diagnostics are true: each page's files, put over the minimal workspace, give exactly the output it
 * shows, in both languages. `vitest run tests/docs-diagnostics.test.ts --update=all` writes the outputs anew. Every code of
 * the catalogue has a page. Those of workbooks and reports have tests of their own, for they begin with other examples.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allMessages } from "../src/diagnostics/all-messages.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { classificationMessages } from "../src/diagnostics/messages/classification.ts";
import { dataMessages } from "../src/diagnostics/messages/data.ts";
import { methodMessages } from "../src/diagnostics/messages/method.ts";
import { reportMessages } from "../src/diagnostics/messages/report.ts";
import { sourceMessages } from "../src/diagnostics/messages/source.ts";
import { workbookMessages } from "../src/diagnostics/messages/workbook.ts";
import { workspaceMessages } from "../src/diagnostics/messages/workspace.ts";
import { runFiles } from "./compute/run-workspace.ts";
import { toTcvn3, toUtf16, toVni, toWindows1258 } from "./legacy-encodings.ts";
import { minimalWith, minimalWorkspace } from "./minimal-workspace.ts";
import type { FilesInMemory } from "./workspace-in-memory.ts";
import { diagnosticsOf, renderedIn } from "./workspace-in-memory.ts";

const pages = fileURLToPath(new URL("../docs/diagnostics/", import.meta.url));
const groups = {
  workspace: workspaceMessages,
  classification: classificationMessages,
  source: sourceMessages,
  method: methodMessages,
  data: dataMessages,
};
const codes = Object.values(groups).flatMap((messages) => Object.keys(messages));
/** Told by docs-workbook-diagnostics.test.ts and docs-report-diagnostics.test.ts. */
const codesElsewhere = [workbookMessages, reportMessages].flatMap((messages) => Object.keys(messages));

const fence = /^```(\w+) (\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/** The files that a page shows: `absent` takes one away, `encoding=` writes one in bytes, `repeat=` makes one long. */
function filesOf(page: string): Record<string, string | Uint8Array | undefined> {
  const files: Record<string, string | Uint8Array | undefined> = {};
  for (const [, kind, name = "", option, text = ""] of page.matchAll(fence)) {
    if (kind === "output") continue;
    files[name] = option === "absent" ? undefined : contentOf(text, option);
  }
  return files;
}

function contentOf(text: string, option: string | undefined): string | Uint8Array {
  const [name, value = ""] = option?.split("=") ?? [];
  if (name === undefined) return text;
  if (name === "repeat") return text.repeat(Number(value));
  if (name !== "encoding") throw new Error(`a page says "${option ?? ""}" of a file`);
  switch (value) {
    case "tcvn3":
      return toTcvn3(text);
    case "vni":
      return toVni(text);
    case "windows-1258":
      return toWindows1258(text);
    case "utf-16":
      return toUtf16(text, "little", "marked");
    case "hexadecimal":
      return Uint8Array.from(text.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16));
    default:
      throw new Error(`a page names the encoding "${value}"`);
  }
}

/** What the pages of data are laid over: the minimal workspace with an index, a survey and a plan. */
const dataExample = filesOf(readFileSync(`${pages}data/README.md`, "utf8"));

/** Everything that is told of the files of a page; those of data are run as far as the figures. */
async function toldOf(code: string, files: FilesInMemory): Promise<readonly Diagnostic[]> {
  return code.startsWith("data/") ? (await runFiles(files)).diagnostics : diagnosticsOf(files);
}

test("the minimal workspace has no faults", () => {
  expect(diagnosticsOf(minimalWorkspace)).toEqual([]);
});

test("the workspace of the pages of data makes figures of every indicator, without faults", async () => {
  const { run, plan, diagnostics } = await runFiles(minimalWith(dataExample));
  expect(diagnostics).toEqual([]);
  const compiled = new Set(run?.observations.map(({ indicator }) => indicator));
  expect([...compiled].sort()).toEqual(plan?.indicators.map(({ id }) => id).sort());
});

test("every code of the catalogue has a page", () => {
  expect([...codes, ...codesElsewhere].sort()).toEqual(Object.keys(allMessages).sort());
  const without = Object.keys(allMessages).filter((code) => !existsSync(`${pages}${code}.md`));
  expect(without).toEqual([]);
});

test("the index shows the minimal workspace and leads to every page", () => {
  const index = readFileSync(`${pages}README.md`, "utf8");
  expect(filesOf(index)).toEqual(minimalWorkspace);
  for (const code of codes) expect(index).toContain(`(${code}.md)`);
  for (const group of ["workbook", "report"]) expect(index).toContain(`(${group}/README.md)`);
});

test("the index of data leads to its pages", () => {
  const index = readFileSync(`${pages}data/README.md`, "utf8");
  for (const code of Object.keys(dataMessages)) expect(index).toContain(`(${code.replace("data/", "")}.md)`);
});

test.each(Object.keys(groups))("every page of %s is of a code that exists", (group) => {
  const files = readdirSync(pages + group).filter((name) => name !== "README.md");
  const names = files.map((name) => `${group}/${name.replace(/\.md$/, "")}`);
  expect(names.filter((name) => !codes.includes(name))).toEqual([]);
});

describe("each page shows what the programme says", () => {
  test.each(codes)("%s", async (code) => {
    const path = `${pages}${code}.md`;
    expect(existsSync(path), `docs/diagnostics/${code}.md is missing`).toBe(true);
    const page = readFileSync(path, "utf8");
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    const files = minimalWith({ ...(code.startsWith("data/") ? dataExample : {}), ...filesOf(page) });
    const diagnostics = await toldOf(code, files);
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toContain(code);
    const outputs = page.replace(/^```output (vi|en)\n[\s\S]*?^```$/gm, (_, language: "vi" | "en") => {
      return `\`\`\`output ${language}\n${renderedIn(language, files, diagnostics)}\`\`\``;
    });
    expect(outputs.match(/^```output /gm)).toHaveLength(2);
    await expect(outputs).toMatchFileSnapshot(path);
  });
});
