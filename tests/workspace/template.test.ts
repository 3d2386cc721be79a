/** Placeholders are hidden from the Markdown parser and come back unchanged, each at its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAttributes, splitStretch } from "../../src/workspace/template-attributes.ts";
import { maskPlaceholders, unmask } from "../../src/workspace/template-placeholders.ts";
import { readTemplate } from "../../src/workspace/read-template.ts";

describe("hidden placeholders", () => {
  test("keep every offset, and come back in order", () => {
    const part = fc.oneof(
      fc.constantFrom("{{ iip }}", "{{}}", "{{ a | b }}"),
      fc.string({ unit: fc.constantFrom("a", "ế", "数", " ", "{", "}", "|") }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        const masked = maskPlaceholders(text);
        expect(masked.text.length).toBe(text.length);
        const back = unmask(masked.text, masked, 0);
        expect(
          back
            .map((inline) =>
              inline.kind === "slot" ? `{{${inline.slot.text}}}` : inline.kind === "text" ? inline.text : "",
            )
            .join(""),
        ).toBe(text);
        for (const { at, text: inside } of masked.placeholders)
          expect(text.slice(at.start, at.end)).toBe(`{{${inside}}}`);
      }),
    );
  });

  test("one without an end on its line is told", () => {
    expect(maskPlaceholders("a {{ b\n}} {{ c }}").unclosed).toEqual([{ start: 2, end: 4 }]);
  });
});

test("attributes come with the places of their names and values", () => {
  const line = "::table[a]{of=\"retail\" top=8 total='x y'}";
  const at = { start: 10, end: line.length };
  expect(
    readAttributes(line, line, at).map(({ name, value, valueAt }) => [
      name,
      value,
      line.slice(valueAt.start, valueAt.end),
    ]),
  ).toEqual([
    ["of", "retail", "retail"],
    ["top", "8", "8"],
    ["total", "x y", "x y"],
  ]);
});

test("a list in an attribute is split with the place of each part", () => {
  const text = " a;  b c ;;d";
  expect(
    splitStretch(text, ";", 100).map((part) => [part.text, text.slice(part.at.start - 100, part.at.end - 100)]),
  ).toEqual([
    ["a", "a"],
    ["b c", "b c"],
    ["d", "d"],
  ]);
});

test("the blocks of a template, in order", () => {
  const text = "---\ntitle: 'Một: {{ iip }}'\n---\n\n## A | B\n\nChữ\ntiếp.\n\n1. x\n\n::chart[c]{of=\"iip\"}\n";
  const { value, diagnostics } = readTemplate({ file: "reports/a.vi.md", text });
  expect(diagnostics).toEqual([]);
  expect(value.title).toEqual([
    { kind: "text", text: "Một: " },
    { kind: "slot", slot: { text: " iip ", at: { start: 17, end: 26 } } },
  ]);
  expect(value.blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "list", "chart"]);
  expect(value.blocks[1]).toMatchObject({ content: [{ text: "Chữ tiếp." }] });
});
