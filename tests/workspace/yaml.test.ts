import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYaml } from "../../src/workspace/yaml.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const text = (parts: readonly string[]) => parts.join("\n");

describe("each slip of YAML is named, at its place", () => {
  test.each([
    ["a tab", "a:\n\tb: 1", "tab", 2, 1],
    ["an indent", "a:\n    b: 1\n  c: 2", "indent", 3, 1],
    ["an open quotation", "a: 1\nb: 'x\nc: 2\n", "unclosed-quote", 2, 4],
    ["an open bracket", "a: [1, 2\nb: 3", "unclosed-bracket", 2, 1],
    ["a key without a colon", "a: 1\nbcd\n", "missing-colon", 2, 1],
    ["a colon in a value", "a: b: c", "colon-in-value", 1, 4],
    ["a reserved character", "a: @x", "reserved-character", 1, 4],
    ["an escape", 'a: "\\d"', "escape", 1, 5],
    ["two documents", "a: 1\n---\nb: 2", "two-documents", 2, 1],
    ["a tag", "a: !include x.yaml", "tag", 1, 4],
    ["an alias of nothing", "a: *b", "anchor", 1, 4],
  ])("%s", (_, yaml, problem, line, column) => {
    const { value, diagnostics } = readYaml("a.yaml", yaml);
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      code: "workspace/yaml-syntax",
      params: { problem },
      span: { file: "a.yaml", start: { line, column } },
    });
  });

  test("slips on several lines are all told, the same one once with its count", () => {
    const { diagnostics } = readYaml("a.yaml", "a:\n\tb: 1\nc:\n\td: 1\ne: @x\n");
    expect(diagnostics.map(({ params, count }) => ({ params, count }))).toEqual([
      { params: { problem: "tab" }, count: 2 },
      { params: { problem: "reserved-character" }, count: 1 },
    ]);
  });

  test("a key written twice points back at the first", () => {
    expect(readYaml("a.yaml", "a:\n  b: 1\n  c: 2\n  b: 3\n").diagnostics).toMatchObject([
      {
        code: "workspace/duplicate-key",
        params: { key: "b" },
        span: { start: { line: 4, column: 3 } },
        related: [{ start: { line: 2, column: 3 } }],
      },
    ]);
  });
});

describe("no file makes the reader linger", () => {
  test.each([
    [
      "a bomb of aliases",
      text([
        "a: &a [x,x,x,x,x,x,x,x,x,x]",
        ..."bcdefghi".split("").map(
          (key, index) =>
            `${key}: &${key} [${Array(10)
              .fill(`*${"abcdefgh"[index] ?? ""}`)
              .join(",")}]`,
        ),
      ]),
      "workspace/too-many-values",
    ],
    ["an alias of itself", "a: &a [*a]", "workspace/too-deep"],
    ["a thousand brackets", `a: ${"[".repeat(1000)}${"]".repeat(1000)}`, "workspace/too-deep"],
    [
      "a thousand levels of indent",
      text(Array.from({ length: 400 }, (_, level) => `${" ".repeat(level)}a:`)),
      "workspace/too-deep",
    ],
    ["a thousand lists in lists", `${"- ".repeat(1000)}x`, "workspace/too-deep"],
    ["a megabyte", "a: b\n".repeat(200_000), "workspace/too-large"],
    ["as many values as a file may hold", "- a\n".repeat(30_000), "workspace/too-many-values"],
  ])("%s", (_, yaml, code) => {
    expect(cpuMilliseconds(() => readYaml("a.yaml", yaml), 1000)).toBeLessThan(1000);
    const { value, diagnostics } = readYaml("a.yaml", yaml);
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test("no text makes it throw", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "a: ",
        "- ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "&a ",
        "*a",
        "|",
        ">",
        "? ",
        ": ",
        "#",
        "!x",
        "\t",
        "---\n",
        "%",
        "01",
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (parts) => {
        const read = (): unknown => readYaml("a.yaml", parts.join("")).value?.spanOf(["a", 0, "b"]);
        expect(cpuMilliseconds(read, 100)).toBeLessThan(100);
      }),
      { numRuns: 500 },
    );
  });
});

describe("every part has its place", () => {
  const yaml = readYaml(
    "a.yaml",
    'title: { vi: "Việt", en: x }\nlist:\n  - one\n  - two: 02\nempty:\nsame: &s [1]\nagain: *s\n',
  ).value;
  const at = (path: readonly (string | number)[], part?: "key") => yaml?.spanOf(path, part).start;

  test.each([
    [["title", "en"], undefined, 1, 26],
    [["title", "en"], "key", 1, 22],
    [["list", 1, "two"], undefined, 4, 10],
    [["list", 0], undefined, 3, 5],
    [["empty"], undefined, 5, 1],
    [["list", 1, "three"], undefined, 4, 5],
    [["title", "fr"], undefined, 1, 1],
    [["again", 0], undefined, 6, 11],
  ] as const)("%j %s", (path, part, line, column) => {
    expect(at(path, part)).toEqual({ line, column });
  });

  test("what is missing at the top is the file's own fault", () => {
    expect(yaml?.spanOf(["unit"])).toEqual({ file: "a.yaml" });
  });

  test("values know how they were written", () => {
    expect(yaml?.writtenAt(["list", 1, "two"])).toBe("02");
    expect(yaml?.writtenAt(["title", "vi"])).toBeUndefined();
    expect(yaml?.textOffsetAt(["title", "vi"])).toBe(1);
    expect(yaml?.textOffsetAt(["list", 0])).toBe(0);
  });

  test("a key stays as it is written, even where it looks like a number", () => {
    expect(readYaml("a.yaml", "01: a\n2024-09: b\ntrue: c\n__proto__: d\n").value?.value).toEqual(
      Object.fromEntries([
        ["01", "a"],
        ["2024-09", "b"],
        ["true", "c"],
        ["__proto__", "d"],
      ]),
    );
  });
});
