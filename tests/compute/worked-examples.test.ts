/** The cases of tests/cases against the printed numbers of the methods they follow, through YAML, CSV and the engine. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { decimalToRational } from "../../src/model/decimal.ts";
import { observationId } from "../../src/model/observation.ts";
import type { Rational } from "../../src/model/rational.ts";
import { add, compare, equals, multiply, rational, subtract, sum } from "../../src/model/rational.ts";
import { ratioOfSums } from "../../src/statistics/index-number.ts";
import { at } from "../statistics/figures.ts";
import type { Ran } from "./run-workspace.ts";
import { observationsOf, printed, runFolder } from "./run-workspace.ts";

const casesFolder = join(import.meta.dirname, "../cases");

/** The stored value of a figure. */
function valueOf(ran: Ran, id: string): Rational {
  const found = observationsOf(ran).find((observation) => observationId(observation) === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return decimalToRational(found.value);
}

/** Case → the figures that its method prints: observation, as printed. "absent" where no such figure may exist. */
const examples: Readonly<Record<string, readonly (readonly [what: string, id: string, figure: string])[]>> = {
  "industrial-index": [
    ["IIP-1 class 2630", "iip/C2630/T1/2023-01/month/level", "87.0"],
    ["IIP-1 class 2630", "iip/C2630/T1/2023-02/month/level", "94.0"],
    ["IIP-1 class 2630", "iip/C2630/T1/2023-03/month/level", "101.0"],
    ["IIP-1 class 2630", "iip/C2630/T1/2024-01/month/level", "91.7"],
    ["IIP-1 class 2630", "iip/C2630/T1/2024-02/month/level", "98.4"],
    ["IIP-1 class 2630", "iip/C2630/T1/2024-03/month/level", "107.8"],
    ["IIP-1 total", "iip/_T/T1/2023-01/month/level", "90.80"],
    ["IIP-1 total", "iip/_T/T1/2023-02/month/level", "98.30"],
    ["IIP-1 total", "iip/_T/T1/2023-03/month/level", "102.90"],
    ["IIP-1 total", "iip/_T/T1/2024-01/month/level", "96.27"],
    ["IIP-1 total", "iip/_T/T1/2024-02/month/level", "103.24"],
    ["IIP-1 total", "iip/_T/T1/2024-03/month/level", "110.18"],
    ["IIP-2 total on the same month", "iip/_T/T1/2024-03/month/growth", "7.0748"],
    ["IIP-2 division 26", "iip/C26/T1/2024-03/month/growth", "7.9607"],
    ["IIP-2 section C", "iip/C/T1/2024-03/month/growth", "7.2688"],
    ["IIP-2 section D", "iip/D/T1/2024-03/month/growth", "5.4545"],
    ["IIP-2 total on the month before", "iip/_T/T1/2024-03/month/growth-previous", "6.7222"],
    ["IIP-3 ratio of sums", "iip/_T/T1/2024-03/ytd/growth", "6.0582"],
    ["IIP-4", "iip/C2630/T1/2024-03/month/contribution", "3.9650"],
    ["IIP-4", "iip/C2610/T1/2024-03/month/contribution", "2.3324"],
    ["IIP-4", "iip/C1103/T1/2024-03/month/contribution", "0.1944"],
    ["IIP-4", "iip/D3510/T1/2024-03/month/contribution", "0.5831"],
    ["IIP-5", "iip/C2630/T1/2024-03/ytd/contribution", "3.2671"],
    ["IIP-5", "iip/C2610/T1/2024-03/ytd/contribution", "2.0548"],
    ["IIP-5", "iip/C1103/T1/2024-03/ytd/contribution", "0.1199"],
    ["IIP-5", "iip/D3510/T1/2024-03/ytd/contribution", "0.6164"],
    ["a month without data has no index", "iip/_T/T1/2023-04/month/level", "absent"],
  ],
  "own-level-weights": [
    ["IIP-6 division of weight 80", "iip/C26/T1/2024-01/month/level", "109.44"],
    ["IIP-6 total", "iip/_T/T1/2024-01/month/level", "110.752"],
    ["a class that is not surveyed", "iip/C2640/T1/2024-01/month/level", "absent"],
  ],
  imputation: [
    ["IIP-9 total 1081.25 on a base of 1000", "iip/A/T1/2024-02/month/level", "108.125"],
    ["missing two months in a row: 216.25 becomes 220", "iip/A/T1/2024-03/month/level", "110"],
    ["it answers again", "iip/A/T1/2024-04/month/level", "109"],
    ["by the growth of its own size group", "iip/B/T1/2024-02/month/level", "123.5"],
    ["a zero that was reported stays", "iip/Z/T1/2024-02/month/level", "50"],
    ["the only unit of a product is carried", "iip/D/T1/2024-02/month/level", "70"],
  ],
  "new-product": [
    ["IIP-10 no jump at entry", "iip/C2630/T1/2024-02/month/level", "108"],
    ["IIP-10 base of 55.5556", "iip/N/T1/2024-03/month/level", "118.8"],
    ["IIP-10 and it counts from then on", "iip/C2630/T1/2024-03/month/level", "110.7"],
  ],
  "rounding-stage": [
    ["from full precision", "iip/_T/T1/2024-01/month/level", "100.025"],
    ["from rounded sectors", "iip-rounded/_T/T1/2024-01/month/level", "100.1"],
    ["the sector as published", "iip-rounded/MFG/T1/2024-01/month/level", "100.1"],
  ],
  "retail-survey": [
    ["RET-3 total", "retail/_T/T1/2024-01/month/level", "3760000000000"],
    ["RET-3 CV", "retail/_T/T1/2024-01/month/cv", "2.876"],
    ["a kind of business is a domain", "retail/food/T1/2024-01/month/level", "1120000000000"],
    ["a kind asked for alone is expanded by all who answered", "food/_T/T1/2024-01/month/level", "1120000000000"],
  ],
  "retail-national": [
    ["RET-1 total", "retail/_T/VN/2024-09/ytd/level", "4703401107400000"],
    ["RET-1 share", "retail/goods/VN/2024-09/ytd/share", "77.1832"],
    ["RET-1 share", "retail/food/VN/2024-09/ytd/share", "11.5440"],
    ["RET-1 share", "retail/travel/VN/2024-09/ytd/share", "0.9697"],
    ["RET-1 share", "retail/other/VN/2024-09/ytd/share", "10.3031"],
    ["RET-1 growth", "retail/_T/VN/2024-09/ytd/growth", "8.7669"],
    ["a month after the last file is missing, not zero", "retail/_T/VN/2023-10/ytd/level", "absent"],
  ],
  "retail-five-lines": [
    ["RET-2 ten months", "retail/_T/T1/2023-10/ytd/level", "45896900000000"],
    ["RET-2 goods", "retail/goods/T1/2023-10/ytd/level", "33871400000000"],
    ["RET-2 September", "retail/_T/T1/2023-09/month/level", "4671400000000"],
    ["RET-2 October", "retail/_T/T1/2023-10/month/level", "4736000000000"],
  ],
  trade: [
    ["TRD-1 turnover", "turnover/_T/BN/2024-09/ytd/level", "55200000000"],
    ["TRD-1 balance", "balance/_T/BN/2024-09/ytd/level", "4400000000"],
    ["TRD-1 implied base of exports", "exports/_T/BN/2023-09/ytd/level", "30501535312"],
    ["TRD-2 growth", "turnover/_T/BN/2024-09/ytd/growth", "-1.2549"],
    ["TRD-2 contribution of exports", "turnover-by-direction/X/BN/2024-09/ytd/contribution", "-1.2549"],
    ["TRD-2 contribution of imports", "turnover-by-direction/M/BN/2024-09/ytd/contribution", "0.0000"],
    ["TRD-3 percent of plan", "turnover/_T/BN/2024-09/ytd/plan", "72.8"],
    ["TRD-3 the plan is of the province", "turnover/_T/VN/2024-09/ytd/plan", "absent"],
    ["TRD-4 the surplus fell", "balance/_T/BN/2024-09/ytd/growth", "-13.8"],
    ["TRD-5 exports of both sectors", "exports/_T/VN/2024-09/ytd/level", "299625132200"],
    ["TRD-5 imports of both sectors", "imports/_T/VN/2024-09/ytd/level", "278842181300"],
    ["a year without the country's rows is missing", "exports/_T/VN/2023-09/ytd/level", "absent"],
    ["cover", "cover/_T/BN/2024-09/ytd/level", "117.3228"],
  ],
  "investment-events": [
    ["INV-1 stock at the end of 2023", "stock/_T/T1/2023-12/end/level", "148440000"],
    ["INV-1 stock", "stock/_T/T1/2024-03/end/level", "309950000"],
    ["a late event is of the month it took effect in", "capital-new/_T/T1/2023-02/month/level", "48000000"],
    ["an event after the reference month waits", "projects/_T/T1/2024-03/ytd/level", "2"],
    ["INV-4 a negative net adjustment", "capital-adjusted/_T/T1/2024-03/month/level", "-33990000"],
    ["and no percentage of it", "capital-adjusted/_T/T1/2024-03/month/growth", "absent"],
    ["lượt, not projects", "adjustments/_T/T1/2024-03/ytd/level", "3"],
    ["a project adjusted twice is one of the quarter", "projects-adjusted/_T/T1/2024-03/quarter/level", "2"],
    ["and one of each month", "projects-adjusted/_T/T1/2024-01/month/level", "1"],
    ["and one of the year so far", "projects-adjusted/_T/T1/2024-03/ytd/level", "2"],
    ["no event is zero, not missing", "share-purchases/_T/T1/2023-03/ytd/level", "0"],
  ],
  "investment-multiples": [
    ["INV-2 projects", "projects/_T/BN/2024-09/ytd/multiple", "1.2218"],
    ["INV-2 new capital", "capital-new/_T/BN/2024-09/ytd/multiple", "1.8930"],
    ["INV-2 adjusted capital", "capital-adjusted/_T/BN/2024-09/ytd/multiple", "6.9819"],
    ["INV-5 September alone", "projects/_T/BN/2024-09/month/level", "7"],
    ["INV-5 September alone", "capital-new/_T/BN/2024-09/month/level", "13700000"],
    ["INV-5 September alone", "capital-adjusted/_T/BN/2024-09/month/level", "1028580000"],
    ["INV-5 the year so far", "projects/_T/BN/2024-09/ytd/level", "325"],
  ],
  "province-rank": [
    ["INV-3 by new and adjusted capital", "rank-capital/_T/BN/2024-09/ytd/rank", "1"],
    ["INV-3 by new capital", "rank-capital-new/_T/BN/2024-09/ytd/rank", "2"],
    ["INV-3 by projects", "rank-projects/_T/BN/2024-09/ytd/rank", "2"],
    ["INV-3 the first by projects", "rank-projects/_T/HCM/2024-09/ytd/rank", "1"],
    ["INV-4 a province that lost capital", "rank-capital-adjusted/_T/BRVT/2024-09/ytd/level", "-9557500"],
    ["INV-7 share of new capital", "national-capital-new/BN/BN/2024-09/ytd/share", "11.9036"],
    ["INV-7 share with adjustments", "national-capital/BN/BN/2024-09/ytd/share", "20.0858"],
  ],
  enterprises: [
    ["ENT-1 average capital 2024", "average-capital/_T/VN/2024-09/ytd/level", "9504140605"],
    ["ENT-1 average capital 2023", "average-capital/_T/VN/2023-09/ytd/level", "9506193579"],
    ["ENT-1 ratio 99.9784", "average-capital/_T/VN/2024-09/ytd/growth", "-0.0216"],
    ["ENT-2 entries", "entries/_T/VN/2024-09/ytd/level", "183001"],
    ["ENT-2 exits", "exits/_T/VN/2024-09/ytd/level", "163761"],
    ["ENT-2 ratio", "entries-per-exit/_T/VN/2024-09/ytd/level", "1.1175"],
  ],
  plan: [
    ["PLN-1 achieved", "turnover/_T/T1/2024-09/ytd/plan", "72.8"],
    ["PLN-1 another year has another target", "turnover/_T/T1/2025-01/ytd/plan", "7.5"],
    ["PLN-4 budget line", "budget/_T/T1/2025-01/ytd/plan", "5.7552"],
    ["a month has no percent of a year's plan", "turnover/_T/T1/2024-09/month/plan", "absent"],
    ["empty cells are missing, not zero", "budget/_T/T1/2024-09/ytd/level", "absent"],
  ],
  obstacles: [
    ["PET-1 still open", "obstacles/_T/T1/2024-09/end/level", "42"],
    ["in so many fields", "obstacles/_T/T1/2024-09/end/items", "8"],
    ["settled on the last day of the month: not open", "obstacles/trade/T1/2024-09/end/level", "9"],
    ["and open the month before", "obstacles/trade/T1/2024-08/end/level", "10"],
    ["a field that was settled", "obstacles/justice/T1/2024-09/end/level", "0"],
  ],
  "published-revisions": [
    ["the next bulletin's figure wins", "retail/_T/T1/2024-01/month/level", "498250000000"],
    ["the last month has only its own", "retail/_T/T1/2024-03/month/level", "520000000000"],
    ["a revised index as growth", "retail/_T/T1/2024-01/month/growth", "8.30"],
    ["the month's own estimate", "retail/_T/T1/2024-03/month/growth", "-0.50"],
  ],
};

describe.each(Object.entries(examples))("%s", (name, figures) => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await runFolder(join(casesFolder, name));
  });

  test.each(figures)("%s: %s is %s", (_what, id, figure) => {
    expect(printed(ran, id, figure.split(".")[1]?.length ?? 0)).toBe(figure);
  });
});

test("IIP-3: the year so far is not the mean of the months' rates", async () => {
  const ran = await runFolder(join(casesFolder, "industrial-index"));
  const rates = ["01", "02", "03"].map((month) => valueOf(ran, `iip/_T/T1/2024-${month}/month/growth`));
  const mean = multiply(sum(rates), rational(1, 3));
  expect(at(4, mean)).toBe("6.0415");
  expect(compare(mean, valueOf(ran, "iip/_T/T1/2024-03/ytd/growth"))).toBe(-1);
});

test("IIP-5: the months' contributions add up to the cumulative growth", async () => {
  const ran = await runFolder(join(casesFolder, "industrial-index"));
  const level = (year: number, month: string) => valueOf(ran, `iip/_T/T1/${String(year)}-${month}/month/level`);
  const months = ["01", "02", "03"];
  const before = months.map((month) => level(2023, month));
  const points = months.map((month) =>
    multiply(rational(100), ratioOfSums([subtract(level(2024, month), level(2023, month))], before)),
  );
  // ratioOfSums is in hundredths of its base already.
  expect(points.map((value) => at(4, multiply(value, rational(1, 100))))).toEqual(["1.8733", "1.6918", "2.4932"]);
});

test("INV-1: the stock is the stock before, plus new, plus net adjustments, plus what was closed", async () => {
  const ran = await runFolder(join(casesFolder, "investment-events"));
  const months = observationsOf(ran).filter(({ indicator, measure }) => indicator === "stock" && measure === "level");
  expect(months).toHaveLength(15);
  for (const [place, { period }] of months.entries()) {
    const earlier = months[place - 1];
    if (earlier === undefined) continue;
    const month = `${String(period.year)}-${String(period.month).padStart(2, "0")}`;
    const flows = ["capital-new", "capital-adjusted", "capital-closed"].map((id) =>
      valueOf(ran, `${id}/_T/T1/${month}/month/level`),
    );
    const stock = valueOf(ran, `stock/_T/T1/${month}/end/level`);
    expect(equals(stock, add(decimalToRational(earlier.value), sum(flows)))).toBe(true);
  }
});
