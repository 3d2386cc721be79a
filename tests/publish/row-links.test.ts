/** The address of the rows behind a leaf reads back, and only an address of that form is read. */
import { describe, expect, it } from "vitest";
import { parseSelection, selectionQuery, withRowLinks } from "../../src/publish/row-links.ts";

const selection = {
  cells: "exports:goods",
  item: `8517 & "<x>"`,
  territory: "27",
  from: { year: 2024, month: 1 },
  to: { year: 2024, month: 9 },
};

describe("the address of rows", () => {
  it("reads back as it was written", () => {
    expect(parseSelection(new URLSearchParams(selectionQuery(selection)))).toEqual(selection);
  });

  it.each([
    ["cells", { cells: "" }],
    ["cells", { cells: "a'; drop table x" }],
    ["item", { item: "" }],
    ["item", { item: "x".repeat(501) }],
    ["territory", { territory: "" }],
    ["from", { from: "2024-13" }],
    ["to", { to: "September" }],
  ])("names %s where it cannot be read: %j", (part, change) => {
    expect(
      parseSelection(
        new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(selectionQuery(selection))), ...change }),
      ),
    ).toBe(part);
  });

  it("makes counts of rows links, and nothing else", () => {
    const count = `<td><span class="rows" data-rows="cells=iip&#x26;item=C26">1.107</span></td>`;
    expect(withRowLinks(`<span class="soft">x</span>${count}`, "../rows?lang=vi")).toBe(
      `<span class="soft">x</span><td><a class="rows" href="../rows?lang=vi&#x26;cells=iip&#x26;item=C26">1.107</a></td>`,
    );
  });
});
