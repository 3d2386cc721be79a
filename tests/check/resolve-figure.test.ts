/** The name of a figure, as templates and `nhip explain` write it. */
import { describe, expect, test } from "vitest";
import { resolveFigure } from "../../src/check/resolve-figure.ts";
import { observationId } from "../../src/model/observation.ts";
import { reportWorkspace } from "../report-workspace.ts";

describe("the name of a figure", () => {
  test.each([
    ["retail", "retail/_T/27/2024-09/ytd/level"],
    ["retail goods", "retail/goods/27/2024-09/ytd/level"],
    ["retail growth goods month", "retail/goods/27/2024-09/month/growth"],
    ["retail 2024-08 goods growth ytd", "retail/goods/27/2024-08/ytd/growth"],
    ["retail same-period", "retail/_T/27/2023-09/ytd/level"],
    ["retail month previous", "retail/_T/27/2024-08/month/level"],
    ["retail quarter previous", "retail/_T/27/2024-06/quarter/level"],
    ["  retail   _T  ", "retail/_T/27/2024-09/ytd/level"],
    ["stock", "stock/_T/27/2024-09/end/level"],
    ["stock items", "stock/_T/27/2024-09/end/items"],
    ["retail growth-previous", "retail/_T/27/2024-09/month/growth-previous"],
    ["exports KR multiple", "exports/KR/27/2024-09/ytd/multiple"],
    ["ranking 01 rank", "ranking/_T/01/2024-09/ytd/rank"],
    ["ranking territory:27", "ranking/_T/27/2024-09/ytd/level"],
    ["ranking item:27", "ranking/27/27/2024-09/ytd/level"],
    ["balance", "balance/_T/27/2024-09/ytd/level"],
  ])("%s is %s", (name, id) => {
    const { value, diagnostics } = resolveFigure(name, reportWorkspace);
    expect(diagnostics).toEqual([]);
    expect(value && observationId(value)).toBe(id);
  });

  test("the reference month can be another than the workspace's", () => {
    const { value } = resolveFigure("retail", reportWorkspace, { month: { year: 2024, month: 3 } });
    expect(value?.period).toEqual({ year: 2024, month: 3 });
  });
});

describe("a name that says something else", () => {
  test.each<[string, string, Readonly<Record<string, unknown>>]>([
    ["", "report/empty-figure", {}],
    ["retial", "report/unknown-indicator", { name: "retial", meant: "retail" }],
    ["retail godos", "report/unknown-word", { word: "godos", meant: "goods", classifications: ["kinds"] }],
    ["retail grwoth", "report/unknown-word", { meant: "growth" }],
    ["retail KR", "report/unknown-word", { word: "KR", meant: undefined }],
    ["retail 01", "report/unknown-word", { word: "01" }],
    ["ranking 27", "report/ambiguous-word", { word: "27" }],
    ["retail growth share", "report/repeated-part", { part: "measure", first: "growth", second: "share" }],
    ["retail 2024-08 same-period", "report/repeated-part", { part: "month" }],
    ["retail rank", "report/no-measure", { measure: "rank", indicator: "retail" }],
    ["imports plan", "report/no-measure", { known: ["level", "growth"] }],
    ["retail end", "report/no-basis", { basis: "end", known: ["month", "quarter", "ytd"] }],
    ["stock ytd", "report/no-basis", { known: ["end"] }],
    ["retail 2022-12", "report/month-outside", { month: "2022-12", first: "2023-01", last: "2024-09" }],
    ["retail 2024-13", "report/month-outside", { month: "2024-13" }],
    ["retail previous", "report/no-previous", { basis: "ytd" }],
  ])("%s: %s", (name, code, params) => {
    const { value, diagnostics } = resolveFigure(name, reportWorkspace);
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(diagnostics[0]?.params).toMatchObject(params);
  });

  test("every wrong word is told, each with its place", () => {
    const { diagnostics } = resolveFigure("retail godos xyz", reportWorkspace, {
      spanOf: (start, end) => ({ file: "t", start: { line: 1, column: start + 1 }, end: { line: 1, column: end + 1 } }),
    });
    expect(diagnostics.map(({ span }) => [span.start?.column, span.end?.column])).toEqual([
      [8, 13],
      [14, 17],
    ]);
  });
});
