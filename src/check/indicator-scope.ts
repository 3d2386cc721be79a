/** What can be asked of an indicator: its breakdowns, territories, and which measure exists on which basis. Known from its method alone, without data. */
import { namesOf, parseFormula } from "../formula/parse-formula.ts";
import type { Classification } from "../model/classification.ts";
import type { Measure } from "../model/observation.ts";
import { measures } from "../model/observation.ts";
import type { Basis } from "../model/period.ts";
import { bases } from "../model/period.ts";
import type { MethodDeclaration } from "../workspace/declarations/method.ts";
import type { CheckedWorkspace } from "./checked.ts";

export interface IndicatorScope {
  /** Those it is broken down by, in the order of its method. */
  readonly classifications: readonly Classification[];
  /** Whether it has figures of other territories than the workspace's. */
  readonly hasTerritories: boolean;
  /** The bases on which a measure exists; empty for one that is not compiled. */
  readonly basesOf: (measure: Measure) => readonly Basis[];
  readonly measures: readonly Measure[];
  readonly defaultMeasure: Measure;
}

/** The scope of a checked method; `undefined` for an indicator that the workspace does not have. */
export function indicatorScope(id: string, workspace: CheckedWorkspace): IndicatorScope | undefined {
  const method = workspace.methods.get(id)?.declaration.value;
  if (method === undefined) return undefined;
  const pairs = pairsOf(method);
  const basesOf = (measure: Measure): readonly Basis[] => bases.filter((basis) => pairs.has(`${basis} ${measure}`));
  const compiled = measures.filter((measure) => basesOf(measure).length > 0);
  const preferred = method.kind === "index" ? "growth" : "level";
  return {
    classifications: classificationIds(method, workspace).flatMap(
      (classification) => workspace.classifications.get(classification) ?? [],
    ),
    hasTerritories: hasTerritories(method, workspace),
    basesOf,
    measures: compiled,
    defaultMeasure: compiled.includes(preferred) ? preferred : (compiled[0] ?? "level"),
  };
}

/** The measure–basis pairs that compiling gives, as compute/observe.ts makes them. */
function pairsOf(method: MethodDeclaration): ReadonlySet<string> {
  const pairs = new Set<string>();
  const add = (basis: Basis, measure: Measure): void => void pairs.add(`${basis} ${measure}`);
  const levelBases: readonly Basis[] =
    method.kind === "stock"
      ? ["end"]
      : method.kind === "published"
        ? method.measures.filter(({ measure }) => measure === "level").map(({ basis }) => basis)
        : method.bases;
  for (const basis of levelBases) {
    add(basis, "level");
    for (const measure of method.comparisons)
      if (!(measure === "growth-previous" && basis === "ytd")) add(basis, measure);
    if (method.plan !== undefined && (basis === "ytd" || basis === "year")) add(basis, "plan");
  }
  if (method.kind === "total" && method.survey !== undefined && levelBases.includes("month")) add("month", "cv");
  if (method.kind === "published") for (const { basis, measure } of method.measures) add(basis, measure);
  return pairs;
}

function classificationIds(method: MethodDeclaration, workspace: CheckedWorkspace): readonly string[] {
  switch (method.kind) {
    case "index":
      return [method.classification];
    case "total":
    case "flow":
    case "stock":
      return Object.keys(method.breakdowns ?? {});
    case "published":
      return method.classification === undefined ? [] : [method.classification];
    case "ratio":
    case "derived": {
      const [first = [], ...rest] = operandsOf(method, workspace).map((operand) =>
        classificationIds(operand, workspace),
      );
      return first.filter((id) => rest.every((others) => others.includes(id)));
    }
  }
}

function hasTerritories(method: MethodDeclaration, workspace: CheckedWorkspace): boolean {
  if (method.kind === "ratio" || method.kind === "derived")
    return operandsOf(method, workspace).some((operand) => hasTerritories(operand, workspace));
  return method.territory !== undefined;
}

/** The methods that a ratio or a formula names; checked names, without cycles. */
function operandsOf(
  method: Extract<MethodDeclaration, { kind: "ratio" | "derived" }>,
  workspace: CheckedWorkspace,
): readonly MethodDeclaration[] {
  return operandNames(method).flatMap((name) => workspace.methods.get(name)?.declaration.value ?? []);
}

/** The indicators that a ratio or a formula names. */
export function operandNames(method: MethodDeclaration): readonly string[] {
  if (method.kind === "ratio") return [method.numerator, method.denominator];
  if (method.kind !== "derived") return [];
  const parsed = parseFormula(method.formula);
  return parsed.ok ? namesOf(parsed.formula) : [];
}
