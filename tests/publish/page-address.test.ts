/** Names and links of pages. */
import { describe, expect, it } from "vitest";
import { relativeLink, safeName } from "../../src/publish/page-address.ts";

describe("a link from page to page", () => {
  it.each([
    ["index.html", "assets/nhip.css", "assets/nhip.css"],
    ["figures/a.html", "assets/nhip.css", "../assets/nhip.css"],
    ["en/figures/a.html", "en/index.html", "../index.html"],
    ["en/figures/a.html", "figures/a.html", "../../figures/a.html"],
    ["figures/a.html", "figures/b.html", "b.html"],
    ["index.html", "index.html", "index.html"],
  ])("%s → %s is %s", (from, to, link) => {
    expect(relativeLink(from, to)).toBe(link);
  });
});

describe("the file name of an observation", () => {
  it.each([
    ["iip/C26/27/2024-09/ytd/growth", "iip.C26.27.2024-09.ytd.growth"],
    ["iip/_T/27/2024-09/ytd/level", "iip._T.27.2024-09.ytd.level"],
    ["exports/../x", "exports.~2e~2e.x"],
    ["a/Ủ b", "a.~1ee6~20b"],
  ])("%s → %s", (id, name) => {
    expect(safeName(id)).toBe(name);
  });

  it("is short and its own, however long the code", () => {
    const names = ["x", "y"].map((end) => safeName(`exports/${"电子".repeat(300)}${end}/27`));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(140);
  });
});
