/** Names, codes, texts and file names that would break a careless programme: they are data, and stay data. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDuckDb } from "../../src/io/duckdb.ts";
import type { FilesInMemory } from "../workspace-in-memory.ts";
import { observationsOf, printed, runFiles } from "./run-workspace.ts";

const declaration = `title: { vi: Thử, en: Trial }
territory: { code: T1, name: { vi: tỉnh thử, en: the trial province } }
calendar: { first: 2024-01, last: 2024-02 }
`;

function method(more: string, kind = "flow"): string {
  return `kind: ${kind}
title: { vi: Thử, en: Trial }
cites: thử
unit: none
source: events
comparisons: []
${more}`;
}

function contract(columns: string, more = ""): string {
  return `title: { vi: Sự kiện, en: Events }
files: events/*
columns:
${columns}${more}`;
}

function list(...codes: readonly string[]): FilesInMemory {
  const rows = codes.map((code) => `"${code.replaceAll('"', '""')}",,item,tên,name\n`);
  return {
    "classifications/list.yaml": 'title: { vi: Bảng, en: List }\nversion: "1"\nfile: list.csv\nlevels: [item]\n',
    "classifications/list.csv": `code,parent,level,name_vi,name_en\n${rows.join("")}`,
  };
}

describe("file names", () => {
  test.each([
    "a[1].csv",
    "a*.csv",
    "a?.csv",
    "a'; DROP TABLE x; --.csv",
    'a"b.csv',
    "a {1,2}.csv",
    "năm 2024 – tháng 1.csv",
    "a%20b.csv",
  ])("%s is read as it is, and nothing else", async (name) => {
    const columns = "  month: { type: month }\n  amount: { type: integer }\n";
    const ran = await runFiles({
      "nhip.yaml": declaration,
      "sources/events.yaml": contract(columns),
      [`sources/events/${name}`]: "month,amount\n2024-01,1\n",
      "sources/other/a1.csv": "month,amount\n2024-01,100\n",
      "methods/sum.yaml": method("value: amount\n"),
    });
    expect(printed(ran, "sum/_T/T1/2024-01/month/level", 0)).toBe("1");
  });

  test("a pattern character in a name does not take the neighbour's rows", async () => {
    const columns = "  month: { type: month }\n  amount: { type: integer }\n";
    const ran = await runFiles({
      "nhip.yaml": declaration,
      "sources/events.yaml": contract(columns),
      "sources/events/f[1].csv": "month,amount\n2024-01,1\n",
      "sources/events/f1.csv": "month,amount\n2024-01,10\n",
      "methods/sum.yaml": method("value: amount\n"),
    });
    expect(printed(ran, "sum/_T/T1/2024-01/month/level", 0)).toBe("11");
  });
});

test.each([
  "rowid",
  "select",
  "order",
  "group",
  "c0",
  "v0",
  "t0",
  "file_index",
  "filename",
  "item",
  "territory",
  "value",
  "unit",
  "basis",
  "until",
  "span",
  "file",
  "line",
  "raw",
  "code",
  "above",
  "row",
])("a column may be named %s", async (name) => {
  const columns = `  month: { type: month }\n  ${name}: { type: integer, minimum: 0 }\n  k: { type: code, classification: list }\n`;
  const files = {
    "nhip.yaml": declaration,
    ...list("A", "B"),
    "sources/events.yaml": contract(columns, `key: [month, ${name}]\n`),
    "sources/events/a.csv": `month,${name},k\n2024-01,4,A\n2024-01,5,B\n`,
    "methods/sum.yaml": method(`value: ${name}\nwhere: { k: [A, B] }\nbreakdowns: { list: k }\n`),
    "methods/distinct.yaml": method(`count: ${name}\nbreakdowns: { list: k }\n`),
  };
  const ran = await runFiles(files);
  expect(ran.diagnostics).toEqual([]);
  expect(printed(ran, "sum/_T/T1/2024-01/month/level", 0)).toBe("9");
  expect(printed(ran, "sum/B/T1/2024-01/month/level", 0)).toBe("5");
  expect(printed(ran, "distinct/_T/T1/2024-02/ytd/level", 0)).toBe("2");
  const faulty = await runFiles({ ...files, "sources/events/a.csv": `month,${name},k\n2024-01,4,A\n2024-01,-5,B\n` });
  expect(faulty.diagnostics).toMatchObject([
    { code: "data/below-minimum", span: { file: "sources/events/a.csv", start: { line: 3, column: 9 } } },
  ]);
});

test.each([
  "O'Brien",
  'a "quoted" code',
  "'; DROP VIEW source_events; --",
  "Đồng Nai",
  "一二三",
  "😀",
  "a\\b",
  "%",
  "null",
  "T1",
  "x".repeat(5000),
])("a code may be %s", async (code) => {
  const quoted = `"${code.replaceAll('"', '""')}"`;
  const ran = await runFiles({
    "nhip.yaml": declaration,
    ...list(code, "B"),
    "sources/events.yaml": contract(
      "  month: { type: month }\n  amount: { type: integer }\n  k: { type: code, classification: list }\n  t: { type: text, optional: true }\n",
    ),
    "sources/events/a.csv": `month,amount,k,t\n2024-01,4,${quoted},${quoted}\n2024-01,5,B,\n`,
    "methods/sum.yaml": method(`value: amount\nwhere: { k: ${JSON.stringify(code)} }\nbreakdowns: { list: k }\n`),
    "methods/texts.yaml": method(`count: t\n`),
  });
  expect(ran.diagnostics).toEqual([]);
  expect(printed(ran, `sum/${code}/T1/2024-01/month/level`, 0)).toBe("4");
  expect(printed(ran, "sum/_T/T1/2024-01/month/level", 0)).toBe("4");
  expect(printed(ran, "texts/_T/T1/2024-01/month/level", 0)).toBe("1");
});

test("a code in another Unicode form is the same code", async () => {
  const ran = await runFiles({
    "nhip.yaml": declaration,
    ...list("Hà Nội"),
    "sources/events.yaml": contract(
      "  month: { type: month }\n  amount: { type: integer }\n  k: { type: code, classification: list }\n",
    ),
    "sources/events/a.csv": `month,amount,k\n2024-01,4,${"Hà Nội".normalize("NFD")}\n`,
    "methods/sum.yaml": method("value: amount\nbreakdowns: { list: k }\n"),
  });
  expect(printed(ran, "sum/Hà Nội/T1/2024-01/month/level", 0)).toBe("4");
});

test("a long text is read, and a line past all measure is told", async () => {
  const files = (length: number): FilesInMemory => ({
    "nhip.yaml": declaration,
    "sources/events.yaml": contract("  month: { type: month }\n  amount: { type: integer }\n  t: { type: text }\n"),
    "sources/events/a.csv": `month,amount,t\n2024-01,4,${"x".repeat(length)}\n2024-01,5,y\n`,
    "methods/sum.yaml": method("value: amount\n"),
  });
  expect(printed(await runFiles(files(1_000_000)), "sum/_T/T1/2024-01/month/level", 0)).toBe("9");
  const { diagnostics, run } = await runFiles(files(5_000_000));
  expect(run).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "data/malformed-record", span: { start: { line: 2 } } }]);
});

test("a name that stands for two codes is no name, unless the contract says of which", async () => {
  const files = (aliases: string): FilesInMemory => ({
    "nhip.yaml": declaration,
    "classifications/list.yaml": 'title: { vi: Bảng, en: List }\nversion: "1"\nfile: list.csv\nlevels: [item]\n',
    "classifications/list.csv": "code,parent,level,name_vi,name_en\nA,,item,Điện,Electricity\nB,,item,Điện,Power\n",
    "sources/events.yaml": contract(
      `  month: { type: month }\n  amount: { type: integer }\n  k: { type: code, classification: list, match: name${aliases} }\n`,
    ),
    "sources/events/a.csv": "month,amount,k\n2024-01,4,  điện \n2024-01,5,Power\n",
    "methods/sum.yaml": method("value: amount\nbreakdowns: { list: k }\n"),
  });
  expect((await runFiles(files(""))).diagnostics).toMatchObject([{ code: "data/unknown-code" }]);
  const told = await runFiles(files(", aliases: { Điện: A }"));
  expect(printed(told, "sum/A/T1/2024-01/month/level", 0)).toBe("4");
  expect(printed(told, "sum/B/T1/2024-01/month/level", 0)).toBe("5");
});

/** A Parquet file of one query, as bytes. */
async function parquetOf(sql: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "nhip-parquet-"));
  const engine = await openDuckDb({});
  try {
    const path = join(folder, "a.parquet");
    await engine.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
    return readFileSync(path);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("Parquet", () => {
  const columns =
    "  month: { type: month, format: MM/YYYY }\n  amount: { type: decimal, decimals: 3 }\n  day: { type: date, format: DD/MM/YYYY }\n";
  const filesOf = async (mark: string): Promise<FilesInMemory> => ({
    "nhip.yaml": declaration,
    "sources/events.yaml": contract(columns, mark),
    "sources/events/a.parquet": await parquetOf(
      "SELECT DATE '2024-01-15' AS month, 12.345::DOUBLE AS amount, DATE '2024-01-31' AS day",
    ),
    "methods/sum.yaml": method("value: amount\n"),
    "methods/days.yaml": method("value: amount\nmonth: day\n"),
  });

  test.each(["", 'decimal: ","\n', 'decimal: "."\n'])(
    "a typed number is that number under the contract %j",
    async (mark) => {
      const ran = await runFiles(await filesOf(mark));
      expect(ran.diagnostics).toEqual([]);
      expect(printed(ran, "sum/_T/T1/2024-01/month/level", 3)).toBe("12.345");
      expect(printed(ran, "days/_T/T1/2024-01/month/level", 3)).toBe("12.345");
    },
  );

  test("a fault is told with its row", async () => {
    const files = await filesOf("");
    const sources = { "sources/events.yaml": contract(columns.replace("decimals: 3", "decimals: 1")) };
    const { diagnostics } = await runFiles({ ...files, ...sources });
    expect(diagnostics).toMatchObject([
      { code: "data/too-many-decimals", span: { file: "sources/events/a.parquet", start: { line: 1 } } },
    ]);
  });
});

describe("what is missing is not zero, and what is zero is not missing", () => {
  const columns =
    "  day: { type: date }\n  amount: { type: integer, optional: true }\n  k: { type: code, values: [A, B] }\n";
  const files: FilesInMemory = {
    "nhip.yaml": declaration,
    "sources/events.yaml": contract(columns),
    "sources/events/a.csv": "day,amount,k\n2023-12-31,7,A\n2024-01-31,4,A\n2024-01-31,,B\n",
  };

  test("a flow of nothing is zero from the first month of its source", async () => {
    const ran = await runFiles({
      ...files,
      "methods/none.yaml": method("value: amount\nmonth: day\nwhere: { k: B }\n"),
    });
    expect(printed(ran, "none/_T/T1/2024-01/month/level", 0)).toBe("0");
    expect(printed(ran, "none/_T/T1/2024-02/month/level", 0)).toBe("0");
  });

  test("a total of a month without rows is missing, and so is the year so far", async () => {
    const ran = await runFiles({
      ...files,
      "methods/total.yaml": method("value: amount\nmonth: day\nbases: [month, ytd]\n", "total"),
    });
    expect(printed(ran, "total/_T/T1/2024-01/ytd/level", 0)).toBe("4");
    expect(printed(ran, "total/_T/T1/2024-02/month/level", 0)).toBe("absent");
    expect(printed(ran, "total/_T/T1/2024-02/ytd/level", 0)).toBe("absent");
  });

  test("a month before the calendar is a base of comparison and no figure of its own", async () => {
    const ran = await runFiles({
      ...files,
      "methods/flow.yaml": method("value: amount\nmonth: day\n").replace("[]", "[growth-previous]"),
    });
    expect(printed(ran, "flow/_T/T1/2024-01/month/growth-previous", 1)).toBe("-42.9");
    expect(observationsOf(ran).some(({ period }) => period.year === 2023)).toBe(false);
  });
});

test("a stock of distinct values counts each once, whatever happens to it", async () => {
  const ran = await runFiles({
    "nhip.yaml": declaration,
    "sources/events.yaml": contract("  day: { type: date }\n  project: { type: text }\n"),
    "sources/events/a.csv": "day,project\n2023-05-01,p1\n2024-01-02,p1\n2024-02-02,p2\n2024-02-03,p1\n",
    "methods/stock.yaml": method("opened: day\ncount: project\n", "stock"),
  });
  expect(printed(ran, "stock/_T/T1/2024-01/end/level", 0)).toBe("1");
  expect(printed(ran, "stock/_T/T1/2024-02/end/level", 0)).toBe("2");
});

test("distinct values are counted anew at every level of a classification", async () => {
  const ran = await runFiles({
    "nhip.yaml": declaration,
    "classifications/list.yaml": 'title: { vi: Bảng, en: List }\nversion: "1"\nfile: list.csv\nlevels: [group, item]\n',
    "classifications/list.csv": "code,parent,level,name_vi,name_en\nG,,group,Nhóm,Group\nA,G,item,a,a\nB,G,item,b,b\n",
    "sources/events.yaml": contract(
      "  month: { type: month }\n  project: { type: text }\n  k: { type: code, classification: list }\n",
    ),
    "sources/events/a.csv": "month,project,k\n2024-01,p1,A\n2024-01,p1,B\n2024-02,p1,A\n2024-02,p2,B\n",
    "methods/projects.yaml": method("count: project\nbreakdowns: { list: k }\nbases: [month, ytd]\n"),
  });
  expect(printed(ran, "projects/A/T1/2024-01/month/level", 0)).toBe("1");
  expect(printed(ran, "projects/B/T1/2024-01/month/level", 0)).toBe("1");
  expect(printed(ran, "projects/G/T1/2024-01/month/level", 0)).toBe("1");
  expect(printed(ran, "projects/G/T1/2024-02/ytd/level", 0)).toBe("2");
  expect(printed(ran, "projects/_T/T1/2024-02/ytd/level", 0)).toBe("2");
});
