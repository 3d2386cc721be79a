/** Shapes shared by every YAML file of a workspace. Descriptions become the hints an editor shows (JSON Schema). */
import { z } from "zod";

export const localText = z
  .strictObject({ vi: z.string().min(1), en: z.string().min(1) })
  .describe("Tên bằng tiếng Việt và tiếng Anh / the name in Vietnamese and English");

export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .describe("Chữ thường không dấu, chữ số và gạch nối / lower-case letters, digits and hyphens");

export const monthText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe("Tháng, như 2024-09 / a month, like 2024-09");
