/** The public library: building and checking a workspace from another programme. The command line is cli/main.ts. */
export type { BuildOptions, BuildResult, BuildSummary } from "./build.ts";
export { buildFolder, checkFolder } from "./build.ts";
export { diagnosticJson } from "./diagnostics/diagnostic-json.ts";
export type { Diagnostic, Outcome, Parsed, Span } from "./diagnostics/diagnostic.ts";
export { renderDiagnostics } from "./diagnostics/render.ts";
export type { Derivation } from "./model/derivation.ts";
export type { Observation, ObservationKey } from "./model/observation.ts";
