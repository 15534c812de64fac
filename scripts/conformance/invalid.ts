import type { Schema } from "./document";

export type Wrong = { what: string; value: unknown };

const OF_EVERY_TYPE = [null, true, 7, 1.5, "\u0000", [], {}, [[]], { a: { b: {} } }];

/** What could be sent in a value's place that its schema may forbid: other types, beyond the limits, strange texts. */
export function suspects(schema: Schema, resolve: (schema: Schema) => Schema): Wrong[] {
  const it = resolve(schema);
  const choices = it.anyOf?.flatMap((choice) => suspects(choice, resolve)) ?? [];
  const { minLength = 0, maxLength, minimum, maximum, maxItems, minItems = 0, items } = it;
  const wrong: Wrong[] = OF_EVERY_TYPE.map((value) => ({ what: `instead: ${JSON.stringify(value)}`, value }));
  if (maxLength !== undefined) {
    wrong.push({ what: "one character too long", value: "x".repeat(maxLength + 1) });
    wrong.push({ what: "one emoji too long", value: "😀".repeat(maxLength + 1) });
  }
  if (minLength > 0) wrong.push({ what: "too short", value: "x".repeat(minLength - 1) });
  for (const value of [
    "",
    "   ",
    "a\u0000b",
    "\ud800",
    "nonsense",
    "'; DROP TABLE x; --",
    "2027-02-30T00:00:00Z",
  ])
    wrong.push({ what: `text ${JSON.stringify(value)}`, value });
  if (minimum !== undefined) wrong.push({ what: "below the least", value: minimum - 1 });
  if (maximum !== undefined) wrong.push({ what: "above the most", value: maximum + 1 });
  for (const value of [1e21, -1, Number.MAX_SAFE_INTEGER]) wrong.push({ what: `number ${value}`, value });
  if (items && maxItems !== undefined) {
    const [item] = [resolve(items)].map(sampleOf);
    wrong.push({ what: "too many entries", value: Array(maxItems + 1).fill(item) });
    wrong.push(
      ...suspects(items, resolve).map(({ what, value }) => ({ what: `entry: ${what}`, value: [value] })),
    );
  }
  if (minItems > 0) wrong.push({ what: "too few entries", value: [] });
  return [...wrong, ...choices];
}

/** Bodies that differ from a sound one in one place: a field missing, unknown, or with a suspect in its place. Of a list: in an entry. */
export function wrongBodies(schema: Schema, sound: object, resolve: (schema: Schema) => Schema): Wrong[] {
  const { type, properties = {}, required = [] } = resolve(schema);
  if (type === "array") return suspects(schema, resolve);
  return [
    { what: "an unknown field", value: { ...sound, nonsense: 1 } },
    {
      what: "__proto__",
      value: JSON.parse(`{"__proto__":{"a":1},${JSON.stringify(sound).slice(1)}`.replace(",}", "}")),
    },
    { what: "no field", value: {} },
    ...required.map((name) => ({
      what: `without ${name}`,
      value: Object.fromEntries(Object.entries(sound).filter(([key]) => key !== name)),
    })),
    ...Object.entries(properties).flatMap(([name, property]) =>
      suspects(property, resolve).map(({ what, value }) => ({
        what: `${name}: ${what}`,
        value: { ...sound, [name]: value },
      })),
    ),
  ];
}

/** Bodies that are no JSON object, as raw text, and what media type they come as. */
export function wrongTexts(): { what: string; body: string | Uint8Array<ArrayBuffer>; type?: string }[] {
  return [
    ...["[]", "null", "7", '"text"', "{", "{]", '{"a":', "\u0000", "NaN"].map((body) => ({
      what: `body ${JSON.stringify(body)}`,
      body,
    })),
    { what: "deep lists", body: "[".repeat(100_000) },
    { what: "a deep object", body: `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}` },
    {
      what: "many unknown fields",
      body: JSON.stringify(
        Object.fromEntries(
          Array(20_000)
            .fill(0)
            .map((_, i) => [`f${i}`, 1]),
        ),
      ),
    },
    { what: "a huge unknown field", body: JSON.stringify({ ["x".repeat(500_000)]: 1 }) },
    { what: "a huge body", body: `{"a":"${"x".repeat(9 * 1024 * 1024)}"}` },
    { what: "no UTF-8", body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) },
    { what: "another media type", body: "{}", type: "text/plain" },
    { what: "a form", body: "a=1", type: "application/x-www-form-urlencoded" },
  ];
}

function sampleOf({ type, enum: values, format }: Schema): unknown {
  if (values) return values[0];
  if (format === "email") return "a@example.com";
  return type === "integer" || type === "number" ? 1 : type === "object" ? {} : "x";
}
