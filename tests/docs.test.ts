/** The READMEs are true: the files they show are written to a folder, the commands they show are run there, and print what is shown; links lead somewhere. */
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  readShown,
  readersFolder,
  runShownCommand,
  withoutDurations,
  writeShownFile,
} from "../scripts/shown-commands.ts";
import { root } from "../scripts/step.mjs";

describe.each(["README.md", "README.vi.md"])("%s", (readme) => {
  const shown = readShown(readFileSync(join(root, readme), "utf8"));
  let folder = "";
  beforeAll(() => {
    folder = readersFolder();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("shows an input and commands", () => {
    expect(shown.filter(({ kind }) => kind === "file").length).toBeGreaterThan(2);
    expect(shown.filter(({ kind }) => kind === "command").length).toBeGreaterThan(3);
  });

  // In order, in one folder: each command builds on what the ones before it left.
  for (const item of shown) {
    if (item.kind === "file") {
      beforeAll(() => {
        writeShownFile(item, folder);
      });
    } else {
      test(`$ ${item.command}`, async () => {
        expect(withoutDurations(await runShownCommand(item, folder))).toBe(withoutDurations(item.output));
      });
    }
  }
});

const documents = [
  ...readdirSync(root).filter((file) => file.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

test("documents link to files that are there", () => {
  const missing = documents.flatMap((document) =>
    linksIn(readFileSync(join(root, document), "utf8"))
      .filter((link) => !existsSync(join(root, dirname(document), link)))
      .map((link) => `${document}: ${link}`),
  );
  expect(missing).toEqual([]);
});

test("documents name npm scripts that are there", () => {
  const declared = readFileSync(join(root, "package.json"), "utf8");
  const named = documents.flatMap((document) => [
    ...readFileSync(join(root, document), "utf8").matchAll(/\bnpm (?:run ([a-z]+)|(start|test))\b/g),
  ]);
  const missing = named
    .map(([, script, short]) => script ?? short ?? "")
    .filter((script) => !declared.includes(`"${script}": "node scripts/run.mjs `));
  expect(named.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

/** Links to files, without those to other places and those inside code. */
function linksIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
  const links = [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link));
}
