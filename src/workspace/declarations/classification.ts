/** The declaration of a code list: classifications/<id>.yaml beside its CSV (columns code, parent, level, name_vi, name_en, valid_from, valid_to). */
import { z } from "zod";
import { localText } from "./text.ts";

export const classificationDeclaration = z.strictObject({
  title: localText,
  version: z.string().describe("Phiên bản, như VSIC 2018 / the version: a code means nothing without it"),
  file: z.string().describe("Tệp CSV cùng thư mục / the CSV beside this file"),
  levels: z.array(z.string()).min(1).describe("Từ toàn bộ đến chi tiết nhất / from the whole to the finest"),
  cites: z.string().optional().describe("Ban hành theo văn bản nào / the decision that issued it"),
});
export type ClassificationDeclaration = z.infer<typeof classificationDeclaration>;
