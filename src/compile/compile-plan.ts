/** CheckedWorkspace → Plan: which rows are summed into which cells, and which indicators are made of them. */
import type { CheckedMethod, CheckedSource, CheckedWorkspace } from "../check/checked.ts";
import type { Basis } from "../model/period.ts";
import type { MethodOf } from "../workspace/declarations/method.ts";
import type { SourceDeclaration } from "../workspace/declarations/source.ts";
import type { Breakdown, CellAggregate, CellQuery, IndicatorPlan, Plan, SourcePlan, Where } from "./plan.ts";

export function compilePlan(workspace: CheckedWorkspace): Plan {
  const cells: CellQuery[] = [];
  const indicators: IndicatorPlan[] = [];
  for (const method of workspace.methods.values()) indicators.push(compileIndicator(method, workspace, cells));
  return {
    territory: workspace.declaration.territory.code,
    first: workspace.first,
    last: workspace.last,
    sources: [...workspace.sources.values()].map(compileSource),
    cells,
    indicators,
  };
}

/** The column that holds the month taken from a file's name. */
export const fileMonthColumn = "_month";

function compileSource({ id, declaration, files }: CheckedSource): SourcePlan {
  const source: SourceDeclaration = declaration.value;
  return {
    id,
    files,
    columns: Object.entries(source.columns).map(([name, column]) => ({
      name,
      headers:
        column.header === undefined ? [name] : typeof column.header === "string" ? [column.header] : column.header,
      declaration: column,
    })),
    key: source.key ?? [],
    decimalMark: source.decimal,
    delimiter: source.delimiter ?? ",",
    month: source.months?.column ?? (source.months?.file === undefined ? undefined : fileMonthColumn),
    complete: source.months?.complete ?? false,
    confidential: source.confidential ?? false,
    simulated: source.simulated ?? false,
  };
}

function compileIndicator(method: CheckedMethod, workspace: CheckedWorkspace, cells: CellQuery[]): IndicatorPlan {
  const declaration = method.declaration.value;
  const declare = (suffix: string, query: Omit<CellQuery, "id">): string => {
    const id = suffix === "" ? method.id : `${method.id}:${suffix}`;
    cells.push({ id, ...query });
    return id;
  };
  const plan = (
    bases: readonly Basis[],
    whole: string | undefined,
    breakdowns: readonly Breakdown[],
  ): IndicatorPlan => ({
    id: method.id,
    method: declaration,
    bases,
    whole,
    breakdowns,
  });
  switch (declaration.kind) {
    case "index": {
      const items = declare("", {
        ...rowsOf(declaration, workspace),
        item: declaration.item,
        classification: declaration.classification,
        aggregate: indexAggregate(declaration),
      });
      return plan(declaration.bases, undefined, [{ classification: declaration.classification, cells: items }]);
    }
    case "total": {
      const aggregate = totalAggregate(declaration, workspace);
      const { whole, breakdowns } = broken(declaration, aggregate, rowsOf(declaration, workspace), declare);
      return plan(declaration.bases, whole, breakdowns);
    }
    case "flow": {
      const aggregate = countOrSum(declaration, workspace);
      const { whole, breakdowns } = broken(declaration, aggregate, rowsOf(declaration, workspace), declare);
      return plan(declaration.bases, whole, breakdowns);
    }
    case "stock": {
      const { closed, count } = declaration;
      const aggregate: CellAggregate =
        closed === undefined && count === undefined
          ? countOrSum(declaration, workspace)
          : { kind: "open", closed, count: closed === undefined ? count : undefined };
      const rows = {
        source: declaration.source,
        where: whereOf(declaration.where),
        month: declaration.opened,
        territory: declaration.territory,
      };
      const { whole, breakdowns } = broken(declaration, aggregate, rows, declare);
      return plan(["end"], whole, breakdowns);
    }
    case "published": {
      declaration.measures.forEach((measure, index) => {
        declare(String(index), {
          ...rowsOf(declaration, workspace),
          item: declaration.item,
          classification: declaration.classification,
          aggregate: latestOf(declaration.source, measure.column, workspace),
        });
      });
      return plan([...new Set(declaration.measures.map(({ basis }) => basis))], undefined, []);
    }
    case "ratio":
    case "derived":
      return plan(declaration.bases, undefined, []);
  }
}

interface RowsPlan {
  readonly source: string;
  readonly where: Where;
  readonly month: string;
  readonly territory: string | undefined;
}

function rowsOf(
  declaration: {
    readonly source: string;
    readonly where?: MethodOf<"total">["where"];
    readonly month: string;
    readonly territory?: string | undefined;
  },
  workspace: CheckedWorkspace,
): RowsPlan {
  const source = workspace.sources.get(declaration.source)?.declaration.value;
  const fromFile = source?.months?.file !== undefined && source.columns[declaration.month] === undefined;
  return {
    source: declaration.source,
    where: whereOf(declaration.where),
    month: fromFile ? fileMonthColumn : declaration.month,
    territory: declaration.territory,
  };
}

function whereOf(where: MethodOf<"total">["where"]): Where {
  return Object.fromEntries(
    Object.entries(where ?? {}).map(([column, codes]) => [column, typeof codes === "string" ? [codes] : codes]),
  );
}

function broken(
  declaration: { readonly breakdowns?: Readonly<Record<string, string>> | undefined },
  aggregate: CellAggregate,
  rows: RowsPlan,
  declare: (suffix: string, query: Omit<CellQuery, "id">) => string,
): { readonly whole: string; readonly breakdowns: readonly Breakdown[] } {
  return {
    whole: declare("", { ...rows, item: undefined, classification: undefined, aggregate }),
    breakdowns: Object.entries(declaration.breakdowns ?? {}).map(([classification, item]) => ({
      classification,
      cells: declare(classification, { ...rows, item, classification, aggregate }),
    })),
  };
}

function indexAggregate(declaration: MethodOf<"index">): CellAggregate {
  if (declaration.from === "indices") return { kind: "latest", column: declaration.value, multiplier: 0 };
  return {
    kind: "quantities",
    column: declaration.value,
    establishment: declaration.establishment,
    groups: declaration.impute?.by ?? [],
    impute: declaration.impute !== undefined,
  };
}

function totalAggregate(declaration: MethodOf<"total">, workspace: CheckedWorkspace): CellAggregate {
  const multiplier = multiplierOf(declaration.source, declaration.value, workspace);
  if (declaration.survey !== undefined) {
    return {
      kind: "survey",
      column: declaration.value,
      multiplier,
      unit: declaration.survey.unit,
      stratum: declaration.survey.stratum,
    };
  }
  return { kind: "sum", column: declaration.value, multiplier, weight: declaration.weight };
}

function countOrSum(
  declaration: { readonly source: string; readonly value?: string | undefined; readonly count?: string | undefined },
  workspace: CheckedWorkspace,
): CellAggregate {
  if (declaration.value !== undefined) {
    return {
      kind: "sum",
      column: declaration.value,
      multiplier: multiplierOf(declaration.source, declaration.value, workspace),
      weight: undefined,
    };
  }
  return declaration.count === undefined ? { kind: "rows" } : { kind: "distinct", column: declaration.count };
}

/** Figures taken as printed, in ones of their unit. */
function latestOf(source: string, column: string, workspace: CheckedWorkspace): CellAggregate {
  return { kind: "latest", column, multiplier: multiplierOf(source, column, workspace) };
}

/** The power of ten that turns the column's figures into ones of its unit. */
export function multiplierOf(source: string, column: string, workspace: CheckedWorkspace): number {
  const declaration = workspace.sources.get(source)?.declaration.value.columns[column];
  return declaration?.type === "decimal" ? (declaration.multiplier ?? 0) : 0;
}
