/** A workspace held in memory, for tests: paths and their text or bytes. */
import { checkWorkspace } from "../src/check/check-workspace.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../src/diagnostics/render.ts";
import type { Language } from "../src/model/text.ts";
import type { WorkspaceFiles } from "../src/workspace/files.ts";
import { readWorkspace } from "../src/workspace/read-workspace.ts";
import { decodeText } from "../src/workspace/text-encoding.ts";

export type FilesInMemory = Readonly<Record<string, string | Uint8Array>>;

export function workspaceInMemory(files: FilesInMemory): WorkspaceFiles {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    list: (folder, depth = Number.POSITIVE_INFINITY) => {
      const prefix = folder === "" ? "" : `${folder}/`;
      const isWithin = (path: string) =>
        path.startsWith(prefix) && path.slice(prefix.length).split("/").length <= depth;
      return [...bytes.keys()].filter(isWithin).sort();
    },
    read: (path) => bytes.get(path),
  };
}

/** Everything that reading and checking have to say. */
export function diagnosticsOf(files: FilesInMemory): readonly Diagnostic[] {
  const { value, diagnostics } = readWorkspace(workspaceInMemory(files));
  if (value === undefined) return diagnostics;
  const checked = checkWorkspace(value);
  return [...diagnostics, ...(checked.ok ? checked.warnings : checked.diagnostics)];
}

/** Diagnostics of the files as the terminal shows them. */
export function renderedIn(language: Language, files: FilesInMemory, diagnostics: readonly Diagnostic[]): string {
  const { read } = workspaceInMemory(files);
  const sourceText = (file: string) => {
    const bytes = read(file);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    return decoded?.ok === true ? decoded.text : undefined;
  };
  return renderDiagnostics(diagnostics, { language, sourceText });
}
