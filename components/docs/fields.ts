import type { Document, Schema } from "./document";
import { type Plain, schemaOf } from "./schema-of";

/** One field as a reader sees it. */
export interface Field {
  name: string;
  /** In words, such as "string (uuid) or null". */
  type: string;
  required: boolean;
  description?: string;
  /** What else holds: limits and the default. */
  notes: string[];
  /** The values that it may have, where they are listed. */
  values: string[];
  children: Field[];
}

/** The fields within a schema: of an object, or of each object in a list. Recursion ends where a schema comes again. */
export function fieldsOf(document: Document, schema: Schema, above: readonly string[] = []): Field[] {
  const plain = schemaOf(document, schema);
  const below = schema.$ref ? [...above, schema.$ref] : above;
  if (schema.$ref && above.includes(schema.$ref)) return [];
  if (plain.items) return fieldsOf(document, plain.items, below);
  const own = Object.entries(plain.properties ?? {}).map(([name, property]) =>
    fieldOf(document, name, property, plain.required?.includes(name) ?? false, below),
  );
  return own.length > 0 ? own : plain.choices.flatMap((choice) => fieldsOf(document, choice, below));
}

/** One named schema, such as a parameter's, as a field. */
export function fieldOf(
  document: Document,
  name: string,
  schema: Schema,
  required: boolean,
  above: readonly string[] = [],
): Field {
  const plain = schemaOf(document, schema);
  const listed = plain.enum ?? (plain.items && schemaOf(document, plain.items).enum) ?? [];
  return {
    name,
    type: typeOf(document, plain),
    required,
    description: plain.description,
    notes: notesOf(plain, plain.items && schemaOf(document, plain.items)),
    values: listed.filter((value) => value !== null).map(String),
    children: fieldsOf(document, schema, above),
  };
}

function typeOf(document: Document, plain: Plain): string {
  const words = [
    ...[plain.type ?? []].flat().filter((type) => type !== "null"),
    ...plain.choices.map((choice) => typeOf(document, schemaOf(document, choice))),
  ].map((type) => {
    if (type !== "array") return isTelling(plain.format) ? `${type} (${plain.format})` : type;
    return plain.items ? `array of ${plural(typeOf(document, schemaOf(document, plain.items)))}` : "array";
  });
  if (words.length === 0) words.push("const" in plain ? JSON.stringify(plain.const) : "any");
  return [...new Set(words), ...(plain.isNullable ? ["null"] : [])].join(" or ");
}

/** Whether a format says more to a reader than how wide a number is. */
function isTelling(format: string | undefined): boolean {
  return format !== undefined && !/^(int|float|double)/.test(format);
}

function plural(type: string): string {
  return type.replace(/^(string|integer|number|boolean|object)/, "$1s");
}

function notesOf(plain: Plain, items?: Plain): string[] {
  const ofEach = items ? limitsOf(items) : null;
  return [
    limitsOf(plain),
    range(plain.minItems, plain.maxItems, " entries"),
    ofEach && `each ${ofEach}`,
    plain.default === undefined ? null : `default ${JSON.stringify(plain.default)}`,
  ].filter((note) => note !== null);
}

/** The limits of a number or a text. A format says how long a text is better than its limits do. */
function limitsOf({ minimum, maximum, format, minLength, maxLength }: Plain): string | null {
  return range(minimum, maximum, "") ?? (format ? null : range(minLength, maxLength, " characters"));
}

/** Limits in words. Those that only say "what a computer can count to" are none. */
function range(min: number | undefined, max: number | undefined, unit: string): string | null {
  const low = min === undefined || min <= -Number.MAX_SAFE_INTEGER ? undefined : min;
  const high = max === undefined || max >= Number.MAX_SAFE_INTEGER ? undefined : max;
  const text = (limit: number) => limit.toLocaleString("en-US");
  if (low === undefined) return high === undefined ? null : `at most ${text(high)}${unit}`;
  if (high === undefined) return low > 0 ? `at least ${text(low)}${unit}` : null;
  if (low === 0 && unit) return `at most ${text(high)}${unit}`;
  return low === high ? `${text(low)}${unit}` : `${text(low)} to ${text(high)}${unit}`;
}
