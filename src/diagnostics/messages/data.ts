/** Faults of data values: a row of a source breaks its contract, or the rows cannot make the figure that a method asks for. */
import type { Language, LocalText } from "../../model/text.ts";
import type { MessagesOf } from "../message.ts";
import { codeList, counted, countText, numberText, quoted } from "../wording.ts";

export interface DataDiagnostics {
  "data/other-delimiter": { readonly declared: string; readonly found: string; readonly files: number };
  "data/missing-column": {
    readonly column: string;
    readonly headers: readonly string[];
    /** Heads of the file that no column of the contract takes. */
    readonly unused: readonly string[];
    readonly nearest: string | undefined;
    /** How many files have this header. */
    readonly files: number;
  };
  "data/repeated-column": { readonly column: string; readonly header: string; readonly files: number };
  "data/malformed-record": { readonly expected: number; readonly found: number | undefined };
  "data/not-parquet": Record<never, never>;
  "data/no-rows": { readonly source: string };
  "data/missing-value": { readonly column: string };
  "data/not-a-number": { readonly column: string; readonly value: string; readonly mark: "." | "," | undefined };
  "data/ambiguous-number": { readonly column: string; readonly value: string };
  "data/too-many-decimals": { readonly column: string; readonly value: string; readonly decimals: number };
  /** `digits`: how many the column holds before the decimal mark. */
  "data/number-too-large": { readonly column: string; readonly value: string; readonly digits: number };
  "data/below-minimum": { readonly column: string; readonly value: string; readonly minimum: number };
  "data/above-maximum": { readonly column: string; readonly value: string; readonly maximum: number };
  "data/not-a-month": { readonly column: string; readonly value: string; readonly format: string };
  "data/not-a-date": { readonly column: string; readonly value: string; readonly format: string };
  "data/unknown-code": {
    readonly column: string;
    readonly value: string;
    /** The classification of the column; without one its `values` are the list. */
    readonly list: { readonly title: LocalText; readonly id: string } | undefined;
    readonly values: readonly string[];
    readonly byName: boolean;
    readonly nearest: string | undefined;
    readonly nearestName: LocalText | undefined;
    readonly lostZeros: boolean;
  };
  "data/duplicate-key": { readonly key: readonly string[]; readonly values: readonly string[] };
  "data/after-calendar": { readonly source: string; readonly month: string; readonly last: string };
  "data/missing-month": { readonly source: string; readonly months: readonly string[] };
  "data/no-weight": { readonly indicator: string; readonly code: string; readonly source: string };
  "data/no-base": { readonly indicator: string; readonly code: string; readonly source: string };
  "data/zero-base": { readonly indicator: string; readonly code: string };
  "data/dominant-missing": {
    readonly indicator: string;
    readonly establishment: string;
    readonly code: string;
    readonly month: string;
    readonly share: string;
  };
  "data/index-of-aggregate": { readonly indicator: string; readonly code: string };
  "data/no-frame": { readonly indicator: string; readonly stratum: string; readonly source: string };
  "data/no-answers": {
    readonly indicator: string;
    readonly stratum: string;
    readonly month: string;
    readonly source: string;
  };
  "data/more-answers-than-units": {
    readonly indicator: string;
    readonly stratum: string;
    readonly month: string;
    readonly respondents: number;
    readonly units: string;
    readonly source: string;
  };
  "data/no-target": {
    readonly indicator: string;
    readonly target: string;
    readonly year: string;
    readonly source: string;
  };
}

export const dataMessages: MessagesOf<DataDiagnostics> = {
  "data/other-delimiter": {
    vi: ({ declared, found, files }) => ({
      headline: `các cột của tệp ngăn bằng ${delimiterName(found).vi}, không phải ${delimiterName(declared).vi}`,
      label: "cả dòng thành một ô",
      notes: sameHead(files, "vi"),
      help: `khai \`delimiter: ${delimiterName(found).yaml}\` trong tệp khai báo nguồn`,
    }),
    en: ({ declared, found, files }) => ({
      headline: `the columns are parted by ${delimiterName(found).en}, not by ${delimiterName(declared).en}`,
      label: "read as one cell",
      notes: sameHead(files, "en"),
      help: `declare \`delimiter: ${delimiterName(found).yaml}\` in the source's contract`,
    }),
  },
  "data/missing-column": {
    vi: ({ column, headers, unused, nearest, files }) => ({
      headline: `thiếu cột \`${column}\``,
      label: "không có đầu cột này",
      notes: [
        `đầu cột cần có: ${headers.map(quoted).join(" hoặc ")}`,
        ...(unused.length === 0 ? [] : [`đầu cột chưa dùng: ${unused.slice(0, mostHeads).map(quoted).join(", ")}`]),
        ...sameHead(files, "vi"),
      ],
      help:
        nearest === undefined
          ? `ghi thêm đầu cột của tệp vào \`header\` của \`${column}\``
          : `có phải ${quoted(nearest)}? Nếu phải, ghi thêm vào \`header\` của \`${column}\``,
    }),
    en: ({ column, headers, unused, nearest, files }) => ({
      headline: `there is no column \`${column}\``,
      label: "not among these heads",
      notes: [
        `expected a column headed ${headers.map(quoted).join(" or ")}`,
        ...(unused.length === 0 ? [] : [`heads not used: ${unused.slice(0, mostHeads).map(quoted).join(", ")}`]),
        ...sameHead(files, "en"),
      ],
      help:
        nearest === undefined
          ? `add the file's head to \`header\` of \`${column}\``
          : `is it ${quoted(nearest)}? If so, add it to \`header\` of \`${column}\``,
    }),
  },
  "data/repeated-column": {
    vi: ({ column, header, files }) => ({
      headline: `có hơn một cột ${quoted(header)}`,
      label: "lặp đầu cột",
      notes: [`không rõ cột nào là \`${column}\``, ...sameHead(files, "vi")],
      help: "bỏ cột thừa, hoặc đặt lại đầu cột",
    }),
    en: ({ column, header, files }) => ({
      headline: `more than one column is headed ${quoted(header)}`,
      label: "the same head again",
      notes: [`it is not known which of them is \`${column}\``, ...sameHead(files, "en")],
      help: "take out one of them, or give it another head",
    }),
  },
  "data/malformed-record": {
    vi: ({ expected, found }) => ({
      headline:
        found === undefined
          ? "dòng không đọc được theo dạng CSV"
          : `dòng có ${countText(found, "vi")} ô, đầu bảng có ${countText(expected, "vi")}`,
      label: found === undefined ? "nháy kép sai chỗ" : found > expected ? "thừa ô" : "thiếu ô",
      help:
        found === undefined
          ? 'mỗi nháy kép mở phải có nháy kép đóng; nháy kép trong ô viết thành ""'
          : found > expected
            ? "đặt trong nháy kép ô nào có dấu ngăn cột"
            : "xem dòng có bị ngắt giữa chừng không",
    }),
    en: ({ expected, found }) => ({
      headline:
        found === undefined
          ? "the line cannot be read as CSV"
          : `the line has ${counted(found, "cell", "cells")}, the head has ${countText(expected, "en")}`,
      label: found === undefined ? "a misplaced quote" : found > expected ? "too many cells" : "too few cells",
      help:
        found === undefined
          ? 'close every double quote that is opened; within a cell write it ""'
          : found > expected
            ? "put double quotes around a cell that holds the delimiter"
            : "see whether the line was broken in the middle",
    }),
  },
  "data/not-parquet": {
    vi: () => ({
      headline: "tệp mang đuôi .parquet nhưng không phải tệp Parquet",
      help: "đặt lại đuôi đúng với tệp (.csv, .xlsx), hoặc xuất lại tệp",
    }),
    en: () => ({
      headline: "the file is named .parquet and is not a Parquet file",
      help: "give it the ending of what it is (.csv, .xlsx), or export it again",
    }),
  },
  "data/no-rows": {
    vi: ({ source }) => ({
      headline: "tệp không có dòng số liệu nào",
      notes: [`mỗi tệp của nguồn \`${source}\` cần ít nhất một dòng`],
      help: "xin lại tệp, hoặc bỏ tệp rỗng khỏi thư mục nguồn",
    }),
    en: ({ source }) => ({
      headline: "the file has no data rows",
      notes: [`every file of the source \`${source}\` needs at least one`],
      help: "ask for the file again, or take the empty one out of the source's folder",
    }),
  },
  "data/missing-value": {
    vi: ({ column }) => ({
      headline: `ô trống ở cột \`${column}\``,
      label: "ô trống",
      notes: ["để trống là chưa có số liệu, không phải bằng 0"],
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
      headline: `${quoted(value)} không phải là số`,
      label: "không phải số",
      notes: [`cột \`${column}\` nhận số${mark === undefined ? "" : `, dấu thập phân là \`${mark}\``}`],
      help: {
        mark: `nếu cả nguồn ghi như vậy, khai \`decimal: "${otherMark(mark)}"\``,
        sign: "chưa có số liệu thì để ô trống và khai `optional: true`",
        text: "ghi số, không kèm đơn vị hay chữ",
      }[kindOfText(value, mark)],
    }),
    en: ({ column, value, mark }) => ({
      headline: `${quoted(value)} is not a number`,
      label: "not a number",
      notes: [`column \`${column}\` takes numbers${mark === undefined ? "" : ` with \`${mark}\` as the decimal mark`}`],
      help: {
        mark: `if the whole source writes so, declare \`decimal: "${otherMark(mark)}"\``,
        sign: "where there are no data, leave the cell empty and declare `optional: true`",
        text: "write the number without its unit or other words",
      }[kindOfText(value, mark)],
    }),
  },
  "data/ambiguous-number": {
    vi: ({ column, value }) => ({
      headline: `${quoted(value)} có thể là hai số khác nhau`,
      label: "hàng nghìn hay thập phân?",
      notes: [...twoReadings(value, "vi"), `nguồn chưa khai dấu thập phân của cột \`${column}\``],
      help: 'khai `decimal: ","` hoặc `decimal: "."` trong tệp khai báo nguồn',
    }),
    en: ({ column, value }) => ({
      headline: `${quoted(value)} could be two different numbers`,
      label: "thousands or decimals?",
      notes: [...twoReadings(value, "en"), `the source declares no decimal mark for column \`${column}\``],
      help: 'declare `decimal: ","` or `decimal: "."` in the source\'s contract',
    }),
  },
  "data/too-many-decimals": {
    vi: ({ column, value, decimals }) =>
      decimals === 0
        ? {
            headline: `${quoted(value)} không phải số nguyên`,
            label: "có phần thập phân",
            notes: [`cột \`${column}\` nhận số nguyên`],
            help: "đối chiếu với tệp gốc; có phần thập phân thật thì khai `type: decimal`",
          }
        : {
            headline: `${quoted(value)} có hơn ${countText(decimals, "vi")} chữ số thập phân`,
            label: "thừa chữ số",
            notes: [`cột \`${column}\` nhận nhiều nhất ngần ấy; số liệu không tự làm tròn`],
            help: "khai `decimals` lớn hơn, hoặc làm tròn ở nơi gửi",
          },
    en: ({ column, value, decimals }) =>
      decimals === 0
        ? {
            headline: `${quoted(value)} is not a whole number`,
            label: "has decimals",
            notes: [`column \`${column}\` takes whole numbers`],
            help: "check it against the original; declare `type: decimal` if it does have decimals",
          }
        : {
            headline: `${quoted(value)} has more than ${counted(decimals, "decimal", "decimals")}`,
            label: "too many digits",
            notes: [`column \`${column}\` takes no more; nothing is rounded silently`],
            help: "declare more `decimals`, or round where the data come from",
          },
  },
  "data/number-too-large": {
    vi: ({ column, value, digits }) => ({
      headline: `${quoted(value)} quá lớn đối với cột \`${column}\``,
      label: "quá lớn",
      notes: [`cột giữ được nhiều nhất ${countText(digits, "vi")} chữ số trước dấu thập phân`],
      help: "đối chiếu số và đơn vị tính với tệp gốc",
    }),
    en: ({ column, value, digits }) => ({
      headline: `${quoted(value)} is too large for column \`${column}\``,
      label: "too large",
      notes: [`the column holds at most ${counted(digits, "digit", "digits")} before the decimal mark`],
      help: "check the number and its unit against the original",
    }),
  },
  "data/below-minimum": {
    vi: ({ column, value, minimum }) => ({
      headline: `${quoted(value)} nhỏ hơn ${numberText(minimum, "vi")}`,
      label: "quá nhỏ",
      notes: [`cột \`${column}\` khai \`minimum: ${String(minimum)}\``],
      help: "đối chiếu với phiếu gốc",
    }),
    en: ({ column, value, minimum }) => ({
      headline: `${quoted(value)} is below ${numberText(minimum, "en")}`,
      label: "too small",
      notes: [`column \`${column}\` declares \`minimum: ${String(minimum)}\``],
      help: "check it against the original return",
    }),
  },
  "data/above-maximum": {
    vi: ({ column, value, maximum }) => ({
      headline: `${quoted(value)} lớn hơn ${numberText(maximum, "vi")}`,
      label: "quá lớn",
      notes: [`cột \`${column}\` khai \`maximum: ${String(maximum)}\``],
      help: "đối chiếu số và đơn vị tính với phiếu gốc",
    }),
    en: ({ column, value, maximum }) => ({
      headline: `${quoted(value)} is above ${numberText(maximum, "en")}`,
      label: "too large",
      notes: [`column \`${column}\` declares \`maximum: ${String(maximum)}\``],
      help: "check the number and its unit against the original return",
    }),
  },
  "data/not-a-month": {
    vi: ({ column, value, format }) => ({
      headline: `${quoted(value)} không phải là tháng`,
      label: `cần dạng ${format}`,
      notes: [`cột \`${column}\` nhận tháng dạng ${format}, như ${monthExamples[format] ?? ""}`],
      help: dateHelp(value, format, "vi"),
    }),
    en: ({ column, value, format }) => ({
      headline: `${quoted(value)} is not a month`,
      label: `expected ${format}`,
      notes: [`column \`${column}\` takes months as ${format}, like ${monthExamples[format] ?? ""}`],
      help: dateHelp(value, format, "en"),
    }),
  },
  "data/not-a-date": {
    vi: ({ column, value, format }) => ({
      headline: `${quoted(value)} không phải là ngày`,
      label: "không có ngày này",
      notes: [`cột \`${column}\` nhận ngày dạng ${format}, như ${monthExamples[format] ?? ""}`],
      help: dateHelp(value, format, "vi"),
    }),
    en: ({ column, value, format }) => ({
      headline: `${quoted(value)} is not a date`,
      label: "no such day",
      notes: [`column \`${column}\` takes dates as ${format}, like ${monthExamples[format] ?? ""}`],
      help: dateHelp(value, format, "en"),
    }),
  },
  "data/unknown-code": {
    vi: ({ column, value, list, values, byName, nearest, nearestName, lostZeros }) => ({
      headline:
        list === undefined
          ? `cột \`${column}\` không nhận ${quoted(value)}`
          : `${quoted(value)} không có trong bảng phân loại ${list.title.vi}`,
      label: byName ? "không có tên này" : "không có mã này",
      notes: [
        list === undefined
          ? `cột \`${column}\` nhận ${codeList(values, "vi")}`
          : `cột \`${column}\` nhận ${byName ? "tên" : "mã"} trong classifications/${list.id}.yaml`,
      ],
      help:
        nearest === undefined
          ? byName
            ? "sửa tên trong tệp gốc, hoặc khai cách ghi này trong `aliases`"
            : "sửa mã trong tệp gốc, hoặc thêm mã vào danh sách"
          : lostZeros
            ? `có phải ${named(nearest, nearestName?.vi)}? Bảng tính làm mất số 0 đứng đầu: định dạng cột này là văn bản`
            : `có phải ${named(nearest, nearestName?.vi)}?`,
    }),
    en: ({ column, value, list, values, byName, nearest, nearestName, lostZeros }) => ({
      headline:
        list === undefined
          ? `column \`${column}\` does not take ${quoted(value)}`
          : `${quoted(value)} is not in the classification ${list.title.en}`,
      label: byName ? "no such name" : "no such code",
      notes: [
        list === undefined
          ? `column \`${column}\` takes ${codeList(values, "en")}`
          : `column \`${column}\` takes ${byName ? "names" : "codes"} of classifications/${list.id}.yaml`,
      ],
      help:
        nearest === undefined
          ? byName
            ? "correct the name at its origin, or declare this spelling in `aliases`"
            : "correct the code at its origin, or add it to the list"
          : lostZeros
            ? `did you mean ${named(nearest, nearestName?.en)}? Spreadsheets drop leading zeros: format this column as text`
            : `did you mean ${named(nearest, nearestName?.en)}?`,
    }),
  },
  "data/duplicate-key": {
    vi: ({ key, values }) => ({
      headline: `hai dòng cùng khóa ${quoted(values.join(", "))}`,
      label: "đã có ở dòng khác",
      notes: [`mỗi bộ ${codeList(key, "vi", "and")} chỉ được một dòng`],
      help: "bỏ một dòng, hoặc thêm cột phân biệt hai dòng vào `key`",
    }),
    en: ({ key, values }) => ({
      headline: `two rows have the key ${quoted(values.join(", "))}`,
      label: "also on another line",
      notes: [`there is one row for each ${codeList(key, "en", "and")}`],
      help: "keep one of them, or add the column that tells them apart to `key`",
    }),
  },
  "data/after-calendar": {
    vi: ({ month, last }) => ({
      headline: `tháng ${month} ở sau kỳ cuối của lịch`,
      label: "không tính vào số nào",
      notes: [`lịch trong nhip.yaml đến ${last}; dòng này không vào con số nào`],
      help: "sửa tháng nếu gõ nhầm, hoặc dời `last` của `calendar`",
    }),
    en: ({ month, last }) => ({
      headline: `${month} is after the calendar's last month`,
      label: "in no figure",
      notes: [`the calendar in nhip.yaml ends with ${last}; no figure takes the row in`],
      help: "mend the month if it is mistyped, or move `last` of `calendar`",
    }),
  },
  "data/missing-month": {
    vi: ({ source, months }) => ({
      headline: `nguồn \`${source}\` thiếu số liệu ${months.length === 1 ? `tháng ${months[0] ?? ""}` : `${countText(months.length, "vi")} tháng: ${listed(months)}`}`,
      label: "tháng nào cũng phải có",
      notes: ["lịch của báo cáo ở `calendar` trong nhip.yaml"],
      help: "thêm số liệu của tháng còn thiếu, hoặc rút ngắn `calendar`",
    }),
    en: ({ source, months }) => ({
      headline: `the source \`${source}\` has no data for ${months.length === 1 ? (months[0] ?? "") : `${countText(months.length, "en")} months: ${listed(months)}`}`,
      label: "every month is expected",
      notes: ["the report's calendar is `calendar` in nhip.yaml"],
      help: "add the data of the month, or shorten `calendar`",
    }),
  },
  "data/no-weight": {
    vi: ({ indicator, code, source }) => ({
      headline: `${quoted(code)} chưa có quyền số`,
      label: "quyền số lấy từ đây",
      notes: [`chỉ tiêu ${indicator} tính cả ${quoted(code)}, mà nguồn \`${source}\` không có dòng này`],
      help: `thêm quyền số của ${quoted(code)} vào nguồn \`${source}\``,
    }),
    en: ({ indicator, code, source }) => ({
      headline: `${quoted(code)} has no weight`,
      label: "weights come from here",
      notes: [`${indicator} is compiled from ${quoted(code)} too, and the source \`${source}\` does not have it`],
      help: `add the weight of ${quoted(code)} to the source \`${source}\``,
    }),
  },
  "data/no-base": {
    vi: ({ code, source }) => ({
      headline: `sản phẩm ${quoted(code)} chưa có lượng bình quân năm gốc`,
      label: "năm gốc lấy từ đây",
      notes: ["sản phẩm mới được nối vào ngành nào đã có sản phẩm cũ; ngành này chưa có"],
      help: `thêm lượng bình quân tháng năm gốc vào nguồn \`${source}\``,
    }),
    en: ({ code, source }) => ({
      headline: `the product ${quoted(code)} has no base-year average`,
      label: "the base year's quantities",
      notes: ["a new product is linked within a class that has older ones; this class has none"],
      help: `add its monthly average of the base year to the source \`${source}\``,
    }),
  },
  "data/zero-base": {
    vi: ({ indicator, code }) => ({
      headline: `lượng bình quân năm gốc của ${quoted(code)} bằng 0`,
      label: "năm gốc lấy từ đây",
      notes: [`chỉ tiêu ${indicator} không chia được cho 0`],
      help: "sửa lượng năm gốc, hoặc bỏ sản phẩm khỏi năm gốc",
    }),
    en: ({ indicator, code }) => ({
      headline: `the base-year average of ${quoted(code)} is 0`,
      label: "the base year's quantities",
      notes: [`${indicator} cannot divide by it`],
      help: "correct the quantity, or take the product out of the base year",
    }),
  },
  "data/dominant-missing": {
    vi: ({ indicator, establishment, code, month, share }) => ({
      headline: `cơ sở ${quoted(establishment)} chưa có phiếu tháng ${month}`,
      label: "ngưỡng cơ sở chi phối",
      notes: [
        `cơ sở này chiếm ${share}% sản lượng ${quoted(code)} tháng trước`,
        `chỉ tiêu ${indicator} không tự bổ khuyết cơ sở chi phối`,
      ],
      help: "lấy phiếu của cơ sở; đã ngừng sản xuất thì ghi phiếu bằng 0",
    }),
    en: ({ indicator, establishment, code, month, share }) => ({
      headline: `the establishment ${quoted(establishment)} has no return for ${month}`,
      label: "dominant from this share",
      notes: [
        `it made ${share}% of ${quoted(code)} the month before`,
        `${indicator} does not impute a dominant unit by itself`,
      ],
      help: "get its return; enter 0 for an establishment that has stopped",
    }),
  },
  "data/index-of-aggregate": {
    vi: ({ indicator, code }) => ({
      headline: `số liệu có cả ${quoted(code)} lẫn các thành phần của mã này`,
      label: "chỉ lấy các thành phần",
      notes: [`chỉ tiêu ${indicator} tính ${quoted(code)} từ các thành phần`],
      help: "dùng `where` để chỉ lấy các mã chi tiết nhất",
    }),
    en: ({ indicator, code }) => ({
      headline: `the data have ${quoted(code)} and its parts too`,
      label: "the parts alone are wanted",
      notes: [`${indicator} compiles ${quoted(code)} from its parts`],
      help: "use `where` to take only the finest codes",
    }),
  },
  "data/no-frame": {
    vi: ({ indicator, stratum, source }) => ({
      headline: `dàn mẫu không có tầng ${quoted(stratum)}`,
      label: "dàn mẫu",
      notes: [`chỉ tiêu ${indicator} suy rộng theo số đơn vị trong nguồn \`${source}\``],
      help: `thêm số đơn vị của tầng vào nguồn \`${source}\``,
    }),
    en: ({ indicator, stratum, source }) => ({
      headline: `the frame has no stratum ${quoted(stratum)}`,
      label: "the frame",
      notes: [`${indicator} is expanded by the numbers of units in the source \`${source}\``],
      help: `add the stratum's number of units to the source \`${source}\``,
    }),
  },
  "data/no-answers": {
    vi: ({ indicator, stratum, month, source }) => ({
      headline: `tầng ${quoted(stratum)} không có đơn vị nào trả lời tháng ${month}`,
      label: "thiếu một tầng",
      notes: [`dàn mẫu \`${source}\` có tầng này; suy rộng ${indicator} mà không có tầng này thì tổng bị hụt`],
      help: "thu phiếu của tầng này, hoặc gộp tầng trong dàn mẫu và trong phiếu",
    }),
    en: ({ indicator, stratum, month, source }) => ({
      headline: `nobody of stratum ${quoted(stratum)} answered in ${month}`,
      label: "a stratum is missing",
      notes: [`the frame \`${source}\` has it; without it the total of ${indicator} falls short`],
      help: "collect the stratum's returns, or merge it with another in the frame and the returns",
    }),
  },
  "data/more-answers-than-units": {
    vi: ({ indicator, stratum, month, respondents, units, source }) => ({
      headline: `tầng ${quoted(stratum)} có ${countText(respondents, "vi")} đơn vị trả lời tháng ${month}, dàn mẫu chỉ có ${units}`,
      label: "nhiều hơn dàn mẫu",
      notes: [`chỉ tiêu ${indicator} suy rộng theo dàn mẫu \`${source}\``],
      help: "cập nhật số đơn vị của tầng trong dàn mẫu, hoặc sửa tầng ghi trên phiếu",
    }),
    en: ({ indicator, stratum, month, respondents, units, source }) => ({
      headline: `${counted(respondents, "unit", "units")} of stratum ${quoted(stratum)} answered in ${month}; the frame has ${units}`,
      label: "more than the frame",
      notes: [`${indicator} is expanded by the frame \`${source}\``],
      help: "bring the stratum's number of units up to date, or correct the stratum in the returns",
    }),
  },
  "data/no-target": {
    vi: ({ indicator, target, year, source }) => ({
      headline: `chưa có kế hoạch ${quoted(target)} của năm ${year}`,
      label: "chưa có số kế hoạch",
      notes: [`chỉ tiêu ${indicator} được tính, trừ phần trăm kế hoạch`],
      help: `thêm dòng của năm ${year} vào nguồn \`${source}\``,
    }),
    en: ({ indicator, target, year, source }) => ({
      headline: `there is no target ${quoted(target)} for ${year}`,
      label: "no figure for the year",
      notes: [`${indicator} is compiled, but not as a percentage of the plan`],
      help: `add the row of ${year} to the source \`${source}\``,
    }),
  },
};

/** Heads that a note lists at most. */
const mostHeads = 12;

function listed(months: readonly string[]): string {
  return `${months.slice(0, 6).join(", ")}${months.length > 6 ? " …" : ""}`;
}

function named(code: string, name: string | undefined): string {
  return name === undefined ? quoted(code) : `${quoted(code)} (${name})`;
}

function sameHead(files: number, language: Language): readonly string[] {
  if (files < 2) return [];
  const others = files - 1;
  return [
    language === "vi"
      ? `${countText(others, "vi")} tệp khác có cùng đầu bảng`
      : `${counted(others, "other file has", "other files have")} the same head`,
  ];
}

function delimiterName(sign: string): { readonly vi: string; readonly en: string; readonly yaml: string } {
  switch (sign) {
    case ";":
      return { vi: "dấu chấm phẩy", en: "semicolons", yaml: '";"' };
    case "\t":
      return { vi: "dấu tab", en: "tabs", yaml: '"\\t"' };
    default:
      return { vi: "dấu phẩy", en: "commas", yaml: '","' };
  }
}

function otherMark(mark: "." | "," | undefined): string {
  return mark === "." ? "," : ".";
}

/** A number with the other decimal mark, a sign that stands for nothing, or words. */
function kindOfText(value: string, mark: "." | "," | undefined): "mark" | "sign" | "text" {
  const asOther = mark === "." ? /^[-+]?\d{1,3}(\.?\d{3})*,\d+$/ : /^[-+]?\d{1,3}(,?\d{3})*\.\d+$/;
  if (mark !== undefined && asOther.test(value)) return "mark";
  return /^\s*([-–—.…*x]+|n\/?a|null|nan)\s*$/i.test(value) ? "sign" : "text";
}

/** What "74.778" is with each meaning of its mark, written so that it cannot be misread in turn. */
function twoReadings(value: string, language: Language): readonly string[] {
  const parts = /^([-+]?\d+)([.,])(\d+)$/.exec(value);
  if (parts === null) return [];
  const [, whole = "", mark = "", rest = ""] = parts;
  return [
    language === "vi"
      ? `"${mark}" ngăn hàng nghìn thì là ${whole}${rest}, ngăn phần thập phân thì là ${whole} và ${rest} phần nghìn`
      : `where "${mark}" groups thousands it is ${whole}${rest}; where decimals follow it, ${whole} and ${rest} thousandths`,
  ];
}

/** An example of each form of months and dates. */
const monthExamples: Readonly<Record<string, string>> = {
  "YYYY-MM": "2024-09",
  "MM/YYYY": "09/2024",
  "YYYY-MM-DD": "2024-09-05",
  "DD/MM/YYYY": "05/09/2024",
};

const formPatterns: readonly (readonly [string, RegExp])[] = [
  ["YYYY-MM", /^\d{4}-\d{2}$/],
  ["MM/YYYY", /^\d{2}\/\d{4}$/],
  ["YYYY-MM-DD", /^\d{4}-\d{2}-\d{2}$/],
  ["DD/MM/YYYY", /^\d{1,2}\/\d{1,2}\/\d{4}$/],
];

/** Another form of the same kind, if the value is written in it; otherwise the value is to be corrected. */
function dateHelp(value: string, format: string, language: Language): string {
  const other = formPatterns.find(
    ([form, pattern]) => form !== format && form.includes("DD") === format.includes("DD") && pattern.test(value),
  )?.[0];
  if (other !== undefined) {
    return language === "vi"
      ? `nếu cả nguồn ghi như vậy, khai \`format: ${other}\` cho cột`
      : `if the whole source writes so, declare \`format: ${other}\` for the column`;
  }
  return language === "vi" ? "đối chiếu với chứng từ gốc" : "check it against the original document";
}
