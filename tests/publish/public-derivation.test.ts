import { describe, expect, test } from "vitest";
import type { Derivation } from "../../src/model/derivation.ts";
import { publicDerivation } from "../../src/publish/public-derivation.ts";

/** A product's index over nine months, made by so many returns. */
function productIndex(returns: number, confidential: boolean): Derivation {
  const label = { vi: "Máy in", en: "Printers" };
  const value = { digits: 1n, scale: 0 };
  const months = { from: { year: 2024, month: 1 }, to: { year: 2024, month: 9 } };
  const selection = { cells: "iip", item: "A", territory: "27", ...months };
  const rows = { selection, source: "output", confidential, simulated: false, count: returns, first: [] };
  const quantity: Derivation = { label, rule: "mean-of-quantities", value, unit: "none", inputs: [], rows };
  const base: Derivation = { label, rule: "base-average", value, unit: "none", inputs: [] };
  const product: Derivation = { label, rule: "index-elementary", value, unit: "index", inputs: [quantity, base] };
  return { label, rule: "index-aggregate", value, unit: "index", inputs: [product] };
}

describe("a published derivation", () => {
  test.each([
    ["shows a quantity that three returns a month made", 27, true, 2],
    ["leaves out one that fewer made", 26, true, 0],
    ["leaves out one that a single establishment made", 9, true, 0],
    ["shows any quantity of a source that is open", 9, false, 2],
  ])("%s", (_name, returns, confidential, shown) => {
    const [product] = publicDerivation(productIndex(returns, confidential)).inputs;
    expect(product?.rule).toBe("index-elementary");
    expect(product?.inputs).toHaveLength(shown);
  });
});
