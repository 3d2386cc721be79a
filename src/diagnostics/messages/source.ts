/** Faults of a source's contract that show before a row is read. */
import type { LocalText } from "../../model/text.ts";
import type { MessagesOf } from "../message.ts";
import { codeList, didYouMean, quoted } from "../wording.ts";

export interface SourceDiagnostics {
  "source/no-file-matches": { readonly pattern: string; readonly meant: string | undefined };
  "source/path-form": { readonly pattern: string; readonly problem: "absolute" | "backslash" };
  "source/unknown-format": { readonly file: string };
  "source/no-columns": Record<never, never>;
  "source/unknown-column": {
    readonly column: string;
    readonly known: readonly string[];
    readonly meant: string | undefined;
  };
  "source/month-column-type": { readonly column: string; readonly type: string };
  "source/code-without-list": { readonly column: string };
  "source/two-lists": { readonly column: string };
  "source/names-without-classification": { readonly column: string };
  "source/unknown-alias-code": {
    readonly alias: string;
    readonly code: string;
    readonly list: string;
    readonly meant: string | undefined;
  };
  "source/repeated-header": { readonly header: string; readonly columns: readonly string[] };
  "source/range-order": { readonly minimum: string; readonly maximum: string };
  "source/unknown-unit": {
    readonly unit: string;
    readonly known: readonly string[];
    readonly meant: string | undefined;
  };
  "source/pattern": { readonly pattern: string; readonly problem: "does-not-compile" | "no-group" };
  "source/months-from-nowhere": Record<never, never>;
  "source/no-month-in-name": { readonly file: string; readonly pattern: string; readonly found: string | undefined };
  "source/month-outside-calendar": {
    readonly month: string;
    readonly file: string;
    readonly first: string;
    readonly last: string;
  };
  "source/missing-months": { readonly months: readonly string[] };
  "source/table-missing": { readonly file: string };
  "source/table-unused": Record<never, never>;
}

const columnTypes: Readonly<Record<string, LocalText>> = {
  text: { vi: "chữ", en: "text" },
  code: { vi: "mã", en: "a code" },
  decimal: { vi: "số thập phân", en: "a decimal" },
  integer: { vi: "số nguyên", en: "an integer" },
  month: { vi: "tháng", en: "a month" },
  date: { vi: "ngày", en: "a date" },
};

/** The type of a column in words: "a decimal". */
export function columnTypeName(type: string): LocalText {
  return columnTypes[type] ?? { vi: type, en: type };
}

export const sourceMessages: MessagesOf<SourceDiagnostics> = {
  "source/no-file-matches": {
    vi: ({ pattern, meant }) => ({
      headline: `không có tệp nào khớp với ${quoted(pattern)}`,
      label: "không tìm thấy tệp",
      notes: ["đường dẫn tính từ thư mục của tệp YAML này; `*` trong một thư mục, `**` qua các thư mục con"],
      help: didYouMean(meant).vi ?? "chép tệp vào đó, hoặc sửa đường dẫn",
    }),
    en: ({ pattern, meant }) => ({
      headline: `no file matches ${quoted(pattern)}`,
      label: "no such file",
      notes: ["paths begin at the folder of this YAML file; `*` stays in one folder, `**` goes into folders below"],
      help: didYouMean(meant).en ?? "put the file there, or correct the path",
    }),
  },
  "source/path-form": {
    vi: ({ pattern, problem }) => ({
      headline:
        problem === "absolute"
          ? `đường dẫn ${quoted(pattern)} chỉ đúng trên một máy`
          : `đường dẫn ${quoted(pattern)} dùng dấu \\`,
      label: problem === "absolute" ? "đường dẫn tuyệt đối" : "dấu \\",
      help: problem === "absolute" ? "viết đường dẫn tính từ tệp YAML này" : "viết dấu / giữa các thư mục",
    }),
    en: ({ pattern, problem }) => ({
      headline:
        problem === "absolute"
          ? `the path ${quoted(pattern)} holds on one machine only`
          : `the path ${quoted(pattern)} uses \\`,
      label: problem === "absolute" ? "absolute path" : "backslash",
      help: problem === "absolute" ? "write the path from this YAML file on" : "write / between folders",
    }),
  },
  "source/unknown-format": {
    vi: ({ file }) => ({
      headline: `không đọc được loại tệp của ${quoted(file)}`,
      label: "khớp với mẫu này",
      notes: ["các loại đọc được: .csv, .tsv, .txt, .xlsx, .parquet"],
      help: "đổi mẫu tên tệp, hoặc xuất lại thành CSV hay XLSX",
    }),
    en: ({ file }) => ({
      headline: `${quoted(file)} is of a kind that cannot be read`,
      label: "matched by this pattern",
      notes: ["kinds that can be read: .csv, .tsv, .txt, .xlsx, .parquet"],
      help: "narrow the pattern, or export the file as CSV or XLSX",
    }),
  },
  "source/no-columns": {
    vi: () => ({
      headline: "nguồn không khai báo cột nào",
      label: "cần ít nhất một cột",
      help: "khai báo các cột được dùng",
    }),
    en: () => ({
      headline: "the source declares no columns",
      label: "needs at least one",
      help: "declare the columns that are used",
    }),
  },
  "source/unknown-column": {
    vi: ({ column, known, meant }) => ({
      headline: `nguồn này không có cột ${quoted(column)}`,
      label: "cột lạ",
      notes: [`các cột đã khai báo: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi ?? "khai báo cột này trong `columns`, hoặc viết đúng tên",
    }),
    en: ({ column, known, meant }) => ({
      headline: `this source has no column ${quoted(column)}`,
      label: "no such column",
      notes: [`declared columns: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en ?? "declare it under `columns`, or correct the name",
    }),
  },
  "source/month-column-type": {
    vi: ({ column, type }) => ({
      headline: `cột ${quoted(column)} là ${columnTypeName(type).vi}, không cho biết tháng`,
      label: "không phải cột tháng",
      help: "đổi `type` của cột thành month hoặc date",
    }),
    en: ({ column, type }) => ({
      headline: `the column ${quoted(column)} is ${columnTypeName(type).en} and gives no month`,
      label: "not a month column",
      help: "give the column `type: month` or `type: date`",
    }),
  },
  "source/code-without-list": {
    vi: ({ column }) => ({
      headline: `cột mã ${quoted(column)} không nói mã nào được phép`,
      label: "thiếu danh sách mã",
      help: "thêm `classification:` hoặc `values:`; nếu là chữ tự do thì `type: text`",
    }),
    en: ({ column }) => ({
      headline: `the code column ${quoted(column)} does not say which codes are allowed`,
      label: "no list of codes",
      help: "add `classification:` or `values:`; free text is `type: text`",
    }),
  },
  "source/two-lists": {
    vi: ({ column }) => ({
      headline: `cột ${quoted(column)} có cả \`classification\` lẫn \`values\``,
      label: "danh sách thứ hai",
      help: "giữ lại một",
    }),
    en: ({ column }) => ({
      headline: `the column ${quoted(column)} has both \`classification\` and \`values\``,
      label: "the second list",
      help: "keep one of them",
    }),
  },
  "source/names-without-classification": {
    vi: ({ column }) => ({
      headline: `cột ${quoted(column)} ghi tên, nhưng không có bảng phân loại để tìm mã`,
      label: "cần bảng phân loại",
      help: "thêm `classification:`",
    }),
    en: ({ column }) => ({
      headline: `the column ${quoted(column)} holds names, and no classification gives their codes`,
      label: "needs a classification",
      help: "add `classification:`",
    }),
  },
  "source/unknown-alias-code": {
    vi: ({ alias, code, list, meant }) => ({
      headline: `cách ghi ${quoted(alias)} dẫn đến mã ${quoted(code)}, không có trong ${list}`,
      label: "mã lạ",
      help: didYouMean(meant).vi ?? "dẫn đến một mã có trong danh sách",
    }),
    en: ({ alias, code, list, meant }) => ({
      headline: `the spelling ${quoted(alias)} leads to ${quoted(code)}, which is not in ${list}`,
      label: "no such code",
      help: didYouMean(meant).en ?? "lead to a code of the list",
    }),
  },
  "source/repeated-header": {
    vi: ({ header, columns }) => ({
      headline: `đầu cột ${quoted(header)} thuộc về hai cột ${codeList(columns, "vi", "and")}`,
      label: "đã dùng ở cột khác",
      help: "mỗi cách ghi đầu cột chỉ thuộc một cột",
    }),
    en: ({ header, columns }) => ({
      headline: `the header ${quoted(header)} belongs to two columns, ${codeList(columns, "en", "and")}`,
      label: "used by another column",
      help: "give each header text to one column",
    }),
  },
  "source/range-order": {
    vi: ({ minimum, maximum }) => ({
      headline: `số nhỏ nhất ${minimum} lớn hơn số lớn nhất ${maximum}`,
      label: "ngược",
      help: "đổi chỗ hai số",
    }),
    en: ({ minimum, maximum }) => ({
      headline: `the minimum ${minimum} is above the maximum ${maximum}`,
      label: "the wrong way round",
      help: "swap the two",
    }),
  },
  "source/unknown-unit": {
    vi: ({ unit, known, meant }) => ({
      headline: `không có đơn vị tính ${quoted(unit)}`,
      label: "đơn vị lạ",
      notes: [
        `các đơn vị gốc: ${codeList(known, "vi", "and")}`,
        "triệu đồng là `unit: VND` với `multiplier: 6`, tỷ đồng là 9",
      ],
      help: didYouMean(meant).vi,
    }),
    en: ({ unit, known, meant }) => ({
      headline: `there is no unit ${quoted(unit)}`,
      label: "no such unit",
      notes: [
        `units: ${codeList(known, "en", "and")}`,
        "a million đồng is `unit: VND` with `multiplier: 6`, a billion is 9",
      ],
      help: didYouMean(meant).en,
    }),
  },
  "source/pattern": {
    vi: ({ pattern, problem }) => ({
      headline:
        problem === "no-group"
          ? `biểu thức ${quoted(pattern)} không có nhóm ( ) để lấy tháng`
          : `biểu thức chính quy ${quoted(pattern)} viết sai`,
      label: problem === "no-group" ? "thiếu nhóm" : "không hiểu được",
      notes: ["ví dụ: ^(\\d{4}-\\d{2}) lấy 2024-09 từ 2024-09.csv"],
      help: "viết lại biểu thức, trong nháy đơn",
    }),
    en: ({ pattern, problem }) => ({
      headline:
        problem === "no-group"
          ? `the expression ${quoted(pattern)} has no group ( ) that takes the month`
          : `${quoted(pattern)} is not a regular expression`,
      label: problem === "no-group" ? "no group" : "cannot be read",
      notes: ["for example: ^(\\d{4}-\\d{2}) takes 2024-09 from 2024-09.csv"],
      help: "write it again, in single quotation marks",
    }),
  },
  "source/months-from-nowhere": {
    vi: () => ({
      headline: "`months` không nói tháng lấy từ đâu",
      label: "thiếu column hoặc file",
      help: "thêm `column:` là cột tháng, hoặc `file:` để lấy từ tên tệp",
    }),
    en: () => ({
      headline: "`months` does not say where the month comes from",
      label: "column or file is missing",
      help: "add `column:` for a month column, or `file:` to take it from the file's name",
    }),
  },
  "source/no-month-in-name": {
    vi: ({ file, pattern, found }) => ({
      headline:
        found === undefined
          ? `tên tệp ${quoted(file)} không khớp với biểu thức lấy tháng`
          : `${quoted(found)} lấy từ tên tệp ${quoted(file)} không phải là tháng`,
      label: found === undefined ? "không khớp" : "không ra tháng",
      notes: [`biểu thức: ${pattern}`],
      help: "đổi tên tệp hoặc sửa biểu thức; tháng viết 2024-09 hoặc 202409",
    }),
    en: ({ file, pattern, found }) => ({
      headline:
        found === undefined
          ? `the expression finds no month in the file name ${quoted(file)}`
          : `${quoted(found)}, taken from the file name ${quoted(file)}, is not a month`,
      label: found === undefined ? "does not match" : "gives no month",
      notes: [`the expression: ${pattern}`],
      help: "rename the file or correct the expression; months are written 2024-09 or 202409",
    }),
  },
  "source/month-outside-calendar": {
    vi: ({ month, file, first, last }) => ({
      headline: `tệp ${quoted(file)} là của tháng ${month}, ngoài lịch ${first} đến ${last}`,
      label: "khớp với mẫu này",
      help: "mở rộng `calendar` trong nhip.yaml, hoặc thu hẹp mẫu tên tệp",
    }),
    en: ({ month, file, first, last }) => ({
      headline: `the file ${quoted(file)} is of ${month}, outside the calendar ${first} to ${last}`,
      label: "matched by this pattern",
      help: "widen `calendar` in nhip.yaml, or narrow the pattern",
    }),
  },
  "source/missing-months": {
    vi: ({ months }) => ({
      headline: `thiếu tệp của ${months.length === 1 ? "tháng" : "các tháng"} ${shownMonths(months)}`,
      label: "tháng nào cũng phải có",
      help: "xin lại tệp còn thiếu; nếu nguồn không có tháng đó thì bỏ `complete`",
    }),
    en: ({ months }) => ({
      headline: `there is no file for ${shownMonths(months)}`,
      label: "every month is required",
      help: "get the missing file; where the source has no such month, drop `complete`",
    }),
  },
  "source/table-missing": {
    vi: ({ file }) => ({
      headline: `chưa khai báo chỗ của bảng trong tệp Excel ${quoted(file)}`,
      label: "khớp với mẫu này",
      help: "thêm `table:` với tên trang tính",
    }),
    en: ({ file }) => ({
      headline: `it is not declared where the table sits in the workbook ${quoted(file)}`,
      label: "matched by this pattern",
      help: "add `table:` with the name of the sheet",
    }),
  },
  "source/table-unused": {
    vi: () => ({
      headline: "`table` chỉ dùng cho tệp Excel, nguồn này không có tệp Excel nào",
      label: "không được đọc",
      help: "xóa `table`",
    }),
    en: () => ({
      headline: "`table` is for workbooks, and this source has none",
      label: "not read",
      help: "delete `table`",
    }),
  },
};

function shownMonths(months: readonly string[]): string {
  return months.length <= 6 ? months.join(", ") : `${months.slice(0, 5).join(", ")} … ${months.at(-1) ?? ""}`;
}
