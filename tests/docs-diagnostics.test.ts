/**
 * The pages of docs/diagnostics are true: each page's files, put over the minimal workspace, give exactly the output it
 * shows, in both languages. `vitest -u` writes the outputs anew. Every code that reading and checking define has a page.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { classificationMessages } from "../src/diagnostics/messages/classification.ts";
import { methodMessages } from "../src/diagnostics/messages/method.ts";
import { sourceMessages } from "../src/diagnostics/messages/source.ts";
import { workspaceMessages } from "../src/diagnostics/messages/workspace.ts";
import { toTcvn3, toUtf16, toVni, toWindows1258 } from "./legacy-encodings.ts";
import { minimalWith, minimalWorkspace } from "./minimal-workspace.ts";
import { diagnosticsOf, rendered } from "./workspace-in-memory.ts";

const pages = fileURLToPath(new URL("../docs/diagnostics/", import.meta.url));
const groups = {
  workspace: workspaceMessages,
  classification: classificationMessages,
  source: sourceMessages,
  method: methodMessages,
};
const codes = Object.values(groups).flatMap((messages) => Object.keys(messages));

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

test("the minimal workspace has no faults", () => {
  expect(diagnosticsOf(minimalWorkspace)).toEqual([]);
});

test("the index shows the minimal workspace and leads to every page", () => {
  const index = readFileSync(`${pages}README.md`, "utf8");
  expect(filesOf(index)).toEqual(minimalWorkspace);
  for (const code of codes) expect(index).toContain(`(${code}.md)`);
});

test.each(Object.keys(groups))("every page of %s is of a code that exists", (group) => {
  const names = readdirSync(pages + group).map((name) => `${group}/${name.replace(/\.md$/, "")}`);
  expect(names.filter((name) => !codes.includes(name))).toEqual([]);
});

describe("each page shows what the programme says", () => {
  test.each(codes)("%s", async (code) => {
    const path = `${pages}${code}.md`;
    expect(existsSync(path), `docs/diagnostics/${code}.md is missing`).toBe(true);
    const page = readFileSync(path, "utf8");
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    const files = minimalWith(filesOf(page));
    expect(new Set(diagnosticsOf(files).map((diagnostic) => diagnostic.code))).toContain(code);
    const outputs = page.replace(/^```output (vi|en)\n[\s\S]*?^```$/gm, (_, language: "vi" | "en") => {
      return `\`\`\`output ${language}\n${rendered(files, language)}\`\`\``;
    });
    expect(outputs.match(/^```output /gm)).toHaveLength(2);
    await expect(outputs).toMatchFileSnapshot(path);
  });
});
