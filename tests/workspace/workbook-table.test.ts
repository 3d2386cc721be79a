/** Tables in sheets as offices lay them out: heads of several rows, sections, ditto marks, leftovers; and what is told where they are not as declared. */
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/model/period.ts";
import { sourceDeclaration } from "../../src/workspace/declarations/source.ts";
import type { WorkbookSheet, WorkbookValue } from "../../src/workspace/workbook-sheet.ts";
import { headersWithoutMonth, readWorkbookTable } from "../../src/workspace/workbook-table.ts";

type Grid = readonly (readonly WorkbookValue[])[];

function sheet(rows: Grid, more: Partial<WorkbookSheet> = {}): WorkbookSheet {
  return {
    name: "26.Tongmuc",
    hidden: false,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    ...more,
  };
}

function located(contract: object) {
  const value = sourceDeclaration.parse({ title: { vi: "Biểu", en: "Table" }, files: "*.xlsx", ...contract });
  const spanOf = (path: readonly (string | number)[]) => ({ file: `sources/table.yaml:${path.join(".")}` });
  return { value, file: "sources/table.yaml", spanOf };
}

function read(sheets: readonly WorkbookSheet[], contract: object, month = "2024-12") {
  const { value: table, diagnostics } = readWorkbookTable(sheets, located(contract), "2024-12.xlsx", parseMonth(month));
  const faults = diagnostics.map(({ code, span, count }) => `${code} ${span.cell ?? span.file} ×${String(count)}`);
  return { table, diagnostics, rows: table?.rows.map(({ cells }) => cells), faults };
}

const _ = null;
const decimal = (header?: string | readonly string[]) => ({
  type: "decimal",
  ...(header === undefined ? {} : { header }),
});
const retail = (table: object = {}, columns: object = {}) => ({
  table: { sheet: { name: "*.Tongmuc" }, label: "group", ...table },
  columns: {
    group: { type: "text" },
    month: decimal("Ước tính {month} [(Tỷ đồng)]"),
    growth: decimal("{month} so với cùng kỳ năm trước (%)"),
    ...columns,
  },
});
const retailRows: Grid = [
  ["26. Tổng mức bán lẻ", _, _],
  [_, _, "Tỷ đồng"],
  [_, "Ước tính", "Tháng 12 "],
  [_, "tháng 12", "năm 2024"],
  [_, "năm", "so với cùng kỳ"],
  [_, 2024, "năm trước (%)"],
  [],
  ["TỔNG SỐ", 570734, 109.34616972662936],
  ["  Bán lẻ  hàng hóa ", 435747.295238343, 109.02220384349582],
];

describe("a head of several rows", () => {
  test("is found below a unit line, its texts joined down each column", () => {
    const { table, rows, faults } = read([sheet(retailRows)], retail());
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      ["TỔNG SỐ", "570734", "109.34616972662936"],
      ["Bán lẻ hàng hóa", "435747.295238343", "109.02220384349582"],
    ]);
    expect(table?.letters).toEqual(["A", "B", "C"]);
    expect(table?.rows.map(({ row }) => row)).toEqual([8, 9]);
    expect(table?.sheet).toBe("26.Tongmuc");
  });

  test("of another month is not this month's", () => {
    expect(read([sheet(retailRows)], retail(), "2024-11").faults).toEqual([
      "workbook/table-not-found 26.Tongmuc!A1 ×1",
    ]);
  });

  test("gives the text of a merged cell to each column it covers", () => {
    const rows: Grid = [
      [_, _, "Ước tính tháng 12 năm 2024", _, _, "Năm 2024"],
      [_, _, "Lượng", "Trị giá", _, "Lượng", "Trị giá"],
      ["TỔNG TRỊ GIÁ", _, _, 32910, _, _, 355500],
      [_, "Hạt điều", 60, 327.3, _, 641, 3627.7],
    ];
    const merges = [
      { startRow: 0, startColumn: 2, endRow: 0, endColumn: 3 },
      { startRow: 0, startColumn: 5, endRow: 0, endColumn: 6 },
    ];
    const columns = {
      item: { type: "text" },
      quantity: decimal("[Ước tính|Sơ bộ] {month} Lượng"),
      value: decimal("[Ước tính|Sơ bộ] {month} Trị giá"),
      year: decimal("{ytd} Trị giá"),
    };
    const {
      rows: found,
      table,
      faults,
    } = read([sheet(rows, { merges })], { table: { sheet: { name: "*" }, label: "item" }, columns });
    expect(faults).toEqual([]);
    expect(found).toEqual([
      ["TỔNG TRỊ GIÁ", null, "32910", "355500"],
      ["Hạt điều", "60", "327.3", "3627.7"],
    ]);
    expect(table?.letters).toEqual(["A", "C", "D", "G"]);
  });

  test("may head every column, with no label left of them", () => {
    const rows: Grid = [
      ["Mã", "Tháng", "Sản lượng"],
      ["0101", new Date("2024-12-01T00:00:00Z"), 12.5],
      [],
      ["0102", new Date("2024-12-01T00:00:00Z"), 1e-7],
    ];
    const columns = {
      code: { type: "text", header: "Mã" },
      month: { type: "month", header: "Tháng", format: "MM/YYYY" },
      quantity: decimal("Sản lượng"),
    };
    expect(read([sheet(rows)], { table: { sheet: { name: "*" } }, columns }).rows).toEqual([
      ["0101", "12/2024", "12.5"],
      ["0102", "12/2024", "0.0000001"],
    ]);
  });

  test("in January gives the month for the months so far", () => {
    const rows: Grid = [
      [_, "Tháng 01 năm 2024 so với cùng kỳ năm trước"],
      ["Toàn ngành", 118.26],
    ];
    const columns = {
      industry: { type: "text" },
      yoy: decimal("{month} so với cùng kỳ năm trước"),
      ytd: decimal("{ytd} so với cùng kỳ năm trước"),
    };
    expect(
      read([sheet(rows)], { table: { sheet: { name: "*" }, label: "industry" }, columns }, "2024-01").rows,
    ).toEqual([["Toàn ngành", "118.26", "118.26"]]);
  });
});

describe("a column", () => {
  test.each([
    ["Quý I năm 2024 so với cùng kỳ năm trước", "2024-03"],
    ["02 tháng năm 2024 so với cùng kỳ năm trước", "2024-02"],
    ["6 tháng đầu năm so với cùng kỳ năm trước", "2024-06"],
    ["Cả năm 2024 so với cùng kỳ năm trước", "2024-12"],
    ["11  THÁNG NĂM 2024 SO VỚI CÙNG KỲ NĂM TRƯỚC", "2024-11"],
  ])("headed %s holds the months so far of %s", (header, month) => {
    const columns = { industry: { type: "text" }, ytd: decimal("{ytd} so với cùng kỳ năm trước") };
    const grid: Grid = [
      [_, header],
      ["Toàn ngành", 108.35],
    ];
    expect(read([sheet(grid)], { table: { sheet: { name: "*" }, label: "industry" }, columns }, month).rows).toEqual([
      ["Toàn ngành", "108.35"],
    ]);
  });

  test("that the head lacks is told, with the texts tried and the one most like them", () => {
    const rows = retailRows.map((row, at) => (at === 5 ? [_, 2024, "năm ngoái (%)"] : row));
    const { diagnostics } = read([sheet(rows)], retail());
    expect(diagnostics).toMatchObject([
      {
        code: "workbook/header-not-found",
        params: {
          column: "growth",
          headers: ["tháng 12 năm 2024 so với cùng kỳ năm trước (%)"],
          nearest: "Tháng 12 năm 2024 so với cùng kỳ năm ngoái (%)",
        },
        related: [{ file: "sources/table.yaml:columns.growth.header" }],
      },
    ]);
  });

  test("that some months do not print is empty where it is declared so", () => {
    const rows = retailRows.map((row) => row.slice(0, 2));
    expect(read([sheet(rows)], retail({ absent: ["growth"] })).rows?.[0]).toEqual(["TỔNG SỐ", "570734", null]);
  });

  test("headed twice is told", () => {
    const grid: Grid = [
      [_, "Số dự án", "Số  dự án"],
      ["Bắc Ninh", 361, 12],
    ];
    const columns = { place: { type: "text" }, projects: decimal("Số dự án") };
    const { diagnostics } = read([sheet(grid)], { table: { sheet: { name: "*" }, label: "place" }, columns });
    expect(diagnostics).toMatchObject([
      { code: "workbook/header-repeated", params: { column: "projects", letters: ["B", "C"] } },
    ]);
  });

  test("that two columns of the contract claim is told", () => {
    const { diagnostics } = read([sheet(retailRows)], retail({}, { again: decimal("Ước tính *") }));
    expect(diagnostics).toMatchObject([
      { code: "workbook/header-shared", params: { column: "again", other: "month" } },
    ]);
  });

  test("with a month in its header needs files whose names have one", () => {
    const faultsOf = (more: object) =>
      headersWithoutMonth(located({ ...retail(), ...more })).map(({ code, span }) => `${code} ${span.file}`);
    expect(faultsOf({})).toEqual([
      "workbook/month-unknown sources/table.yaml:columns.month.header",
      "workbook/month-unknown sources/table.yaml:columns.growth.header",
    ]);
    expect(faultsOf({ months: { file: "^(.{7})" } })).toEqual([]);
  });
});

describe("the unit", () => {
  test.each([
    ["Tỷ đồng", []],
    [["Triệu USD", "tỷ  đồng"], []],
    ["Nghìn tỷ đồng", ["workbook/unit-not-found 26.Tongmuc!A3 ×1"]],
    ["đồng", ["workbook/unit-not-found 26.Tongmuc!A3 ×1"]],
  ])("%j is looked for above the data", (unit, expected) => {
    expect(read([sheet(retailRows)], retail({ unit })).faults).toEqual(expected);
  });

  test.each(["Đơn vị tính: Tỷ đồng", "(Tỷ đồng)", "ĐVT: tỷ đồng", "(Đơn vị: tỷ đồng)"])(
    "may be stated as %s",
    (text) => {
      const rows = retailRows.map((row, at) => (at === 1 ? [text] : row));
      expect(read([sheet(rows)], retail({ unit: "Tỷ đồng" })).faults).toEqual([]);
    },
  );
});

describe("rows", () => {
  const head: Grid = [[_, _, "Số dự án"]];
  const columns = { part: { type: "text" }, place: { type: "text" }, projects: decimal("Số dự án") };
  const contract = (table: object) => ({
    table: { sheet: { name: "*" }, label: "place", ...table },
    columns: "sections" in table ? columns : { place: columns.place, projects: columns.projects },
  });
  const sections = {
    column: "part",
    starts: {
      total: "TỔNG SỐ",
      province: "Phân theo * địa phương",
      country: ["Phân theo nước", "Phân theo một số nước"],
    },
  };

  test("of a section carry its name; the heading itself is no row, a total that opens one is", () => {
    const rows: Grid = [
      ...head,
      ["Tổng số", _, 3375],
      ["Phân theo một số địa phương"],
      [_, "Bắc Ninh", 361],
      ["PHÂN THEO MỘT SỐ NƯỚC"],
      [_, "Đức", 24],
    ];
    expect(read([sheet(rows)], contract({ sections })).rows).toEqual([
      ["total", "Tổng số", "3375"],
      ["province", "Bắc Ninh", "361"],
      ["country", "Đức", "24"],
    ]);
  });

  test("below a blank one are read, unless the table ends there", () => {
    const rows: Grid = [...head, ["Bắc Ninh", _, 361], [" ", _], ["Hà Nội", _, 293], ["(*) Ghi chú"], ["Huế", _, 7]];
    const places = (table: object) => read([sheet(rows)], contract(table)).rows?.map(([place]) => place);
    expect(places({ end: "(*)*" })).toEqual(["Bắc Ninh", "Hà Nội"]);
    expect(places({ end: ["", "(*)*"] })).toEqual(["Bắc Ninh"]);
    expect(places({ skip: "(*) Ghi chú" })).toEqual(["Bắc Ninh", "Hà Nội", "Huế"]);
  });

  test("of figures without a label are not read, and said once", () => {
    const rows: Grid = [...head, ["Bắc Ninh", _, 361], [_, _, 3], [_, _, 4]];
    const { rows: found, faults } = read([sheet(rows)], contract({}));
    expect(found).toHaveLength(1);
    expect(faults).toEqual(["workbook/row-without-label 26.Tongmuc!C3 ×2"]);
  });

  test.each([
    [undefined, 1, ["workbook/hidden-row 26.Tongmuc!C3 ×1"]],
    ["skip", 1, []],
    ["read", 2, []],
  ])("that are hidden, with hidden: %s", (hidden, count, expected) => {
    const rows: Grid = [...head, ["Bắc Ninh", _, 361], ["Bắc Ninh", _, 361]];
    const { rows: found, faults } = read(
      [sheet(rows, { hiddenRows: new Set([2]) })],
      contract(hidden === undefined ? {} : { hidden }),
    );
    expect(found).toHaveLength(count);
    expect(faults).toEqual(expected);
  });

  test("with a ditto mark repeat the cell above", () => {
    const grid: Grid = [
      [_, "Đơn vị", "Lượng"],
      ["Alumin", "Nghìn \r\ntấn", 125],
      ["Đường", '"', 30],
      ["Bia", " “ ", 4],
    ];
    const units = { product: { type: "text" }, unit: { type: "text", header: "Đơn vị" }, quantity: decimal("Lượng") };
    const { rows } = read([sheet(grid)], {
      table: { sheet: { name: "*" }, label: "product", ditto: ['"', "“"] },
      columns: units,
    });
    expect(rows?.map(([, unit]) => unit)).toEqual(["Nghìn tấn", "Nghìn tấn", "Nghìn tấn"]);
  });

  test("with a formula that failed are told, once for a column", () => {
    const rows: Grid = [...head, ["Bắc Ninh", _, "#DIV/0!"], ["Hà Nội", _, "#REF!"]];
    const { table, faults } = read([sheet(rows)], contract({}));
    expect(table).toBeUndefined();
    expect(faults).toEqual(["workbook/error-value 26.Tongmuc!C2 ×2"]);
  });
});

describe("a number", () => {
  const number = (value: WorkbookValue, decimalMark?: string) => {
    const grid: Grid = [
      [_, "Trị giá"],
      ["Bắc Ninh", value],
    ];
    const columns = { place: { type: "text" }, value: decimal("Trị giá") };
    const { rows, faults } = read([sheet(grid)], {
      table: { sheet: { name: "*" }, label: "place" },
      columns,
      ...(decimalMark === undefined ? {} : { decimal: decimalMark }),
    });
    return rows?.[0]?.[1] ?? faults[0];
  };
  test.each<[WorkbookValue, string | undefined, string | undefined]>([
    [3375, undefined, "3375"],
    [0.1 + 0.2, undefined, "0.30000000000000004"],
    [1.5e-9, undefined, "0.0000000015"],
    [-2.5e21, undefined, "-2500000000000000000000"],
    [-0, undefined, "0"],
    [74.778, ",", "74,778"],
    ["74778", undefined, "74778"],
    ["74.778", ",", "74778"],
    ["1.234.567,5", ",", "1234567,5"],
    ["1 234,5", ",", "1234,5"],
    ["1,234.5", ".", "1234.5"],
    ["74.778", undefined, "data/ambiguous-number 26.Tongmuc!B2 ×1"],
    ["74,7", undefined, "data/ambiguous-number 26.Tongmuc!B2 ×1"],
    ["…", undefined, "…"],
  ])("that stands there as %j, with the decimal mark %j, is %j", (value, mark, expected) => {
    expect(number(value, mark)).toBe(expected);
  });
});

describe("the sheet", () => {
  const titled = (name: string, title: string) => sheet([[title], ...retailRows.slice(1)], { name });
  const monthly = titled("10.IIP", "10. Chỉ số sản xuất công nghiệp tháng 12 năm 2024");
  const quarterly = titled("11.IIP quy", "11. Chỉ số sản xuất công nghiệp các quý năm 2024");
  const choose = (choice: object, sheets = [quarterly, monthly]) => read(sheets, retail({ sheet: choice }));

  test.each([
    [{ name: "10.IIP" }],
    [{ name: ["2. iip", "10. iip"] }],
    [{ name: "*.IIP" }],
    [{ title: "*. Chỉ số sản xuất công nghiệp {month}" }],
    [{ name: "*IIP*", title: "*. * tháng *" }],
  ])("is chosen by %j", (choice) => {
    expect(choose(choice).table?.sheet).toBe("10.IIP");
  });

  test("that is not there is told, with those that are and the nearest", () => {
    expect(choose({ name: "11.IIPquí" }).diagnostics).toMatchObject([
      { code: "workbook/sheet-not-found", params: { sheets: ["11.IIP quy", "10.IIP"], nearest: "11.IIP quy" } },
    ]);
  });

  test("must be one", () => {
    expect(choose({ name: "*IIP*" }).diagnostics).toMatchObject([
      { code: "workbook/several-sheets", params: { sheets: ["11.IIP quy", "10.IIP"] } },
    ]);
  });

  test("that is hidden is not meant, unless hidden things are read", () => {
    const copy = { ...monthly, name: "9.IIP", hidden: true };
    expect(choose({ name: "*.IIP" }, [copy, monthly]).table?.sheet).toBe("10.IIP");
    expect(read([copy, monthly], retail({ sheet: { name: "*.IIP" }, hidden: "read" })).faults).toEqual([
      "workbook/several-sheets 2024-12.xlsx ×1",
    ]);
  });

  test("has a day in its title, which a column takes", () => {
    const grid: Grid = [["25. Đầu tư được cấp phép từ 01/01- 20/12/2024"], [_, "Số dự án"], ["TỔNG SỐ", 3188]];
    const contract = {
      table: { sheet: { title: "*. Đầu tư được cấp phép từ 01/01 - {date}" }, label: "place", date: "until" },
      columns: { place: { type: "text" }, until: { type: "date" }, projects: decimal("Số dự án") },
    };
    expect(read([sheet(grid)], contract).rows).toEqual([["TỔNG SỐ", "2024-12-20", "3188"]]);
  });

  test("is needed in the contract", () => {
    expect(read([monthly], { columns: { a: { type: "text" } } }).diagnostics).toMatchObject([
      { code: "source/table-missing" },
    ]);
  });
});
