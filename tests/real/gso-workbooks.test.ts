/**
 * The statistics office's own monthly workbooks, as they are, read through the contracts of examples/viet-nam, against the
 * extraction that lies beside them: every cell and every row, both ways. One set of contracts holds for all six.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { readWorkbookFile } from "../../src/io/workbook.ts";
import { monthText, parseMonth } from "../../src/model/period.ts";
import type { SourceDeclaration } from "../../src/workspace/declarations/source.ts";
import { sourceDeclaration } from "../../src/workspace/declarations/source.ts";
import { mayHoldTable } from "../../src/workspace/workbook-sheet-choice.ts";
import type { TextTable } from "../../src/workspace/workbook-table.ts";
import { readWorkbookTable } from "../../src/workspace/workbook-table.ts";
import { csvRecords, splitRecord } from "../../src/compute/csv-lines.ts";
import { describeWithShared } from "../shared-data.ts";

const example = fileURLToPath(new URL("../../examples/viet-nam", import.meta.url));

type Row = Readonly<Record<string, string | null>>;

/** Each source: the extraction beside the workbooks, and which of its columns is which of the contract's. */
const sources: Readonly<Record<string, { readonly csv: string; readonly columns: Readonly<Record<string, string>> }>> =
  {
    iip: {
      csv: "iip_by_industry.csv",
      columns: {
        industry: "industry_vi",
        previous_month_yoy: "prev_month_yoy_revised",
        mom: "mom",
        yoy: "yoy",
        ytd_yoy: "ytd_yoy",
      },
    },
    products: {
      csv: "industrial_products.csv",
      columns: {
        product: "product_vi",
        unit: "unit_vi",
        previous_month: "prev_month_actual",
        estimate: "month_est",
        ytd: "ytd_est",
        yoy: "yoy_pct",
        ytd_yoy: "ytd_yoy_pct",
      },
    },
    retail: {
      csv: "retail_services.csv",
      columns: {
        group: "group_vi",
        previous_month: "prev_month_revised",
        estimate: "month_est",
        ytd: "ytd_est",
        ytd_share: "ytd_share_pct",
        yoy: "yoy_pct",
        ytd_yoy: "ytd_yoy_pct",
      },
    },
    exports: { csv: "exports_by_commodity.csv", columns: tradeColumns() },
    imports: { csv: "imports_by_commodity.csv", columns: tradeColumns() },
    fdi: {
      csv: "fdi_registered_ytd.csv",
      columns: {
        breakdown: "breakdown",
        place: "name_vi",
        projects: "projects_new",
        capital_new: "capital_new_musd",
        capital_adjusted: "capital_adjusted_musd",
      },
    },
    enterprises: {
      csv: "new_enterprises_ytd.csv",
      columns: {
        industry: "industry_vi",
        enterprises: "enterprises",
        capital: "capital_bn_vnd",
        employees: "employees",
        enterprises_yoy: "enterprises_yoy_pct",
        capital_yoy: "capital_yoy_pct",
        employees_yoy: "employees_yoy_pct",
        enterprises_previous_year: "enterprises_prev_year",
        capital_previous_year: "capital_prev_year_bn_vnd",
        employees_previous_year: "employees_prev_year",
      },
    },
  };

function tradeColumns(): Readonly<Record<string, string>> {
  return {
    commodity: "commodity_vi",
    month_quantity: "month_qty_kt",
    month_value: "month_value_musd",
    ytd_quantity: "ytd_qty_kt",
    ytd_value: "ytd_value_musd",
    yoy_quantity: "yoy_qty_pct",
    yoy_value: "yoy_value_pct",
    ytd_yoy_quantity: "ytd_yoy_qty_pct",
    ytd_yoy_value: "ytd_yoy_value_pct",
  };
}

describeWithShared("the statistics office's workbooks", (shared) => {
  const folder = join(shared, "data/vietnam_gso_monthly");
  const files = (): readonly string[] =>
    readdirSync(join(folder, "raw"))
      .filter((name) => name.endsWith(".xlsx"))
      .sort();
  const tables = new Map<string, TextTable>();
  const warnings: string[] = [];
  let milliseconds = 0;

  beforeAll(async () => {
    for (const file of files()) {
      const month = parseMonth(file.slice(0, 7));
      for (const [id, contract] of contracts()) {
        const start = performance.now();
        const sheets = await readWorkbookFile(
          join(folder, "raw", file),
          file,
          (sheet) => contract.table !== undefined && mayHoldTable(sheet, contract.table),
        );
        const located = { value: contract, file: `sources/${id}.yaml`, spanOf: () => ({ file: `sources/${id}.yaml` }) };
        const table = readWorkbookTable(sheets.value ?? [], located, file, month);
        milliseconds += performance.now() - start;
        const errors = [...sheets.diagnostics, ...table.diagnostics].filter(({ severity }) => severity === "error");
        expect(errors, `${id} of ${file}`).toEqual([]);
        if (table.value === undefined || month === undefined) throw new Error(`${id} of ${file} was not read`);
        tables.set(`${id} ${monthText(month)}`, table.value);
        warnings.push(...table.diagnostics.map(({ code, span }) => `${code} ${span.file} ${span.cell ?? ""}`));
      }
    }
  });

  test("there are six, from six different months", () => {
    expect(files()).toHaveLength(6);
    expect(tables.size).toBe(6 * Object.keys(sources).length);
    console.info(
      `${String(tables.size)} tables read from ${String(files().length)} workbooks in ${milliseconds.toFixed(0)} ms`,
    );
  });

  test.each(Object.entries(sources))(
    "%s: every row and every cell is that of the extraction",
    (id, { csv, columns }) => {
      let compared = 0;
      for (const file of files()) {
        const month = file.slice(0, 7);
        const read = rowsOf(tables.get(`${id} ${month}`));
        const expected = csvRows(join(folder, csv)).filter((row) => row["bulletin_month"] === month);
        expect(read.length, `rows of ${id} in ${month}`).toBe(expected.length);
        for (const [index, row] of read.entries()) {
          for (const [ours, theirs] of Object.entries(columns)) {
            expect(row[ours] ?? "", `${month}, row ${String(index + 1)}, ${ours}`).toBe(
              plain(expectedCell(id, month, ours, expected[index], theirs)),
            );
            compared += 1;
          }
        }
      }
      console.info(`${id}: ${String(compared)} cells equal`);
      expect(compared).toBeGreaterThan(0);
    },
  );

  test("only a row of figures without a label is passed over, and said", () => {
    expect(warnings).toEqual(["workbook/row-without-label 2024-01-29-02-Bieu-T1-2024-1.xlsx 12. FDI!C46"]);
  });

  test("the day up to which investment was licensed is in each table's title", () => {
    const days = files().map((file) => [
      ...new Set(rowsOf(tables.get(`fdi ${file.slice(0, 7)}`)).map(({ until }) => until)),
    ]);
    expect(days).toEqual([
      ["2023-12-20"],
      ["2024-01-20"],
      ["2024-02-20"],
      ["2024-03-20"],
      ["2024-11-30"],
      ["2024-12-31"],
    ]);
  });

  test("every label stands for one code", () => {
    for (const [id, contract] of contracts()) {
      const label = contract.table?.label ?? "";
      const column = contract.columns[label];
      if (column?.type !== "code") continue;
      const codes = codesByName(column.classification ?? "", column.aliases ?? {});
      const unknown = files().flatMap((file) =>
        rowsOf(tables.get(`${id} ${file.slice(0, 7)}`)).filter((row) => !codes.has(named(row[label] ?? ""))),
      );
      expect(
        unknown.map((row) => row[label]),
        id,
      ).toEqual([]);
    }
  });

  test("an industry's code is the one that the extraction gives it", () => {
    const contract = contracts().find(([id]) => id === "iip")?.[1];
    const column = contract?.columns["industry"];
    const codes = codesByName("industry", column?.type === "code" ? (column.aliases ?? {}) : {});
    const given = csvRows(join(folder, "iip_by_industry.csv")).filter((row) =>
      files().some((file) => file.startsWith(row["bulletin_month"] ?? "-")),
    );
    const read = given.map((row) => codes.get(named(row["industry_vi"] ?? "")) ?? "");
    // VSIC prints the total as T and a division without its section's letter.
    const bare = read.map((code) => (code === "_T" ? "T" : code.replace(/^[A-E](?=\d)/, "")));
    expect(bare).toEqual(given.map(({ vsic }) => vsic));
    expect(read).toHaveLength(6 * 37);
  });

  test("Bắc Ninh in December 2024: first by new and adjusted capital, second by new capital, second by projects", () => {
    const provinces = rowsOf(tables.get("fdi 2024-12")).filter(({ breakdown }) => breakdown === "province");
    expect(ranksOf(provinces, "place", "projects", "capital_new", "capital_adjusted")).toEqual({
      total: 1,
      capital: 2,
      projects: 2,
    });
  });

  test("Bắc Ninh in September 2024: the same, from the extraction", () => {
    const provinces = csvRows(join(folder, "fdi_registered_ytd.csv")).filter(
      (row) => row["bulletin_month"] === "2024-09" && row["breakdown"] === "province",
    );
    expect(ranksOf(provinces, "name_vi", "projects_new", "capital_new_musd", "capital_adjusted_musd")).toEqual({
      total: 1,
      capital: 2,
      projects: 2,
    });
  });
});

function contracts(): readonly (readonly [string, SourceDeclaration])[] {
  return Object.keys(sources).map((id) => [
    id,
    sourceDeclaration.parse(parseYaml(readFileSync(join(example, "sources", `${id}.yaml`), "utf8"))),
  ]);
}

function rowsOf(table: TextTable | undefined): readonly Row[] {
  return (table?.rows ?? []).map(({ cells }) =>
    Object.fromEntries((table?.columns ?? []).map((name, index) => [name, cells[index] ?? null])),
  );
}

function csvRows(path: string): readonly Row[] {
  const [head, ...records] = [...csvRecords(readFileSync(path, "utf8"))].map(({ text }) =>
    splitRecord(text, ",").map(({ value }) => value),
  );
  return records.map((record) => Object.fromEntries((head ?? []).map((name, index) => [name, record[index] ?? ""])));
}

/** In January the index has no column of the months so far, which are January; the extraction copied the month for every other table. */
function expectedCell(id: string, month: string, column: string, row: Row | undefined, theirs: string): string {
  if (id === "iip" && column === "ytd_yoy" && month.endsWith("-01")) {
    expect(row?.["ytd_yoy"]).toBe("");
    return row?.["yoy"] ?? "";
  }
  return row?.[theirs] ?? "";
}

/** A number of the extraction without the exponent that some of its cells carry. */
function plain(text: string): string {
  return /^-?[\d.]+e[+-]?\d+$/i.test(text) ? Number(text).toFixed(20).replace(/0+$/, "") : text;
}

function named(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

function codesByName(classification: string, aliases: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const items = csvRows(join(example, "classifications", `${classification}.csv`));
  const codes = new Map<string, string>();
  for (const { code, name_vi: name } of items) {
    expect(codes.get(named(name ?? "")), `the name ${name ?? ""} of ${classification} stands once`).toBeUndefined();
    codes.set(named(name ?? ""), code ?? "");
  }
  for (const [alias, code] of Object.entries(aliases)) {
    expect(
      items.map((item) => item["code"]),
      alias,
    ).toContain(code);
    codes.set(named(alias), code);
  }
  return codes;
}

/** Bắc Ninh's places among the provinces; figures of these sizes compare rightly as doubles. */
function ranksOf(rows: readonly Row[], name: string, projects: string, fresh: string, adjusted: string) {
  const rank = (value: (row: Row) => number) => {
    const own = rows.find((row) => row[name] === "Bắc Ninh");
    return own === undefined ? undefined : 1 + rows.filter((row) => value(row) > value(own)).length;
  };
  const number = (row: Row, column: string) => Number(row[column] ?? 0);
  return {
    total: rank((row) => number(row, fresh) + number(row, adjusted)),
    capital: rank((row) => number(row, fresh)),
    projects: rank((row) => number(row, projects)),
  };
}
