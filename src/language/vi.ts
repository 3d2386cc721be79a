/** Vietnamese, as a statistician writes it. */
import { isWholeYear, lastDayOfMonth } from "./calendar.ts";
import type { Comparison, Lexicon } from "./lexicon.ts";
import { formatCount } from "./numerals.ts";
import type { Basis, Month } from "../model/period.ts";
import { previousPeriod, samePeriodLastYear } from "../model/period.ts";

const scales: Readonly<Record<number, string>> = { 0: "", 3: "nghìn", 6: "triệu", 9: "tỷ", 12: "nghìn tỷ" };

const unitNames: Readonly<Record<string, string>> = {
  VND: "đồng",
  USD: "USD",
  percent: "%",
  point: "điểm phần trăm",
  times: "lần",
  index: "",
  rank: "",
  project: "dự án",
  adjustment: "lượt",
  enterprise: "doanh nghiệp",
  person: "người",
  obstacle: "vấn đề",
  field: "lĩnh vực",
  item: "mục",
  tonne: "tấn",
  piece: "cái",
  none: "",
};

const quarters = ["I", "II", "III", "IV"];

function quarterOf({ month }: Month): string {
  return quarters[Math.ceil(month / 3) - 1] ?? "";
}

function periodSpan({ month }: Month, basis: Basis): string {
  switch (basis) {
    case "month":
      return `tháng ${String(month)}`;
    case "quarter":
      return `quý ${quarterOf({ year: 0, month })}`;
    case "ytd":
      return month === 1 ? "tháng 1" : month === 12 ? "cả năm" : `${String(month)} tháng`;
    case "year":
      return "cả năm";
    case "end":
      return `cuối tháng ${String(month)}`;
  }
}

function periodName(period: Month, basis: Basis): string {
  const year = `năm ${String(period.year)}`;
  switch (basis) {
    case "month":
      return `tháng ${String(period.month)} ${year}`;
    case "quarter":
      return `quý ${quarterOf(period)} ${year}`;
    case "ytd":
      if (period.month === 1) return `tháng 1 ${year}`;
      if (period.month === 12) return year;
      return period.month === 6 ? `6 tháng đầu ${year}` : `${String(period.month)} tháng ${year}`;
    case "year":
      return year;
    case "end":
      return `ngày ${endDate(period)}`;
  }
}

function periodHead(period: Month, basis: Basis): string {
  const year = String(period.year);
  switch (basis) {
    case "month":
      return `Tháng ${String(period.month)}/${year}`;
    case "quarter":
      return `Quý ${quarterOf(period)}/${year}`;
    case "ytd":
      return period.month === 12
        ? `Năm ${year}`
        : period.month === 1
          ? `Tháng 1/${year}`
          : `${String(period.month)} tháng ${year}`;
    case "year":
      return `Năm ${year}`;
    case "end":
      return `Đến ${endDate(period)}`;
  }
}

function endDate(period: Month): string {
  return `${String(lastDayOfMonth(period))}/${String(period.month)}/${String(period.year)}`;
}

function samePeriod(period: Month, basis: Basis): string {
  const year = String(samePeriodLastYear(period).year);
  if (isWholeYear(period, basis)) return `năm ${year}`;
  return basis === "end" ? `cùng thời điểm năm ${year}` : `cùng kỳ năm ${year}`;
}

/** What a change is compared with: "cùng kỳ năm 2023", "tháng 8"; without the year where that goes without saying. */
function referenceName({ measure, period, basis }: Comparison, full: boolean): string {
  if (measure === "growth") {
    if (full) return samePeriod(period, basis);
    if (isWholeYear(period, basis)) return "năm trước";
    return basis === "end" ? "cùng thời điểm năm trước" : "cùng kỳ";
  }
  const previous = previousPeriod(period, basis);
  if (previous === undefined || !full) return previousName(basis);
  return previous.year === period.year
    ? periodSpan(previous, basis)
    : periodName(previous, basis === "end" ? "month" : basis);
}

function previousName(basis: Basis): string {
  return basis === "quarter" ? "quý trước" : basis === "year" || basis === "ytd" ? "năm trước" : "tháng trước";
}

export const vi: Lexicon = {
  language: "vi",
  unitName: (unit, scale) =>
    [scales[scale] ?? `10^${String(scale)}`, unitNames[unit] ?? unit].filter((word) => word !== "").join(" "),
  change: ({ direction, told, number }) =>
    direction === "down" ? `giảm ${number}` : told === "multiple" ? `gấp ${number}` : `tăng ${number}`,
  multiple: (number, above) => `${above ? "gấp" : "bằng"} ${number} lần`,
  compared: (phrase, comparison, told) =>
    told === "multiple"
      ? `${phrase} ${referenceName(comparison, true)}`
      : `${phrase} so với ${referenceName(comparison, true)}`,
  levelWith: (comparison, full) => `tương đương ${referenceName(comparison, full)}`,
  estimated: (figure, status) => (status === "E" ? `ước ${figure}` : `đạt ${figure}`),
  over: (figure) => `trên ${figure}`,
  nearly: (figure) => `gần ${figure}`,
  rank: (place, short) => `${place === 1n ? "đứng đầu" : `đứng thứ ${String(place)}`}${short ? "" : " cả nước"}`,
  plan: (figure) => `đạt ${figure} kế hoạch năm`,
  share: (figure) => `chiếm ${figure}`,
  contribution: (number, direction) =>
    direction === "level" ? "hầu như không đóng góp" : direction === "up" ? `đóng góp ${number}` : `làm giảm ${number}`,
  balance: (figure, direction) =>
    direction === "level"
      ? "cân bằng xuất, nhập khẩu"
      : direction === "up"
        ? `xuất siêu ${figure}`
        : `nhập siêu ${figure}`,
  remainder: "Các khoản khác",
  partJoint: "; ",
  periodName,
  periodHead,
  periodSpan,
  monthLabel: ({ year, month }) => `${String(month)}/${String(year)}`,
  samePeriod,
  endDate,
  measureHead: (measure, basis, unitName) => {
    switch (measure) {
      case "level":
        return unitName === "" ? "chỉ số" : unitName;
      case "growth":
        return "so với cùng kỳ, %";
      case "growth-previous":
        return `so với ${previousName(basis)}, %`;
      case "multiple":
        return "so với cùng kỳ, lần";
      case "share":
        return "cơ cấu, %";
      case "contribution":
        return "đóng góp, điểm %";
      case "plan":
        return "so với kế hoạch năm, %";
      case "rank":
        return "thứ hạng";
      case "items":
        return "số mục";
      case "cv":
        return "sai số chuẩn tương đối, %";
    }
  },
  measureName: (measure) => {
    switch (measure) {
      case "level":
        return "mức";
      case "growth":
        return "thay đổi so với cùng kỳ năm trước";
      case "growth-previous":
        return "thay đổi so với kỳ trước";
      case "multiple":
        return "số lần so với cùng kỳ năm trước";
      case "share":
        return "tỷ trọng trong tổng số";
      case "contribution":
        return "đóng góp vào mức tăng chung";
      case "plan":
        return "phần trăm kế hoạch năm";
      case "rank":
        return "thứ hạng trong cả nước";
      case "items":
        return "số mục có phát sinh";
      case "cv":
        return "sai số chuẩn tương đối";
    }
  },
  headlineRemark: (remark) => {
    switch (remark.kind) {
      case "change":
        if (remark.direction === "level")
          return `${remark.span}, tương đương ${referenceName(remark.comparison, false)}`;
        return `${remark.direction === "up" ? "tăng" : "giảm"}, ${remark.span} so với ${referenceName(remark.comparison, false)}`;
      case "level":
        return `${remark.change} so với ${referenceName(remark.comparison, false)}`;
      case "multiple":
        return `lần so với cùng kỳ, ${remark.span}`;
      case "share":
        return `trong tổng số, ${remark.span}`;
      case "contribution":
        return `đóng góp vào mức tăng chung, ${remark.span}`;
      case "rank":
        return `thứ hạng trong cả nước, ${remark.span}`;
      case "plan":
        return `kế hoạch năm ${String(remark.year)}`;
      case "period":
        return remark.name;
    }
  },
  rows: (count) => `${formatCount(count, "vi")} dòng nguồn`,
  sourceLine: (titles, simulated) => `Nguồn: ${titles.join("; ")}.${simulated ? " Dòng số liệu là mô phỏng." : ""}`,
  statusName: { E: "ước tính", P: "sơ bộ", A: "chính thức" },
  derivation: {
    growth: "Mức kỳ này chia cho mức cùng kỳ năm trước, trừ 1, nhân 100",
    "growth-previous": "Mức kỳ này chia cho mức kỳ trước, trừ 1, nhân 100",
    multiple: "Mức kỳ này chia cho mức cùng kỳ năm trước",
    share: "Mức của mục chia cho mức của toàn bộ, nhân 100",
    contribution:
      "Phần thay đổi của mục, theo quyền số, chia cho mức của toàn bộ cùng kỳ năm trước, nhân 100; các mục cộng lại đúng bằng mức tăng chung",
    plan: "Cộng dồn từ đầu năm chia cho chỉ tiêu kế hoạch năm, nhân 100",
    rank: "Thứ tự khi xếp mức của các địa bàn từ cao xuống thấp",
    items: "Số mục có phát sinh trong kỳ",
    cv: "Căn bậc hai của phương sai ước lượng chia cho ước lượng, nhân 100",
    "index-aggregate": "Bình quân gia quyền chỉ số của các nhóm bên dưới, quyền số của năm gốc",
    "index-elementary": "Sản lượng của tháng chia cho bình quân tháng của năm gốc, nhân 100",
    "index-published": "Chỉ số lấy như cơ quan thống kê đã công bố",
    "mean-of-quantities": "Sản lượng bình quân một tháng trong kỳ",
    "sum-of-months": "Cộng các tháng trong kỳ",
    "sum-of-items": "Cộng các mục bên dưới",
    "base-average": "Bình quân tháng của năm gốc",
    "survey-total":
      "Suy rộng từ mẫu: ở mỗi tầng, tổng của các đơn vị trả lời nhân số đơn vị của tầng, chia số đơn vị trả lời",
    stratum: "Tổng của các đơn vị trả lời trong tầng, nhân số đơn vị của tầng, chia số đơn vị trả lời",
    "sum-of-rows": "Cộng các dòng nguồn",
    "count-of-rows": "Đếm các dòng nguồn",
    "open-at-date": "Đếm những dòng đã mở và chưa đóng ở ngày cuối kỳ",
    imputed: "Bổ khuyết phiếu thiếu theo tỷ lệ của các cơ sở cùng nhóm",
    formula: "Tính theo công thức từ các chỉ tiêu khác",
    "as-published": "Lấy như nguồn đã công bố",
    target: "Chỉ tiêu kế hoạch",
  },
  page: {
    skip: "Đến nội dung chính",
    report: "Báo cáo",
    figures: "Con số",
    otherLanguage: "English",
    otherLanguageHint: "Đọc trang này bằng tiếng Anh:",
    openData: "Số liệu mở",
    openDataName: "Toàn bộ số liệu, CSV",
    headlines: "Mười con số của kỳ",
    contents: "Nội dung",
    chartNumbers: "Số liệu của biểu đồ",
    chartLabelHead: "Mục",
    source: "Nguồn",
    simulated: "dòng số liệu là mô phỏng",
    aboutEdition: "Bản công bố này",
    downloads: "Tải về",
    howToRead: "Cách đọc",
    howToReadText: "Mỗi con số có gạch chân đỏ là một liên kết: mở ra là thấy số đầy đủ, cách tính và nguồn của nó.",
    backToReport: "Về báo cáo",
    printedAs: "In là",
    fullValue: "Giá trị đầy đủ",
    status: "Trạng thái",
    territory: "Địa bàn",
    period: "Kỳ",
    method: "Cách tính",
    citation: "Phương pháp theo",
    madeOf: "Được tính từ",
    part: "Thành phần",
    value: "Giá trị",
    weight: "Quyền số",
    sourceRows: "Dòng nguồn",
    imputed: "Phần bổ khuyết",
    confidential: "Dòng gốc được giữ kín theo Luật Thống kê, không công bố.",
    rowsBehind: (count, source) => `${count} dòng nguồn, ${source}`,
    seeRows: "Xem dòng nguồn",
    firstRows: (shown, count) => `${shown} dòng đầu trong ${count} dòng`,
    file: "Tệp",
    line: "Dòng",
    sheet: "Trang tính",
    deeper: "Chi tiết hơn",
    close: "Đóng",
    permanentLink: "Trang riêng của con số này",
    notFoundTitle: "Không có trang này",
    notFoundText: "Địa chỉ không dẫn tới trang nào của bản công bố này.",
    home: "Trang đầu",
    name: "Nhịp",
    series: "Chuỗi số gần đây",
    change: "Thay đổi",
    unitIs: (unit) => `Đơn vị: ${unit}`,
    steps: (count) => `${formatCount(count, "vi")} bước tính`,
    sources: "Nguồn số liệu",
    formula: "Công thức",
    simulatedShort: "mô phỏng",
    simulatedNotice: "Một phần dòng số liệu nguồn ở đây là mô phỏng.",
    confidentialShort: "giữ kín",
    noReport: "Bản công bố này chưa có báo cáo; số liệu có ở dưới.",
    runRecord: "Nhật ký tính toán, JSON",
    openDataColumns: "Toàn bộ số liệu, Parquet",
    statusOf: (status) => `Số liệu ${status}`,
    rowsTitle: "Dòng nguồn",
    internalOnly: "Trang nội bộ: chỉ có khi chạy trên máy này, không nằm trong bản công bố.",
    rowsShown: (from, to) => `Dòng ${from} đến ${to}`,
    noRows: "Không có dòng nào.",
    previousRows: "Trang trước",
    nextRows: "Trang sau",
    badRequestTitle: "Địa chỉ không đúng dạng",
    badRequestText: (parameter) => `Phần ${parameter} của địa chỉ không đọc được.`,
  },
};
