/** A small index of industrial production whose returns a test writes itself: products A and B of one class, CC and D of others. */
import type { FilesInMemory } from "../workspace-in-memory.ts";

const industry = `code,parent,level,name_vi,name_en
_T,,total,Toàn ngành,All industry
C,_T,section,Chế biến,Manufacturing
C26,C,division,Điện tử,Electronics
C263,C26,group,Thiết bị truyền thông,Communication equipment
C2630,C263,class,Thiết bị truyền thông,Communication equipment
A,C2630,product,Sản phẩm a,Product a
B,C2630,product,Sản phẩm b,Product b
C261,C26,group,Linh kiện,Components
C2610,C261,class,Linh kiện,Components
CC,C2610,product,Sản phẩm c,Product c
D,_T,section,Điện,Electricity
D3510,D,class,Điện,Electricity
DD,D3510,product,Điện,Electricity
`;

/** The workspace with the files given; those of the same name replace its own. */
export function industryWorkspace(files: FilesInMemory): FilesInMemory {
  return {
    "nhip.yaml": `title: { vi: Chỉ số thử, en: A trial index }
territory: { code: T1, name: { vi: tỉnh thử, en: the trial province } }
calendar: { first: 2023-01, last: 2024-03 }
`,
    "classifications/industry.yaml": `title: { vi: Ngành, en: Industries }
version: "1"
file: industry.csv
levels: [total, section, division, group, class, product]
`,
    "classifications/industry.csv": industry,
    "sources/output.yaml": `title: { vi: Sản lượng, en: Output }
files: output/*.csv
decimal: "."
columns:
  month: { type: month }
  unit: { type: text }
  size: { type: code, values: [large, small] }
  product: { type: code, classification: industry }
  quantity: { type: decimal, decimals: 2, minimum: 0 }
key: [month, unit, product]
`,
    "sources/base.yaml": `title: { vi: Năm gốc, en: Base year }
files: base.csv
columns:
  product: { type: code, classification: industry }
  quantity: { type: integer }
key: [product]
`,
    "sources/base.csv": "product,quantity\nA,1000\nB,370\nCC,450\nDD,90\n",
    "sources/weights.yaml": `title: { vi: Quyền số, en: Weights }
files: weights.csv
decimal: "."
columns:
  code: { type: code, classification: industry }
  weight: { type: decimal, decimals: 3 }
key: [code]
`,
    "sources/weights.csv":
      "code,weight\nC,90\nD,10\nC26,80\nC2630,60\nC2610,17.3\nD3510,10\nA,80\nB,21.7\nCC,20\nDD,10\n",
    "methods/iip.yaml": `kind: index
title: { vi: Chỉ số, en: Index }
cites: methods.md 1.3
unit: index
source: output
item: product
classification: industry
value: quantity
establishment: unit
base: { year: 2020, source: base, item: product, value: quantity }
weights: { source: weights, item: code, value: weight }
impute: { by: [size] }
comparisons: [growth, growth-previous, contribution]
`,
    ...files,
  };
}
