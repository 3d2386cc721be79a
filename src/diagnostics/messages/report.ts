/** Faults of report templates: figures called by a wrong name, words that do not fit, directives, and figures that no data give. */
import type { MessagesOf } from "../message.ts";
import { codeList, didYouMean, quoted } from "../wording.ts";

/** What a report cannot print (workspace/template.ts). */
export type UnsupportedMarkdown =
  | "html"
  | "image"
  | "code"
  | "footnote"
  | "quote"
  | "thematic-break"
  | "nested-list"
  | "table-outside"
  | "link-target"
  | "strikethrough";

/** What of a figure a name says. */
export type FigurePart = "item" | "territory" | "month" | "basis" | "measure";

interface Guess {
  readonly known: readonly string[];
  readonly meant: string | undefined;
}

export interface ReportDiagnostics {
  "report/unknown-indicator": Guess & { readonly name: string };
  "report/unknown-word": {
    readonly word: string;
    readonly indicator: string;
    readonly classifications: readonly string[];
    readonly meant: string | undefined;
  };
  "report/ambiguous-word": { readonly word: string };
  "report/repeated-part": { readonly part: FigurePart; readonly first: string; readonly second: string };
  "report/no-measure": Guess & { readonly measure: string; readonly indicator: string };
  "report/no-basis": Guess & { readonly basis: string; readonly indicator: string };
  "report/month-outside": { readonly month: string; readonly first: string; readonly last: string };
  "report/no-previous": { readonly basis: string };
  "report/empty-figure": Record<never, never>;
  "report/unclosed-figure": Record<never, never>;
  "report/unknown-style": Guess & { readonly style: string };
  "report/style-number": { readonly style: string; readonly text: string };
  "report/style-does-not-fit": { readonly style: string; readonly measure: string; readonly fits: readonly string[] };
  "report/nothing-to-list": { readonly indicator: string };
  "report/unknown-period-word": Guess & { readonly word: string };
  "report/unknown-directive": Guess & { readonly name: string };
  "report/directive-form": { readonly name: string };
  "report/unknown-attribute": Guess & { readonly name: string; readonly directive: string };
  "report/missing-attribute": { readonly name: string; readonly directive: string };
  "report/attributes-together": { readonly first: string; readonly second: string };
  "report/attribute-value": {
    readonly name: string;
    readonly text: string;
    readonly expected: readonly string[] | "whole-number";
  };
  "report/unknown-classification": Guess & { readonly name: string; readonly indicator: string };
  "report/which-classification": { readonly indicator: string; readonly known: readonly string[] };
  "report/unknown-level": Guess & { readonly level: string; readonly classification: string };
  "report/front-matter": { readonly problem: "absent" | "not-yaml" | "not-a-map" | "not-text" };
  "report/front-matter-key": Guess & { readonly key: string };
  "report/no-title": Record<never, never>;
  "report/unsupported-markdown": { readonly kind: UnsupportedMarkdown };
  "report/headline-without-figure": Record<never, never>;
  "report/table-body": Record<never, never>;
  "report/no-observation": { readonly figure: string };
  "report/nothing-to-show": { readonly directive: string };
  "report/typed-figure": { readonly text: string };
  "report/unit-differs": { readonly first: string; readonly second: string };
}

const partName: Readonly<Record<FigurePart, { readonly vi: string; readonly en: string }>> = {
  item: { vi: "mục", en: "item" },
  territory: { vi: "địa bàn", en: "territory" },
  month: { vi: "tháng", en: "month" },
  basis: { vi: "kỳ", en: "basis" },
  measure: { vi: "số đo", en: "measure" },
};

const unsupported: Readonly<
  Record<
    UnsupportedMarkdown,
    { readonly vi: string; readonly en: string; readonly viHelp: string; readonly enHelp: string }
  >
> = {
  html: { vi: "thẻ HTML", en: "HTML", viHelp: "viết bằng Markdown", enHelp: "write it in Markdown" },
  image: { vi: "hình ảnh", en: "pictures", viHelp: "dùng ::chart cho biểu đồ", enHelp: "use ::chart for charts" },
  code: {
    vi: "đoạn mã",
    en: "code",
    viHelp: "viết thành lời; thụt đầu dòng bốn ô cũng là mã",
    enHelp: "write it as prose; four spaces before a line make it code",
  },
  footnote: { vi: "chú thích cuối trang", en: "footnotes", viHelp: "đưa vào câu", enHelp: "put it into the sentence" },
  quote: { vi: "khối trích dẫn", en: "block quotes", viHelp: "viết thành đoạn văn", enHelp: "write it as a paragraph" },
  "thematic-break": {
    vi: "đường kẻ ngang",
    en: "rules",
    viHelp: "dùng tiêu đề mục để ngăn các phần",
    enHelp: "separate parts by headings",
  },
  "nested-list": {
    vi: "danh sách lồng nhau",
    en: "nested lists",
    viHelp: "viết thành một cấp",
    enHelp: "write one level",
  },
  strikethrough: {
    vi: "chữ gạch ngang",
    en: "struck-out words",
    viHelp: "bỏ hẳn những chữ này",
    enHelp: "take the words out",
  },
  "table-outside": {
    vi: "bảng đứng ngoài :::table",
    en: "a table outside :::table",
    viHelp: "đặt trong :::table[Tên bảng] … :::",
    enHelp: "put it inside :::table[Caption] … :::",
  },
  "link-target": {
    vi: "liên kết kiểu này",
    en: "links of this kind",
    viHelp: "liên kết tới http, https, mailto hoặc một trang của báo cáo",
    enHelp: "link to http, https, mailto or a page of the report",
  },
};

const frontMatter = {
  absent: {
    vi: { headline: "báo cáo chưa có phần đầu", help: "mở đầu tệp bằng ---, dòng title: …, rồi ---" },
    en: { headline: "the report has no front matter", help: "begin the file with ---, a line title: …, then ---" },
  },
  "not-yaml": {
    vi: { headline: "phần đầu của báo cáo không đọc được", help: "đặt trong dấu nháy những lời có dấu hai chấm" },
    en: { headline: "the front matter cannot be read", help: "put quotes around texts that hold a colon" },
  },
  "not-a-map": {
    vi: { headline: "phần đầu của báo cáo không phải các dòng `khóa: lời`", help: "viết như `title: …`" },
    en: { headline: "the front matter is not lines of `key: text`", help: "write it like `title: …`" },
  },
  "not-text": {
    vi: { headline: "chỗ này của phần đầu phải là một câu", help: "đặt câu trong dấu nháy" },
    en: { headline: "this of the front matter must be a text", help: "put the text in quotes" },
  },
} as const;

export const reportMessages: MessagesOf<ReportDiagnostics> = {
  "report/unknown-indicator": {
    vi: ({ name, known, meant }) => ({
      headline: `không có chỉ tiêu ${quoted(name)}`,
      label: "chưa khai báo",
      notes:
        known.length === 0
          ? ["thư mục methods/ chưa có chỉ tiêu nào"]
          : [`các chỉ tiêu: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi ?? "viết mã chỉ tiêu trước, các từ khác sau",
    }),
    en: ({ name, known, meant }) => ({
      headline: `there is no indicator ${quoted(name)}`,
      label: "not declared",
      notes:
        known.length === 0
          ? ["the folder methods/ declares none yet"]
          : [`indicators: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en ?? "the indicator comes first, other words after it",
    }),
  },
  "report/unknown-word": {
    vi: ({ word, indicator, classifications, meant }) => ({
      headline: `${quoted(word)} không phải mục, địa bàn, tháng, kỳ hay số đo của chỉ tiêu ${indicator}`,
      label: "từ lạ",
      notes: [
        classifications.length === 0
          ? `chỉ tiêu ${indicator} không có phân tổ`
          : `mã mục của ${indicator} nằm trong ${codeList(classifications, "vi", "and")}`,
      ],
      help: didYouMean(meant).vi ?? "các từ dùng được có trong docs/guide/reports.md",
    }),
    en: ({ word, indicator, classifications, meant }) => ({
      headline: `${quoted(word)} is no item, territory, month, basis or measure of ${indicator}`,
      label: "unknown word",
      notes: [
        classifications.length === 0
          ? `${indicator} has no breakdown`
          : `items of ${indicator} are in ${codeList(classifications, "en", "and")}`,
      ],
      help: didYouMean(meant).en ?? "docs/guide/reports.md lists the words",
    }),
  },
  "report/ambiguous-word": {
    vi: ({ word }) => ({
      headline: `${quoted(word)} vừa là mã mục vừa là mã địa bàn`,
      label: "hai nghĩa",
      help: `viết item:${word} hoặc territory:${word}`,
    }),
    en: ({ word }) => ({
      headline: `${quoted(word)} is the code of an item and of a territory`,
      label: "two meanings",
      help: `write item:${word} or territory:${word}`,
    }),
  },
  "report/repeated-part": {
    vi: ({ part, first, second }) => ({
      headline: `con số có hai ${partName[part].vi}: ${quoted(first)} và ${quoted(second)}`,
      label: `${partName[part].vi} thứ hai`,
      help: "bỏ một trong hai",
    }),
    en: ({ part, first, second }) => ({
      headline: `the figure has two words for its ${partName[part].en}: ${quoted(first)} and ${quoted(second)}`,
      label: `the second ${partName[part].en}`,
      help: "take out one of them",
    }),
  },
  "report/no-measure": {
    vi: ({ measure, indicator, known, meant }) => ({
      headline: `chỉ tiêu ${indicator} không tính ${quoted(measure)}`,
      label: "không được tính",
      notes: [`${indicator} có: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi ?? `thêm ${measure} vào \`comparisons\` trong methods/${indicator}.yaml`,
    }),
    en: ({ measure, indicator, known, meant }) => ({
      headline: `${indicator} is not compiled with ${quoted(measure)}`,
      label: "not compiled",
      notes: [`${indicator} has ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en ?? `add ${measure} to \`comparisons\` in methods/${indicator}.yaml`,
    }),
  },
  "report/no-basis": {
    vi: ({ basis, indicator, known }) => ({
      headline: `chỉ tiêu ${indicator} không có kỳ ${quoted(basis)} cho số đo này`,
      label: "không có kỳ này",
      notes: known.length === 0 ? undefined : [`có: ${codeList(known, "vi", "and")}`],
      help: `chọn kỳ khác, hoặc thêm vào \`bases\` trong methods/${indicator}.yaml`,
    }),
    en: ({ basis, indicator, known }) => ({
      headline: `${indicator} has no basis ${quoted(basis)} for this measure`,
      label: "no such basis",
      notes: known.length === 0 ? undefined : [`there is ${codeList(known, "en", "and")}`],
      help: `take another, or add it to \`bases\` in methods/${indicator}.yaml`,
    }),
  },
  "report/month-outside": {
    vi: ({ month, first, last }) => ({
      headline: `tháng ${month} nằm ngoài lịch báo cáo`,
      label: "ngoài lịch",
      notes: [`lịch trong nhip.yaml: từ ${first} đến ${last}`],
      help: "chọn tháng trong lịch, hoặc mở rộng `calendar`",
    }),
    en: ({ month, first, last }) => ({
      headline: `the month ${month} is outside the workspace's calendar`,
      label: "outside the calendar",
      notes: [`the calendar in nhip.yaml: ${first} to ${last}`],
      help: "take a month within it, or widen `calendar`",
    }),
  },
  "report/no-previous": {
    vi: ({ basis }) => ({
      headline: `kỳ ${quoted(basis)} không có kỳ trước`,
      label: "không có kỳ trước",
      help: "dùng `same-period`, hoặc ghi rõ tháng",
    }),
    en: ({ basis }) => ({
      headline: `the basis ${quoted(basis)} has no previous period`,
      label: "no previous period",
      help: "use `same-period`, or name the month",
    }),
  },
  "report/empty-figure": {
    vi: () => ({
      headline: "chỗ gọi con số để trống",
      label: "thiếu mã chỉ tiêu",
      help: "viết như {{ iip }} hoặc {{ @period }}",
    }),
    en: () => ({
      headline: "the place of a figure is empty",
      label: "no indicator",
      help: "write it like {{ iip }} or {{ @period }}",
    }),
  },
  "report/unclosed-figure": {
    vi: () => ({ headline: "{{ mở mà không có }} đóng trên cùng dòng", label: "chưa đóng", help: "thêm }}" }),
    en: () => ({ headline: "{{ is not closed by }} on its line", label: "not closed", help: "add }}" }),
  },
  "report/unknown-style": {
    vi: ({ style, known, meant }) => ({
      headline: `không có cách in ${quoted(style)}`,
      label: "cách in lạ",
      notes: [`các cách in: ${known.join(", ")}`],
      help: didYouMean(meant).vi,
    }),
    en: ({ style, known, meant }) => ({
      headline: `there is no style ${quoted(style)}`,
      label: "unknown style",
      notes: [`styles: ${known.join(", ")}`],
      help: didYouMean(meant).en,
    }),
  },
  "report/style-number": {
    vi: ({ style, text }) => ({
      headline:
        text === "" ? `${quoted(style)} cần một số đi sau` : `${quoted(text)} không phải là số của ${quoted(style)}`,
      label: style === "scale" ? "cần 0, 3, 6, 9 hoặc 12" : "cần một số từ 0 đến 6",
      help: `viết như \`${style} ${style === "scale" ? "6" : "2"}\``,
    }),
    en: ({ style, text }) => ({
      headline:
        text === "" ? `${quoted(style)} needs a number after it` : `${quoted(text)} is no number for ${quoted(style)}`,
      label: style === "scale" ? "0, 3, 6, 9 or 12" : "a number from 0 to 6",
      help: `write it like \`${style} ${style === "scale" ? "6" : "2"}\``,
    }),
  },
  "report/style-does-not-fit": {
    vi: ({ style, measure, fits }) => ({
      headline: `cách in ${quoted(style)} không hợp với số đo ${quoted(measure)}`,
      label: "không hợp",
      notes: [`${quoted(style)} dùng cho ${codeList(fits, "vi", "and")}`],
      help: "bỏ cách in này, hoặc gọi số đo khác",
    }),
    en: ({ style, measure, fits }) => ({
      headline: `the style ${quoted(style)} does not fit the measure ${quoted(measure)}`,
      label: "does not fit",
      notes: [`${quoted(style)} is for ${codeList(fits, "en", "and")}`],
      help: "take out the style, or call another measure",
    }),
  },
  "report/nothing-to-list": {
    vi: ({ indicator }) => ({
      headline: `con số này của ${indicator} không có khoản cấu thành để liệt kê`,
      label: "không có phân tổ",
      help: `khai \`breakdowns\` trong methods/${indicator}.yaml, hoặc bỏ \`parts\``,
    }),
    en: ({ indicator }) => ({
      headline: `this figure of ${indicator} has no components to list`,
      label: "no breakdown",
      help: `declare \`breakdowns\` in methods/${indicator}.yaml, or take out \`parts\``,
    }),
  },
  "report/unknown-period-word": {
    vi: ({ word, known, meant }) => ({
      headline: `không có cách gọi kỳ ${quoted(word)}`,
      label: "từ lạ",
      notes: [`dùng được: ${known.join(", ")}`],
      help: didYouMean(meant).vi,
    }),
    en: ({ word, known, meant }) => ({
      headline: `there is no period word ${quoted(word)}`,
      label: "unknown word",
      notes: [`known: ${known.join(", ")}`],
      help: didYouMean(meant).en,
    }),
  },
  "report/unknown-directive": {
    vi: ({ name, known, meant }) => ({
      headline: `không có lệnh ${quoted(name)} ở đây`,
      label: "lệnh lạ",
      notes: [`các lệnh: ${known.join(", ")}`],
      help: didYouMean(meant).vi,
    }),
    en: ({ name, known, meant }) => ({
      headline: `there is no directive ${quoted(name)} here`,
      label: "unknown directive",
      notes: [`directives: ${known.join(", ")}`],
      help: didYouMean(meant).en,
    }),
  },
  "report/directive-form": {
    vi: ({ name }) => ({
      headline: `lệnh ${quoted(name)} viết chưa đúng dạng`,
      label: "chưa đúng dạng",
      help: 'viết liền tên vào dấu hai chấm, trọn trên một dòng: ::chart[Tên]{of="iip"}, hoặc :::headlines … :::',
    }),
    en: ({ name }) => ({
      headline: `the directive ${quoted(name)} is not well formed`,
      label: "not well formed",
      help: 'write the name right after the colons, all on one line: ::chart[Title]{of="iip"}, or :::headlines … :::',
    }),
  },
  "report/unknown-attribute": {
    vi: ({ name, directive, known, meant }) => ({
      headline: `${directive} không có thuộc tính ${quoted(name)}`,
      label: "thuộc tính lạ",
      notes: [known.length === 0 ? `${directive} không có thuộc tính nào` : `các thuộc tính: ${known.join(", ")}`],
      help: didYouMean(meant).vi,
    }),
    en: ({ name, directive, known, meant }) => ({
      headline: `${directive} has no attribute ${quoted(name)}`,
      label: "unknown attribute",
      notes: [known.length === 0 ? `${directive} has no attributes` : `attributes: ${known.join(", ")}`],
      help: didYouMean(meant).en,
    }),
  },
  "report/missing-attribute": {
    vi: ({ name, directive }) => ({
      headline: `${directive} thiếu ${name}`,
      label: `thiếu ${name}`,
      help: `thêm ${name}; docs/guide/reports.md có ví dụ`,
    }),
    en: ({ name, directive }) => ({
      headline: `${directive} lacks ${name}`,
      label: `no ${name}`,
      help: `add ${name}; docs/guide/reports.md has examples`,
    }),
  },
  "report/attributes-together": {
    vi: ({ first, second }) => ({
      headline: `${quoted(first)} và ${quoted(second)} không đi cùng nhau`,
      label: "thừa một",
      help: "bỏ một trong hai",
    }),
    en: ({ first, second }) => ({
      headline: `${quoted(first)} and ${quoted(second)} do not go together`,
      label: "one too many",
      help: "take out one of them",
    }),
  },
  "report/attribute-value": {
    vi: ({ name, text, expected }) => ({
      headline: `${quoted(text)} không dùng được cho ${quoted(name)}`,
      label: "giá trị lạ",
      notes: [expected === "whole-number" ? "cần một số nguyên dương, như 8" : `cần ${codeList(expected, "vi")}`],
    }),
    en: ({ name, text, expected }) => ({
      headline: `${quoted(text)} does not fit ${quoted(name)}`,
      label: "does not fit",
      notes: [expected === "whole-number" ? "expected a whole number, like 8" : `expected ${codeList(expected, "en")}`],
    }),
  },
  "report/unknown-classification": {
    vi: ({ name, indicator, known, meant }) => ({
      headline: `chỉ tiêu ${indicator} không phân tổ theo ${quoted(name)}`,
      label: "không phân tổ theo",
      notes: [
        known.length === 0
          ? `${indicator} không có phân tổ`
          : `${indicator} phân tổ theo ${codeList(known, "vi", "and")}`,
      ],
      help: didYouMean(meant).vi,
    }),
    en: ({ name, indicator, known, meant }) => ({
      headline: `${indicator} is not broken down by ${quoted(name)}`,
      label: "no such breakdown",
      notes: [
        known.length === 0
          ? `${indicator} has no breakdown`
          : `${indicator} is broken down by ${codeList(known, "en", "and")}`,
      ],
      help: didYouMean(meant).en,
    }),
  },
  "report/which-classification": {
    vi: ({ indicator, known }) => ({
      headline: `chỉ tiêu ${indicator} có nhiều phân tổ, chưa rõ dùng cái nào`,
      label: "phân tổ nào?",
      notes: [`${indicator} phân tổ theo ${codeList(known, "vi", "and")}`],
      help: `thêm by="${known[0] ?? ""}"`,
    }),
    en: ({ indicator, known }) => ({
      headline: `${indicator} has several breakdowns, and it is not said which`,
      label: "which breakdown?",
      notes: [`${indicator} is broken down by ${codeList(known, "en", "and")}`],
      help: `add by="${known[0] ?? ""}"`,
    }),
  },
  "report/unknown-level": {
    vi: ({ level, classification, known, meant }) => ({
      headline: `bảng phân loại ${classification} không có cấp ${quoted(level)}`,
      label: "cấp lạ",
      notes: [`các cấp: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi,
    }),
    en: ({ level, classification, known, meant }) => ({
      headline: `the classification ${classification} has no level ${quoted(level)}`,
      label: "no such level",
      notes: [`levels: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en,
    }),
  },
  "report/front-matter": {
    vi: ({ problem }) => ({ ...frontMatter[problem].vi, label: problem === "absent" ? "chưa có title" : undefined }),
    en: ({ problem }) => ({ ...frontMatter[problem].en, label: problem === "absent" ? "no title" : undefined }),
  },
  "report/front-matter-key": {
    vi: ({ key, known, meant }) => ({
      headline: `phần đầu của báo cáo không có khóa ${quoted(key)}`,
      label: "khóa lạ",
      notes: [`các khóa: ${codeList(known, "vi", "and")}`],
      help: didYouMean(meant).vi,
    }),
    en: ({ key, known, meant }) => ({
      headline: `the front matter of a report has no key ${quoted(key)}`,
      label: "unknown key",
      notes: [`keys: ${codeList(known, "en", "and")}`],
      help: didYouMean(meant).en,
    }),
  },
  "report/no-title": {
    vi: () => ({
      headline: "báo cáo chưa có `title`",
      label: "thiếu title",
      help: "thêm dòng title: một câu nói điều đã xảy ra trong kỳ",
    }),
    en: () => ({
      headline: "the report has no `title`",
      label: "no title",
      help: "add a line title: one clause that says what happened",
    }),
  },
  "report/unsupported-markdown": {
    vi: ({ kind }) => ({
      headline: `báo cáo không in được ${unsupported[kind].vi}`,
      label: "không in được",
      help: unsupported[kind].viHelp,
    }),
    en: ({ kind }) => ({
      headline: `a report cannot print ${unsupported[kind].en}`,
      label: "cannot be printed",
      help: unsupported[kind].enHelp,
    }),
  },
  "report/headline-without-figure": {
    vi: () => ({
      headline: "dòng này của :::headlines không gọi con số nào",
      label: "thiếu con số",
      help: "viết như `- Bán lẻ: {{ retail }}`",
    }),
    en: () => ({
      headline: "this line of :::headlines calls no figure",
      label: "no figure",
      help: "write it like `- Retail: {{ retail }}`",
    }),
  },
  "report/table-body": {
    vi: () => ({
      headline: ":::table phải chứa đúng một bảng Markdown",
      label: "không phải bảng",
      help: "viết các dòng | … | … |, có dòng | --- | --- | dưới đầu bảng",
    }),
    en: () => ({
      headline: ":::table must hold exactly one Markdown table",
      label: "not a table",
      help: "write rows | … | … |, with | --- | --- | under the head",
    }),
  },
  "report/no-observation": {
    vi: ({ figure }) => ({
      headline: `không có số liệu cho ${quoted(figure)}`,
      label: "chưa có số liệu",
      help: "xem nguồn có đủ tháng, mục và kỳ gốc so sánh không",
    }),
    en: ({ figure }) => ({
      headline: `there are no data for ${quoted(figure)}`,
      label: "no data",
      help: "see whether the source has the month, the item and the period it is compared with",
    }),
  },
  "report/nothing-to-show": {
    vi: ({ directive }) => ({
      headline: `${directive} không có số liệu nào để in`,
      label: "không có số liệu",
      help: "xem lại mã, cấp và kỳ đã chọn",
    }),
    en: ({ directive }) => ({
      headline: `${directive} has no data to show`,
      label: "no data",
      help: "look again at the codes, the level and the period chosen",
    }),
  },
  "report/typed-figure": {
    vi: ({ text }) => ({
      headline: `${quoted(text)} là con số gõ tay, không đổi khi số liệu đổi`,
      label: "gõ tay",
      help: "gọi con số bằng tên, như {{ iip C26 }}",
    }),
    en: ({ text }) => ({
      headline: `${quoted(text)} is typed by hand and will not change with the data`,
      label: "typed by hand",
      help: "call the figure by name, like {{ iip C26 }}",
    }),
  },
  "report/unit-differs": {
    vi: ({ first, second }) => ({
      headline: `các con số trên một biểu đồ có hai đơn vị tính: ${quoted(first)} và ${quoted(second)}`,
      label: "khác đơn vị",
      help: "tách thành hai biểu đồ",
    }),
    en: ({ first, second }) => ({
      headline: `the figures of one chart have two units: ${quoted(first)} and ${quoted(second)}`,
      label: "another unit",
      help: "make two charts of them",
    }),
  },
};
