import { z } from "zod";

export type Json = Record<string, unknown>;

/**
 * Turns zod schemas into JSON Schema (2020-12) as callers see the data: dates as text, before defaults and after
 * coding. Schemas that have an id are collected into `named`, and referred to by it.
 */
export function jsonSchemas(named: Json): (schema: z.ZodType) => Json {
  return (schema) => {
    // As a property, since a schema that has an id becomes a reference only inside another.
    const { properties, $defs } = pointed(
      z.toJSONSchema(z.object({ schema }), {
        io: "input",
        override: ({ zodSchema, jsonSchema }) => {
          bound(jsonSchema);
          // Ours show what callers see; zod drops them where a schema transforms.
          const examples = z.globalRegistry.get(zodSchema)?.examples;
          if (Array.isArray(examples)) jsonSchema.examples = examples;
        },
      }),
    );
    Object.assign(named, $defs);
    return properties.schema;
  };
}

/** The length of a text in each format, at most. */
const LENGTHS: Record<string, number> = {
  uuid: 36,
  date: 10,
  "date-time": 40,
  email: 254,
  uri: 2_000,
  ipv4: 15,
  ipv6: 45,
  cidrv4: 18,
  cidrv6: 49,
};

/** Says what follows from a schema's own facts, so that generated clients need not guess. */
function bound(schema: z.core.JSONSchema.BaseSchema): void {
  const { type, format, maximum = Number.MAX_SAFE_INTEGER } = schema;
  if (type === "integer") schema.format = maximum < 2 ** 31 ? "int32" : "int64";
  // A record of known keys is an object like any other.
  const keys = (schema.propertyNames as z.core.JSONSchema.BaseSchema | undefined)?.enum;
  if (keys) {
    schema.properties = Object.fromEntries(keys.map((key) => [key, schema.additionalProperties ?? true]));
    delete schema.propertyNames;
    delete schema.additionalProperties;
  }
  // zod's patterns miss what zod takes: an IPv6 address that ends in the form of an IPv4 one.
  if (format === "ipv6") delete schema.pattern;
  if (format === "cidrv6") schema.pattern = "^[0-9A-Fa-f:.]+/[0-9]{1,3}$";
  if (type === "string" && format && format in LENGTHS) schema.maxLength ??= LENGTHS[format];
}

/** zod refers to definitions within the schema; in a document they stand among its components. */
function pointed(schema: object): { properties: { schema: Json }; $defs?: Json } {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
