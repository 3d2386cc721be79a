/** What is told of a faulty file of a source: the first lines, where the pages of docs/diagnostics/data show one example each. */
import { describe, expect, test } from "vitest";
import { runFiles } from "../compute/run-workspace.ts";
import { minimalWith } from "../minimal-workspace.ts";
import { renderedIn } from "../workspace-in-memory.ts";

const march = "sources/customs/2024-03.csv";
const contract = (lines: string): string => `title: { vi: Tờ khai, en: Declarations }
files: customs/*.csv
${lines}key: [month, direction, goods]
`;
const columns = (value: string, goods = "{ type: code, classification: goods }"): string => `columns:
  month: { type: month }
  direction: { type: code, values: [X, M] }
  goods: ${goods}
  value: ${value}
`;

async function told(files: Record<string, string | undefined>, language: "vi" | "en"): Promise<string> {
  const made = minimalWith(files);
  return renderedIn(language, made, (await runFiles(made)).diagnostics);
}

describe("a cell is told with what is to be done", () => {
  test.each<[string, string, string, string]>([
    ["a number with the other decimal mark", "77,5", "lỗi[data/not-a-number]", 'khai `decimal: ","`'],
    ["a sign for nothing", "…", "lỗi[data/not-a-number]", "để ô trống và khai `optional: true`"],
    ["a number with words", "77 USD", "lỗi[data/not-a-number]", "ghi số, không kèm đơn vị hay chữ"],
    ["a number that breaks two rules", "-9,9", "lỗi[data/not-a-number]", 'khai `decimal: ","`'],
  ])("%s", async (_, value, code, help) => {
    const text = `month,direction,goods,value\n2024-03,M,021,"${value}"\n`;
    const output = await told({ [march]: text }, "vi");
    expect(output).toContain(`${code}: "${value}" không phải là số\n --> ${march}:2:15\n`);
    expect(output.replace(/\n\s+/g, " ")).toContain(help);
    expect(output).toContain("1 lỗi trong 1 tệp");
  });

  test("an integer with decimals", async () => {
    const output = await told(
      { "sources/customs.yaml": contract(`decimal: "."\n${columns("{ type: integer }")}`) },
      "en",
    );
    expect(output).toContain('error[data/too-many-decimals]: "120.5" is not a whole number');
  });

  test("a code of a list in the contract itself", async () => {
    const output = await told({ [march]: "month,direction,goods,value\n2024-03,Z,021,77\n" }, "vi");
    expect(output).toContain('lỗi[data/unknown-code]: cột `direction` không nhận "Z"');
    expect(output).toContain("cột `direction` nhận `X` hoặc `M`");
  });

  test("a name that is mistyped", async () => {
    const goods = "{ type: code, classification: goods, match: name }";
    const files = {
      "sources/customs.yaml": contract(`decimal: "."\n${columns("{ type: decimal }", goods)}`),
      "sources/customs/2024-01.csv": undefined,
      "sources/customs/2024-02.csv": undefined,
      [march]: "month,direction,goods,value\n2024-03,X,cà phee,77\n",
    };
    const output = await told(files, "vi");
    expect(output).toContain("không có tên này");
    expect(output).toContain('gợi ý: có phải "Cà phê"?\n');
  });

  test("its column counts letters as they are seen, on its own line of a record", async () => {
    const files = {
      "sources/customs.yaml": contract(
        `decimal: "."\n${columns("{ type: decimal }").replace("  value:", "  note: { type: text }\n  value:")}`,
      ),
      "sources/customs/2024-01.csv": undefined,
      "sources/customs/2024-02.csv": undefined,
      [march]: `month,direction,goods,note,value\n2024-03,X,011,"hai\ndòng",1\n2024-03,X,012,${"gạo 👩‍🌾".normalize("NFD")},x\n`,
    };
    expect(await told(files, "vi")).toContain(`"x" không phải là số\n --> ${march}:4:21\n`);
  });
});

describe("a file is told once", () => {
  test("a line with an open quote", async () => {
    const output = await told({ [march]: 'month,direction,goods,value\n2024-03,M,021,"77\n' }, "en");
    expect(output).toContain(`error[data/malformed-record]: the line cannot be read as CSV\n --> ${march}:2:1\n`);
    expect(output).toContain("1 error in 1 file");
  });

  test("the same head in every file", async () => {
    const head = (row: string): string => `month,direction,goods,amount\n${row}\n`;
    const output = await told(
      {
        "sources/customs/2024-01.csv": head("2024-01,X,011,1"),
        "sources/customs/2024-02.csv": head("2024-02,X,011,1"),
        [march]: head("2024-03,X,011,1"),
      },
      "vi",
    );
    expect(output).toContain("lỗi[data/missing-column]: thiếu cột `value`\n --> sources/customs/2024-01.csv:1:1\n");
    expect(output).toContain("2 tệp khác có cùng đầu bảng");
    expect(output).toContain("1 lỗi trong 1 tệp");
  });

  test("a malformed line in one file says nothing of the others", async () => {
    const output = await told({ [march]: "month,direction,goods,value\n2024-03,M,021\n" }, "vi");
    expect(output).toContain("lỗi[data/malformed-record]: dòng có 3 ô, đầu bảng có 4");
    expect(output).toContain("1 lỗi trong 1 tệp");
  });
});
