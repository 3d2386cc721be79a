/** The declaration in nhip.yaml: whose figures, in which languages, for which months. */
import { z } from "zod";
import { localText, monthText } from "./text.ts";

export const workspaceDeclaration = z.strictObject({
  title: localText.describe("Tên ấn phẩm / the publication's name"),
  publisher: localText.optional().describe("Cơ quan công bố / who publishes"),
  territory: z.strictObject({
    code: z.string().describe("Mã địa bàn / the territory's code"),
    name: localText,
    classification: z.string().optional().describe("Bảng mã địa bàn / the classification that lists it"),
  }),
  languages: z
    .array(z.enum(["vi", "en"]))
    .min(1)
    .default(["vi", "en"])
    .describe("Ngôn ngữ; đứng đầu là mặc định / languages; the first is the default"),
  calendar: z.strictObject({
    first: monthText.describe("Tháng đầu có số liệu / first month with data"),
    last: monthText.describe("Kỳ báo cáo / the reference month of the report"),
  }),
  engine: z.enum(["duckdb"]).default("duckdb").describe("Máy tính toán / what computes"),
  notice: localText
    .optional()
    .describe("Lời báo in ở mọi nơi có số liệu này / shown wherever these data are shown (simulated, provisional …)"),
});
export type WorkspaceDeclaration = z.infer<typeof workspaceDeclaration>;
