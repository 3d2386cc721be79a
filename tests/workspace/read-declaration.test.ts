import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { methodDeclaration } from "../../src/workspace/declarations/method.ts";
import { sourceDeclaration } from "../../src/workspace/declarations/source.ts";
import { workspaceDeclaration } from "../../src/workspace/declarations/workspace.ts";
import { readDeclaration } from "../../src/workspace/read-declaration.ts";
import { readYaml } from "../../src/workspace/yaml.ts";
import { minimalWorkspace } from "../minimal-workspace.ts";

function read<S extends z.ZodType>(schema: S, text: string) {
  const yaml = readYaml("a.yaml", text).value;
  if (yaml === undefined) throw new Error("the test's YAML has a slip of its own");
  return readDeclaration(schema, yaml);
}

const told = ({ code, span, params }: Diagnostic) => ({
  code,
  line: span.start?.line,
  column: span.start?.column,
  params,
});
const source = minimalWorkspace["sources/customs.yaml"];
const index = `kind: index
title: { vi: Chỉ số, en: Index }
cites: x
unit: index
source: a
item: b
classification: c
value: d
base: { year: 2015 }
weights: { source: e, item: f, value: g }
`;

describe("each kind of mistake is told in its own words, at its place", () => {
  test.each([
    [
      "an unknown key",
      source.replace("key:", "kye:"),
      { code: "workspace/unknown-key", line: 9, column: 1, params: { key: "kye", meant: "key" } },
    ],
    [
      "an unknown key inside",
      source.replace("minimum: 0", "minimun: 0"),
      { code: "workspace/unknown-key", line: 8, column: 38, params: { meant: "minimum" } },
    ],
    [
      "a misspelt key that is needed, once",
      source.replace("files:", "file:"),
      { code: "workspace/unknown-key", line: 2, column: 1, params: { meant: "files" } },
    ],
    [
      "a missing key",
      source.replace(/^files.*\n/m, ""),
      { code: "workspace/missing-key", line: undefined, params: { key: "files" } },
    ],
    [
      "a missing key inside",
      source.replace("{ type: month }", "{ header: Tháng }"),
      { code: "workspace/missing-key", line: 5, column: 3, params: { key: "type" } },
    ],
    [
      "an unquoted code",
      source.replace("[X, M]", "[01, M]"),
      { code: "workspace/unquoted-text", line: 6, column: 37, params: { written: "01", found: "number" } },
    ],
    [
      "an unquoted yes",
      source.replace("[X, M]", "[X, true]"),
      { code: "workspace/unquoted-text", params: { written: "true", found: "yes-or-no" } },
    ],
    [
      "an empty value",
      source.replace(/^key.*$/m, "key:"),
      { code: "workspace/wrong-type", line: 9, column: 1, params: { key: "key", found: "nothing" } },
    ],
    [
      "text for a list",
      source.replace(/^key.*$/m, "key: month"),
      { code: "workspace/wrong-type", params: { expected: ["list"], found: "text" } },
    ],
    [
      "a list for keys",
      source.replace("{ vi: Tờ khai hải quan, en: Customs declarations }", "[a]"),
      { code: "workspace/wrong-type", params: { expected: ["keys"], found: "list", keys: ["vi", "en"] } },
    ],
    [
      "text for a number",
      source.replace("minimum: 0", 'minimum: "0"'),
      { code: "workspace/wrong-type", params: { expected: ["number"], found: "text" } },
    ],
    [
      "a fraction for a whole number",
      source.replace("minimum: 0", "decimals: 0.5"),
      { code: "workspace/wrong-type", params: { expected: ["whole-number"], found: "fraction" } },
    ],
    [
      "keys where text or a list may stand",
      source.replace("customs/*.csv", "{ a: b }"),
      { code: "workspace/wrong-type", params: { expected: ["text", "list"], found: "keys" } },
    ],
    [
      "a number past its range",
      source.replace("minimum: 0", "multiplier: 99"),
      { code: "workspace/out-of-range", params: { minimum: 0, maximum: 15, value: "99" } },
    ],
    [
      "an unknown kind of column",
      source.replace("type: decimal", "type: decimals"),
      { code: "workspace/not-in-list", line: 8, column: 18, params: { meant: "decimal" } },
    ],
    [
      "a value outside its list",
      source.replace('decimal: "."', 'decimal: ";"'),
      { code: "workspace/not-in-list", params: { allowed: [".", ","] } },
    ],
    [
      "a name in another form",
      source.replace("  goods:", "  Hàng:"),
      { code: "workspace/wrong-form", line: 7, column: 3, params: { value: "Hàng" } },
    ],
    ["an empty list", source.replace("[X, M]", "[]"), { code: "workspace/too-few", params: { of: "list" } }],
    [
      "an empty name",
      source.replace("vi: Tờ khai hải quan", 'vi: ""'),
      { code: "workspace/too-few", params: { of: "text" } },
    ],
  ])("source: %s", (_, text, expected) => {
    expect(read(sourceDeclaration, text).diagnostics.map(told)).toMatchObject([expected]);
  });

  test.each([
    [
      "an unknown kind",
      index.replace("kind: index", "kind: indeks"),
      { code: "workspace/not-in-list", params: { key: "kind", meant: "index" } },
    ],
    ["no kind", index.replace("kind: index\n", ""), { code: "workspace/missing-key", params: { key: "kind" } }],
    [
      "a slip in one of two alternatives",
      index.replace("year: 2015", "year: 2015, source: a, itme: b, value: c"),
      { code: "workspace/unknown-key", params: { key: "itme", meant: "item" } },
    ],
    [
      "a word near a fixed one",
      `${index}rounding: non\n`,
      { code: "workspace/not-in-list", params: { meant: "none" } },
    ],
    [
      "a slip in the other alternative",
      `${index}rounding: { levels: [a], decimals: 9 }\n`,
      { code: "workspace/out-of-range", params: { maximum: 6 } },
    ],
    [
      "a month of another form",
      undefined,
      { code: "workspace/wrong-form", params: { value: "9/2024", form: { en: "a month, like 2024-09" } } },
    ],
  ])("method and workspace: %s", (_, text, expected) => {
    const { diagnostics } =
      text === undefined
        ? read(workspaceDeclaration, minimalWorkspace["nhip.yaml"].replace("2024-03", "9/2024"))
        : read(methodDeclaration, text);
    expect(diagnostics.map(told)).toMatchObject([expected]);
  });
});

test("all mistakes of a file are told together", () => {
  const text = source
    .replace("decimal:", "decimals:")
    .replace("[X, M]", "[01]")
    .replace("type: month", "type: months")
    .replace("minimum: 0", "minimum: x");
  expect(
    read(sourceDeclaration, text)
      .diagnostics.map(({ code }) => code)
      .sort(),
  ).toEqual(["workspace/not-in-list", "workspace/unknown-key", "workspace/unquoted-text", "workspace/wrong-type"]);
});

test("keys that do not belong are left out, and the rest is still checked further", () => {
  const { value, diagnostics } = read(sourceDeclaration, source.replace("minimum: 0", "minimum: 0, note: x"));
  expect(diagnostics).toHaveLength(1);
  expect(value?.value.columns["value"]).toEqual({ type: "decimal", unit: "USD", minimum: 0 });
});

test("keys named like parts of the language do no harm", () => {
  for (const key of ["__proto__", "constructor", "toString"]) {
    const { diagnostics } = read(sourceDeclaration, `${source}${key}: { a: b }\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["workspace/unknown-key"]);
  }
});
