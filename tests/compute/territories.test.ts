/** An index, a survey and a plan in several territories: what belongs to one is not taken for another. */
import { describe, expect, test } from "vitest";
import type { FilesInMemory } from "../workspace-in-memory.ts";
import { industryWorkspace } from "./industry-workspace.ts";
import { printed, runFiles } from "./run-workspace.ts";

const output = `title: { vi: Sản lượng, en: Output }
files: output/*.csv
decimal: "."
columns:
  month: { type: month }
  province: { type: code, values: [T1, T2] }
  unit: { type: text }
  product: { type: code, classification: industry }
  quantity: { type: decimal, decimals: 2, minimum: 0 }
key: [month, province, unit, product]
`;

const method = `kind: index
title: { vi: Chỉ số, en: Index }
cites: methods.md 1.3
unit: index
source: output
territory: province
item: product
classification: industry
value: quantity
establishment: unit
base: { year: 2023 }
weights: { source: weights, item: code, value: weight }
bases: [month]
comparisons: []
`;

function rowsOf(province: string, product: string, months: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(months).map(([month, quantity]) => `${month},${province},u,${product},${String(quantity)}`);
}

/** The same quantity in every month of the base year. */
function everyMonth(quantity: number): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`2023-${String(at + 1).padStart(2, "0")}`, quantity]),
  );
}

describe("an index of two provinces with the base year of their own rows", () => {
  const files = industryWorkspace({
    "sources/output.yaml": output,
    "methods/iip.yaml": method,
    "sources/output/all.csv": [
      "month,province,unit,product,quantity",
      ...rowsOf("T1", "A", { ...everyMonth(100), "2024-01": 110 }),
      ...rowsOf("T2", "A", { ...everyMonth(900), "2024-01": 450 }),
      // Not made in the base year: a new product, which enters at the index of its class.
      ...rowsOf("T2", "B", { ...everyMonth(0), "2024-01": 8, "2024-02": 12 }),
      ...rowsOf("T1", "B", everyMonth(5)),
      "",
    ].join("\n"),
  });

  test("each has its own average", async () => {
    const ran = await runFiles(files);
    expect(ran.diagnostics).toEqual([]);
    expect(printed(ran, "iip/A/T1/2024-01/month/level", 1)).toBe("110.0");
    expect(printed(ran, "iip/A/T2/2024-01/month/level", 1)).toBe("50.0");
  });

  test("a product that a province did not make in the base year is new there", async () => {
    const ran = await runFiles(files);
    expect(printed(ran, "iip/B/T2/2024-01/month/level", 1)).toBe("50.0");
    expect(printed(ran, "iip/B/T2/2024-02/month/level", 1)).toBe("75.0");
    expect(printed(ran, "iip/B/T1/2023-06/month/level", 1)).toBe("100.0");
  });
});

test.each([
  { what: "of a product", weights: "code,weight\nA,0\nB,21.7\nCC,20\nDD,10\n", code: "A" },
  { what: "of a class", weights: "code,weight\nC2630,0\nA,1\nB,21.7\nCC,20\nDD,10\n", code: "C2630" },
])("a weight of nothing $what is told, not divided by", async ({ weights, code }) => {
  const { diagnostics, run } = await runFiles(
    industryWorkspace({
      "sources/output/all.csv": "month,unit,size,product,quantity\n2023-01,u,small,A,10\n2023-01,u,small,B,10\n",
      "sources/weights.csv": weights,
    }),
  );
  expect(run).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "data/no-weight", params: { code } }]);
});

const survey: FilesInMemory = {
  "nhip.yaml": `title: { vi: Thử, en: Trial }
territory: { code: T1, name: { vi: tỉnh thử, en: the trial province } }
calendar: { first: 2024-01, last: 2024-02 }
`,
  "sources/survey.yaml": `title: { vi: Phiếu, en: Returns }
files: survey.csv
decimal: "."
columns:
  month: { type: month }
  unit: { type: text }
  stratum: { type: code, values: [all, h1] }
  revenue: { type: decimal, decimals: 6, unit: VND, minimum: 0, optional: true }
key: [month, unit]
`,
  "sources/frame.yaml": `title: { vi: Dàn mẫu, en: Frame }
files: frame.csv
columns:
  stratum: { type: code, values: [all, h1] }
  units: { type: integer, minimum: 0 }
key: [stratum]
`,
  "sources/frame.csv": "stratum,units\nall,2\nh1,40\n",
  "methods/retail.yaml": `kind: total
title: { vi: Bán lẻ, en: Retail }
cites: methods.md 2.2
unit: VND
source: survey
value: revenue
survey: { unit: unit, stratum: stratum, frame: { source: frame, stratum: stratum, units: units } }
bases: [month]
comparisons: []
`,
};

function returns(...rows: readonly string[]): FilesInMemory {
  return { ...survey, "sources/survey.csv": `month,unit,stratum,revenue\n${rows.join("\n")}\n` };
}

describe("a survey", () => {
  test("of sums past thirty digits keeps its variance exact", async () => {
    const ran = await runFiles(
      returns(
        "2024-01,a,all,900000000000000.5",
        "2024-01,b,all,1",
        "2024-01,c,h1,100000000000000.25",
        "2024-01,d,h1,0.000001",
      ),
    );
    expect(ran.diagnostics).toEqual([]);
    expect(printed(ran, "retail/_T/T1/2024-01/month/level", 2)).toBe("2900000000000006.50");
    // N²(1 − n/N)s²/n with N = 40, n = 2 and answers of 10^14 and nothing: s² = 5·10^27, √V̂ = 1.9494·10^15.
    expect(printed(ran, "retail/_T/T1/2024-01/month/cv", 3)).toBe("67.219");
  });

  test("with one answer for several units has a total and no coefficient of variation", async () => {
    const ran = await runFiles(returns("2024-01,a,all,5", "2024-01,b,all,7", "2024-01,c,h1,2"));
    expect(printed(ran, "retail/_T/T1/2024-01/month/level", 0)).toBe("92");
    expect(printed(ran, "retail/_T/T1/2024-01/month/cv", 1)).toBe("absent");
  });

  test("a unit that left its answer empty has not answered", async () => {
    const ran = await runFiles(returns("2024-01,a,all,5", "2024-01,b,all,7", "2024-01,c,h1,2", "2024-01,d,h1,"));
    expect(printed(ran, "retail/_T/T1/2024-01/month/level", 0)).toBe("92");
  });

  test.each([
    {
      what: "nobody answered of a stratum",
      rows: ["2024-01,a,all,5", "2024-01,b,all,7"],
      code: "data/no-answers",
      stratum: "h1",
    },
    {
      what: "more answered than the frame has",
      rows: ["2024-01,a,all,5", "2024-01,b,all,7", "2024-01,e,all,7", "2024-01,c,h1,2"],
      code: "data/more-answers-than-units",
      stratum: "all",
    },
  ])("is not expanded where $what", async ({ rows, code, stratum }) => {
    const { run, diagnostics } = await runFiles(returns(...rows));
    expect(run).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, params: { stratum, month: "2024-01" } }]);
  });

  test("a stratum without units asks nobody", async () => {
    const files = {
      ...returns("2024-01,a,all,5", "2024-01,b,all,7"),
      "sources/frame.csv": "stratum,units\nall,2\nh1,0\n",
    };
    expect(printed(await runFiles(files), "retail/_T/T1/2024-01/month/level", 0)).toBe("12");
  });
});
