import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import { toUtf16, toVni } from "../legacy-encodings.ts";
import { minimalWith, minimalWorkspace } from "../minimal-workspace.ts";
import { diagnosticsOf, workspaceInMemory } from "../workspace-in-memory.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const read = (files: Parameters<typeof workspaceInMemory>[0]) => readWorkspace(workspaceInMemory(files));
const codesOf = (files: Parameters<typeof workspaceInMemory>[0]) => read(files).diagnostics.map(({ code }) => code);

test("a workspace is read whole, in the order of its names", () => {
  const { value, diagnostics } = read({
    ...minimalWorkspace,
    "reports/nine-months.vi.md": "# Báo cáo",
    "reports/nine-months.en.md": "# Report",
  });
  expect(diagnostics).toEqual([]);
  expect(value?.declaration.value.languages).toEqual(["vi", "en"]);
  expect(value?.sources[0]?.files).toEqual([
    "sources/customs/2024-01.csv",
    "sources/customs/2024-02.csv",
    "sources/customs/2024-03.csv",
  ]);
  expect(value?.methods.map(({ id }) => id)).toEqual(["balance", "exports", "imports"]);
  expect(value?.classifications[0]?.items[1]).toMatchObject({
    item: {
      code: "011",
      parent: "01",
      level: "good",
      name: { vi: "Gạo", en: "Rice" },
      validFrom: undefined,
      validTo: undefined,
    },
    span: { file: "classifications/goods.csv", start: { line: 3, column: 1 } },
  });
  expect(value?.reports.map(({ id, language }) => `${id}.${language}`)).toEqual(["nine-months.en", "nine-months.vi"]);
});

test("the columns of a code list stand in any order, and a list of one level need not say it", () => {
  const files = minimalWith({
    "classifications/goods.yaml": 'title: { vi: A, en: A }\nversion: "1"\nfile: goods.csv\nlevels: [good]\n',
    "classifications/goods.csv": "\ufeffname_en,valid_from,code,name_vi\r\nRice,2018-08-20,011,Gạo\r\n",
  });
  expect(read(files).value?.classifications[0]?.items.map(({ item }) => item)).toEqual([
    {
      code: "011",
      parent: undefined,
      level: "good",
      name: { vi: "Gạo", en: "Rice" },
      validFrom: "2018-08-20",
      validTo: undefined,
    },
  ]);
});

test("data may stand outside the workspace, declarations may not", () => {
  const files = minimalWith({
    "sources/customs.yaml": minimalWorkspace["sources/customs.yaml"].replace("customs/*.csv", "../../shared/raw/*.csv"),
    "../shared/raw/2024-09.csv": "x",
    "classifications/goods.yaml": minimalWorkspace["classifications/goods.yaml"].replace(
      "goods.csv",
      "../../shared/goods.csv",
    ),
    "../shared/goods.csv": minimalWorkspace["classifications/goods.csv"],
  });
  const { value, diagnostics } = read(files);
  expect(value?.sources[0]?.files).toEqual(["../shared/raw/2024-09.csv"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["classification/table-elsewhere"]);
});

test("without nhip.yaml there is no workspace, but everything else is still told", () => {
  const { value, diagnostics } = read(minimalWith({ "nhip.yaml": undefined, "methods/exports.yaml": "kind: totl\n" }));
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["workspace/no-declaration", "workspace/not-in-list"]);
});

test("the mistakes of all files are told in one run, each once", () => {
  const files = minimalWith({
    "nhip.yaml": minimalWorkspace["nhip.yaml"].replace('"27"', "027"),
    "classifications/goods.csv": toVni(minimalWorkspace["classifications/goods.csv"]),
    "sources/customs.yaml": "title: x\n",
    "methods/balance.yaml": "a: [\n",
    "methods/exports.yaml": "",
    "methods/imports.yaml": toUtf16("kind: total\n", "little", "bare"),
    "methods/Tệp lạ.yaml": minimalWorkspace["methods/exports.yaml"],
    "reports/a.fr.md": "# x",
    "reports/b.vi.md": Uint8Array.of(0x50, 0x4b, 3, 4),
  });
  expect(codesOf(files).sort()).toEqual([
    "workspace/empty-file",
    "workspace/encoding",
    "workspace/encoding",
    "workspace/file-name",
    "workspace/file-name",
    "workspace/missing-key",
    "workspace/missing-key",
    "workspace/not-text",
    "workspace/unquoted-text",
    "workspace/wrong-type",
    "workspace/yaml-syntax",
  ]);
});

test("a name that leads to a file with mistakes is not told as unknown", () => {
  const files = minimalWith({ "sources/customs.yaml": "title: x\n" });
  expect(new Set(diagnosticsOf(files).map(({ span }) => span.file))).toEqual(new Set(["sources/customs.yaml"]));
  const list = minimalWith({ "classifications/goods.yaml": "levels: 3\n" });
  expect(new Set(diagnosticsOf(list).map(({ span }) => span.file))).toEqual(new Set(["classifications/goods.yaml"]));
});

describe("no bytes make reading throw or linger", () => {
  test.each([
    "nhip.yaml",
    "classifications/goods.csv",
    "sources/customs.yaml",
    "methods/exports.yaml",
    "reports/a.vi.md",
  ])("in %s", (path) => {
    const original = new TextEncoder().encode(
      Object.entries<string>(minimalWorkspace).find(([name]) => name === path)?.[1] ?? "# A",
    );
    const spoiled = fc
      .tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(original.length), fc.nat(original.length))
      .map(([noise, from, to]) =>
        Uint8Array.from([...original.slice(0, Math.min(from, to)), ...noise, ...original.slice(Math.max(from, to))]),
      );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 3000 }), spoiled), (bytes) => {
        expect(cpuMilliseconds(() => diagnosticsOf(minimalWith({ [path]: bytes })), 100)).toBeLessThan(100);
      }),
    );
  });
});
