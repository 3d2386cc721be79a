/** The smallest workspace that is right: what the pages of docs/diagnostics begin with, and tests change one file of. */
import type { FilesInMemory } from "./workspace-in-memory.ts";

export const minimalWorkspace = {
  "nhip.yaml": `title: { vi: Báo cáo tháng, en: Monthly report }
territory: { code: "27", name: { vi: Bắc Ninh, en: Bac Ninh } }
calendar: { first: 2024-01, last: 2024-03 }
`,
  "classifications/goods.yaml": `title: { vi: Mặt hàng, en: Goods }
version: "2024"
file: goods.csv
levels: [group, good]
`,
  "classifications/goods.csv": `code,parent,level,name_vi,name_en
01,,group,Hàng nông sản,Farm products
011,01,good,Gạo,Rice
012,01,good,Cà phê,Coffee
02,,group,Hàng công nghiệp,Manufactures
021,02,good,Điện thoại,Phones
`,
  "sources/customs.yaml": `title: { vi: Tờ khai hải quan, en: Customs declarations }
files: customs/*.csv
decimal: "."
columns:
  month: { type: month }
  direction: { type: code, values: [X, M] }
  goods: { type: code, classification: goods }
  value: { type: decimal, unit: USD, minimum: 0 }
key: [month, direction, goods]
`,
  "sources/customs/2024-01.csv": "month,direction,goods,value\n2024-01,X,011,120.5\n",
  "sources/customs/2024-02.csv": "month,direction,goods,value\n2024-02,X,011,98.4\n",
  "sources/customs/2024-03.csv": "month,direction,goods,value\n2024-03,M,021,77.0\n",
  "methods/exports.yaml": `kind: total
title: { vi: Xuất khẩu, en: Exports }
cites: Thống kê hải quan
unit: USD
source: customs
where: { direction: X }
value: value
breakdowns: { goods: goods }
`,
  "methods/imports.yaml": `kind: total
title: { vi: Nhập khẩu, en: Imports }
cites: Thống kê hải quan
unit: USD
source: customs
where: { direction: M }
value: value
`,
  "methods/balance.yaml": `kind: derived
title: { vi: Cán cân, en: Balance }
cites: Thống kê hải quan
unit: USD
formula: exports - imports
`,
} as const satisfies FilesInMemory;

/** The minimal workspace with some files instead of its own, or without them. */
export function minimalWith(changes: Readonly<Record<string, string | Uint8Array | undefined>>): FilesInMemory {
  const files = new Map<string, string | Uint8Array>(Object.entries(minimalWorkspace));
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) files.delete(path);
    else files.set(path, content);
  }
  return Object.fromEntries(files);
}
