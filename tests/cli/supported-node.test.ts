import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSupportedNode, oldestNode } from "../../src/cli/supported-node.ts";

test.each([
  ["18.20.8", false],
  ["20.20.2", false],
  ["22.9.0", false],
  ["22.17.1", false],
  ["22.18.0", true],
  ["23.0.0", true],
  ["24.21.0", true],
  ["100.0.0", true],
])("Node %s is supported: %s", (version, supported) => {
  expect(isSupportedNode(version)).toBe(supported);
});

test("the oldest supported Node is the one that package.json names", () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(manifest).toMatchObject({ engines: { node: `>=${oldestNode.replace(/\.0$/, "")}` } });
});
