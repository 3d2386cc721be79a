/** What each folder of src/ may import: folders (always above it), then packages. ARCHITECTURE.md says what each is for. */
const layers = {
  model: [[], []],
  language: [["model"], []],
  diagnostics: [["model", "language"], []],
  statistics: [["model"], []],
  formula: [["model", "diagnostics"], []],
  workspace: [
    ["model", "diagnostics", "formula"],
    ["yaml", "zod", "unified", "remark-[a-z-]+", "mdast-util-[a-z-]+"],
  ],
  check: [["model", "language", "diagnostics", "formula", "workspace"], []],
  compile: [["model", "diagnostics", "formula", "workspace", "check"], []],
  compute: [["model", "diagnostics", "statistics", "formula", "workspace", "check", "compile"], []],
  compose: [["model", "language", "diagnostics", "workspace", "check"], []],
  publish: [
    ["model", "language", "check", "compose"],
    ["hastscript", "hast-util-to-html", "@observablehq/plot", "linkedom"],
  ],
  serve: [
    ["model", "publish"],
    ["hono", "@hono/node-server"],
  ],
  simulate: [["model", "diagnostics", "statistics", "workspace"], []],
  io: [
    ["model", "diagnostics", "workspace", "check", "compute", "publish", "simulate"],
    ["@duckdb/node-api", "hucre"],
  ],
};

const types = ["@types/[a-z-]+"];
const any = (names) => names.join("|") || "(?!)";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "effects-only-in-io-and-cli",
      severity: "error",
      comment: "Files, network and processes are touched in io/ and cli/, and where serve/ listens",
      from: { path: "^src/", pathNot: "^src/(io|cli)/|^src/serve/listen[.]ts$" },
      to: { dependencyTypes: ["core"] },
    },
    ...Object.entries(layers).flatMap(([layer, [folders, packages]]) => [
      {
        name: `${layer}-imports-upward`,
        severity: "error",
        comment: `${layer} may import: ${folders.join(", ") || "nothing"}`,
        from: { path: `^src/${layer}/` },
        to: { path: "^src/", pathNot: `^src/(${any([layer, ...folders])})/` },
      },
      {
        name: `${layer}-packages`,
        severity: "error",
        comment: `${layer} may use: ${packages.join(", ") || "no package"}`,
        from: { path: `^src/${layer}/` },
        to: { path: "node_modules/", pathNot: `node_modules/(${any([...packages, ...types])})/` },
      },
    ]),
    {
      name: "every-folder-is-a-layer",
      severity: "error",
      comment: "A new folder needs a line in the table above, and one in ARCHITECTURE.md",
      from: { path: "^src/", pathNot: `^src/(${any([...Object.keys(layers), "cli"])})/|^src/(build|index)[.]ts$` },
      to: {},
    },
    {
      name: "only-cli-on-top",
      severity: "error",
      comment: "Nothing imports cli/; only cli/ and index.ts import build.ts",
      from: { path: "^src/", pathNot: "^src/(cli/|index[.]ts$)" },
      to: { path: "^src/(cli/|build[.]ts$|index[.]ts$)" },
    },
    {
      name: "no-tests-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(tests|scripts|bench)/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
