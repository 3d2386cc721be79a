/**
 * simulation.yaml: what `nhip simulate` makes rows from. Published totals that the rows must compile to, the shape of the
 * economy behind them, and a seed; nothing else goes in, so the same file always gives the same rows.
 */
import { z } from "zod";
import { identifier, localText, monthText } from "./text.ts";

const share = z.number().positive().describe("Phần so với các phần cùng danh sách / part, relative to its list");
const probability = z.number().min(0).max(0.5);
const amount = z.number().nonnegative();
const growth = z.number().gt(-100).describe("Mức tăng chưa làm tròn, % / growth before rounding, percent");
const seasons = z
  .array(z.number().positive())
  .length(12)
  .describe("Hệ số mùa vụ tháng 1 đến 12 / seasonal factors, January to December");
const shares = z.record(z.string(), share);
const holidayEffect = z
  .number()
  .min(0)
  .max(1)
  .describe("Ảnh hưởng của những ngày nghỉ Tết / effect of the days of Tết");
const counts = z
  .array(z.int().nonnegative())
  .min(1)
  .describe("Số việc từng tháng, từ tháng đầu / events of each month, from the first");
const amounts = z.array(z.number()).min(1).describe("Giá trị từng tháng / amount of each month");
const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("Ngày, như 2024-02-08 / a day");

const publishedFigure = z
  .strictObject({
    figure: z
      .string()
      .regex(/^[a-z][a-z0-9-]*\/[^/]+\/(level|growth|multiple|plan|rank|items)$/)
      .describe("chỉ tiêu/mã/số đo, như iip/C26/growth / indicator/item/measure"),
    scale: z.int().min(0).max(12).default(0).describe("In theo bội số: 9 là tỷ / printed in powers of ten"),
    printed: z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .optional()
      .describe("Con số đã in, giữ đủ chữ số thập phân / the figure as printed, every decimal kept"),
    above: z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .optional()
      .describe("Đã in là “trên …” / printed as “more than …”"),
  })
  .refine(
    ({ printed, above }) => (printed === undefined) !== (above === undefined),
    "đúng một trong hai khóa printed, above / exactly one of the keys printed and above",
  );

const industrialClass = z.strictObject({
  weight: share,
  products: z.record(
    z.string(),
    z.strictObject({
      share,
      base: z.int().positive().describe("Sản lượng bình quân tháng năm gốc / monthly average of the base year"),
    }),
  ),
});
const industrialDivision = z.strictObject({
  weight: share.describe("Quyền số của chính ngành cấp 2 / the division's own weight"),
  establishments: z.int().positive(),
  level: z
    .number()
    .positive()
    .describe("Mức bình quân năm đầu so với năm gốc / mean level of the first year against the base year"),
  growth: growth.describe("Mức tăng dự kiến trước khi hiệu chỉnh / intended growth, before calibration"),
  classes: z.record(z.string(), industrialClass),
});
const industry = z.strictObject({
  "base-year": z.int(),
  missing: probability.describe(
    "Xác suất một cơ sở vừa, nhỏ thiếu phiếu tháng / chance that a medium or small unit misses a month",
  ),
  late: probability.describe("Xác suất phiếu đến sau hạn / chance of a late return"),
  holiday: holidayEffect,
  seasons,
  path: z
    .array(z.number().positive())
    .min(1)
    .describe("Hình của năm sau so với mức tăng cả kỳ / the later year's months against its growth"),
  targets: z.array(z.strictObject({ code: z.string(), growth })).min(1),
  sections: shares.describe("Quyền số ngành cấp 1 / weights of the sections"),
  divisions: z.record(z.string().regex(/^[A-Z]\d{2}$/), industrialDivision),
});

const retailKind = z.strictObject({
  level: amount.describe("Cộng dồn kỳ báo cáo, tỷ đồng / the year so far, billion đồng"),
  growth: growth.optional().describe("Trống: phần còn lại của tổng / absent: what the total leaves"),
  holiday: holidayEffect,
  seasons,
});
const retailStratum = z.strictObject({
  kind: z.string(),
  units: z.int().positive().describe("Số đơn vị trong dàn mẫu / units in the frame"),
  sample: z.int().positive().describe("Số đơn vị được hỏi / respondents"),
  share,
  second: z
    .string()
    .optional()
    .describe("Nhóm doanh thu thứ hai của một số đơn vị / a second kind that some units also sell"),
});
const retail = z.strictObject({
  missing: probability,
  total: z.strictObject({ growth }),
  kinds: z.record(z.string(), retailKind),
  strata: z.record(z.string(), retailStratum),
});

const direction = z.strictObject({
  lines: share,
  level: amount.describe("Cộng dồn kỳ báo cáo, tỷ USD / the year so far, billion USD"),
  growth,
  foreign: z
    .number()
    .min(0)
    .max(1)
    .describe("Phần của khu vực đầu tư nước ngoài / part of the foreign-invested sector"),
  seasons,
  goods: z.record(z.string(), z.tuple([share, growth])),
  partners: shares,
});
const trade = z.strictObject({
  lines: z.int().positive().describe("Số dòng hàng / customs lines"),
  holiday: holidayEffect,
  directions: z.strictObject({ X: direction, M: direction }),
});

const projectFlow = z.strictObject({ count: counts, amount: amounts });
const projects = z.strictObject({
  source: identifier,
  scale: z
    .int()
    .min(0)
    .max(9)
    .describe("Luỹ thừa của 10 từ đơn vị ở đây sang đơn vị của tệp / power of ten from here to the file"),
  step: z.int().positive().describe("Vốn của một dự án tròn đến số này / a project's capital is a multiple of this"),
  late: probability,
  opening: z.strictObject({
    "first-year": z.int(),
    projects: z.int().positive(),
    capital: amount,
    adjusted: amount,
    adjustments: z.int().positive(),
  }),
  licensed: projectFlow,
  adjusted: projectFlow,
  contributed: projectFlow.optional(),
  revoked: counts,
  activities: shares,
  partners: shares.optional(),
});

const provinces = z.strictObject({
  first: monthText,
  national: z.strictObject({ projects: z.int(), new: z.number(), adjusted: z.number() }),
  monthly: z.record(z.string(), z.strictObject({ projects: counts, new: amounts, adjusted: amounts })),
  cumulative: z.record(z.string(), z.tuple([z.int(), z.number(), z.number()])),
  others: z.array(z.string()).min(1).describe("Các tỉnh còn lại / the other provinces"),
});

const enterprises = z.strictObject({
  late: probability,
  existing: z.int().positive(),
  capital: z.array(amount).min(1),
  labour: z.array(amount).min(1),
  events: z.record(z.enum(["REGISTERED", "RETURNED", "SUSPENDED", "AWAITING", "DISSOLVED"]), counts),
  activities: shares,
});

const target = z.strictObject({
  target: z.string(),
  year: z.int(),
  value: z.string(),
  upper: z.string().optional(),
  unit: z.string(),
  direction: z.enum(["max", "min", "range"]),
  basis: z.enum(["published", "simulated"]),
  vi: z.string(),
  en: z.string(),
  document: z.string(),
});

const obstacle = z.strictObject({
  field: z.string(),
  kind: z.string(),
  level: z.string(),
  source: z.string(),
  raised: monthText
    .optional()
    .describe("Tháng nêu, khi nội dung nói tới một tháng / the month raised, where the text speaks of one"),
  body: z.string(),
  vi: z.string(),
  en: z.string(),
});

/** Each key by itself; what must fit together is checked in simulation.ts. */
export const simulationFields = z.strictObject({
  seed: z
    .int()
    .nonnegative()
    .max(0xffffffff)
    .describe(
      "Hạt giống: đổi số này thì các dòng đổi, các tổng đã công bố không đổi / another seed gives other rows and the same published totals",
    ),
  months: z.strictObject({ first: monthText, last: monthText }),
  holidays: z.array(z.strictObject({ from: isoDay, to: isoDay })).describe("Những ngày nghỉ Tết / the days of Tết"),
  published: z
    .array(publishedFigure)
    .min(1)
    .describe("Số đã công bố mà các dòng phải cộng lại thành / published figures that the rows must compile to"),
  industry,
  retail,
  trade,
  foreign: projects,
  domestic: projects,
  provinces,
  enterprises,
  targets: z.array(target),
  documents: z.record(z.string(), localText),
  bodies: z.record(z.string(), localText),
  obstacles: z.strictObject({ open: z.array(obstacle), closed: z.array(obstacle) }),
});
