import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileChunks, workspaceFiles } from "../../src/io/file-system.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "nhip-files-"));
  for (const path of ["w/sources/b", "w/sources/a", "w/.git", "w/node_modules/x", "shared"]) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  for (const path of [
    "w/nhip.yaml",
    "w/sources/b/2.csv",
    "w/sources/a/1.csv",
    "w/sources/Z.csv",
    "w/.git/x",
    "w/node_modules/x/y",
    "shared/s.csv",
  ]) {
    writeFileSync(join(folder, path), path);
  }
  symlinkSync(join(folder, "w"), join(folder, "w/sources/loop"));
  symlinkSync(join(folder, "shared/s.csv"), join(folder, "w/sources/linked.csv"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("files are listed by code point, without hidden folders, packages and links to folders", () => {
  const files = workspaceFiles(join(folder, "w"));
  expect(files.list("sources")).toEqual(["sources/Z.csv", "sources/a/1.csv", "sources/b/2.csv", "sources/linked.csv"]);
  expect(files.list("sources", 1)).toEqual(["sources/Z.csv", "sources/linked.csv"]);
  expect(files.list("").filter((path) => path.includes("y") || path.startsWith("."))).toEqual(["nhip.yaml"]);
  expect(files.list("nowhere")).toEqual([]);
  expect(files.list("../shared")).toEqual(["../shared/s.csv"]);
});

test("a file is read, a folder or a missing file is not", () => {
  const files = workspaceFiles(join(folder, "w"));
  expect(new TextDecoder().decode(files.read("../shared/s.csv"))).toBe("shared/s.csv");
  expect(files.read("sources")).toBeUndefined();
  expect(files.read("x.csv")).toBeUndefined();
});

test("a file comes in pieces", () => {
  const pieces = [...fileChunks(join(folder, "w/nhip.yaml"), 4)].map((piece) => new TextDecoder().decode(piece));
  expect(pieces).toEqual(["w/nh", "ip.y", "aml"]);
});
