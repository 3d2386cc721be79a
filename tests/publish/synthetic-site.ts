/** A small site with everything a report may hold, and names that are hard to print: markup, 300 characters, Chinese. */
import { checkWorkspace } from "../../src/check/check-workspace.ts";
import type { CheckedWorkspace } from "../../src/check/checked.ts";
import type { ReportDocument } from "../../src/compose/document.ts";
import type { Decimal } from "../../src/model/decimal.ts";
import { parseDecimal } from "../../src/model/decimal.ts";
import type { Derivation } from "../../src/model/derivation.ts";
import type { Observation, ObservationKey } from "../../src/model/observation.ts";
import { observationId } from "../../src/model/observation.ts";
import { observationSet } from "../../src/model/observation-set.ts";
import type { Month } from "../../src/model/period.ts";
import type { Language } from "../../src/model/text.ts";
import type { SiteInput } from "../../src/publish/site.ts";
import { readWorkspace } from "../../src/workspace/read-workspace.ts";
import { minimalWith } from "../minimal-workspace.ts";
import { workspaceInMemory } from "../workspace-in-memory.ts";

export const hostile = {
  script: `<script>alert("x")</script>`,
  long: "Sản xuất ".repeat(34).trim(),
  chinese: "电子产品和计算机的制造",
} as const;

export const secretCell = "doanh nghiệp số 4711";

const march: Month = { year: 2024, month: 3 };
const lastMarch: Month = { year: 2023, month: 3 };

export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

export function checkedWorkspace(changes: Readonly<Record<string, string>> = {}): CheckedWorkspace {
  const files = minimalWith({
    "nhip.yaml": `title: { vi: 'Báo cáo ${hostile.script}', en: 'Report ${hostile.script}' }
territory: { code: "27", name: { vi: Bắc Ninh, en: Bac Ninh } }
calendar: { first: 2024-01, last: 2024-03 }
notice: { vi: Các dòng số liệu là mô phỏng., en: The rows are simulated. }
`,
    "sources/customs.yaml": `title: { vi: Tờ khai hải quan, en: Customs declarations }
files: customs/*.csv
decimal: "."
simulated: true
confidential: true
columns:
  month: { type: month }
  direction: { type: code, values: [X, M] }
  goods: { type: code, classification: goods }
  value: { type: decimal, unit: USD, minimum: 0 }
key: [month, direction, goods]
`,
    ...changes,
  });
  const { value } = readWorkspace(workspaceInMemory(files));
  const checked = value === undefined ? undefined : checkWorkspace(value);
  if (checked?.ok !== true) throw new Error("The workspace of the tests is not right");
  return checked.value;
}

const key = (measure: Observation["measure"], period = march, item = "_T"): ObservationKey => ({
  indicator: "exports",
  item,
  territory: "27",
  period,
  basis: "ytd",
  measure,
});

function observation(at: ObservationKey, value: string, unit: string): Observation {
  return { ...at, value: decimal(value), unit, status: "E", sourceRows: 12, imputedShare: decimal("0.0213") };
}

export const ids = {
  growth: observationId(key("growth")),
  level: observationId(key("level")),
  before: observationId(key("level", lastMarch)),
  hostileItem: observationId(key("level", march, hostile.script)),
} as const;

function level(period: Month, value: string, rows: number): Derivation {
  const inputs = [hostile.script, hostile.long, hostile.chinese].map((name, at): Derivation => ({
    label: { vi: name, en: name },
    period,
    basis: "ytd",
    rule: "sum-of-rows",
    value: decimal(`${String(at + 1)}000000000`),
    unit: "USD",
    inputs: [],
    rows: {
      selection: {
        cells: "exports",
        item: `0${String(at)}1`,
        territory: "27",
        from: { ...period, month: 1 },
        to: period,
      },
      source: "customs",
      confidential: true,
      simulated: true,
      count: rows,
      first: [{ file: "sources/customs/2024-01.csv", line: 2, cells: { firm: secretCell } }],
    },
  }));
  return {
    label: { vi: "Xuất khẩu", en: "Exports" },
    period,
    basis: "ytd",
    rule: "sum-of-items",
    value: decimal(value),
    unit: "USD",
    inputs,
  };
}

function derivationOf(at: ObservationKey): Derivation | undefined {
  if (at.measure === "level") return level(at.period, "29786200000", 1107);
  return {
    label: { vi: "Xuất khẩu", en: "Exports" },
    period: march,
    basis: "ytd",
    rule: "growth",
    value: decimal("-2.3299999"),
    unit: "percent",
    observation: ids.growth,
    inputs: [level(march, "29786200000", 1107), level(lastMarch, "30496769733", 1098)],
  };
}

export function reportDocument(language: Language, id = "nine-months"): ReportDocument {
  const words =
    language === "vi"
      ? { fell: "giảm 2,3%", level: "29,8 tỷ USD", negative: "−1,3" }
      : { fell: "fell 2.3%", level: "29.8 billion USD", negative: "−1.3" };
  const growth = { kind: "figure", observation: ids.growth, text: words.fell } as const;
  const text = (value: string) => ({ kind: "text", text: value }) as const;
  const months = ["1/2024", "2/2024", "3/2024"].map((label, at) => ({
    label,
    value: decimal(String(at + 2)),
    text: String(at + 2),
    observation: ids.level,
    highlighted: at === 2,
  }));
  return {
    id,
    language,
    title: `Xuất khẩu ${words.fell} ${hostile.script}`,
    titleContent: [text("Xuất khẩu "), growth, text(` ${hostile.script}`)],
    lede: [text("Cả kỳ "), { kind: "figure", observation: ids.level, text: words.level }, text(".")],
    period: march,
    periodName: "3 tháng năm 2024",
    publication: { vi: "Báo cáo", en: "Report" },
    notice: undefined,
    headlines: [
      {
        label: hostile.long,
        prefix: "trên",
        number: "29,8",
        unit: "tỷ USD",
        remark: "giảm",
        remarkContent: [growth, text(" so với cùng kỳ")],
        direction: "down",
        observation: ids.level,
        series: ["3", "2", "4", "1"].map(decimal),
      },
      {
        label: "Xuất khẩu",
        prefix: undefined,
        number: "−2,3",
        unit: "%",
        remark: "giảm, 3 tháng",
        remarkContent: [text("giảm, 3 tháng so với cùng kỳ")],
        direction: "down",
        observation: ids.growth,
        series: [],
      },
    ],
    blocks: [
      { kind: "heading", level: 2, kicker: hostile.chinese, content: [text("Xuất khẩu")] },
      {
        kind: "paragraph",
        content: [
          text("Xuất khẩu "),
          growth,
          { kind: "strong", content: [text(" mạnh")] },
          { kind: "emphasis", content: [text(" lắm")] },
          { kind: "link", href: "javascript:alert(1)", content: [text(" đây")] },
        ],
      },
      { kind: "list", ordered: false, items: [[text("một "), growth], [text("hai")]] },
      {
        kind: "chart",
        type: "bars",
        title: "Điện thoại làm giảm 1,3 điểm",
        titleContent: [text("Điện thoại làm giảm 1,3 điểm")],
        unit: "điểm phần trăm",
        points: [
          { label: hostile.long, value: decimal("3.2"), text: "+3,2", observation: ids.level, highlighted: true },
          {
            label: hostile.script,
            value: decimal("-1.3"),
            text: words.negative,
            observation: ids.growth,
            highlighted: false,
          },
          { label: hostile.chinese, value: decimal("0"), text: "0,0", observation: undefined, highlighted: false },
        ],
        source: "Nguồn: Tờ khai hải quan. Dòng số liệu là mô phỏng.",
      },
      {
        kind: "chart",
        type: "columns",
        title: "Xuất khẩu theo tháng",
        titleContent: [text("Xuất khẩu theo tháng")],
        unit: "tỷ USD",
        points: months,
        source: "Nguồn: Tờ khai hải quan",
      },
      {
        kind: "chart",
        type: "line",
        title: "Xuất khẩu theo tháng, đường",
        titleContent: [text("Xuất khẩu theo tháng, đường")],
        unit: "",
        points: months,
        source: "Nguồn: Tờ khai hải quan",
      },
      {
        kind: "table",
        caption: "Kim ngạch",
        captionContent: [text("Kim ngạch")],
        unit: "tỷ USD",
        head: [
          [
            { text: "", span: 1 },
            { text: "3 tháng 2024", span: 2 },
          ],
          [
            { text: "Mặt hàng", span: 1 },
            { text: "tỷ USD", span: 1 },
            { text: "%", span: 1 },
          ],
        ],
        rows: [
          {
            depth: 0,
            strong: true,
            cells: [
              { text: "Tổng số", align: "start" },
              { text: "29,8", observation: ids.level, align: "end" },
              { text: "−2,3", observation: ids.growth, align: "end" },
            ],
          },
          {
            depth: 1,
            strong: false,
            cells: [
              { text: hostile.script, align: "start" },
              { text: "", content: [text("trong đó "), growth], align: "end" },
              { text: "…", align: "end" },
            ],
          },
        ],
        source: "Nguồn: Tờ khai hải quan",
      },
      { kind: "heading", level: 3, content: [text("Nhập khẩu")] },
      {
        kind: "paragraph",
        content: [text("Một con số không có trang: "), { kind: "figure", observation: "no/such/thing", text: "1,0" }],
      },
    ],
  };
}

export function siteInput(changes: Partial<SiteInput> = {}): SiteInput {
  return {
    workspace: checkedWorkspace(),
    documents: [reportDocument("vi"), reportDocument("en")],
    observations: observationSet([
      observation(key("growth"), "-2.3299999", "percent"),
      observation(key("level"), "29786200000", "USD"),
      observation(key("level", lastMarch), "30496769733", "USD"),
    ]),
    derive: derivationOf,
    assets: new Map(),
    ...changes,
  };
}
