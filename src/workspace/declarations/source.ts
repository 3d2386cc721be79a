/** The contract of a source, sources/<id>.yaml: what its files must look like before a single figure is compiled from them. */
import { z } from "zod";
import { identifier, localText } from "./text.ts";
import { tableLayout } from "./table-layout.ts";

const header = z
  .union([z.string(), z.array(z.string()).min(1)])
  .optional()
  .describe(
    "Một hay nhiều cách ghi đầu cột; mặc định là tên cột / header texts that name this column; default: the column's name",
  );

const optional = z.boolean().optional().describe("Cho phép để trống / may be empty");

const textColumn = z.strictObject({ type: z.literal("text"), header, optional });
const codeColumn = z.strictObject({
  type: z.literal("code"),
  header,
  optional,
  classification: identifier.optional().describe("Bảng phân loại / the classification whose codes are allowed"),
  values: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Các mã cho phép / the allowed codes, where no classification lists them"),
  match: z
    .enum(["code", "name"])
    .optional()
    .describe(
      "name: cột ghi tên thay cho mã, không kể cách gõ / the column holds names, matched without regard to spacing and case",
    ),
  aliases: z.record(z.string(), z.string()).optional().describe("Cách ghi khác → mã / other spellings → code"),
});
const decimalColumn = z.strictObject({
  type: z.literal("decimal"),
  header,
  optional,
  decimals: z
    .int()
    .min(0)
    .max(20)
    .optional()
    .describe("Số chữ số thập phân nhiều nhất; mặc định 6 / at most so many digits after the mark; default 6"),
  unit: z.string().optional().describe("Đơn vị gốc (VND, USD, …) / the unit in ones"),
  multiplier: z
    .int()
    .min(0)
    .max(15)
    .optional()
    .describe("Luỹ thừa của 10: triệu đồng là VND với 6 / power of ten: a million đồng is VND with 6"),
  minimum: z
    .number()
    .optional()
    .describe("Giá trị nhỏ nhất cho phép, theo số ghi trong tệp / least value allowed, as written in the file"),
  maximum: z.number().optional().describe("Giá trị lớn nhất cho phép / greatest value allowed"),
});
const integerColumn = z.strictObject({
  type: z.literal("integer"),
  header,
  optional,
  unit: z.string().optional().describe("Đơn vị (project, enterprise, …) / the unit"),
  minimum: z.int().optional().describe("Giá trị nhỏ nhất cho phép / least value allowed"),
  maximum: z.int().optional().describe("Giá trị lớn nhất cho phép / greatest value allowed"),
});
const monthColumn = z.strictObject({
  type: z.literal("month"),
  header,
  optional,
  format: z
    .enum(["YYYY-MM", "MM/YYYY"])
    .optional()
    .describe("Cách ghi tháng; mặc định YYYY-MM / how months are written; default YYYY-MM"),
});
const dateColumn = z.strictObject({
  type: z.literal("date"),
  header,
  optional,
  format: z
    .enum(["YYYY-MM-DD", "DD/MM/YYYY"])
    .optional()
    .describe("Cách ghi ngày; mặc định YYYY-MM-DD / how days are written; default YYYY-MM-DD"),
});

export const columnDeclaration = z.discriminatedUnion("type", [
  textColumn,
  codeColumn,
  decimalColumn,
  integerColumn,
  monthColumn,
  dateColumn,
]);
export type ColumnDeclaration = z.infer<typeof columnDeclaration>;

export const sourceDeclaration = z.strictObject({
  title: localText,
  provider: localText.optional().describe("Ai cung cấp / who sends it"),
  files: z
    .union([z.string(), z.array(z.string()).min(1)])
    .describe("Tệp hay mẫu tên tệp, tính từ tệp này / files or patterns, relative to this file"),
  simulated: z
    .boolean()
    .optional()
    .describe("Số liệu mô phỏng: được nói rõ ở mọi nơi / simulated rows: said wherever they are shown"),
  confidential: z.boolean().optional().describe("Dòng gốc chỉ dùng nội bộ / rows never leave the office"),
  decimal: z.enum([".", ","]).optional().describe("Dấu thập phân của tệp CSV / the decimal mark of the CSV files"),
  delimiter: z
    .enum([",", ";", "\t"])
    .optional()
    .describe("Dấu ngăn cột của tệp CSV; mặc định dấu phẩy / what separates the cells of CSV files; default a comma"),
  columns: z
    .record(
      z
        .string()
        .regex(/^[a-z][a-z0-9_]*$/)
        .describe(
          "Tên cột: chữ thường không dấu, chữ số và gạch dưới / a column's name: lower-case letters, digits and underscores",
        ),
      columnDeclaration,
    )
    .describe("Các cột được dùng, mỗi cột một tên / the columns in use, by the name that methods call them"),
  key: z.array(z.string()).min(1).optional().describe("Các cột xác định một dòng / the columns that identify a row"),
  months: z
    .strictObject({
      column: z.string().optional().describe("Cột tháng / the month column"),
      file: z
        .string()
        .optional()
        .describe(
          "Biểu thức chính quy lấy tháng từ tên tệp, như ^(\\d{4}-\\d{2}) / a regular expression that takes the month from the file's name",
        ),
      complete: z
        .boolean()
        .optional()
        .describe("Tháng nào trong lịch cũng phải có / every month of the calendar must be there"),
    })
    .optional()
    .describe("Tháng của các dòng lấy từ đâu / where the month of the rows comes from"),
  table: tableLayout.optional().describe("Chỗ của bảng trong tệp Excel / where the table sits in a workbook"),
});
export type SourceDeclaration = z.infer<typeof sourceDeclaration>;
