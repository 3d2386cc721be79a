/** Faults of a workbook and of the table in it: what keeps the file from being read, and where the table is not as its contract says. */
import type { LocalText } from "../../model/text.ts";
import type { MessagesOf } from "../message.ts";
import { codeList, countText, quoted } from "../wording.ts";

/** What a file named .xlsx turned out to hold. */
export type NotAWorkbook =
  | "empty"
  | "old-excel"
  | "binary-excel"
  | "excel-2003-xml"
  | "open-document"
  | "word"
  | "zip"
  | "html"
  | "parquet"
  | "text"
  | "unknown";

export interface WorkbookDiagnostics {
  "workbook/protected": Record<never, never>;
  "workbook/not-a-workbook": { readonly found: NotAWorkbook };
  "workbook/truncated": Record<never, never>;
  "workbook/damaged": { readonly sheet: string | undefined };
  "workbook/too-large": { readonly sheet: string | undefined; readonly megabytes: number; readonly limit: number };
  "workbook/sheet-not-found": {
    readonly names: readonly string[];
    readonly titles: readonly string[];
    readonly sheets: readonly string[];
    /** Sheets whose name fits and whose title does not. */
    readonly named: readonly string[];
    readonly nearest: string | undefined;
  };
  "workbook/several-sheets": { readonly sheets: readonly string[] };
  "workbook/unit-not-found": { readonly sheet: string; readonly units: readonly string[] };
  "workbook/table-not-found": { readonly sheet: string; readonly columns: readonly string[] };
  "workbook/header-not-found": {
    readonly column: string;
    readonly headers: readonly string[];
    readonly found: readonly { readonly letter: string; readonly text: string }[];
    readonly nearest: string | undefined;
  };
  "workbook/header-repeated": { readonly column: string; readonly header: string; readonly letters: readonly string[] };
  "workbook/header-shared": { readonly column: string; readonly other: string; readonly header: string };
  "workbook/month-unknown": { readonly column: string; readonly placeholder: string };
  "workbook/error-value": { readonly column: string; readonly value: string };
  "workbook/row-without-label": { readonly row: number; readonly value: string };
  "workbook/hidden-row": { readonly row: number; readonly label: string | undefined };
}

const contents: Readonly<Record<NotAWorkbook, LocalText>> = {
  empty: { vi: "tệp rỗng", en: "the file is empty" },
  "old-excel": { vi: "đây là tệp Excel đời cũ (.xls)", en: "it is an old Excel file (.xls)" },
  "binary-excel": { vi: "đây là tệp Excel nhị phân (.xlsb)", en: "it is a binary Excel file (.xlsb)" },
  "excel-2003-xml": { vi: "đây là tệp XML của Excel 2003", en: "it is an Excel 2003 XML file" },
  "open-document": { vi: "đây là tệp OpenDocument (.ods, .odt)", en: "it is an OpenDocument file (.ods, .odt)" },
  word: { vi: "đây là tệp Word hoặc PowerPoint", en: "it is a Word or PowerPoint file" },
  zip: { vi: "đây là tệp nén, bên trong không có bảng tính", en: "it is an archive with no workbook in it" },
  html: { vi: "đây là trang HTML được đổi đuôi", en: "it is an HTML page with another ending" },
  parquet: { vi: "đây là tệp Parquet", en: "it is a Parquet file" },
  text: {
    vi: "đây là tệp chữ, có thể là CSV được đổi đuôi",
    en: "it is plain text, perhaps a CSV file with another ending",
  },
  unknown: { vi: "nội dung không phải của loại tệp nào đọc được", en: "its contents are of no kind that can be read" },
};

export const workbookMessages: MessagesOf<WorkbookDiagnostics> = {
  "workbook/protected": {
    vi: () => ({
      headline: "tệp Excel được đặt mật khẩu",
      notes: ["không mở được tệp khi chưa có mật khẩu"],
      help: "mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc) rồi lưu lại",
    }),
    en: () => ({
      headline: "the workbook is protected by a password",
      notes: ["nothing of it can be read without one"],
      help: "open it in Excel, remove the password (File, Info, Protect Workbook) and save it again",
    }),
  },
  "workbook/not-a-workbook": {
    vi: ({ found }) => ({
      headline: "tệp không phải là tệp Excel (.xlsx)",
      notes: [contents[found].vi],
      help:
        found === "empty"
          ? "xin gửi lại tệp"
          : found === "text" || found === "parquet"
            ? "đổi lại đúng đuôi tệp, rồi sửa `files` của nguồn"
            : 'mở bằng chương trình bảng tính và lưu thành "Excel Workbook (.xlsx)"',
    }),
    en: ({ found }) => ({
      headline: "the file is not an Excel workbook (.xlsx)",
      notes: [contents[found].en],
      help:
        found === "empty"
          ? "ask for the file again"
          : found === "text" || found === "parquet"
            ? "give the file its own ending back, and correct the source's `files`"
            : 'open it in a spreadsheet program and save it as "Excel Workbook (.xlsx)"',
    }),
  },
  "workbook/truncated": {
    vi: () => ({
      headline: "tệp Excel bị cắt ngang",
      notes: ["phần cuối của tệp không có: lần chép hay tải đã dừng giữa chừng"],
      help: "chép hay tải lại tệp",
    }),
    en: () => ({
      headline: "the workbook is cut short",
      notes: ["its end is missing: copying or downloading stopped midway"],
      help: "copy or download it again",
    }),
  },
  "workbook/damaged": {
    vi: ({ sheet }) => ({
      headline: sheet === undefined ? "tệp Excel bị hỏng" : `trang tính ${quoted(sheet)} bị hỏng`,
      help: "mở bằng Excel cho sửa lỗi rồi lưu lại, hoặc xin lại tệp",
    }),
    en: ({ sheet }) => ({
      headline: sheet === undefined ? "the workbook is damaged" : `the sheet ${quoted(sheet)} is damaged`,
      help: "let Excel repair it and save it again, or ask for the file again",
    }),
  },
  "workbook/too-large": {
    vi: ({ sheet, megabytes, limit }) => ({
      headline:
        sheet === undefined
          ? `tệp Excel lớn ${countText(megabytes, "vi")} MB`
          : `trang tính ${quoted(sheet)} chiếm ${countText(megabytes, "vi")} MB khi giải nén`,
      notes: [`tệp Excel đọc được đến ${countText(limit, "vi")} MB: đọc tệp lớn hơn làm máy hết bộ nhớ`],
      help: "lưu trang này thành CSV hoặc Parquet, rồi sửa `files` của nguồn",
    }),
    en: ({ sheet, megabytes, limit }) => ({
      headline:
        sheet === undefined
          ? `the workbook has ${countText(megabytes, "en")} MB`
          : `the sheet ${quoted(sheet)} takes ${countText(megabytes, "en")} MB unpacked`,
      notes: [`workbooks are read up to ${countText(limit, "en")} MB: beyond that they exhaust the machine's memory`],
      help: "save this sheet as CSV or Parquet, and correct the source's `files`",
    }),
  },
  "workbook/sheet-not-found": {
    vi: ({ names, titles, sheets, named, nearest }) => ({
      headline: `không có trang tính nào ${[names.length > 0 ? `tên là ${listed(names, "vi")}` : [], titles.length > 0 ? `có tên biểu ${listed(titles, "vi")}` : []].flat().join(" và ")}`,
      notes: [
        ...(named.length > 0 ? [`đúng tên nhưng khác tên biểu: ${listed(named, "vi")}`] : []),
        `tệp có ${countText(sheets.length, "vi")} trang: ${codeList(sheets, "vi", "and")}`,
      ],
      help:
        nearest === undefined
          ? "thêm cách ghi của tệp này vào `table: sheet:` trong khai báo nguồn"
          : `có phải ${quoted(nearest)}? Nếu phải, thêm vào \`sheet: name:\``,
    }),
    en: ({ names, titles, sheets, named, nearest }) => ({
      headline: `no sheet ${[names.length > 0 ? `is named ${listed(names, "en")}` : [], titles.length > 0 ? `has the title ${listed(titles, "en")}` : []].flat().join(" and ")}`,
      notes: [
        ...(named.length > 0 ? [`with the name but another title: ${listed(named, "en")}`] : []),
        `the file has ${countText(sheets.length, "en")} sheets: ${codeList(sheets, "en", "and")}`,
      ],
      help:
        nearest === undefined
          ? "add this file's wording to `table: sheet:` in the source's contract"
          : `is it ${quoted(nearest)}? If so, add it to \`sheet: name:\``,
    }),
  },
  "workbook/several-sheets": {
    vi: ({ sheets }) => ({
      headline: `${countText(sheets.length, "vi")} trang tính cùng khớp với khai báo`,
      notes: [`các trang: ${codeList(sheets, "vi", "and")}`],
      help: "ghi rõ hơn `name`, hoặc thêm `title`, để chỉ còn một trang",
    }),
    en: ({ sheets }) => ({
      headline: `${countText(sheets.length, "en")} sheets are as the contract says`,
      notes: [`they are ${codeList(sheets, "en", "and")}`],
      help: "make `name` narrower, or add a `title`, until one is left",
    }),
  },
  "workbook/unit-not-found": {
    vi: ({ sheet, units }) => ({
      headline: `phía trên bảng của trang ${quoted(sheet)} không ghi đơn vị tính ${listed(units, "vi")}`,
      notes: ["số liệu đọc theo đơn vị đã khai; đơn vị đổi mà không biết thì số sai hàng nghìn lần"],
      help: "xem đơn vị tính ghi trên bảng; nếu đã đổi, sửa `unit` và `multiplier`",
    }),
    en: ({ sheet, units }) => ({
      headline: `nothing above the table of ${quoted(sheet)} states the unit ${listed(units, "en")}`,
      notes: ["figures are read in the declared unit; a change that goes unseen makes them wrong a thousandfold"],
      help: "look for the unit above the table; where it has changed, correct `unit` and `multiplier`",
    }),
  },
  "workbook/table-not-found": {
    vi: ({ sheet, columns }) => ({
      headline: `trang ${quoted(sheet)} không có đầu cột nào đã khai báo`,
      notes: [`các cột cần tìm: ${codeList(columns, "vi", "and")}`],
      help: "xem đầu bảng của trang này, rồi sửa `header` của các cột",
    }),
    en: ({ sheet, columns }) => ({
      headline: `the sheet ${quoted(sheet)} has none of the declared headers`,
      notes: [`columns looked for: ${codeList(columns, "en", "and")}`],
      help: "compare the head of this table with the columns' `header`",
    }),
  },
  "workbook/header-not-found": {
    vi: ({ column, headers, found, nearest }) => ({
      headline: `không tìm thấy đầu cột của \`${column}\``,
      notes: [
        `cần đầu cột ${listed(headers, "vi")}`,
        found.length === 0
          ? "mọi đầu cột của bảng đã thuộc về cột khác"
          : `những đầu cột chưa dùng: ${found
              .slice(0, 8)
              .map(({ letter, text }) => `${letter} ${quoted(text)}`)
              .join(", ")}`,
      ],
      help:
        nearest === undefined
          ? "thêm cách ghi của tệp này vào `header`; nếu có tháng không in cột này, khai trong `absent`"
          : `có phải ${quoted(nearest)}? Nếu phải, thêm vào \`header\``,
    }),
    en: ({ column, headers, found, nearest }) => ({
      headline: `no column is headed as \`${column}\` should be`,
      notes: [
        `expected ${listed(headers, "en")}`,
        found.length === 0
          ? "every header of the table belongs to another column"
          : `headers not used: ${found
              .slice(0, 8)
              .map(({ letter, text }) => `${letter} ${quoted(text)}`)
              .join(", ")}`,
      ],
      help:
        nearest === undefined
          ? "add this file's wording to `header`; where some months do not print the column, list it in `absent`"
          : `is it ${quoted(nearest)}? If so, add it to \`header\``,
    }),
  },
  "workbook/header-repeated": {
    vi: ({ column, header, letters }) => ({
      headline: `nhiều cột cùng khớp với \`${column}\``,
      notes: [`các cột ${letters.join(", ")}; cột đầu ghi ${quoted(header)}`],
      help: "ghi `header` đầy đủ hơn, kèm đầu nhóm ở hàng trên",
    }),
    en: ({ column, header, letters }) => ({
      headline: `several columns are headed as \`${column}\``,
      notes: [`columns ${letters.join(", ")}; the first reads ${quoted(header)}`],
      help: "write more of the `header`, with the group's heading above it",
    }),
  },
  "workbook/header-shared": {
    vi: ({ column, other, header }) => ({
      headline: `\`${column}\` và \`${other}\` cùng chỉ một cột`,
      notes: [`đầu cột ghi ${quoted(header)}`],
      help: "sửa `header` của một trong hai cột",
    }),
    en: ({ column, other, header }) => ({
      headline: `\`${column}\` and \`${other}\` mean the same column`,
      notes: [`it is headed ${quoted(header)}`],
      help: "correct the `header` of one of them",
    }),
  },
  "workbook/month-unknown": {
    vi: ({ column, placeholder }) => ({
      headline: `đầu cột của \`${column}\` có ${placeholder} mà chưa biết tệp thuộc tháng nào`,
      label: "cần biết tháng",
      help: "khai `months: file:` để lấy tháng từ tên tệp",
    }),
    en: ({ column, placeholder }) => ({
      headline: `the header of \`${column}\` has ${placeholder}, and the file's month is not known`,
      label: "the month is needed",
      help: "declare `months: file:` to take the month from the file's name",
    }),
  },
  "workbook/error-value": {
    vi: ({ column, value }) => ({
      headline: `ô của cột \`${column}\` là lỗi công thức ${quoted(value)}`,
      notes: ["ô lỗi không phải là ô trống, cũng không phải là 0"],
      help: "mở tệp, sửa công thức của ô này rồi lưu lại",
    }),
    en: ({ column, value }) => ({
      headline: `a cell of \`${column}\` holds the formula error ${quoted(value)}`,
      notes: ["an error is neither empty nor 0"],
      help: "open the workbook, mend the cell's formula and save it again",
    }),
  },
  "workbook/row-without-label": {
    vi: ({ row, value }) => ({
      headline: `dòng ${String(row)} có số liệu mà không có tên dòng, không được đọc`,
      notes: [`số đầu tiên của dòng là ${quoted(value)}`],
      help: "hỏi lại nơi gửi: dòng này thừa, hay thiếu tên",
    }),
    en: ({ row, value }) => ({
      headline: `row ${String(row)} has figures and no label, and was not read`,
      notes: [`its first figure is ${quoted(value)}`],
      help: "ask the sender whether the row is a leftover or lacks its label",
    }),
  },
  "workbook/hidden-row": {
    vi: ({ row, label }) => ({
      headline: `dòng ${String(row)}${label === undefined ? "" : ` (${quoted(label)})`} bị ẩn, không được đọc`,
      help: "khai `hidden: read` nếu dòng ẩn là số liệu, `hidden: skip` nếu không",
    }),
    en: ({ row, label }) => ({
      headline: `row ${String(row)}${label === undefined ? "" : ` (${quoted(label)})`} is hidden and was not read`,
      help: "declare `hidden: read` where hidden rows are data, `hidden: skip` where they are not",
    }),
  },
};

function listed(texts: readonly string[], language: "vi" | "en"): string {
  return texts.map(quoted).join({ vi: " hoặc ", en: " or " }[language]);
}
