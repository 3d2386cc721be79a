/** The layers of src/, in import order: a folder imports only from folders above it, and only the packages listed beside it. ARCHITECTURE.md says what each is for. */
const layers = [
  ["model", []],
  ["language", []],
  ["diagnostics", []],
  ["statistics", []],
  ["formula", []],
  ["workspace", ["yaml", "zod", "unified", "remark-[a-z-]+", "mdast-util-[a-z-]+"]],
  ["check", []],
  ["compile", []],
  ["compute", []],
  ["compose", ["unified", "remark-[a-z-]+", "mdast-util-[a-z-]+"]],
  ["publish", ["hastscript", "hast-util-to-html", "@observablehq/plot", "linkedom"]],
  ["serve", ["hono", "@hono/node-server"]],
  ["simulate", ["yaml", "zod"]],
  ["io", ["@duckdb/node-api", "hucre"]],
];

/** Folders that stand beside each other rather than above: neither imports the other. */
const apart = { simulate: ["serve"] };

const types = ["@types/[a-z-]+"];
const any = (names) => names.join("|") || "(?!)";
const above = (layer, index) =>
  layers
    .slice(0, index)
    .map(([name]) => name)
    .filter((name) => !(apart[layer] ?? []).includes(name));

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
    ...layers.flatMap(([layer, packages], index) => [
      {
        name: `${layer}-imports-upward`,
        severity: "error",
        comment: `${layer} may import: ${above(layer, index).join(", ") || "nothing"}`,
        from: { path: `^src/${layer}/` },
        to: { path: "^src/", pathNot: `^src/(${any([layer, ...above(layer, index)])})/` },
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
