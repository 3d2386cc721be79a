/** A small checked workspace with indicators of several kinds, for the tests of reports; its figures are made by hand. */
import { checkWorkspace } from "../src/check/check-workspace.ts";
import type { CheckedWorkspace } from "../src/check/checked.ts";
import { renderDiagnostics } from "../src/diagnostics/render.ts";
import { parseDecimal } from "../src/model/decimal.ts";
import type { Observation } from "../src/model/observation.ts";
import { bases, parseMonth } from "../src/model/period.ts";
import { measures } from "../src/model/observation.ts";
import { readWorkspace } from "../src/workspace/read-workspace.ts";
import type { DeclaredReport } from "../src/workspace/workspace.ts";
import type { FilesInMemory } from "./workspace-in-memory.ts";
import { workspaceInMemory } from "./workspace-in-memory.ts";

const files: FilesInMemory = {
  "nhip.yaml": `title: { vi: Báo cáo tháng, en: Monthly report }
territory: { code: "27", name: { vi: Bắc Ninh, en: Bac Ninh }, classification: provinces }
calendar: { first: 2023-01, last: 2024-09 }
`,
  "classifications/provinces.yaml": `title: { vi: Tỉnh, en: Provinces }
version: "2024"
file: provinces.csv
levels: [province]
`,
  "classifications/provinces.csv": `code,parent,level,name_vi,name_en
01,,province,Hà Nội,Hanoi
27,,province,Bắc Ninh,Bac Ninh
`,
  "classifications/kinds.yaml": `title: { vi: Nhóm hàng, en: Kinds }
version: "2024"
file: kinds.csv
levels: [total, kind, brand]
`,
  "classifications/kinds.csv": `code,parent,level,name_vi,name_en
_T,,total,Tổng số,Total
goods,_T,kind,Bán lẻ hàng hóa,Retail sales of goods
food,_T,kind,"Lưu trú, ăn uống",Accommodation and food
other,_T,kind,Dịch vụ khác,Other services
27,other,brand,Hai mươi bảy,Twenty-seven
`,
  "classifications/partners.yaml": `title: { vi: Đối tác, en: Partners }
version: "2024"
file: partners.csv
levels: [partner]
`,
  "classifications/partners.csv": `code,parent,level,name_vi,name_en
KR,,partner,Hàn Quốc,Korea
JP,,partner,Nhật Bản,Japan
`,
  "sources/survey.yaml": `title: { vi: Điều tra bán lẻ, en: Retail survey }
files: survey.csv
simulated: true
decimal: "."
columns:
  month: { type: month }
  province: { type: code, classification: provinces }
  kind: { type: code, classification: kinds }
  partner: { type: code, classification: partners }
  value: { type: decimal, unit: VND }
  dollars: { type: decimal, unit: USD }
  share: { type: decimal }
`,
  "sources/survey.csv": "month,province,kind,partner,value,dollars,share\n2024-09,27,goods,KR,1,1,1\n",
  "methods/retail.yaml": `kind: total
title: { vi: Tổng mức bán lẻ, en: Retail sales }
short: { vi: Bán lẻ, en: Retail }
cites: Phương án điều tra
unit: VND
display: { scale: 9, decimals: 0 }
source: survey
value: value
breakdowns: { kinds: kind }
comparisons: [growth, growth-previous, share, contribution]
`,
  "methods/exports.yaml": `kind: flow
title: { vi: Xuất khẩu, en: Exports }
cites: Hải quan
unit: USD
display: { scale: 9, decimals: 1 }
source: survey
value: dollars
breakdowns: { partners: partner, kinds: kind }
comparisons: [growth, multiple]
`,
  "methods/imports.yaml": `kind: flow
title: { vi: Nhập khẩu, en: Imports }
cites: Hải quan
unit: USD
display: { scale: 9, decimals: 1 }
source: survey
value: dollars
`,
  "methods/balance.yaml": `kind: derived
title: { vi: Cán cân, en: Balance }
cites: Hải quan
unit: USD
display: { scale: 9, decimals: 1 }
formula: exports - imports
comparisons: []
`,
  "methods/ranking.yaml": `kind: total
title: { vi: Bảng các tỉnh, en: Provinces }
cites: Biểu
unit: USD
source: survey
territory: province
value: dollars
breakdowns: { kinds: kind }
bases: [month, ytd]
comparisons: [rank]
`,
  "methods/stock.yaml": `kind: stock
title: { vi: Vốn còn hiệu lực, en: Capital in force }
cites: Biểu
unit: USD
source: survey
opened: month
value: dollars
breakdowns: { kinds: kind }
comparisons: [items]
`,
};

export const reportWorkspace: CheckedWorkspace = checkedOf(files);

function checkedOf(given: FilesInMemory): CheckedWorkspace {
  const parsed = readWorkspace(workspaceInMemory(given));
  const checked = parsed.value === undefined ? undefined : checkWorkspace(parsed.value);
  if (checked?.ok === true) return checked.value;
  const diagnostics = [...parsed.diagnostics, ...(checked?.diagnostics ?? [])];
  throw new Error(renderDiagnostics(diagnostics, { language: "en", sourceText: () => undefined }));
}

export function reportOf(text: string, language: "vi" | "en" = "vi"): DeclaredReport {
  return { id: "test", language, file: `reports/test.${language}.md`, text };
}

/** `retail/goods ytd level` at the reference month unless a month is said, in the unit given. */
export function observed(name: string, value: string, unit: string): Observation {
  const [head = "", ...words] = name.split(" ");
  const [indicator = "", item = "_T"] = head.split("/");
  return {
    indicator,
    item,
    territory: "27",
    period: parseMonth(words.find((word) => word.includes("-0") || word.includes("-1")) ?? "") ?? {
      year: 2024,
      month: 9,
    },
    basis: bases.find((basis) => words.includes(basis)) ?? "ytd",
    measure: measures.find((measure) => words.includes(measure)) ?? "level",
    value: parseDecimal(value) ?? { digits: 0n, scale: 0 },
    unit,
    status: "E",
    sourceRows: 1,
    imputedShare: { digits: 0n, scale: 0 },
  };
}
