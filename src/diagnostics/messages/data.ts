/** Faults of data values: a row of a source breaks its contract, or the rows cannot make the figure that a method asks for. */
import type { LocalText } from "../../model/text.ts";
import type { MessagesOf } from "../message.ts";

export interface DataDiagnostics {
  "data/missing-column": { column: string; headers: readonly string[]; found: readonly string[]; nearest: string | undefined };
  "data/repeated-column": { column: string; header: string };
  "data/malformed-record": { expected: number; found: number | undefined };
  "data/not-parquet": Record<never, never>;
  "data/no-rows": { source: string };
  "data/missing-value": { column: string };
  "data/not-a-number": { column: string; value: string; mark: string | undefined };
  "data/ambiguous-number": { column: string; value: string };
  "data/too-many-decimals": { column: string; value: string; decimals: number };
  "data/number-too-large": { column: string; value: string };
  "data/below-minimum": { column: string; value: string; minimum: number };
  "data/above-maximum": { column: string; value: string; maximum: number };
  "data/not-a-month": { column: string; value: string; format: string };
  "data/not-a-date": { column: string; value: string; format: string };
  "data/unknown-code": { column: string; value: string; list: LocalText; nearest: string | undefined; nearestName: LocalText | undefined };
  "data/duplicate-key": { key: string; values: string };
  "data/missing-month": { source: string; months: readonly string[] };
  "data/no-weight": { indicator: string; code: string; source: string };
  "data/no-base": { indicator: string; code: string; source: string };
  "data/zero-base": { indicator: string; code: string };
  "data/dominant-missing": { indicator: string; establishment: string; code: string; month: string; share: string };
  "data/index-of-aggregate": { indicator: string; code: string };
  "data/no-frame": { indicator: string; stratum: string; source: string };
  "data/no-target": { indicator: string; target: string; year: string; source: string };
}

export const dataMessages: MessagesOf<DataDiagnostics> = {
  "data/missing-column": {
    vi: ({ column, headers, found, nearest }) => ({
      headline: `thiếu cột \`${column}\``,
      notes: [`đầu cột cần có: ${headers.map((header) => `"${header}"`).join(" hoặc ")}`, `tệp có các cột: ${found.join(", ")}`],
      help:
        nearest === undefined
          ? "thêm cách ghi đầu cột này vào `header` của cột trong tệp khai báo nguồn"
          : `có phải cột "${nearest}"? Nếu phải, thêm vào \`header\` của \`${column}\``,
    }),
    en: ({ column, headers, found, nearest }) => ({
      headline: `no column for \`${column}\``,
      notes: [`expected a column headed ${headers.map((header) => `"${header}"`).join(" or ")}`, `the file has: ${found.join(", ")}`],
      help:
        nearest === undefined
          ? "add this file's header text to the column's `header` in the source's contract"
          : `is it "${nearest}"? If so, add that to \`header\` of \`${column}\``,
    }),
  },
  "data/repeated-column": {
    vi: ({ column, header }) => ({
      headline: `hai cột cùng ứng với \`${column}\``,
      notes: [`đầu cột "${header}" xuất hiện hơn một lần`],
      help: "bỏ hoặc đổi tên một trong hai cột",
    }),
    en: ({ column, header }) => ({
      headline: `two columns match \`${column}\``,
      notes: [`"${header}" heads more than one column`],
      help: "remove or rename one of them",
    }),
  },
  "data/malformed-record": {
    vi: ({ expected, found }) => ({
      headline: found === undefined ? "dòng không đúng dạng CSV" : `dòng có ${String(found)} cột, đầu bảng có ${String(expected)}`,
      label: "dòng sai dạng",
      help: "kiểm tra dấu phân cách và dấu ngoặc kép của dòng này",
    }),
    en: ({ expected, found }) => ({
      headline:
        found === undefined ? "the line is not well-formed CSV" : `the line has ${String(found)} fields, the head has ${String(expected)}`,
      label: "malformed line",
      help: "check this line's delimiters and quotes",
    }),
  },
  "data/not-parquet": {
    vi: () => ({
      headline: "tệp mang đuôi .parquet nhưng không phải tệp Parquet",
      help: "gửi lại tệp, hoặc đổi đuôi cho đúng dạng (.csv, .xlsx)",
    }),
    en: () => ({
      headline: "the file is named .parquet and is not a Parquet file",
      help: "send the file again, or give it the ending of what it is (.csv, .xlsx)",
    }),
  },
  "data/no-rows": {
    vi: ({ source }) => ({
      headline: "tệp không có dòng số liệu nào",
      notes: [`nguồn \`${source}\` cần ít nhất một dòng trong mỗi tệp`],
      help: "gửi lại tệp, hoặc bỏ tệp rỗng khỏi thư mục nguồn",
    }),
    en: ({ source }) => ({
      headline: "the file has no data rows",
      notes: [`source \`${source}\` needs at least one in every file`],
      help: "send the file again, or take the empty file out of the source's folder",
    }),
  },
  "data/missing-value": {
    vi: ({ column }) => ({
      headline: `ô trống ở cột \`${column}\``,
      label: "ô trống",
      notes: ["chưa có số liệu khác với bằng 0"],
      help: "điền giá trị, hoặc khai `optional: true` nếu cột được phép trống",
    }),
    en: ({ column }) => ({
      headline: `empty cell in column \`${column}\``,
      label: "nothing here",
      notes: ["missing is not the same as 0"],
      help: "fill it in, or declare `optional: true` if the column may be empty",
    }),
  },
  "data/not-a-number": {
    vi: ({ column, value, mark }) => ({
      headline: `"${value}" không phải là số`,
      label: "không phải số",
      notes: [`cột \`${column}\` nhận số${mark === undefined ? "" : ` với dấu thập phân \`${mark}\``}`],
      help: "sửa giá trị trong tệp gốc, hoặc sửa `decimal` của nguồn nếu dấu thập phân khai sai",
    }),
    en: ({ column, value, mark }) => ({
      headline: `"${value}" is not a number`,
      label: "not a number",
      notes: [`column \`${column}\` takes numbers${mark === undefined ? "" : ` with \`${mark}\` as the decimal mark`}`],
      help: "correct the value at its origin, or the source's `decimal` if the mark is declared wrongly",
    }),
  },
  "data/ambiguous-number": {
    vi: ({ column, value }) => ({
      headline: `"${value}" có thể là hai số khác nhau`,
      label: "phần nghìn hay thập phân?",
      notes: [
        `dấu trong "${value}" có thể phân nhóm nghìn hoặc ngăn phần thập phân; nguồn chưa khai dấu thập phân (cột \`${column}\`)`,
      ],
      help: 'khai `decimal: ","` hoặc `decimal: "."` trong tệp khai báo nguồn',
    }),
    en: ({ column, value }) => ({
      headline: `"${value}" could be two different numbers`,
      label: "thousands or decimals?",
      notes: [`the mark in "${value}" may group thousands or start the decimals; the source declares no decimal mark (column \`${column}\`)`],
      help: 'declare `decimal: ","` or `decimal: "."` in the source\'s contract',
    }),
  },
  "data/too-many-decimals": {
    vi: ({ column, value, decimals }) => ({
      headline: `"${value}" có nhiều hơn ${String(decimals)} chữ số thập phân`,
      label: "thừa chữ số",
      notes: [`cột \`${column}\` khai tối đa ${String(decimals)} chữ số thập phân; số liệu không bị tự ý làm tròn`],
      help: "tăng `decimals` của cột, hoặc làm tròn ở nơi gửi",
    }),
    en: ({ column, value, decimals }) => ({
      headline: `"${value}" has more than ${String(decimals)} decimals`,
      label: "more digits than declared",
      notes: [`column \`${column}\` declares at most ${String(decimals)}; nothing is rounded silently`],
      help: "raise the column's `decimals`, or round where the data come from",
    }),
  },
  "data/number-too-large": {
    vi: ({ column, value }) => ({
      headline: `"${value}" quá lớn đối với cột \`${column}\``,
      label: "quá lớn",
      help: "kiểm tra đơn vị tính, hoặc giảm `decimals` của cột",
    }),
    en: ({ column, value }) => ({
      headline: `"${value}" is too large for column \`${column}\``,
      label: "too large",
      help: "check the unit, or lower the column's `decimals`",
    }),
  },
  "data/below-minimum": {
    vi: ({ column, value, minimum }) => ({
      headline: `"${value}" nhỏ hơn ${String(minimum)}`,
      label: `phải từ ${String(minimum)} trở lên`,
      notes: [`cột \`${column}\` khai \`minimum: ${String(minimum)}\``],
      help: "đối chiếu với phiếu gốc",
    }),
    en: ({ column, value, minimum }) => ({
      headline: `"${value}" is below ${String(minimum)}`,
      label: `must be at least ${String(minimum)}`,
      notes: [`column \`${column}\` declares \`minimum: ${String(minimum)}\``],
      help: "check it against the original return",
    }),
  },
  "data/above-maximum": {
    vi: ({ column, value, maximum }) => ({
      headline: `"${value}" lớn hơn ${String(maximum)}`,
      label: `không được quá ${String(maximum)}`,
      notes: [`cột \`${column}\` khai \`maximum: ${String(maximum)}\``],
      help: "đối chiếu với phiếu gốc",
    }),
    en: ({ column, value, maximum }) => ({
      headline: `"${value}" is above ${String(maximum)}`,
      label: `must be at most ${String(maximum)}`,
      notes: [`column \`${column}\` declares \`maximum: ${String(maximum)}\``],
      help: "check it against the original return",
    }),
  },
  "data/not-a-month": {
    vi: ({ column, value, format }) => ({
      headline: `"${value}" không phải là tháng`,
      label: "không phải tháng",
      notes: [`cột \`${column}\` nhận tháng dạng ${format}`],
      help: "ghi lại tháng theo dạng này, hoặc đổi `format` của cột",
    }),
    en: ({ column, value, format }) => ({
      headline: `"${value}" is not a month`,
      label: "not a month",
      notes: [`column \`${column}\` takes months as ${format}`],
      help: "write the month so, or change the column's `format`",
    }),
  },
  "data/not-a-date": {
    vi: ({ column, value, format }) => ({
      headline: `"${value}" không phải là ngày`,
      label: "không phải ngày",
      notes: [`cột \`${column}\` nhận ngày dạng ${format}`],
      help: "ghi lại ngày theo dạng này, hoặc đổi `format` của cột",
    }),
    en: ({ column, value, format }) => ({
      headline: `"${value}" is not a date`,
      label: "not a date",
      notes: [`column \`${column}\` takes dates as ${format}`],
      help: "write the date so, or change the column's `format`",
    }),
  },
  "data/unknown-code": {
    vi: ({ column, value, list, nearest, nearestName }) => ({
      headline: `"${value}" không có trong ${list.vi}`,
      label: "không có mã này",
      notes: [`cột \`${column}\` nhận mã của ${list.vi}`],
      help:
        nearest === undefined
          ? "sửa mã trong tệp gốc, hoặc bổ sung mã vào bảng phân loại"
          : `có phải "${nearest}"${nearestName === undefined ? "" : ` (${nearestName.vi})`}? Bảng tính hay làm mất số 0 đứng đầu: định dạng cột này là văn bản`,
    }),
    en: ({ column, value, list, nearest, nearestName }) => ({
      headline: `"${value}" is not a code of ${list.en}`,
      label: "no such code",
      notes: [`column \`${column}\` takes codes of ${list.en}`],
      help:
        nearest === undefined
          ? "correct the code at its origin, or add it to the classification"
          : `did you mean "${nearest}"${nearestName === undefined ? "" : ` (${nearestName.en})`}? Spreadsheets drop leading zeros: format this column as text`,
    }),
  },
  "data/duplicate-key": {
    vi: ({ key, values }) => ({
      headline: `dòng lặp lại: ${values}`,
      label: "đã có ở dòng khác",
      notes: [`mỗi bộ (${key}) chỉ được một dòng`],
      help: "giữ lại một dòng, hoặc thêm cột phân biệt vào `key`",
    }),
    en: ({ key, values }) => ({
      headline: `the same row twice: ${values}`,
      label: "also on another line",
      notes: [`(${key}) identifies a row`],
      help: "keep one of the rows, or add the column that tells them apart to `key`",
    }),
  },
  "data/missing-month": {
    vi: ({ source, months }) => ({
      headline: `nguồn \`${source}\` thiếu số liệu ${months.length === 1 ? `tháng ${months[0] ?? ""}` : `${String(months.length)} tháng: ${listed(months)}`}`,
      notes: ["nguồn khai `complete: true`: tháng nào trong lịch cũng phải có"],
      help: "thêm tệp của tháng còn thiếu, hoặc rút ngắn `calendar` trong nhip.yaml",
    }),
    en: ({ source, months }) => ({
      headline: `source \`${source}\` has no data for ${months.length === 1 ? (months[0] ?? "") : `${String(months.length)} months: ${listed(months)}`}`,
      notes: ["it declares `complete: true`: every month of the calendar must be there"],
      help: "add the missing month's file, or shorten `calendar` in nhip.yaml",
    }),
  },
  "data/no-weight": {
    vi: ({ indicator, code, source }) => ({
      headline: `\`${code}\` chưa có quyền số`,
      notes: [`chỉ tiêu \`${indicator}\` lấy quyền số từ nguồn \`${source}\``],
      help: `thêm quyền số của \`${code}\` vào nguồn \`${source}\``,
    }),
    en: ({ indicator, code, source }) => ({
      headline: `\`${code}\` has no weight`,
      notes: [`indicator \`${indicator}\` takes its weights from source \`${source}\``],
      help: `add the weight of \`${code}\` to source \`${source}\``,
    }),
  },
  "data/no-base": {
    vi: ({ indicator, code, source }) => ({
      headline: `sản phẩm \`${code}\` chưa có lượng bình quân năm gốc`,
      notes: [`chỉ tiêu \`${indicator}\` lấy năm gốc từ nguồn \`${source}\``],
      help: "thêm lượng bình quân tháng năm gốc; sản phẩm mới trong ngành đã có sản phẩm cũ thì được nối tự động",
    }),
    en: ({ indicator, code, source }) => ({
      headline: `product \`${code}\` has no base-year average`,
      notes: [`indicator \`${indicator}\` takes base-year quantities from source \`${source}\``],
      help: "add its monthly average of the base year; a new product is linked only within a class that has older products",
    }),
  },
  "data/zero-base": {
    vi: ({ indicator, code }) => ({
      headline: `lượng bình quân năm gốc của \`${code}\` bằng 0`,
      notes: [`chỉ tiêu \`${indicator}\` không chia được cho 0`],
      help: "đưa sản phẩm khỏi danh mục năm gốc, hoặc sửa lượng năm gốc",
    }),
    en: ({ indicator, code }) => ({
      headline: `the base-year average of \`${code}\` is zero`,
      notes: [`indicator \`${indicator}\` cannot divide by it`],
      help: "take the product off the base-year list, or correct its base quantity",
    }),
  },
  "data/dominant-missing": {
    vi: ({ indicator, establishment, code, month, share }) => ({
      headline: `cơ sở \`${establishment}\` chưa nộp phiếu tháng ${month}`,
      notes: [`cơ sở này chiếm ${share}% sản lượng \`${code}\`; chỉ tiêu \`${indicator}\` không bổ khuyết tự động cơ sở chi phối`],
      help: "liên hệ cơ sở để lấy phiếu, hoặc nâng ngưỡng `dominant` và ghi rõ lý do",
    }),
    en: ({ indicator, establishment, code, month, share }) => ({
      headline: `establishment \`${establishment}\` has not returned ${month}`,
      notes: [`it makes ${share}% of \`${code}\`; indicator \`${indicator}\` does not impute dominant units`],
      help: "contact the establishment, or raise `dominant` and record why",
    }),
  },
  "data/index-of-aggregate": {
    vi: ({ indicator, code }) => ({
      headline: `nguồn có cả chỉ số của \`${code}\` lẫn các thành phần của nó`,
      notes: [`chỉ tiêu \`${indicator}\` tính \`${code}\` từ các thành phần`],
      help: "dùng `where` để chỉ lấy các thành phần chi tiết nhất",
    }),
    en: ({ indicator, code }) => ({
      headline: `the source holds an index of \`${code}\` and of its parts too`,
      notes: [`indicator \`${indicator}\` compiles \`${code}\` from the parts`],
      help: "use `where` to take only the finest components",
    }),
  },
  "data/no-frame": {
    vi: ({ indicator, stratum, source }) => ({
      headline: `tầng \`${stratum}\` không có trong dàn mẫu`,
      notes: [`chỉ tiêu \`${indicator}\` lấy dàn mẫu từ nguồn \`${source}\``],
      help: "bổ sung số đơn vị của tầng này vào dàn mẫu",
    }),
    en: ({ indicator, stratum, source }) => ({
      headline: `stratum \`${stratum}\` is not in the frame`,
      notes: [`indicator \`${indicator}\` takes its frame from source \`${source}\``],
      help: "add the stratum's number of units to the frame",
    }),
  },
  "data/no-target": {
    vi: ({ indicator, target, year, source }) => ({
      headline: `chưa có chỉ tiêu \`${target}\` của năm ${year}`,
      notes: [`chỉ tiêu \`${indicator}\` so với kế hoạch trong nguồn \`${source}\``],
      help: "thêm dòng kế hoạch của năm này",
    }),
    en: ({ indicator, target, year, source }) => ({
      headline: `no target \`${target}\` for ${year}`,
      notes: [`indicator \`${indicator}\` is compared with the plan in source \`${source}\``],
      help: "add the year's row",
    }),
  },
};

function listed(months: readonly string[]): string {
  return `${months.slice(0, 6).join(", ")}${months.length > 6 ? " …" : ""}`;
}
