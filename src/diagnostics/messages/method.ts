/** Faults of methods that show before a figure is compiled: names that lead nowhere, columns of another kind, formulas. */
import type { Language, LocalText } from "../../model/text.ts";
import type { MessagesOf } from "../message.ts";
import { codeList, countText, didYouMean, quoted, wayText } from "../wording.ts";
import { columnTypeName } from "./source.ts";

/** What the grammar of formulas stumbled over (formula/parse-formula.ts). */
export type FormulaProblem =
  | "empty"
  | "expected-operand"
  | "expected-operator"
  | "minus-needs-spaces"
  | "unclosed-parenthesis"
  | "unopened-parenthesis"
  | "decimal-comma"
  | "unknown-character"
  | "too-long";

export interface MethodDiagnostics {
  "method/unknown-source": {
    readonly source: string;
    readonly known: readonly string[];
    readonly meant: string | undefined;
  };
  "method/unknown-column": {
    readonly column: string;
    readonly source: string;
    readonly known: readonly string[];
    readonly meant: string | undefined;
  };
  "method/column-type": {
    readonly column: string;
    readonly source: string;
    readonly type: string;
    readonly expected: readonly string[];
  };
  "method/column-classification": {
    readonly column: string;
    readonly source: string;
    readonly classification: string;
    readonly found: string | undefined;
  };
  "method/unknown-code": {
    readonly code: string;
    readonly column: string;
    readonly list: string;
    readonly meant: string | undefined;
  };
  "method/unknown-unit": {
    readonly unit: string;
    readonly known: readonly string[];
    readonly meant: string | undefined;
  };
  "method/unit-differs": {
    readonly unit: string;
    readonly column: string;
    readonly source: string;
    readonly columnUnit: string;
  };
  "method/unknown-indicator": {
    readonly name: string;
    readonly meant: string | undefined;
    readonly spaced: string | undefined;
  };
  "method/formula": { readonly problem: FormulaProblem; readonly text: string };
  "method/formula-units": {
    readonly left: string;
    readonly leftUnit: string;
    readonly right: string;
    readonly rightUnit: string;
  };
  "method/cycle": { readonly indicators: readonly string[] };
  "method/unknown-level": {
    readonly level: string;
    readonly classification: string;
    readonly levels: readonly string[];
    readonly meant: string | undefined;
  };
  "method/open-are-counted": { readonly key: string };
  "method/count-and-value": Record<never, never>;
  "method/no-month": { readonly column: string; readonly source: string; readonly known: readonly string[] };
  "method/shared-item": {
    readonly code: string;
    readonly count: number;
    readonly first: string;
    readonly second: string;
  };
  "method/item-without-classification": { readonly present: "item" | "classification" };
}

const formulaSentences: Readonly<
  Record<FormulaProblem, (text: string) => { readonly what: LocalText; readonly help: LocalText }>
> = {
  empty: () => ({
    what: { vi: "công thức để trống", en: "the formula is empty" },
    help: { vi: "viết như `exports + imports`", en: "write it like `exports + imports`" },
  }),
  "expected-operand": (text) => ({
    what: {
      vi: `thiếu chỉ tiêu hoặc số ở chỗ ${quoted(text)}`,
      en: `an indicator or a number is missing at ${quoted(text)}`,
    },
    help: { vi: "mỗi phép tính cần hai vế", en: "each operation needs two sides" },
  }),
  "expected-operator": (text) => ({
    what: { vi: `thiếu phép tính trước ${quoted(text)}`, en: `there is no operation before ${quoted(text)}` },
    help: { vi: "nối bằng +, -, * hoặc /", en: "join them by +, -, * or /" },
  }),
  "minus-needs-spaces": () => ({
    what: { vi: "dấu trừ phải có dấu cách hai bên", en: "a minus needs a space on both sides" },
    help: {
      vi: "viết `exports - imports`: gạch nối liền chữ là một phần của mã",
      en: "write `exports - imports`: a hyphen without spaces belongs to the name",
    },
  }),
  "unclosed-parenthesis": () => ({
    what: { vi: "ngoặc mở mà không đóng", en: "a parenthesis is not closed" },
    help: { vi: "thêm )", en: "add )" },
  }),
  "unopened-parenthesis": () => ({
    what: { vi: "ngoặc đóng mà chưa mở", en: "a parenthesis closes that was never opened" },
    help: { vi: "bỏ ) hoặc thêm ( ở trước", en: "take out ), or add ( before it" },
  }),
  "decimal-comma": () => ({
    what: { vi: "số trong công thức viết dấu chấm thập phân", en: "numbers of a formula are written with a point" },
    help: { vi: "viết 0.5 thay cho 0,5", en: "write 0.5 instead of 0,5" },
  }),
  "unknown-character": (text) => ({
    what: { vi: `${quoted(text)} không thuộc công thức`, en: `${quoted(text)} does not belong in a formula` },
    help: { vi: "chỉ dùng mã chỉ tiêu, số, + - * / và ( )", en: "use indicator codes, numbers, + - * / and ( ) only" },
  }),
  "too-long": () => ({
    what: { vi: "công thức quá dài hoặc lồng quá nhiều ngoặc", en: "the formula is too long or too deep" },
    help: { vi: "tách phần giữa thành một chỉ tiêu riêng", en: "make an indicator of its own out of a part" },
  }),
};

function typeList(types: readonly string[], language: Language): string {
  return types.map((type) => columnTypeName(type)[language]).join(language === "vi" ? " hoặc " : " or ");
}

export const methodMessages: MessagesOf<MethodDiagnostics> = {
  "method/unknown-source": {
    vi: ({ source, known, meant }) => ({
      headline: `không có nguồn ${quoted(source)}`,
      label: "chưa khai báo",
      notes:
        known.length === 0
          ? ["thư mục sources/ chưa có nguồn nào"]
          : [`các nguồn đã khai báo: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi ?? `thêm sources/${source}.yaml`,
    }),
    en: ({ source, known, meant }) => ({
      headline: `there is no source ${quoted(source)}`,
      label: "not declared",
      notes:
        known.length === 0 ? ["the folder sources/ declares none yet"] : [`declared: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en ?? `add sources/${source}.yaml`,
    }),
  },
  "method/unknown-column": {
    vi: ({ column, source, known, meant }) => ({
      headline: `nguồn ${source} không có cột ${quoted(column)}`,
      label: "cột lạ",
      notes: [`các cột của nguồn: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi ?? `khai báo cột trong sources/${source}.yaml, hoặc viết đúng tên`,
    }),
    en: ({ column, source, known, meant }) => ({
      headline: `the source ${source} has no column ${quoted(column)}`,
      label: "no such column",
      notes: [`columns of the source: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en ?? `declare it in sources/${source}.yaml, or correct the name`,
    }),
  },
  "method/column-type": {
    vi: ({ column, source, type, expected }) => ({
      headline: `cột ${quoted(column)} của nguồn ${source} là ${columnTypeName(type).vi}, ở đây cần ${typeList(expected, "vi")}`,
      label: `cột ${columnTypeName(type).vi}`,
      help: "chọn cột khác, hoặc sửa `type` của cột trong nguồn",
    }),
    en: ({ column, source, type, expected }) => ({
      headline: `the column ${quoted(column)} of ${source} is ${columnTypeName(type).en}, and ${typeList(expected, "en")} is needed here`,
      label: `${columnTypeName(type).en} column`.replace(/^an? /, ""),
      help: "take another column, or correct its `type` in the source",
    }),
  },
  "method/column-classification": {
    vi: ({ column, source, classification, found }) => ({
      headline:
        found === undefined
          ? `cột ${quoted(column)} của nguồn ${source} không theo bảng phân loại ${classification}`
          : `cột ${quoted(column)} của nguồn ${source} theo bảng phân loại ${found}, không phải ${classification}`,
      label: `cần theo ${classification}`,
      help: "chọn cột khác, hoặc sửa `classification` ở một trong hai nơi",
    }),
    en: ({ column, source, classification, found }) => ({
      headline:
        found === undefined
          ? `the column ${quoted(column)} of ${source} does not follow the classification ${classification}`
          : `the column ${quoted(column)} of ${source} follows the classification ${found}, not ${classification}`,
      label: `must follow ${classification}`,
      help: "take another column, or correct `classification` in one of the two places",
    }),
  },
  "method/unknown-code": {
    vi: ({ code, column, list, meant }) => ({
      headline: `${quoted(code)} không phải là mã của cột ${quoted(column)}`,
      label: "mã lạ",
      notes: [`các mã của cột nằm trong ${list}`],
      help: didYouMean(meant).vi ?? "viết một mã có trong danh sách",
    }),
    en: ({ code, column, list, meant }) => ({
      headline: `${quoted(code)} is not a code of the column ${quoted(column)}`,
      label: "no such code",
      notes: [`the column takes codes of ${list}`],
      help: didYouMean(meant).en ?? "take a code of that list",
    }),
  },
  "method/unknown-unit": {
    vi: ({ unit, known, meant }) => ({
      headline: `không có đơn vị tính ${quoted(unit)}`,
      label: "đơn vị lạ",
      notes: [`các đơn vị gốc: ${codeList(known, "vi", "and")}`, "mức in theo tỷ thì thêm `display: { scale: 9 }`"],
      help: didYouMean(meant).vi,
    }),
    en: ({ unit, known, meant }) => ({
      headline: `there is no unit ${quoted(unit)}`,
      label: "no such unit",
      notes: [`units: ${codeList(known, "en", "and")}`, "levels printed in billions have `display: { scale: 9 }`"],
      help: didYouMean(meant).en,
    }),
  },
  "method/unit-differs": {
    vi: ({ unit, column, source, columnUnit }) => ({
      headline: `chỉ tiêu tính bằng ${unit}, cột ${quoted(column)} của nguồn ${source} tính bằng ${columnUnit}`,
      label: `cột tính bằng ${columnUnit}`,
      help: "sửa `unit` của chỉ tiêu hoặc của cột",
    }),
    en: ({ unit, column, source, columnUnit }) => ({
      headline: `the indicator is in ${unit}, the column ${quoted(column)} of ${source} in ${columnUnit}`,
      label: `a column in ${columnUnit}`,
      help: "correct the `unit` of the indicator or of the column",
    }),
  },
  "method/unknown-indicator": {
    vi: ({ name, meant, spaced }) => ({
      headline: `không có chỉ tiêu ${quoted(name)}`,
      label: "chưa có phương pháp",
      help:
        spaced === undefined
          ? (didYouMean(meant).vi ?? `thêm methods/${name}.yaml`)
          : `có phải \`${spaced}\`? dấu trừ cần dấu cách hai bên`,
    }),
    en: ({ name, meant, spaced }) => ({
      headline: `there is no indicator ${quoted(name)}`,
      label: "no such method",
      help:
        spaced === undefined
          ? (didYouMean(meant).en ?? `add methods/${name}.yaml`)
          : `did you mean \`${spaced}\`? a minus needs a space on both sides`,
    }),
  },
  "method/formula": {
    vi: ({ problem, text }) => ({
      headline: formulaSentences[problem](text).what.vi,
      label: "ở đây",
      help: formulaSentences[problem](text).help.vi,
    }),
    en: ({ problem, text }) => ({
      headline: formulaSentences[problem](text).what.en,
      label: "here",
      help: formulaSentences[problem](text).help.en,
    }),
  },
  "method/formula-units": {
    vi: ({ left, leftUnit, right, rightUnit }) => ({
      headline: `không cộng trừ được ${left} tính bằng ${leftUnit} với ${right} tính bằng ${rightUnit}`,
      label: "hai đơn vị tính khác nhau",
      help: "đổi về cùng đơn vị tính trước khi cộng trừ",
    }),
    en: ({ left, leftUnit, right, rightUnit }) => ({
      headline: `${left} in ${leftUnit} and ${right} in ${rightUnit} cannot be added or subtracted`,
      label: "two different units",
      help: "bring both to one unit first",
    }),
  },
  "method/cycle": {
    vi: ({ indicators }) => ({
      headline: "các chỉ tiêu được tính từ nhau theo vòng",
      label: "vòng qua đây",
      notes: [wayText(indicators)],
      help: "tính một trong các chỉ tiêu từ nguồn",
    }),
    en: ({ indicators }) => ({
      headline: "the indicators are made from each other in a circle",
      label: "the circle passes here",
      notes: [wayText(indicators)],
      help: "make one of them from a source",
    }),
  },
  "method/unknown-level": {
    vi: ({ level, classification, levels, meant }) => ({
      headline: `bảng phân loại ${classification} không có cấp ${quoted(level)}`,
      label: "cấp lạ",
      notes: [`các cấp: ${codeList(levels, "vi", "and")}`],
      help: didYouMean(meant).vi ?? "viết một trong các cấp trên",
    }),
    en: ({ level, classification, levels, meant }) => ({
      headline: `the classification ${classification} has no level ${quoted(level)}`,
      label: "no such level",
      notes: [`levels: ${codeList(levels, "en", "and")}`],
      help: didYouMean(meant).en ?? "take one of these levels",
    }),
  },
  "method/open-are-counted": {
    vi: ({ key }) => ({
      headline: `chỉ tiêu có \`closed\` thì đếm các dòng còn mở, không dùng \`${key}\``,
      label: "không được dùng",
      help: `xóa \`${key}\`, hoặc xóa \`closed\` và ghi giảm thành dòng âm`,
    }),
    en: ({ key }) => ({
      headline: `an indicator with \`closed\` counts the rows that are open and does not use \`${key}\``,
      label: "not used",
      help: `delete \`${key}\`, or delete \`closed\` and record what ends as negative rows`,
    }),
  },
  "method/count-and-value": {
    vi: () => ({
      headline: "phương pháp vừa đếm vừa cộng",
      label: "cột để đếm",
      help: "giữ lại một; chỉ tiêu thứ hai viết thành tệp riêng",
    }),
    en: () => ({
      headline: "the method both counts and sums",
      label: "the column to count",
      help: "keep one; write the other as an indicator of its own",
    }),
  },
  "method/no-month": {
    vi: ({ column, source, known }) => ({
      headline: `không biết tháng của các dòng trong nguồn ${source}`,
      label: `không có cột ${quoted(column)}`,
      notes: [`các cột của nguồn: ${codeList(known, "vi", "and")}`],
      help: "thêm `month:` là cột tháng hay ngày, hoặc `months.file` trong nguồn để lấy từ tên tệp",
    }),
    en: ({ column, source, known }) => ({
      headline: `the month of the rows of ${source} is not known`,
      label: `no column ${quoted(column)}`,
      notes: [`columns of the source: ${codeList(known, "en", "and")}`],
      help: "add `month:` with the month or date column, or `months.file` in the source to take it from file names",
    }),
  },
  "method/shared-item": {
    vi: ({ code, count, first, second }) => ({
      headline: `mã ${quoted(code)} có trong cả hai phân tổ ${first} và ${second}`,
      label: "phân tổ thứ hai",
      notes: count > 1 ? [`${countText(count, "vi")} mã bị trùng`] : [],
      help: "đổi mã trong một bảng: một chỉ tiêu chỉ có một dòng cho mỗi mã",
    }),
    en: ({ code, count, first, second }) => ({
      headline: `the code ${quoted(code)} stands in both breakdowns, ${first} and ${second}`,
      label: "the second breakdown",
      notes: count > 1 ? [`${countText(count, "en")} codes stand in both`] : [],
      help: "change the code in one list: an indicator has one row a code",
    }),
  },
  "method/item-without-classification": {
    vi: ({ present }) => ({
      headline:
        present === "item"
          ? "có cột mã `item` mà không có bảng phân loại"
          : "có bảng phân loại mà không có cột mã `item`",
      label: "cần cả hai",
      help: present === "item" ? "thêm `classification:`" : "thêm `item:`",
    }),
    en: ({ present }) => ({
      headline:
        present === "item" ? "a column `item` without a classification" : "a classification without the column `item`",
      label: "both are needed",
      help: present === "item" ? "add `classification:`" : "add `item:`",
    }),
  },
};
