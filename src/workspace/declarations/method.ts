/** How an indicator is compiled, methods/<id>.yaml. Seven kinds; what they share stands first. */
import { z } from "zod";
import { identifier, localText } from "./text.ts";

const where = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
  .optional()
  .describe("Chỉ lấy những dòng có các mã này / only rows with these codes");

const display = z
  .strictObject({
    scale: z.int().min(0).max(12).optional().describe("In theo bội số: 9 là tỷ / printed in powers of ten: 9 is tỷ"),
    decimals: z.int().min(0).max(6).optional().describe("Số chữ số thập phân khi in mức / decimals of a printed level"),
    growth: z
      .int()
      .min(0)
      .max(3)
      .optional()
      .describe("Số chữ số thập phân khi in mức tăng; mặc định 1 / decimals of a printed growth; default 1"),
  })
  .optional();

const plan = z
  .strictObject({
    source: identifier.describe("Nguồn chỉ tiêu kế hoạch / the source of targets"),
    target: z.string().describe("Mã chỉ tiêu / the target's code"),
    code: z
      .string()
      .default("target")
      .describe("Cột mã chỉ tiêu; mặc định target / the column of targets' codes; default target"),
    year: z.string().default("year").describe("Cột năm; mặc định year / the year column; default year"),
    value: z.string().default("value").describe("Cột giá trị; mặc định value / the value column; default value"),
  })
  .optional()
  .describe("Kế hoạch năm để tính phần trăm hoàn thành / the year's plan");

const shared = {
  title: localText,
  short: localText.optional().describe("Tên ngắn trên bảng và biểu / for tables and charts"),
  definition: localText.optional().describe("Chỉ tiêu đo cái gì / what the indicator measures"),
  cites: z.string().describe("Phương pháp theo văn bản, tài liệu nào / the method it follows"),
  unit: z.string().describe("Đơn vị của mức, tính theo đơn vị gốc: VND, USD, project … / the level's unit, in ones"),
  display,
  status: z
    .enum(["E", "P", "A"])
    .default("E")
    .describe("Trạng thái của kỳ báo cáo: ước tính, sơ bộ, chính thức / status at the reference month"),
  plan,
};

const rows = {
  source: identifier.describe(
    "Nguồn: tên tệp trong sources/, không có .yaml / the source: a file's name in sources/, without .yaml",
  ),
  where,
  month: z.string().default("month").describe("Cột tháng hay ngày / the month or date column"),
  territory: z.string().optional().describe("Cột địa bàn; mặc định là địa bàn của nhịp.yaml / the territory column"),
};

const breakdowns = z
  .record(identifier, z.string())
  .optional()
  .describe("Phân tổ: bảng phân loại → cột / classification → the column with its codes");

const comparisons = z
  .array(z.enum(["growth", "growth-previous", "multiple", "share", "contribution", "rank", "items"]))
  .default(["growth"])
  .describe("Các so sánh cần có / the comparisons wanted");

const basisList = (fallback: readonly ("month" | "quarter" | "ytd" | "year")[]) =>
  z
    .array(z.enum(["month", "quarter", "ytd", "year"]))
    .default([...fallback])
    .describe("Kỳ: tháng, quý, cộng dồn, năm / which bases");

export const indexMethod = z.strictObject({
  kind: z.literal("index"),
  ...shared,
  ...rows,
  item: z.string().describe("Cột mã sản phẩm hay thành phần / the column of products or components"),
  classification: identifier.describe(
    "Bảng phân loại của sản phẩm và các cấp trên / the classification of products and what they add up to",
  ),
  value: z.string().describe("Cột sản lượng, hay chỉ số đã công bố / quantities, or published indices"),
  from: z
    .enum(["quantities", "indices"])
    .default("quantities")
    .describe(
      "Tính từ sản lượng, hay từ chỉ số thành phần đã công bố / from quantities, or from published component indices",
    ),
  establishment: z.string().optional().describe("Cột cơ sở: cần cho bổ khuyết và đếm phiếu / the unit that reports"),
  base: z
    .union([
      z.strictObject({ year: z.int() }),
      z.strictObject({ year: z.int(), source: identifier, item: z.string(), value: z.string() }),
    ])
    .describe(
      "Năm gốc; lượng bình quân tháng năm gốc lấy từ nguồn khác nếu có / base year; its monthly averages from another source where given",
    ),
  weights: z
    .strictObject({ source: identifier, item: z.string(), value: z.string() })
    .describe("Quyền số của từng cấp / each level's own weights"),
  impute: z
    .strictObject({
      by: z
        .array(z.string())
        .default([])
        .describe("Nhóm để tính tỷ lệ, trong từng sản phẩm / groups within the product"),
      dominant: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe("Cơ sở chiếm từ tỷ trọng này không bổ khuyết tự động / no automatic imputation above this share"),
    })
    .optional()
    .describe("Bổ khuyết phiếu thiếu theo tỷ lệ / ratio imputation of missing returns (IRIIP 2010)"),
  rounding: z
    .union([z.literal("none"), z.strictObject({ levels: z.array(z.string()).min(1), decimals: z.int().min(0).max(6) })])
    .default("none")
    .describe(
      "none, hoặc làm tròn ở các cấp đã công bố rồi mới gộp tiếp / none, or aggregate from rounded published levels",
    ),
  bases: basisList(["month", "quarter", "ytd"]),
  comparisons,
});

export const totalMethod = z.strictObject({
  kind: z.literal("total"),
  ...shared,
  ...rows,
  value: z.string().describe("Cột trị giá / the value column"),
  breakdowns,
  weight: z.string().optional().describe("Cột hệ số suy rộng, nếu nguồn đã có / a column of expansion weights"),
  survey: z
    .strictObject({
      unit: z.string().describe("Cột đơn vị trả lời / the responding unit"),
      stratum: z.string().describe("Cột tầng / the stratum"),
      frame: z
        .strictObject({ source: identifier, stratum: z.string(), units: z.string() })
        .describe("Dàn mẫu: số đơn vị mỗi tầng / the frame: units per stratum"),
    })
    .optional()
    .describe("Ước lượng theo tầng: N/n nhân tổng mẫu / stratified expansion"),
  bases: basisList(["month", "quarter", "ytd"]),
  comparisons,
});

export const flowMethod = z.strictObject({
  kind: z.literal("flow"),
  ...shared,
  ...rows,
  count: z.string().optional().describe("Đếm giá trị khác nhau của cột / count distinct values of a column"),
  value: z.string().optional().describe("Cộng cột này / sum this column"),
  breakdowns,
  bases: basisList(["month", "quarter", "ytd"]),
  comparisons,
});

export const stockMethod = z.strictObject({
  kind: z.literal("stock"),
  ...shared,
  source: rows.source,
  where,
  opened: z.string().describe("Cột ngày bắt đầu hay ngày sự kiện / the day it begins, or the event's day"),
  closed: z.string().optional().describe("Cột ngày kết thúc, trống là còn mở / the day it ends; empty while open"),
  territory: rows.territory,
  count: z
    .string()
    .optional()
    .describe("Đếm giá trị khác nhau của cột; mặc định đếm dòng / count distinct values of a column; default: rows"),
  value: z
    .string()
    .optional()
    .describe("Cộng cột này: ghi tăng dương, ghi giảm âm / sum this column: what ends is negative"),
  breakdowns,
  comparisons,
});

export const ratioMethod = z.strictObject({
  kind: z.literal("ratio"),
  ...shared,
  numerator: identifier.describe("Chỉ tiêu tử số / the indicator above"),
  denominator: identifier.describe("Chỉ tiêu mẫu số / the indicator below"),
  times: z.int().default(100).describe("100: phần trăm; 1: tỷ số / 100 for percent, 1 for a plain ratio"),
  bases: basisList(["month", "ytd"]),
  comparisons: z
    .array(z.enum(["growth", "growth-previous", "multiple", "rank"]))
    .default([])
    .describe("Các so sánh cần có; tỷ số không cộng được / the comparisons wanted; ratios do not add up"),
});

export const derivedMethod = z.strictObject({
  kind: z.literal("derived"),
  ...shared,
  formula: z.string().describe("Công thức từ các chỉ tiêu khác: exports + imports / a formula of other indicators"),
  bases: basisList(["month", "quarter", "ytd"]),
  comparisons,
});

export const publishedMethod = z.strictObject({
  kind: z.literal("published"),
  ...shared,
  ...rows,
  item: z
    .string()
    .optional()
    .describe("Cột mã, nếu nguồn có nhiều dòng mỗi tháng / the column of codes, where a month has several rows"),
  classification: identifier.optional().describe("Bảng phân loại của cột mã / the classification of these codes"),
  measures: z
    .array(
      z.strictObject({
        column: z.string().describe("Cột số liệu / the column with the figures"),
        basis: z
          .enum(["month", "quarter", "ytd", "year", "end"])
          .describe("Kỳ: tháng, quý, cộng dồn, năm, cuối kỳ / month, quarter, year to date, year, end of period"),
        measure: z
          .enum(["level", "growth", "growth-previous", "share", "plan"])
          .describe(
            "Mức, tăng so với cùng kỳ, so với kỳ trước, tỷ trọng, phần trăm kế hoạch / level, growth on the same period, on the period before, share, percent of plan",
          ),
        index: z.boolean().optional().describe("Cột ghi chỉ số (100 là không đổi) / the column holds 100 = no change"),
        months: z.int().default(0).describe("Lệch tháng: −1 là tháng trước kỳ báo cáo / −1: of the month before"),
        status: z
          .enum(["E", "P", "A"])
          .optional()
          .describe("Ước tính, sơ bộ, chính thức / estimate, preliminary, official"),
      }),
    )
    .min(1),
  comparisons: comparisons.default([]),
});

export const methodDeclaration = z.discriminatedUnion("kind", [
  indexMethod,
  totalMethod,
  flowMethod,
  stockMethod,
  ratioMethod,
  derivedMethod,
  publishedMethod,
]);
export type MethodDeclaration = z.infer<typeof methodDeclaration>;
export type MethodKind = MethodDeclaration["kind"];
export type MethodOf<K extends MethodKind> = Extract<MethodDeclaration, { kind: K }>;
