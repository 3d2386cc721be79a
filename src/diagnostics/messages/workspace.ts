/** Faults of the files themselves: their encoding, their YAML, and what a declaration may hold. */
import type { Language, LocalText } from "../../model/text.ts";
import type { MessagesOf } from "../message.ts";
import { codeList, countText, didYouMean, quoted } from "../wording.ts";

/** Encodings that old Vietnamese files come in. */
export type LegacyEncoding = "UTF-16" | "TCVN3" | "VNI" | "Windows-1258" | "Windows-1252" | "unknown";

export type BinaryFormat = "zip" | "excel-97" | "pdf" | "parquet" | "gzip" | "picture" | "unknown";

/** Kinds of YAML values, as a reader knows them. */
export type ValueKind = "text" | "number" | "whole-number" | "fraction" | "yes-or-no" | "list" | "keys" | "nothing";

/** What the YAML reader stumbled over. */
export type YamlProblem =
  | "tab"
  | "indent"
  | "unclosed-quote"
  | "unclosed-bracket"
  | "missing-colon"
  | "colon-in-value"
  | "reserved-character"
  | "escape"
  | "two-documents"
  | "tag"
  | "anchor"
  | "structure";

export interface WorkspaceDiagnostics {
  "workspace/no-declaration": Record<never, never>;
  "workspace/empty-file": Record<never, never>;
  "workspace/encoding": { readonly encoding: LegacyEncoding };
  "workspace/not-text": { readonly format: BinaryFormat };
  "workspace/too-large": { readonly bytes: number; readonly limit: number };
  "workspace/yaml-syntax": { readonly problem: YamlProblem };
  "workspace/duplicate-key": { readonly key: string };
  "workspace/too-many-values": { readonly limit: number };
  "workspace/too-deep": { readonly limit: number };
  "workspace/unknown-key": {
    readonly key: string;
    readonly allowed: readonly string[];
    readonly meant: string | undefined;
  };
  "workspace/missing-key": { readonly key: string; readonly meaning: LocalText | undefined };
  "workspace/wrong-type": {
    readonly key: string;
    readonly expected: readonly ValueKind[];
    readonly found: ValueKind;
    /** Where keys are expected, those that cannot be left out. */
    readonly keys: readonly string[];
  };
  "workspace/unquoted-text": { readonly key: string; readonly written: string; readonly found: ValueKind };
  "workspace/not-in-list": {
    readonly key: string;
    readonly value: string;
    readonly allowed: readonly string[];
    readonly meant: string | undefined;
  };
  "workspace/wrong-form": { readonly key: string; readonly value: string; readonly form: LocalText };
  "workspace/out-of-range": {
    readonly key: string;
    readonly value: string;
    readonly minimum: number | undefined;
    readonly maximum: number | undefined;
  };
  "workspace/too-few": { readonly key: string; readonly of: "text" | "list" };
  "workspace/file-name": { readonly name: string; readonly of: "declaration" | "report" };
  "workspace/same-id": { readonly id: string };
  "workspace/calendar-order": { readonly first: string; readonly last: string };
  "workspace/unknown-territory": {
    readonly code: string;
    readonly classification: string;
    readonly meant: string | undefined;
  };
}

const kinds: Readonly<Record<ValueKind, LocalText>> = {
  text: { vi: "chữ", en: "text" },
  number: { vi: "số", en: "a number" },
  fraction: { vi: "số có phần thập phân", en: "a number with decimals" },
  "whole-number": { vi: "số nguyên", en: "a whole number" },
  "yes-or-no": { vi: "true hoặc false", en: "true or false" },
  list: { vi: "danh sách", en: "a list" },
  keys: { vi: "các khóa với giá trị", en: "keys with values" },
  nothing: { vi: "để trống", en: "nothing" },
};

function kindList(list: readonly ValueKind[], language: Language): string {
  return list.map((kind) => kinds[kind][language]).join(language === "vi" ? " hoặc " : " or ");
}

const problems: Readonly<Record<YamlProblem, { readonly what: LocalText; readonly help: LocalText }>> = {
  tab: {
    what: { vi: "thụt dòng bằng phím Tab", en: "a line is indented with a tab" },
    help: { vi: "thụt dòng bằng dấu cách", en: "indent with spaces" },
  },
  indent: {
    what: { vi: "dòng thụt không thẳng với các dòng cùng cấp", en: "a line does not align with its neighbours" },
    help: {
      vi: "thụt các khóa cùng cấp bằng số dấu cách như nhau",
      en: "indent keys of one level by the same number of spaces",
    },
  },
  "unclosed-quote": {
    what: { vi: "thiếu dấu nháy đóng", en: "a quotation mark is not closed" },
    help: { vi: "thêm dấu nháy đóng ở cuối giá trị", en: "close the quotation at the end of the value" },
  },
  "unclosed-bracket": {
    what: { vi: "ngoặc hoặc dấu phẩy trong danh sách chưa đủ", en: "a bracket or a comma of a list is missing" },
    help: { vi: "đóng ngoặc và đặt dấu phẩy giữa các phần tử", en: "close the bracket and put commas between entries" },
  },
  "missing-colon": {
    what: { vi: "khóa không có dấu hai chấm theo sau", en: "a key without a colon after it" },
    help: {
      vi: "viết `khóa: giá trị`, có dấu cách sau dấu hai chấm",
      en: "write `key: value`, with a space after the colon",
    },
  },
  "colon-in-value": {
    what: { vi: "giá trị có thêm dấu hai chấm", en: "a value with another colon in it" },
    help: { vi: "đặt cả giá trị trong dấu nháy", en: "put the whole value in quotation marks" },
  },
  "reserved-character": {
    what: {
      vi: "giá trị bắt đầu bằng ký tự riêng của YAML",
      en: "a value begins with a character that YAML keeps for itself",
    },
    help: { vi: "đặt giá trị trong dấu nháy", en: "put the value in quotation marks" },
  },
  escape: {
    what: {
      vi: "dấu \\ trong nháy kép không đứng trước ký tự quy ước",
      en: "a \\ in double quotation marks stands before no known letter",
    },
    help: {
      vi: "dùng nháy đơn, trong đó \\ là chính nó",
      en: "use single quotation marks, where \\ stands for itself",
    },
  },
  "two-documents": {
    what: { vi: "một tệp có hai tài liệu YAML", en: "one file holds two YAML documents" },
    help: { vi: "bỏ dòng `---` ở giữa, hoặc tách thành hai tệp", en: "take out the `---` line, or make two files" },
  },
  tag: {
    what: { vi: "nhãn kiểu `!…` không được dùng ở đây", en: "a tag `!…` has no meaning here" },
    help: { vi: "bỏ nhãn; nếu là chữ thì đặt trong dấu nháy", en: "take the tag out; put text in quotation marks" },
  },
  anchor: {
    what: { vi: "tham chiếu `*…` không có neo `&…` ở trên", en: "an alias `*…` without an anchor `&…` above it" },
    help: { vi: "đặt neo `&…` trước, hoặc chép lại giá trị", en: "set the anchor first, or write the value out" },
  },
  structure: {
    what: { vi: "cấu trúc YAML bị đứt ở đây", en: "the YAML structure breaks off here" },
    help: {
      vi: "kiểm tra thụt dòng, dấu hai chấm và dấu nháy ở dòng này và dòng trên",
      en: "check indent, colons and quotation marks on this line and the one above",
    },
  },
};

const encodings: Readonly<Record<LegacyEncoding, string>> = {
  "UTF-16": "UTF-16",
  TCVN3: "TCVN3 (ABC)",
  VNI: "VNI",
  "Windows-1258": "Windows-1258",
  "Windows-1252": "Windows-1252",
  unknown: "",
};

const formats: Readonly<Record<BinaryFormat, LocalText>> = {
  zip: { vi: "tệp nén hoặc sổ Excel (.xlsx)", en: "a zip file or an Excel workbook (.xlsx)" },
  "excel-97": {
    vi: "sổ Excel cũ (.xls) hoặc sổ có mật khẩu",
    en: "an old Excel workbook (.xls) or one with a password",
  },
  pdf: { vi: "tệp PDF", en: "a PDF file" },
  parquet: { vi: "tệp Parquet", en: "a Parquet file" },
  gzip: { vi: "tệp nén gzip", en: "a gzip file" },
  picture: { vi: "tệp ảnh", en: "a picture" },
  unknown: { vi: "tệp nhị phân", en: "a binary file" },
};

export const workspaceMessages: MessagesOf<WorkspaceDiagnostics> = {
  "workspace/no-declaration": {
    vi: () => ({
      headline: "thư mục này không có tệp nhip.yaml",
      notes: ["nhip.yaml nói ấn phẩm của ai, địa bàn nào, kỳ báo cáo nào"],
      help: "chạy lệnh trong thư mục có nhip.yaml, hoặc tạo mới bằng `nhip new`",
    }),
    en: () => ({
      headline: "this folder has no nhip.yaml",
      notes: ["nhip.yaml says whose publication this is, for which territory and months"],
      help: "run the command where nhip.yaml is, or make one with `nhip new`",
    }),
  },
  "workspace/empty-file": {
    vi: () => ({ headline: "tệp trống", help: "chép lại tệp từ nơi gửi, hoặc xóa tệp này" }),
    en: () => ({ headline: "the file is empty", help: "get the file again from its sender, or delete it" }),
  },
  "workspace/encoding": {
    vi: ({ encoding }) => ({
      headline:
        encoding === "unknown"
          ? "bảng mã của tệp không phải UTF-8"
          : `tệp viết bằng bảng mã ${encodings[encoding]}, không phải UTF-8`,
      label: "ký tự đầu tiên không đọc được",
      notes: ["mọi tệp chữ được đọc bằng UTF-8, để không chữ nào bị hiểu sai"],
      help:
        encoding === "TCVN3" || encoding === "VNI"
          ? `chuyển mã ${encodings[encoding]} sang Unicode, rồi lưu lại với bảng mã UTF-8`
          : "lưu lại với bảng mã UTF-8 (Excel: Save As, CSV UTF-8; Notepad: Save as, Encoding UTF-8)",
    }),
    en: ({ encoding }) => ({
      headline:
        encoding === "unknown" ? "the file is not in UTF-8" : `the file is in ${encodings[encoding]}, not in UTF-8`,
      label: "first unreadable character",
      notes: ["every text file is read as UTF-8, so that no letter is misread"],
      help:
        encoding === "TCVN3" || encoding === "VNI"
          ? `convert ${encodings[encoding]} to Unicode, then save as UTF-8`
          : "save it again as UTF-8 (Excel: Save As, CSV UTF-8; Notepad: Save as, Encoding UTF-8)",
    }),
  },
  "workspace/not-text": {
    vi: ({ format }) => ({
      headline: `tệp này không phải chữ mà là ${formats[format].vi}`,
      help: "kiểm tra tên tệp và đuôi tệp, hoặc xuất lại thành tệp chữ UTF-8",
    }),
    en: ({ format }) => ({
      headline: `this file is not text but ${formats[format].en}`,
      help: "check the file's name and extension, or export it again as UTF-8 text",
    }),
  },
  "workspace/too-large": {
    vi: ({ bytes, limit }) => ({
      headline: `tệp khai báo dài ${countText(bytes, "vi")} byte, nhiều hơn ${countText(limit, "vi")}`,
      help: "tách phần lặp lại ra, hoặc để số liệu trong sources/",
    }),
    en: ({ bytes, limit }) => ({
      headline: `the declaration is ${countText(bytes, "en")} bytes long, more than ${countText(limit, "en")}`,
      help: "split it up, or keep data in sources/",
    }),
  },
  "workspace/yaml-syntax": {
    vi: ({ problem }) => ({
      headline: problems[problem].what.vi,
      label: "YAML dừng ở đây",
      help: problems[problem].help.vi,
    }),
    en: ({ problem }) => ({
      headline: problems[problem].what.en,
      label: "YAML stops here",
      help: problems[problem].help.en,
    }),
  },
  "workspace/duplicate-key": {
    vi: ({ key }) => ({
      headline: `khóa ${quoted(key)} được viết hai lần`,
      label: "lần thứ hai",
      help: "giữ lại một, xóa một",
    }),
    en: ({ key }) => ({
      headline: `the key ${quoted(key)} is written twice`,
      label: "the second time",
      help: "keep one and delete the other",
    }),
  },
  "workspace/too-many-values": {
    vi: ({ limit }) => ({
      headline: `khai báo mở ra hơn ${countText(limit, "vi")} giá trị, kể cả qua tham chiếu \`*…\``,
      label: "vượt giới hạn ở đây",
      help: "bỏ các tham chiếu lồng nhau; số liệu thì để trong sources/",
    }),
    en: ({ limit }) => ({
      headline: `the declaration unfolds into more than ${countText(limit, "en")} values, those behind aliases \`*…\` included`,
      label: "past the limit here",
      help: "do not nest aliases; keep data in sources/",
    }),
  },
  "workspace/too-deep": {
    vi: ({ limit }) => ({
      headline: `các cấp lồng nhau quá ${countText(limit, "vi")} tầng`,
      label: "quá sâu từ đây",
      help: "bỏ bớt ngoặc hoặc cấp thụt dòng",
    }),
    en: ({ limit }) => ({
      headline: `values are nested more than ${countText(limit, "en")} levels deep`,
      label: "too deep from here",
      help: "take out brackets or levels of indent",
    }),
  },
  "workspace/unknown-key": {
    vi: ({ key, allowed, meant }) => ({
      headline: `không có khóa ${quoted(key)} ở đây`,
      label: "khóa lạ",
      notes: allowed.length === 0 ? [] : [`các khóa có thể dùng: ${codeList(allowed, "vi")}`],
      help: didYouMean(meant).vi ?? "xóa khóa này, hoặc viết đúng tên",
    }),
    en: ({ key, allowed, meant }) => ({
      headline: `there is no key ${quoted(key)} here`,
      label: "unknown key",
      notes: allowed.length === 0 ? [] : [`keys that may stand here: ${codeList(allowed, "en")}`],
      help: didYouMean(meant).en ?? "delete this key, or correct its name",
    }),
  },
  "workspace/missing-key": {
    vi: ({ key, meaning }) => ({
      headline: `thiếu khóa ${quoted(key)}`,
      label: `cần có \`${key}\``,
      notes: meaning === undefined ? [] : [`\`${key}\`: ${meaning.vi}`],
      help: `thêm \`${key}:\``,
    }),
    en: ({ key, meaning }) => ({
      headline: `the key ${quoted(key)} is missing`,
      label: `\`${key}\` is needed`,
      notes: meaning === undefined ? [] : [`\`${key}\`: ${meaning.en}`],
      help: `add \`${key}:\``,
    }),
  },
  "workspace/wrong-type": {
    vi: ({ key, expected, found, keys }) => ({
      headline: `${subject(key, "vi")} phải là ${kindList(expected, "vi")}, ${found === "nothing" ? "nhưng đang để trống" : `không phải ${kinds[found].vi}`}`,
      label: found === "nothing" ? "đang để trống" : `đây là ${kinds[found].vi}`,
      help: typeHelp(expected, found, keys).vi,
    }),
    en: ({ key, expected, found, keys }) => ({
      headline: `${subject(key, "en")} must be ${kindList(expected, "en")}${found === "nothing" ? ", but is empty" : `, not ${kinds[found].en}`}`,
      label: found === "nothing" ? "empty" : `this is ${kinds[found].en}`,
      help: typeHelp(expected, found, keys).en,
    }),
  },
  "workspace/unquoted-text": {
    vi: ({ key, written, found }) => ({
      headline: `${subject(key, "vi")} phải là chữ, nhưng YAML đọc ${written} thành ${kinds[found].vi}`,
      label: "chưa có dấu nháy",
      help: `đặt trong dấu nháy: "${written}"`,
    }),
    en: ({ key, written, found }) => ({
      headline: `${subject(key, "en")} must be text, but YAML reads ${written} as ${kinds[found].en}`,
      label: "not in quotation marks",
      help: `put it in quotation marks: "${written}"`,
    }),
  },
  "workspace/not-in-list": {
    vi: ({ key, value, allowed, meant }) => ({
      headline: `${subject(key, "vi")} không thể là ${quoted(value)}`,
      label: "không có trong danh sách",
      notes: [`các giá trị có thể dùng: ${codeList(allowed, "vi")}`],
      help: didYouMean(meant).vi ?? "chọn một trong các giá trị trên",
    }),
    en: ({ key, value, allowed, meant }) => ({
      headline: `${subject(key, "en")} cannot be ${quoted(value)}`,
      label: "not one of the values",
      notes: [`values that may stand here: ${codeList(allowed, "en")}`],
      help: didYouMean(meant).en ?? "take one of the values above",
    }),
  },
  "workspace/wrong-form": {
    vi: ({ key, value, form }) => ({
      headline: `${subject(key, "vi")} viết ${quoted(value)}, không đúng dạng`,
      label: "sai dạng",
      notes: [`dạng cần có: ${form.vi}`],
    }),
    en: ({ key, value, form }) => ({
      headline: `${subject(key, "en")} is written ${quoted(value)}, not in its form`,
      label: "another form",
      notes: [`the form: ${form.en}`],
    }),
  },
  "workspace/out-of-range": {
    vi: ({ key, value, minimum, maximum }) => ({
      headline: `${subject(key, "vi")} là ${value}, ngoài khoảng cho phép`,
      label:
        maximum === undefined
          ? `nhỏ nhất là ${number(minimum, "vi")}`
          : `từ ${number(minimum, "vi")} đến ${number(maximum, "vi")}`,
    }),
    en: ({ key, value, minimum, maximum }) => ({
      headline: `${subject(key, "en")} is ${value}, outside its range`,
      label:
        maximum === undefined
          ? `at least ${number(minimum, "en")}`
          : `${number(minimum, "en")} to ${number(maximum, "en")}`,
    }),
  },
  "workspace/too-few": {
    vi: ({ key, of }) => ({
      headline:
        of === "text" ? `${subject(key, "vi")} không được để trống` : `${subject(key, "vi")} cần ít nhất một phần tử`,
      label: "đang để trống",
    }),
    en: ({ key, of }) => ({
      headline:
        of === "text" ? `${subject(key, "en")} must not be empty` : `${subject(key, "en")} needs at least one entry`,
      label: "empty",
    }),
  },
  "workspace/file-name": {
    vi: ({ name, of }) => ({
      headline: `tên tệp ${quoted(name)} không dùng làm mã được`,
      notes: [
        of === "report"
          ? "tên mẫu báo cáo là mã, ngôn ngữ rồi .md: nine-months.vi.md"
          : "tên tệp là mã: chữ thường không dấu, chữ số và gạch nối, rồi .yaml",
      ],
      help: "đổi tên tệp",
    }),
    en: ({ name, of }) => ({
      headline: `the file name ${quoted(name)} cannot serve as a code`,
      notes: [
        of === "report"
          ? "a report template is named by code, language and .md: nine-months.vi.md"
          : "the file's name is the code: lower-case letters, digits and hyphens, then .yaml",
      ],
      help: "rename the file",
    }),
  },
  "workspace/same-id": {
    vi: ({ id }) => ({ headline: `hai tệp cùng khai báo ${quoted(id)}`, help: "giữ lại một tệp" }),
    en: ({ id }) => ({ headline: `two files declare ${quoted(id)}`, help: "keep one of the files" }),
  },
  "workspace/calendar-order": {
    vi: ({ first, last }) => ({
      headline: `kỳ báo cáo ${last} đứng trước tháng đầu có số liệu ${first}`,
      label: "tháng đầu có số liệu",
      help: "sửa `calendar`, hoặc chọn kỳ báo cáo sau",
    }),
    en: ({ first, last }) => ({
      headline: `the reference month ${last} comes before the first month with data, ${first}`,
      label: "first month with data",
      help: "correct `calendar`, or take a later reference month",
    }),
  },
  "workspace/unknown-territory": {
    vi: ({ code, classification, meant }) => ({
      headline: `${quoted(code)} không có trong bảng phân loại ${classification}`,
      label: "mã lạ",
      help: didYouMean(meant).vi ?? "viết mã địa bàn có trong bảng phân loại",
    }),
    en: ({ code, classification, meant }) => ({
      headline: `${quoted(code)} is not a code of ${classification}`,
      label: "no such code",
      help: didYouMean(meant).en ?? "take a territory code of that classification",
    }),
  },
};

function subject(key: string, language: Language): string {
  if (key === "") return { vi: "nội dung tệp", en: "the file's content" }[language];
  return `\`${key}\``;
}

function number(value: number | undefined, language: Language): string {
  return value === undefined ? "…" : language === "vi" ? String(value).replace(".", ",") : String(value);
}

function typeHelp(
  expected: readonly ValueKind[],
  found: ValueKind,
  keys: readonly string[],
): { readonly vi?: string; readonly en?: string } {
  const isNumeric = expected.includes("number") || expected.includes("whole-number");
  if (found === "text" && isNumeric)
    return { vi: "viết số, không có dấu nháy và đơn vị", en: "write a number, without quotation marks or unit" };
  if (found === "text" && expected.includes("yes-or-no"))
    return { vi: "viết true hoặc false, không có dấu nháy", en: "write true or false, without quotation marks" };
  if (expected[0] === "list") return { vi: "viết trong ngoặc vuông: [ … ]", en: "write it in square brackets: [ … ]" };
  if (expected.includes("keys") && keys.length > 0) {
    const form = `\`{ ${keys.map((key) => `${key}: …`).join(", ")} }\``;
    return { vi: `viết dạng ${form}`, en: `write it as ${form}` };
  }
  if (expected[0] === "keys")
    return { vi: "viết từng khóa trên một dòng thụt vào", en: "write each key on an indented line of its own" };
  return {};
}
