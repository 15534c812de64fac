import { z } from "zod";

export type Json = Record<string, unknown>;

/**
 * Turns zod schemas into JSON Schema (2020-12) as callers see the data: dates as text, before defaults and after
 * coding. Schemas that have an id are collected into `named`, and referred to by it.
 */
export function jsonSchemas(named: Json): (schema: z.ZodType) => Json {
  return (schema) => {
    // As a property, since a schema that has an id becomes a reference only inside another.
    const { properties, $defs } = pointed(z.toJSONSchema(z.object({ schema }), { io: "input" }));
    Object.assign(named, $defs);
    return properties.schema;
  };
}

/** zod refers to definitions within the schema; in a document they stand among its components. */
function pointed(schema: object): { properties: { schema: Json }; $defs?: Json } {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
