/** A YAML file against its declaration: the value with its places, and every mistake told in our own words. */
import { z } from "zod";
import type { Diagnostic, Parsed, Span } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import type { ValueKind } from "../diagnostics/messages/workspace.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { LocalText } from "../model/text.ts";
import {
  alternativeFor,
  bareSchema,
  formOf,
  hintOf,
  keysOf,
  kindsOf,
  listedValues,
  neededKeys,
  rangeOf,
  schemaAt,
  valueAt,
} from "./declaration-schema.ts";
import type { Located } from "./workspace.ts";
import type { YamlFile, YamlPath } from "./yaml.ts";

/** Reads a declaration. Keys that do not belong are left out of the value; any other mistake leaves no value. */
export function readDeclaration<S extends z.ZodType>(
  schema: S,
  yaml: YamlFile,
): Parsed<Located<z.output<S>> | undefined> {
  const first = schema.safeParse(yaml.value, { reportInput: true });
  if (first.success) return { value: located(first.data, yaml), diagnostics: [] };
  const diagnostics = withoutMisspelt(first.error.issues.flatMap((issue) => diagnosticsOf(issue, [], schema, yaml)));
  const strays = first.error.issues.filter((issue) => issue.code === "unrecognized_keys");
  if (strays.length < first.error.issues.length) return { value: undefined, diagnostics };
  const kept = strays.reduce((value, { path, keys }) => without(value, pathOf(path), keys), yaml.value);
  const second = schema.safeParse(kept);
  return { value: second.success ? located(second.data, yaml) : undefined, diagnostics };
}

function located<T>(value: T, { file, spanOf, textOffsetAt }: YamlFile): Located<T> {
  return { value, file, spanOf, textOffsetAt };
}

/** A misspelt key is not told a second time as the missing one that it was meant to be. */
function withoutMisspelt(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const misspelt = new Set(
    diagnostics.flatMap(({ code, params }) =>
      code === "workspace/unknown-key" && params.meant !== undefined ? [params.meant] : [],
    ),
  );
  return diagnostics.filter(({ code, params }) => code !== "workspace/missing-key" || !misspelt.has(params.key));
}

/** One complaint of the declaration, at `above` of the file, as diagnostics. */
function diagnosticsOf(
  issue: z.core.$ZodIssue,
  above: YamlPath,
  schema: z.core.$ZodType,
  yaml: YamlFile,
): readonly Diagnostic[] {
  const path = [...above, ...pathOf(issue.path)];
  const part = schemaAt(schema, path, yaml.value);
  const value = valueAt(yaml.value, path);
  const key = keyOf(path);
  if (value === undefined && path.length > 0) return [missingKey(path, part, issue, yaml)];
  switch (issue.code) {
    case "unrecognized_keys": {
      const allowed = keysOf(part, value);
      if (part !== undefined && issue.keys.some((stray) => allowed.includes(stray))) {
        // The complaint of one alternative, where the value's keys are those of another.
        const closest = z.core.safeParse(alternativeFor(part, value), value, { reportInput: true });
        return (closest.error?.issues ?? []).flatMap((inner) => diagnosticsOf(inner, path, schema, yaml));
      }
      return issue.keys.map((stray) => {
        const meant = nearest(
          stray,
          allowed.filter((name) => !isPresent(value, name)),
        );
        const span = yaml.spanOf([...path, stray], "key");
        return errorAt("workspace/unknown-key", span, { key: stray, allowed, meant });
      });
    }
    case "invalid_union":
      return unionDiagnostics(issue, path, schema, yaml);
    case "invalid_key":
    case "invalid_format": {
      const keyIssue = issue.code === "invalid_key";
      const form = formOf(keyIssue ? keySchemaAt(schema, path, yaml.value) : part) ?? {
        vi: "xem hướng dẫn của khóa này",
        en: "see the guide for this key",
      };
      const span = yaml.spanOf(path, keyIssue ? "key" : "value");
      return [
        errorAt("workspace/wrong-form", span, {
          key: keyIssue ? keyOf(path.slice(0, -1)) : key,
          value: keyIssue ? key : String(value),
          form,
        }),
      ];
    }
    case "invalid_value":
      return [notInList(issue.values.map(String), path, yaml)];
    case "too_small":
    case "too_big": {
      const span = yaml.spanOf(path);
      if (issue.origin === "array" || issue.origin === "string") {
        return [errorAt("workspace/too-few", span, { key, of: issue.origin === "array" ? "list" : "text" })];
      }
      const written = yaml.writtenAt(path) ?? String(value);
      return [errorAt("workspace/out-of-range", span, { key, value: written, ...rangeOf(part) })];
    }
    case "invalid_type":
    case "invalid_element":
    case "not_multiple_of":
      return [wrongType(part, path, yaml)];
    case "custom": {
      const [vi = issue.message, en = vi] = issue.message.split(" / ", 2);
      const written = yaml.writtenAt(path) ?? (typeof value === "string" ? value : "…");
      return [errorAt("workspace/wrong-form", firstLine(yaml.spanOf(path)), { key, value: written, form: { vi, en } })];
    }
  }
}

function unionDiagnostics(
  issue: z.core.$ZodIssueInvalidUnion,
  path: YamlPath,
  schema: z.core.$ZodType,
  yaml: YamlFile,
): readonly Diagnostic[] {
  const value = valueAt(yaml.value, path);
  const part = schemaAt(schema, path, yaml.value);
  if (issue.errors.length === 0) return [notInList(discriminatorValues(issue, part), path, yaml)];
  // The alternatives of the value's own kind complain about its parts; the others only about the kind.
  const ofItsKind = issue.errors.filter((issues) =>
    issues.some((inner) => inner.path.length > 0 || !isAboutKind(inner)),
  );
  const closest = ofItsKind.toSorted((a, b) => faultCount(a) - faultCount(b))[0];
  if (closest !== undefined) return closest.flatMap((inner) => diagnosticsOf(inner, path, schema, yaml));
  const listed = listedValues(part);
  if (typeof value === "string" && listed.length > 0) return [notInList(listed, path, yaml)];
  return [wrongType(part, path, yaml)];
}

function faultCount(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((count, issue) => count + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
}

function isAboutKind({ code }: z.core.$ZodIssue): boolean {
  return code === "invalid_type" || code === "invalid_value";
}

function discriminatorValues(issue: z.core.$ZodIssue, part: z.core.$ZodType | undefined): readonly string[] {
  return "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : listedValues(part);
}

function missingKey(
  path: YamlPath,
  part: z.core.$ZodType | undefined,
  issue: z.core.$ZodIssue,
  yaml: YamlFile,
): Diagnostic {
  const listed = issue.code === "invalid_union" ? discriminatorValues(issue, part) : listedValues(part);
  const choice = listed.map((value) => `\`${value}\``).join(", ");
  const meaning: LocalText | undefined =
    listed.length > 0 ? { vi: `một trong ${choice}`, en: `one of ${choice}` } : hintOf(part);
  const above = path.slice(0, -1);
  const span: Span = above.length === 0 ? { file: yaml.file } : yaml.spanOf(above, "key");
  return errorAt("workspace/missing-key", firstLine(span), { key: keyOf(path), meaning });
}

/** A block that lacks a key is shown by its first line. */
function firstLine({ file, start, end }: Span): Span {
  if (start === undefined) return { file };
  return end === undefined || end.line > start.line ? { file, start } : { file, start, end };
}

function notInList(allowed: readonly string[], path: YamlPath, yaml: YamlFile): Diagnostic {
  const value = valueAt(yaml.value, path);
  if (typeof value === "object") return wrongType(undefined, path, yaml);
  const written = yaml.writtenAt(path) ?? (typeof value === "string" ? value : "");
  const params = { key: keyOf(path), value: written, allowed, meant: nearest(written, allowed) };
  return errorAt("workspace/not-in-list", yaml.spanOf(path), params);
}

function wrongType(part: z.core.$ZodType | undefined, path: YamlPath, yaml: YamlFile): Diagnostic {
  const expected: readonly ValueKind[] = part === undefined ? ["text"] : kindsOf(part);
  const found = kindOf(valueAt(yaml.value, path));
  const key = keyOf(path);
  const written = yaml.writtenAt(path);
  const span = firstLine(yaml.spanOf(path, found === "keys" || found === "list" ? "key" : "value"));
  if (expected.includes("text") && written !== undefined && written !== "") {
    return errorAt("workspace/unquoted-text", span, { key, written, found });
  }
  return errorAt("workspace/wrong-type", span, { key, expected, found, keys: neededKeys(part) });
}

function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "number" : "fraction";
  if (typeof value === "boolean") return "yes-or-no";
  return typeof value === "string" ? "text" : "keys";
}

function keySchemaAt(schema: z.core.$ZodType, path: YamlPath, value: unknown): z.core.$ZodType | undefined {
  const above = schemaAt(schema, path.slice(0, -1), value);
  const record = above === undefined ? undefined : bareSchema(above);
  return record instanceof z.ZodRecord ? record.keyType : undefined;
}

/** The last named step: `files` for the second entry of `files`. */
function keyOf(path: YamlPath): string {
  return path.findLast((step) => typeof step === "string") ?? "";
}

function isPresent(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function pathOf(path: readonly PropertyKey[]): YamlPath {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

/** The value without some keys of the object at a path. */
function without(value: unknown, path: YamlPath, keys: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) => (index === step ? without(entry, rest, keys) : entry));
  }
  const entries = Object.entries(value);
  if (step === undefined) return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)));
  return Object.fromEntries(entries.map(([key, entry]) => [key, key === step ? without(entry, rest, keys) : entry]));
}
