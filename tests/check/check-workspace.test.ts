import { describe, expect, test } from "vitest";
import { checkWorkspace } from "../../src/check/check-workspace.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";
import { diagnosticsOf, workspaceInMemory } from "../workspace-in-memory.ts";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import { minimalWith, minimalWorkspace } from "../minimal-workspace.ts";

const goods = minimalWorkspace["classifications/goods.csv"];
const source = minimalWorkspace["sources/customs.yaml"];
const exports_ = minimalWorkspace["methods/exports.yaml"];

function checked(files: FilesInMemory, last?: { year: number; month: number }) {
  const { value } = readWorkspace(workspaceInMemory(files));
  if (value === undefined) throw new Error("the test's nhip.yaml cannot be read");
  return checkWorkspace(value, last === undefined ? {} : { last });
}

const summary = (changes: Readonly<Record<string, string | undefined>>) =>
  diagnosticsOf(minimalWith(changes)).map(
    ({ code, span }) => `${code} ${span.file}:${String(span.start?.line)}:${String(span.start?.column)}`,
  );

describe("a checked workspace has every name resolved", () => {
  const outcome = checked(minimalWorkspace);

  test("methods stand after those they are made of, otherwise by name", () => {
    expect(outcome.ok && [...outcome.value.methods.keys()]).toEqual(["exports", "imports", "balance"]);
  });

  test("files have their kind, classifications their tree, the calendar its months", () => {
    if (!outcome.ok) throw new Error("the minimal workspace has faults");
    const { sources, classifications, first, last } = outcome.value;
    expect(sources.get("customs")?.files[0]).toEqual({
      path: "sources/customs/2024-01.csv",
      format: "csv",
      month: undefined,
    });
    expect(classifications.get("goods")?.children.get("01")).toEqual(["011", "012"]);
    expect([first, last]).toEqual([
      { year: 2024, month: 1 },
      { year: 2024, month: 3 },
    ]);
  });

  test("another reference month may be taken", () => {
    const other = checked(minimalWorkspace, { year: 2024, month: 2 });
    expect(other.ok && other.value.last).toEqual({ year: 2024, month: 2 });
    expect(checked(minimalWorkspace, { year: 2023, month: 12 }).ok).toBe(false);
  });
});

describe("months are taken from file names", () => {
  const withMonths = (pattern: string, names: readonly string[], complete = false) => {
    const months = `months: { file: '${pattern}', complete: ${String(complete)} }\n`;
    const files = { ...minimalWith({ "sources/customs.yaml": source + months }) };
    const others = Object.entries(files).filter(([path]) => !path.startsWith("sources/customs/"));
    return Object.fromEntries([...others, ...names.map((name) => [`sources/customs/${name}`, "x"] as const)]);
  };

  test.each([
    ["^(\\d{4}-\\d{2})", "2024-02-29-02-Bieu.csv", { year: 2024, month: 2 }],
    ["T(\\d{6})", "Bieu-T202403.csv", { year: 2024, month: 3 }],
    ["T(?<month>\\d{1,2})[.](?<year>\\d{4})", "Bieu-T1.2024.csv", { year: 2024, month: 1 }],
  ])("%s finds the month of %s", (pattern, name, month) => {
    const outcome = checked(withMonths(pattern, [name]));
    expect(outcome.ok && outcome.value.sources.get("customs")?.files.map((file) => file.month)).toEqual([month]);
  });

  test.each([
    ["^(\\d{4}-\\d{2})", ["thang-2.csv"], "source/no-month-in-name"],
    ["^(\\d{4}-\\d{2})", ["2024-13.csv"], "source/no-month-in-name"],
    ["^(\\d{4}-\\d{2}", ["2024-01.csv"], "source/pattern"],
    ["^\\d{4}-\\d{2}", ["2024-01.csv"], "source/pattern"],
    ["^(\\d{4}-\\d{2})", ["2024-04.csv"], "source/month-outside-calendar"],
  ])("%s on %j: %s", (pattern, names, code) => {
    expect(diagnosticsOf(withMonths(pattern, names)).map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test("where every month is required, those without a file are named", () => {
    const faults = diagnosticsOf(withMonths("^(\\d{4}-\\d{2})", ["2024-01.csv"], true));
    expect(faults).toMatchObject([{ code: "source/missing-months", params: { months: ["2024-02", "2024-03"] } }]);
  });

  test("a method then needs no month column", () => {
    const without = source.replace("  month: { type: month }\n", "").replace("[month, ", "[");
    expect(summary({ "sources/customs.yaml": `${without}months: { file: '^(\\d{4}-\\d{2})' }\n` })).toEqual([]);
    expect(summary({ "sources/customs.yaml": without })).toEqual([
      "method/no-month methods/exports.yaml:5:9",
      "method/no-month methods/imports.yaml:5:9",
    ]);
  });
});

describe("code lists", () => {
  test.each([
    [
      "a long circle is told once, from its first row",
      "code,parent,level,name_vi,name_en\n01,04,group,a,a\n02,01,group,b,b\n03,02,group,c,c\n04,03,group,d,d\n05,04,good,e,e\n",
      ["classification/cycle classifications/goods.csv:2:4"],
    ],
    [
      "a code that is its own parent",
      "code,parent,level,name_vi,name_en\n01,01,group,a,a\n",
      ["classification/cycle classifications/goods.csv:2:4"],
    ],
    [
      "two circles",
      "code,parent,level,name_vi,name_en\n01,02,group,a,a\n02,01,group,b,b\n03,04,group,c,c\n04,03,group,d,d\n",
      ["classification/cycle classifications/goods.csv:2:4", "classification/cycle classifications/goods.csv:4:4"],
    ],
    [
      "the whole as the only root is allowed",
      "code,parent,level,name_vi,name_en\n_T,,group,Tổng số,Total\n01,_T,good,a,a\n",
      [],
    ],
    [
      "29 February exists in leap years",
      "code,level,name_vi,name_en,valid_from,valid_to\n01,group,a,a,2024-02-29,\n02,group,b,b,2023-02-29,\n",
      ["classification/date classifications/goods.csv:3:14"],
    ],
  ])("%s", (_, table, expected) => {
    const changes = { "classifications/goods.csv": table };
    expect(summary(changes)).toEqual(expected);
  });

  test("a row that could not be read does not make its code unknown elsewhere", () => {
    const table = goods.replace("01,,group,Hàng nông sản,Farm products", "01,,group,Hàng nông, sản,Farm products");
    expect(summary({ "classifications/goods.csv": table })).toEqual([
      "classification/row-width classifications/goods.csv:2:1",
    ]);
  });
});

describe("methods", () => {
  test.each([
    [
      "a column of codes cannot be summed",
      { "methods/exports.yaml": exports_.replace("value: value", "value: goods") },
      ["method/column-type methods/exports.yaml:7:8"],
    ],
    [
      "a filter needs codes that exist",
      { "methods/exports.yaml": exports_.replace("direction: X", "direction: [X, E]") },
      ["method/unknown-code methods/exports.yaml:6:25"],
    ],
    [
      "a filter needs a column that exists",
      { "methods/exports.yaml": exports_.replace("direction: X", "directon: X") },
      ["method/unknown-column methods/exports.yaml:6:20"],
    ],
    [
      "an indicator made of itself",
      { "methods/balance.yaml": minimalWorkspace["methods/balance.yaml"].replace("imports", "balance") },
      ["method/cycle methods/balance.yaml:5:10"],
    ],
    [
      "a name inside a quoted formula",
      {
        "methods/balance.yaml": minimalWorkspace["methods/balance.yaml"].replace(
          "exports - imports",
          '"exports - import"',
        ),
      },
      ["method/unknown-indicator methods/balance.yaml:5:21"],
    ],
    [
      "a folded formula is marked as a whole",
      {
        "methods/balance.yaml": minimalWorkspace["methods/balance.yaml"].replace(
          "exports - imports",
          ">\n  exports -\n  import",
        ),
      },
      ["method/unknown-indicator methods/balance.yaml:5:10"],
    ],
    [
      "a ratio needs both its indicators",
      {
        "methods/cover.yaml":
          "kind: ratio\ntitle: { vi: a, en: a }\ncites: x\nunit: percent\nnumerator: export\ndenominator: importz\n",
      },
      ["method/unknown-indicator methods/cover.yaml:5:12", "method/unknown-indicator methods/cover.yaml:6:14"],
    ],
    [
      "unlike units may be divided",
      {
        "methods/ratio.yaml":
          "kind: derived\ntitle: { vi: a, en: a }\ncites: x\nunit: none\nformula: exports / imports + 1\n",
      },
      [],
    ],
    [
      "a target must be one of the source's",
      {
        "sources/targets.yaml":
          "title: { vi: a, en: a }\nfiles: customs/*.csv\ncolumns:\n  target: { type: code, values: [turnover] }\n  year: { type: integer }\n  value: { type: decimal, unit: VND }\n",
        "methods/exports.yaml": `${exports_}plan: { source: targets, target: turnovr }\n`,
      },
      ["method/unit-differs methods/exports.yaml:9:1", "method/unknown-code methods/exports.yaml:9:34"],
    ],
    [
      "counting what the key tells apart is allowed for open rows",
      {
        "sources/obstacles.yaml":
          "title: { vi: a, en: a }\nfiles: customs/*.csv\ncolumns:\n  id: { type: text }\n  raised: { type: date }\n  closed: { type: date, optional: true }\nkey: [id]\n",
        "methods/open.yaml":
          "kind: stock\ntitle: { vi: a, en: a }\ncites: x\nunit: obstacle\nsource: obstacles\nopened: raised\nclosed: closed\ncount: id\n",
      },
      [],
    ],
  ])("%s", (_, changes, expected) => {
    expect([...summary(changes)].sort()).toEqual([...expected].sort());
  });

  test("unknown names come with the nearest that exists", () => {
    const meant = (changes: Readonly<Record<string, string>>) =>
      diagnosticsOf(minimalWith(changes)).map(({ params }) => ("meant" in params ? params.meant : "no guess"));
    expect(meant({ "methods/exports.yaml": exports_.replace("value: value", "value: vale") })).toEqual(["value"]);
    expect(meant({ "methods/exports.yaml": exports_.replace("source: customs", "source: custom") })).toEqual([
      "customs",
    ]);
    expect(meant({ "methods/exports.yaml": exports_.replace("direction: X", 'goods: "11"') })).toEqual(["011"]);
    expect(meant({ "methods/exports.yaml": exports_.replace("unit: USD", "unit: usd") })).toContain("USD");
  });
});

test("the mistakes of all parts are told in one run", () => {
  const changes = {
    "nhip.yaml": minimalWorkspace["nhip.yaml"].replace("first: 2024-01", "first: 2024-05"),
    "classifications/goods.csv": goods.replace("012,01", "011,01"),
    "sources/customs.yaml": source.replace("unit: USD", "unit: USDD").replace("key: [month", "key: [months"),
    "methods/exports.yaml": exports_.replace("value: value", "value: valeu"),
    "methods/balance.yaml": minimalWorkspace["methods/balance.yaml"].replace("-", "×"),
  };
  expect(new Set(diagnosticsOf(minimalWith(changes)).map(({ code }) => code))).toEqual(
    new Set([
      "workspace/calendar-order",
      "classification/duplicate-code",
      "source/unknown-unit",
      "source/unknown-column",
      "method/unknown-column",
      "method/formula",
    ]),
  );
});
