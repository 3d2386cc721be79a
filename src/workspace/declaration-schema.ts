/** Looking into the zod declarations: which part of one speaks of a path, which keys it allows, and what its hint says. */
import { z } from "zod";
import type { ValueKind } from "../diagnostics/messages/workspace.ts";
import type { LocalText } from "../model/text.ts";
import type { YamlPath } from "./yaml.ts";

/** The part of a declaration that a path leads to, as the value there chooses among alternatives; `undefined` where it leads out of the declaration. */
export function schemaAt(schema: z.core.$ZodType, path: YamlPath, value: unknown): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = schema;
  let here = value;
  for (const step of path) {
    at = at === undefined ? undefined : stepInto(alternativeFor(at, here), step);
    here = partOf(here, step);
  }
  return at;
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(partOf, value);
}

function partOf(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}

/** The keys that an object may have here, in the order of the declaration. */
export function keysOf(schema: z.core.$ZodType | undefined, value: unknown): readonly string[] {
  const object = schema === undefined ? undefined : alternativeFor(schema, value);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

/** The keys that an object cannot do without; of alternatives, the first object's. */
export function neededKeys(schema: z.core.$ZodType | undefined): readonly string[] {
  const plain = schema === undefined ? undefined : bareSchema(schema);
  if (plain instanceof z.ZodUnion) return plain.options.map(neededKeys).find((keys) => keys.length > 0) ?? [];
  if (!(plain instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, z.core.$ZodType>> = plain.shape;
  return Object.entries(shape).flatMap(([key, part]) => (innerOf(part) === undefined ? [key] : []));
}

/** The hint of a declaration, `tiếng Việt / English`, in its two languages. */
export function hintOf(schema: z.core.$ZodType | undefined): LocalText | undefined {
  for (let at = schema; at !== undefined; at = innerOf(at)) {
    const description = z.globalRegistry.get(at)?.description;
    if (description === undefined) continue;
    const [vi = description, en = vi] = description.split(" / ", 2);
    return { vi, en };
  }
  return undefined;
}

/** The form a text must have: the hint of the declaration that a named one was made from, `monthText` for `calendar.first`. */
export function formOf(schema: z.core.$ZodType | undefined): LocalText | undefined {
  const origin = schema === undefined ? undefined : bareSchema(schema);
  const parent = origin?._zod.parent;
  return (parent === undefined ? undefined : formOf(parent)) ?? hintOf(schema);
}

/** What kind of value a declaration wants; both where there are alternatives. */
export function kindsOf(schema: z.core.$ZodType | undefined): readonly ValueKind[] {
  const plain = schema === undefined ? undefined : bareSchema(schema);
  if (plain === undefined) return [];
  if (plain instanceof z.ZodUnion) return [...new Set(plain.options.flatMap((option) => kindsOf(option)))];
  if (plain instanceof z.ZodNumber) return [plain.format === "safeint" ? "whole-number" : "number"];
  if (plain instanceof z.ZodBoolean) return ["yes-or-no"];
  if (plain instanceof z.ZodArray) return ["list"];
  if (plain instanceof z.ZodObject || plain instanceof z.ZodRecord) return ["keys"];
  return ["text"];
}

/** The values of a closed list, where the declaration is one or holds one among its alternatives. */
export function listedValues(schema: z.core.$ZodType | undefined): readonly string[] {
  const plain = schema === undefined ? undefined : bareSchema(schema);
  if (plain instanceof z.ZodEnum) return plain.options.map(String);
  if (plain instanceof z.ZodLiteral) return [...plain.values].map(String);
  if (plain instanceof z.ZodUnion) return plain.options.flatMap((option) => listedValues(option));
  return [];
}

/** Least and greatest number allowed. */
export function rangeOf(schema: z.core.$ZodType | undefined): {
  minimum: number | undefined;
  maximum: number | undefined;
} {
  const plain = schema === undefined ? undefined : bareSchema(schema);
  if (!(plain instanceof z.ZodNumber)) return { minimum: undefined, maximum: undefined };
  const known = (bound: number | null) =>
    bound !== null && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
  return { minimum: known(plain.minValue), maximum: known(plain.maxValue) };
}

/** Without `optional` and `default` around it. */
export function bareSchema(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = innerOf(schema);
  return inner === undefined ? schema : bareSchema(inner);
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? schema.def.innerType : undefined;
}

/** The alternative that fits the value: by the discriminating key, or by the kind of value and the keys it shares. */
export function alternativeFor(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const plain = bareSchema(schema);
  if (!(plain instanceof z.ZodUnion)) return plain;
  const options = plain.options.map(bareSchema);
  if (Array.isArray(value)) return options.find((option) => option instanceof z.ZodArray) ?? plain;
  if (typeof value !== "object" || value === null) return plain;
  const objects = options.filter((option) => option instanceof z.ZodObject);
  if (plain instanceof z.ZodDiscriminatedUnion) {
    const key = plain.def.discriminator;
    const wanted = partOf(value, key);
    return objects.find((option) => listedValues(stepInto(option, key)).some((kind) => kind === wanted)) ?? plain;
  }
  const shared = (option: z.ZodObject) => Object.keys(option.shape).filter((key) => Object.hasOwn(value, key)).length;
  return objects.toSorted((a, b) => shared(b) - shared(a))[0] ?? plain;
}

function stepInto(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    return Object.hasOwn(shape, step) ? shape[step] : undefined;
  }
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodDiscriminatedUnion && step === schema.def.discriminator) {
    const first = schema.options[0];
    return first === undefined ? undefined : stepInto(bareSchema(first), step);
  }
  return undefined;
}
