import fc, { type Arbitrary } from "fast-check";
import type { Schema } from "./document";

/** Nobody listens there; the server under test may register it. */
const NOWHERE = "https://127.0.0.1:9";

type Context = { resolve: (schema: Schema) => Schema; idsFor: (field: string) => readonly string[] };

/**
 * Values that a schema allows, boundaries among them.
 * @param context.idsFor ids of rows that a field of this name can refer to
 */
export function valid(schema: Schema, context: Context, field = ""): Arbitrary<unknown> {
  const { resolve } = context;
  const it = resolve(schema);
  const examples = it.examples?.map((example) => fc.constant(example)) ?? [];
  if (it.const !== undefined) return fc.constant(it.const);
  if (it.enum) return fc.constantFrom(...it.enum);
  if (it.anyOf) return fc.oneof(...it.anyOf.map((choice) => valid(choice, context, field)), ...examples);
  const types = [it.type ?? []].flat();
  if (types.length > 1)
    return fc.oneof(...types.map((type) => valid({ ...it, type }, context, field)), ...examples);
  return fc.oneof(ofType(types[0], it, context, field), ...examples);
}

function ofType(type: string | undefined, it: Schema, context: Context, field: string): Arbitrary<unknown> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number": {
      const { minimum = -1_000, maximum = 1_000 } = it;
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));
    }
    case "string":
      return text(it, context, field);
    case "array": {
      const { minItems: minLength = 0, maxItems = 5, items = {} } = it;
      return fc.array(valid(items, context, field), { minLength, maxLength: Math.min(maxItems, 20) });
    }
    case "object":
      return object(it, context);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function object(
  { properties = {}, required = [], minProperties = 0, ...it }: Schema,
  context: Context,
): Arbitrary<unknown> {
  if (Object.keys(properties).length === 0 && it.additionalProperties)
    return fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
  const fields = Object.entries(properties).map(([name, property]): [string, Arbitrary<unknown>] => [
    name,
    valid(property, context, name),
  ]);
  return fc
    .record(Object.fromEntries(fields), { requiredKeys: required })
    .filter((value) => Object.keys(value).length >= minProperties);
}

function text(it: Schema, { idsFor }: Context, field: string): Arbitrary<string> {
  const { minLength = 0, maxLength = 100, pattern = "", format } = it;
  const matches = new RegExp(pattern, "u");
  const fits = (value: string) => {
    const length = [...value].length;
    return matches.test(value) && length >= minLength && length <= maxLength;
  };
  if (format === "uuid") {
    const known = idsFor(field);
    return known.length > 0
      ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.uuid() })
      : fc.uuid();
  }
  const { min, max } = { min: new Date("2000-01-01"), max: new Date("2090-01-01") };
  const instant = fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString());
  if (format === "date-time") return instant;
  if (format === "date") return instant.map((value) => value.slice(0, 10));
  const word = fc.stringMatching(/^[a-z][a-z0-9]{3,15}$/);
  if (format === "ipv4") return fc.ipV4();
  if (format === "ipv6") return fc.ipV6();
  if (format === "cidrv4") return fc.tuple(fc.ipV4(), fc.nat(32)).map((parts) => parts.join("/"));
  if (format === "cidrv6") return fc.tuple(fc.ipV6(), fc.nat(128)).map((parts) => parts.join("/"));
  if (format === "email") return word.map((name) => `${name}@example.com`);
  if (format === "uri") return word.map((name) => `${NOWHERE}/${name}`);
  // As short and as long as may be, in any script.
  const edges = [" x ", "Ω", "𝒳".repeat(maxLength), "x".repeat(maxLength), "!"].filter(fits);
  const any = fc.string({ unit: "binary", minLength, maxLength: Math.min(maxLength, 50) }).filter(fits);
  return fc.oneof({ weight: 3, arbitrary: any }, ...edges.map((edge) => fc.constant(edge)));
}
