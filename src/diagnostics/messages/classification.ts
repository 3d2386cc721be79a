/** Faults of code lists: their table, their tree, their names and dates. */
import type { MessagesOf } from "../message.ts";
import { codeList, countText, counted, didYouMean, quoted, wayText } from "../wording.ts";

export interface ClassificationDiagnostics {
  "classification/unknown": {
    readonly id: string;
    readonly known: readonly string[];
    readonly meant: string | undefined;
  };
  "classification/no-table": { readonly file: string; readonly meant: string | undefined };
  "classification/table-elsewhere": { readonly file: string };
  "classification/no-rows": Record<never, never>;
  "classification/missing-column": { readonly column: string; readonly found: readonly string[] };
  "classification/unknown-column": {
    readonly column: string;
    readonly known: readonly string[];
    readonly meant: string | undefined;
  };
  "classification/repeated-column": { readonly column: string };
  "classification/row-width": { readonly cells: number; readonly columns: number };
  "classification/open-quote": Record<never, never>;
  "classification/stray-quote": Record<never, never>;
  "classification/missing-code": Record<never, never>;
  "classification/missing-name": { readonly column: string };
  "classification/duplicate-code": { readonly code: string };
  "classification/reserved-code": { readonly code: string };
  "classification/unknown-parent": {
    readonly code: string;
    readonly parent: string;
    readonly meant: string | undefined;
  };
  "classification/cycle": { readonly codes: readonly string[] };
  "classification/unknown-level": {
    readonly level: string;
    readonly levels: readonly string[];
    readonly meant: string | undefined;
  };
  "classification/level-order": {
    readonly code: string;
    readonly level: string;
    readonly parent: string;
    readonly parentLevel: string;
    readonly levels: readonly string[];
  };
  "classification/date": { readonly column: string; readonly value: string };
  "classification/validity-order": { readonly code: string; readonly from: string; readonly to: string };
}

export const classificationMessages: MessagesOf<ClassificationDiagnostics> = {
  "classification/unknown": {
    vi: ({ id, known, meant }) => ({
      headline: `không có bảng phân loại ${quoted(id)}`,
      label: "chưa khai báo",
      notes:
        known.length === 0
          ? ["thư mục classifications/ chưa có bảng nào"]
          : [`các bảng đã khai báo: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi ?? `thêm classifications/${id}.yaml cùng tệp CSV của bảng`,
    }),
    en: ({ id, known, meant }) => ({
      headline: `there is no classification ${quoted(id)}`,
      label: "not declared",
      notes:
        known.length === 0
          ? ["the folder classifications/ declares none yet"]
          : [`declared: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en ?? `add classifications/${id}.yaml and its CSV`,
    }),
  },
  "classification/no-table": {
    vi: ({ file, meant }) => ({
      headline: `không có tệp ${quoted(file)}`,
      label: "không tìm thấy",
      notes: ["tệp CSV của bảng phân loại nằm cùng thư mục với tệp YAML"],
      help: didYouMean(meant).vi,
    }),
    en: ({ file, meant }) => ({
      headline: `there is no file ${quoted(file)}`,
      label: "not found",
      notes: ["the CSV of a classification stands beside its YAML file"],
      help: didYouMean(meant).en,
    }),
  },
  "classification/table-elsewhere": {
    vi: ({ file }) => ({
      headline: `tệp ${quoted(file)} không nằm cùng thư mục với bảng phân loại`,
      label: "chỉ viết tên tệp",
      help: "để tệp CSV trong classifications/ và chỉ viết tên",
    }),
    en: ({ file }) => ({
      headline: `the file ${quoted(file)} does not stand beside its classification`,
      label: "a bare file name",
      help: "keep the CSV in classifications/ and write its name only",
    }),
  },
  "classification/no-rows": {
    vi: () => ({ headline: "bảng phân loại không có dòng nào", help: "thêm các mã, mỗi mã một dòng dưới dòng đầu" }),
    en: () => ({ headline: "the classification has no rows", help: "add the codes, one a line below the header" }),
  },
  "classification/missing-column": {
    vi: ({ column, found }) => ({
      headline: `bảng phân loại thiếu cột ${quoted(column)}`,
      label: "dòng đầu",
      notes: [
        `các cột đang có: ${codeList(found, "vi", "and")}`,
        "các cột của bảng: code, parent, level, name_vi, name_en, valid_from, valid_to",
      ],
      help: `thêm cột ${column}`,
    }),
    en: ({ column, found }) => ({
      headline: `the classification has no column ${quoted(column)}`,
      label: "the header",
      notes: [
        `columns found: ${codeList(found, "en", "and")}`,
        "columns of a classification: code, parent, level, name_vi, name_en, valid_from, valid_to",
      ],
      help: `add the column ${column}`,
    }),
  },
  "classification/unknown-column": {
    vi: ({ column, known, meant }) => ({
      headline: `cột ${quoted(column)} không được đọc`,
      label: "cột lạ",
      notes: [`các cột được đọc: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi ?? "xóa cột này, hoặc viết đúng tên",
    }),
    en: ({ column, known, meant }) => ({
      headline: `the column ${quoted(column)} is not read`,
      label: "unknown column",
      notes: [`columns that are read: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en ?? "delete this column, or correct its name",
    }),
  },
  "classification/repeated-column": {
    vi: ({ column }) => ({
      headline: `cột ${quoted(column)} đứng hai lần`,
      label: "lần thứ hai",
      help: "giữ lại một cột",
    }),
    en: ({ column }) => ({
      headline: `the column ${quoted(column)} stands twice`,
      label: "the second time",
      help: "keep one of them",
    }),
  },
  "classification/row-width": {
    vi: ({ cells, columns }) => ({
      headline: `dòng này có ${countText(cells, "vi")} ô, dòng đầu có ${countText(columns, "vi")} cột`,
      label: cells < columns ? "thiếu ô" : "thừa ô",
      help: cells > columns ? "tên có dấu phẩy thì đặt trong nháy kép" : "thêm dấu phẩy cho các ô để trống",
    }),
    en: ({ cells, columns }) => ({
      headline: `this row has ${counted(cells, "cell", "cells")}, the header ${counted(columns, "column", "columns")}`,
      label: cells < columns ? "too few cells" : "too many cells",
      help: cells > columns ? "put names with a comma in double quotation marks" : "add commas for the empty cells",
    }),
  },
  "classification/open-quote": {
    vi: () => ({
      headline: "ô mở nháy kép mà không đóng",
      label: "mở ở đây",
      help: "đóng nháy kép ở cuối ô; nháy kép trong ô thì viết hai lần",
    }),
    en: () => ({
      headline: "a cell opens a quotation mark and does not close it",
      label: "opened here",
      help: "close it at the end of the cell; double a quotation mark inside",
    }),
  },
  "classification/stray-quote": {
    vi: () => ({
      headline: "nháy kép đứng giữa ô",
      label: "nháy kép lạc",
      help: "đặt cả ô trong nháy kép, và viết nháy kép bên trong hai lần",
    }),
    en: () => ({
      headline: "a quotation mark in the middle of a cell",
      label: "stray quotation mark",
      help: "put the whole cell in quotation marks and double the one inside",
    }),
  },
  "classification/missing-code": {
    vi: () => ({ headline: "dòng không có mã", label: "cột `code` để trống", help: "thêm mã, hoặc xóa dòng" }),
    en: () => ({ headline: "a row without a code", label: "`code` is empty", help: "add the code, or delete the row" }),
  },
  "classification/missing-name": {
    vi: ({ column }) => ({
      headline: `mã không có tên ở cột ${quoted(column)}`,
      label: "để trống",
      help: "thêm tên: báo cáo in tên này",
    }),
    en: ({ column }) => ({
      headline: `a code without a name in ${quoted(column)}`,
      label: "empty",
      help: "add the name: reports print it",
    }),
  },
  "classification/duplicate-code": {
    vi: ({ code }) => ({
      headline: `mã ${quoted(code)} đứng hai lần trong bảng phân loại`,
      label: "lần thứ hai",
      help: "mỗi mã chỉ một dòng: sửa mã hoặc xóa dòng",
    }),
    en: ({ code }) => ({
      headline: `the code ${quoted(code)} stands twice in the classification`,
      label: "the second time",
      help: "one row a code: correct the code or delete the row",
    }),
  },
  "classification/reserved-code": {
    vi: ({ code }) => ({
      headline: `mã ${quoted(code)} dành cho tổng số`,
      label: "chỉ dùng cho gốc",
      notes: ["chỉ một dòng ở cấp đầu, không có mã cha, được mang mã này"],
      help: "dùng mã khác",
    }),
    en: ({ code }) => ({
      headline: `the code ${quoted(code)} is kept for the whole`,
      label: "only for the root",
      notes: ["only one row, of the first level and without a parent, may carry it"],
      help: "take another code",
    }),
  },
  "classification/unknown-parent": {
    vi: ({ code, parent, meant }) => ({
      headline: `mã cha ${quoted(parent)} của ${quoted(code)} không có trong bảng`,
      label: "mã lạ",
      help: didYouMean(meant).vi ?? `thêm dòng cho ${quoted(parent)}, hoặc sửa mã cha`,
    }),
    en: ({ code, parent, meant }) => ({
      headline: `the parent ${quoted(parent)} of ${quoted(code)} is not in the list`,
      label: "no such code",
      help: didYouMean(meant).en ?? `add a row for ${quoted(parent)}, or correct the parent`,
    }),
  },
  "classification/cycle": {
    vi: ({ codes }) => ({
      headline: "các mã cha đi thành vòng",
      label: "vòng qua đây",
      notes: [wayText(codes)],
      help: "để trống mã cha của mã gốc",
    }),
    en: ({ codes }) => ({
      headline: "the parents run in a circle",
      label: "the circle passes here",
      notes: [wayText(codes)],
      help: "leave the parent of the root empty",
    }),
  },
  "classification/unknown-level": {
    vi: ({ level, levels, meant }) => ({
      headline: `cấp ${quoted(level)} không có trong khai báo`,
      label: "cấp lạ",
      notes: [`các cấp: ${codeList(levels, "vi", "and")}`],
      help: didYouMean(meant).vi ?? "viết một trong các cấp trên, hoặc thêm vào `levels`",
    }),
    en: ({ level, levels, meant }) => ({
      headline: `the level ${quoted(level)} is not declared`,
      label: "no such level",
      notes: [`levels: ${codeList(levels, "en", "and")}`],
      help: didYouMean(meant).en ?? "write one of these, or add it to `levels`",
    }),
  },
  "classification/level-order": {
    vi: ({ code, level, parent, parentLevel, levels }) => ({
      headline: `${quoted(code)} ở cấp ${level} không thể nằm trong ${quoted(parent)} ở cấp ${parentLevel}`,
      label: "mã cha phải ở cấp trên",
      notes: [`từ toàn bộ đến chi tiết: ${levels.join(" → ")}`],
      help: "sửa cấp, hoặc sửa mã cha",
    }),
    en: ({ code, level, parent, parentLevel, levels }) => ({
      headline: `${quoted(code)} of level ${level} cannot stand under ${quoted(parent)} of level ${parentLevel}`,
      label: "parents are coarser",
      notes: [`from the whole to the finest: ${levels.join(" → ")}`],
      help: "correct the level, or the parent",
    }),
  },
  "classification/date": {
    vi: ({ column, value }) => ({
      headline: `${quoted(value)} ở cột ${column} không phải là ngày`,
      label: "không có ngày này",
      help: "viết năm-tháng-ngày: 2025-07-01",
    }),
    en: ({ column, value }) => ({
      headline: `${quoted(value)} in ${column} is not a date`,
      label: "no such date",
      help: "write year-month-day: 2025-07-01",
    }),
  },
  "classification/validity-order": {
    vi: ({ code, from, to }) => ({
      headline: `mã ${quoted(code)} hết hiệu lực trước khi có hiệu lực`,
      label: `từ ${from} đến ${to}`,
      help: "sửa valid_from hoặc valid_to",
    }),
    en: ({ code, from, to }) => ({
      headline: `the code ${quoted(code)} ends before it begins`,
      label: `from ${from} to ${to}`,
      help: "correct valid_from or valid_to",
    }),
  },
};
