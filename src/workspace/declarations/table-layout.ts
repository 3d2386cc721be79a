/** Where a table sits in a workbook, so that one contract holds while layouts drift from month to month. */
import { z } from "zod";

export const tableLayout = z.strictObject({
  sheet: z.strictObject({
    name: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    pattern: z.string().optional(),
  }),
});
export type TableLayout = z.infer<typeof tableLayout>;
