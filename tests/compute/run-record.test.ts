/** IIP-12: every run keeps its base year, weight set, product list, response rate, and imputed share by division. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { runRecord } from "../../src/compute/run-record.ts";
import { runFolder } from "./run-workspace.ts";

test("IIP-12: a run records what its index was made with, and how much of it was filled in", async () => {
  const { run } = await runFolder(join(import.meta.dirname, "../cases/imputation"));
  if (run === undefined) throw new Error("the case was not compiled");
  const record: unknown = JSON.parse(runRecord(run));
  expect(record).toMatchObject({
    period: "2024-04",
    indices: [
      {
        indicator: "iip",
        base_year: 2020,
        weights: "weights",
        base_quantities: "base",
        classification: "industry ví dụ",
        products: 4,
        rounding: "none",
        months: [
          { month: "2024-01", returns: 9, imputed: 0, response_rate_percent: "100.00" },
          {
            month: "2024-02",
            returns: 6,
            imputed: 3,
            response_rate_percent: "66.67",
            imputed_share_percent: { _T: "17.47", C26: "17.47" },
          },
          { month: "2024-03", returns: 7, imputed: 2, response_rate_percent: "77.78" },
          { month: "2024-04", returns: 9, imputed: 0, response_rate_percent: "100.00" },
        ],
      },
    ],
  });
});
