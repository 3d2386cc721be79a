/** The YAML of a workspace at scale: one source of returns with a column of provinces, its weights, and the index. */
import type { Month } from "../model/period.ts";
import { monthText } from "../model/period.ts";

/** nhip.yaml, the contracts and the method. The base year is the first, from the returns themselves. */
export function scaleTexts(
  first: Month,
  last: Month,
  provinces: number,
): readonly { readonly path: string; readonly text: string }[] {
  const count = String(provinces);
  return [
    {
      path: "nhip.yaml",
      text: `# Không gian làm việc mô phỏng để đo tốc độ: không số nào ở đây nói về nơi có thật.
title: { vi: Sản xuất công nghiệp của ${count} tỉnh (mô phỏng), en: Industrial production of ${count} provinces (simulated) }
territory:
  code: VN
  name: { vi: Cả nước, en: Viet Nam }
  classification: provinces
languages: [vi, en]
calendar: { first: ${monthText(first)}, last: ${monthText(last)} }
notice:
  vi: Toàn bộ số liệu ở đây là mô phỏng, chỉ dùng để đo tốc độ.
  en: All data here are simulated, for measuring speed only.
`,
    },
    {
      path: "sources/industrial-output.yaml",
      text: `title: { vi: Phiếu sản lượng công nghiệp hằng tháng, en: Monthly returns of industrial output }
provider: { vi: Mô phỏng, en: Simulated }
files: industrial-output/*.parquet
simulated: true
confidential: true
columns:
  month: { type: month }
  province: { type: code, classification: provinces }
  unit: { type: text }
  size: { type: code, values: [L, M, S] }
  product: { type: code, classification: industry }
  quantity: { type: decimal, decimals: 0, minimum: 0 }
key: [month, unit, product]
months: { column: month, complete: true }
`,
    },
    {
      path: "sources/industrial-weights.yaml",
      text: `title: { vi: Quyền số công nghiệp, en: Industrial weights }
provider: { vi: Mô phỏng, en: Simulated }
files: industrial-weights/*.csv
simulated: true
decimal: "."
columns:
  code: { type: code, classification: industry }
  weight: { type: decimal, decimals: 2, minimum: 0 }
key: [code]
`,
    },
    {
      path: "methods/iip.yaml",
      text: `# Chỉ số của từng tỉnh; năm gốc là năm đầu của số liệu.
kind: index
title: { vi: Chỉ số sản xuất công nghiệp, en: Index of industrial production }
short: { vi: IIP, en: IIP }
cites: IRIIP 2010
unit: index
display: { decimals: 1, growth: 1 }
source: industrial-output
month: month
territory: province
establishment: unit
item: product
classification: industry
value: quantity
base: { year: ${String(first.year)} }
weights: { source: industrial-weights, item: code, value: weight }
impute: { by: [size] }
bases: [month, ytd]
comparisons: [growth]
`,
    },
  ];
}
