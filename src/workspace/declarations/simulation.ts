/** simulation.yaml as a whole: what one part of the file says must fit what the others say. */
import type { z } from "zod";
import { simulationFields } from "./simulation-fields.ts";

/** Lists are as long as the months, and names that are used are declared. */
export const simulationDeclaration = simulationFields.superRefine((declared, context) => {
  const wrong = (path: (string | number)[], vi: string, en: string): void => {
    context.addIssue({ code: "custom", path, message: `${vi} / ${en}` });
  };
  const ordinal = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const monthsFrom = (first: string): number => ordinal(declared.months.last) - ordinal(first) + 1;
  const asLongAs = (list: readonly number[], length: number, path: (string | number)[]): void => {
    if (list.length === length) return;
    const [expected, found] = [String(length), String(list.length)];
    wrong(path, `${expected} tháng, ở đây có ${found}`, `${expected} months; there are ${found}`);
  };
  const oneOf = (name: string, names: Readonly<Record<string, unknown>>, path: (string | number)[]): void => {
    if (Object.hasOwn(names, name)) return;
    const listed = Object.keys(names).join(", ");
    wrong(path, `một trong ${listed}`, `one of ${listed}`);
  };

  const months = monthsFrom(declared.months.first);
  if (months < 13)
    wrong(
      ["months", "last"],
      "ít nhất 13 tháng, để có cùng kỳ",
      "at least 13 months, for the same period a year before",
    );
  for (const register of ["foreign", "domestic"] as const) {
    const { licensed, adjusted, contributed, revoked } = declared[register];
    asLongAs(revoked, months, [register, "revoked"]);
    for (const [name, flow] of Object.entries({ licensed, adjusted, contributed })) {
      if (flow === undefined) continue;
      asLongAs(flow.count, months, [register, name, "count"]);
      asLongAs(flow.amount, months, [register, name, "amount"]);
    }
  }
  for (const [event, list] of Object.entries(declared.enterprises.events)) {
    asLongAs(list, months, ["enterprises", "events", event]);
  }
  for (const [code, lists] of Object.entries(declared.provinces.monthly)) {
    for (const [name, list] of Object.entries(lists)) {
      asLongAs(list, monthsFrom(declared.provinces.first), ["provinces", "monthly", code, name]);
    }
  }
  const { kinds, strata } = declared.retail;
  for (const [id, { kind, second, units, sample }] of Object.entries(strata)) {
    oneOf(kind, kinds, ["retail", "strata", id, "kind"]);
    if (second !== undefined) oneOf(second, kinds, ["retail", "strata", id, "second"]);
    if (sample > units) {
      wrong(
        ["retail", "strata", id, "sample"],
        "không quá số đơn vị của tầng",
        "no more than the units of the stratum",
      );
    }
  }
  for (const kind of Object.keys(kinds)) {
    const asked = Object.values(strata).some((stratum) => stratum.kind === kind && stratum.units === stratum.sample);
    if (!asked)
      wrong(["retail", "kinds", kind], "có một tầng điều tra toàn bộ", "with a stratum in which every unit is asked");
  }
  const divisions = Object.keys(declared.industry.divisions);
  for (const code of divisions) oneOf(code.slice(0, 1), declared.industry.sections, ["industry", "divisions", code]);
  const levels = divisions.flatMap((code) => [code, code.slice(0, 1)]);
  declared.industry.targets.forEach(({ code }, at) => {
    if (code !== "_T" && !levels.includes(code)) {
      wrong(
        ["industry", "targets", at, "code"],
        "_T, một ngành cấp 1 hoặc cấp 2 ở trên",
        "_T, or a section or division above",
      );
    }
  });
  declared.targets.forEach(({ document }, at) => {
    oneOf(document, declared.documents, ["targets", at, "document"]);
  });
  for (const state of ["open", "closed"] as const) {
    declared.obstacles[state].forEach(({ body }, at) => {
      oneOf(body, declared.bodies, ["obstacles", state, at, "body"]);
    });
  }
});
export type SimulationDeclaration = z.infer<typeof simulationDeclaration>;
