/** The files of a workspace → Workspace: everything located, nothing resolved. Reading never fails: it gives what could be read, and what was wrong. */
import type { z } from "zod";
import type { Diagnostic, Parsed } from "../diagnostics/diagnostic.ts";
import { errorAt, hasErrors } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { classificationDeclaration } from "./declarations/classification.ts";
import { methodDeclaration } from "./declarations/method.ts";
import { sourceDeclaration } from "./declarations/source.ts";
import { identifier } from "./declarations/text.ts";
import { workspaceDeclaration } from "./declarations/workspace.ts";
import type { WorkspaceFiles } from "./files.ts";
import { folderOf, joinedPath, nameOf, parsePattern } from "./glob.ts";
import { readClassificationTable } from "./read-classification.ts";
import { readDeclaration } from "./read-declaration.ts";
import { decodeText, textFaultDiagnostic } from "./text-encoding.ts";
import type {
  DeclaredClassification,
  DeclaredMethod,
  DeclaredReport,
  DeclaredSource,
  Located,
  MatchedPattern,
  Workspace,
} from "./workspace.ts";
import { readYaml } from "./yaml.ts";

/** Reads nhip.yaml and the folders beside it; `undefined` where nhip.yaml itself gives no declaration. Every mistake of every file is told. */
export function readWorkspace(files: WorkspaceFiles): Parsed<Workspace | undefined> {
  const diagnostics: Diagnostic[] = [];
  const declaration = files.read("nhip.yaml");
  if (declaration === undefined) diagnostics.push(errorAt("workspace/no-declaration", { file: "nhip.yaml" }, {}));
  const head =
    declaration === undefined
      ? undefined
      : collected(readYamlFile(workspaceDeclaration, "nhip.yaml", declaration), diagnostics);

  const declaredLists = readFolder(classificationDeclaration, "classifications", files, diagnostics);
  const declaredSources = readFolder(sourceDeclaration, "sources", files, diagnostics);
  const declaredMethods = readFolder(methodDeclaration, "methods", files, diagnostics);
  const classifications = declaredLists.read.map(({ id, declaration: list }): DeclaredClassification => {
    const table = collected(readTable(list, files), diagnostics);
    return { id, declaration: list, items: table.rows, complete: table.complete };
  });
  const sources = declaredSources.read.map(({ id, declaration: source }): DeclaredSource => {
    const patterns = collected(matchPatterns(source, files), diagnostics);
    const matched = [...new Set(patterns.flatMap((pattern) => pattern.files))].sort();
    return { id, declaration: source, files: matched, patterns };
  });
  const methods: readonly DeclaredMethod[] = declaredMethods.read;
  const reports = readReports(files, diagnostics);
  if (head === undefined) return { value: undefined, diagnostics };
  const unread = {
    classifications: declaredLists.unread,
    sources: declaredSources.unread,
    methods: declaredMethods.unread,
  };
  return { value: { declaration: head, classifications, sources, methods, reports, unread }, diagnostics };
}

function collected<T>({ value, diagnostics }: Parsed<T>, into: Diagnostic[]): T {
  into.push(...diagnostics);
  return value;
}

/** Bytes → text → YAML → declaration: the same way for every YAML file, with the first step that fails telling why. */
export function readYamlFile<S extends z.ZodType>(
  schema: S,
  file: string,
  bytes: Uint8Array,
): Parsed<Located<z.output<S>> | undefined> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { value: undefined, diagnostics: [textFaultDiagnostic(file, decoded.fault)] };
  const yaml = readYaml(file, decoded.text);
  if (yaml.value === undefined) return { value: undefined, diagnostics: yaml.diagnostics };
  const declared = readDeclaration(schema, yaml.value);
  // Where a key is written twice it is not known which one holds.
  const value = hasErrors(yaml.diagnostics) ? undefined : declared.value;
  return { value, diagnostics: [...yaml.diagnostics, ...declared.diagnostics] };
}

interface ReadFolder<T> {
  readonly read: readonly { readonly id: string; readonly declaration: Located<T> }[];
  readonly unread: readonly string[];
}

function readFolder<S extends z.ZodType>(
  schema: S,
  folder: string,
  files: WorkspaceFiles,
  diagnostics: Diagnostic[],
): ReadFolder<z.output<S>> {
  const read: { readonly id: string; readonly declaration: Located<z.output<S>> }[] = [];
  const unread: string[] = [];
  const first = new Map<string, string>();
  for (const file of files.list(folder, 1)) {
    const match = /^(.*)\.ya?ml$/i.exec(nameOf(file));
    const id = match?.[1];
    if (id === undefined) continue;
    const earlier = first.get(id);
    if (!identifier.safeParse(id).success) {
      diagnostics.push(errorAt("workspace/file-name", { file }, { name: nameOf(file), of: "declaration" }));
    } else if (earlier !== undefined) {
      diagnostics.push(errorAt("workspace/same-id", { file }, { id }, { related: [{ file: earlier }] }));
      continue;
    }
    first.set(id, file);
    const bytes = files.read(file);
    const declaration = bytes === undefined ? undefined : collected(readYamlFile(schema, file, bytes), diagnostics);
    if (declaration === undefined) unread.push(id);
    else read.push({ id, declaration });
  }
  return { read, unread };
}

function readTable(list: DeclaredClassification["declaration"], files: WorkspaceFiles) {
  const none = { rows: [], complete: false };
  const { file, levels } = list.value;
  const span = list.spanOf(["file"]);
  if (/[/\\]/.test(file)) {
    return { value: none, diagnostics: [errorAt("classification/table-elsewhere", span, { file })] };
  }
  const folder = folderOf(list.file);
  const path = joinedPath(folder, file);
  const bytes = files.read(path);
  if (bytes === undefined) {
    const others = files
      .list(folder, 1)
      .map(nameOf)
      .filter((name) => name.endsWith(".csv"));
    return {
      value: none,
      diagnostics: [errorAt("classification/no-table", span, { file, meant: nearest(file, others) })],
    };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { value: none, diagnostics: [textFaultDiagnostic(path, decoded.fault)] };
  return readClassificationTable(path, decoded.text, levels);
}

function matchPatterns(
  source: DeclaredSource["declaration"],
  files: WorkspaceFiles,
): Parsed<readonly MatchedPattern[]> {
  const declared = source.value.files;
  const diagnostics: Diagnostic[] = [];
  const patterns = (typeof declared === "string" ? [declared] : declared).flatMap((text, index): MatchedPattern[] => {
    const span = source.spanOf(typeof declared === "string" ? ["files"] : ["files", index]);
    const pattern = parsePattern(text, folderOf(source.file));
    if (pattern === undefined) {
      const problem = text.includes("\\") && !/^[A-Za-z]:/.test(text) ? "backslash" : "absolute";
      diagnostics.push(errorAt("source/path-form", span, { pattern: text, problem }));
      return [];
    }
    const inFolder = files.list(pattern.folder, pattern.depth);
    const matched = inFolder.filter(pattern.matches);
    const meant = matched.length > 0 ? undefined : nearest(nameOf(text), inFolder.map(nameOf));
    return [{ pattern: text, span, files: matched, meant }];
  });
  return { value: patterns, diagnostics };
}

function readReports(files: WorkspaceFiles, diagnostics: Diagnostic[]): readonly DeclaredReport[] {
  return files.list("reports", 1).flatMap((file): DeclaredReport[] => {
    const name = nameOf(file);
    if (!name.endsWith(".md")) return [];
    const [, id = "", language] = /^(.*)\.(vi|en)\.md$/.exec(name) ?? [];
    if ((language !== "vi" && language !== "en") || !identifier.safeParse(id).success) {
      diagnostics.push(errorAt("workspace/file-name", { file }, { name, of: "report" }));
      return [];
    }
    const bytes = files.read(file);
    if (bytes === undefined) return [];
    const decoded = decodeText(bytes);
    if (!decoded.ok) {
      diagnostics.push(textFaultDiagnostic(file, decoded.fault));
      return [];
    }
    return [{ id, language, file, text: decoded.text }];
  });
}
