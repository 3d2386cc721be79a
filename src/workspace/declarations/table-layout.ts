/**
 * Where a table sits in a workbook, so that one contract holds while layouts drift from month to month. Columns are found
 * by their `header` texts (source.ts), wherever they stand; this says which sheet, and what the rows are.
 *
 * A text here, like a `header` of such a source, is a pattern: `*` is any text, `[a|b]` may be there or not, and
 * `{month}`, `{previous-month}`, `{ytd}`, `{same-period}`, `{year}`, `{previous-year}` stand for the words of the file's
 * month; `{date}` is a day.
 * Case, spacing and the place of a tone mark (hoá, hóa) do not matter.
 */
import { z } from "zod";

const text = z.string();
const texts = z.union([text, z.array(text).min(1)]);

export const tableLayout = z.strictObject({
  sheet: z
    .strictObject({
      name: texts.optional().describe('Tên trang tính, như "*.IIPthang" / the sheet\'s name'),
      title: texts
        .optional()
        .describe("Tên biểu, ở một ô trong mười dòng đầu / the table's title, in a cell of the first ten rows"),
    })
    .refine(({ name, title }) => name !== undefined || title !== undefined, {
      message: "cần `name` hoặc `title` / needs `name` or `title`",
    })
    .describe(
      "Trang tính chứa bảng; khai cả hai thì phải đúng cả hai / the sheet; where both are given, both must hold",
    ),
  label: z
    .string()
    .optional()
    .describe(
      "Cột nhận tên dòng: chữ đứng bên trái cột có đầu cột đầu tiên / the column that takes the rows' labels, left of the first headed column",
    ),
  unit: texts
    .optional()
    .describe('Đơn vị tính phải ghi ở một ô trên bảng, như "Tỷ đồng" / the unit that a cell above the data must state'),
  sections: z
    .strictObject({
      column: z.string().describe("Cột nhận tên phần / the column that takes the section"),
      starts: z
        .record(z.string(), texts)
        .describe("Phần → tên dòng mở đầu phần đó / section → the label of the row that opens it"),
    })
    .optional()
    .describe('Các phần của bảng, như "Phân theo một số địa phương" / sections of the table'),
  skip: texts.optional().describe("Tên những dòng không phải số liệu / labels of rows that are no data"),
  end: texts
    .optional()
    .describe('Tên dòng kết thúc bảng; "" là dòng trống / the label of the row that ends the table; "" is a blank row'),
  ditto: texts.optional().describe('Dấu "như trên" trong cột chữ / the mark that repeats the cell above'),
  absent: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Những cột có tháng không in / columns that some months do not print"),
  hidden: z
    .enum(["read", "skip"])
    .optional()
    .describe(
      "Dòng, cột, trang bị ẩn: đọc, hay bỏ; mặc định là bỏ và báo / hidden rows, columns and sheets: read or skip; default: skip and say so",
    ),
  date: z
    .string()
    .optional()
    .describe("Cột nhận ngày ghi ở {date} của `title` / the column that takes the date at {date} in `title`"),
});
export type TableLayout = z.infer<typeof tableLayout>;
