import { type Content, type Document, resolve, type Schema } from "./document";
import { schemaOf } from "./schema-of";

/** An id for samples; the field's own examples win. */
const UUID = "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13";
/** What a text is where the document gives no example. */
export const MADE_UP = "text";
const BY_FORMAT: Record<string, unknown> = {
  uuid: UUID,
  email: "ada@example.com",
  uri: "https://example.com",
  "date-time": "2027-01-31T09:30:00Z",
  date: "2027-01-31",
};

type Media = Content[string] | undefined;

/** What the document itself gives as an example of a body or parameter; undefined where it gives none. */
export function givenExample(document: Document, media: Omit<NonNullable<Media>, "schema">): unknown {
  const [first] = Object.values(media.examples ?? {});
  return media.example ?? (first && resolve<{ value?: unknown }>(document, first).value);
}

/**
 * A value that fits the schema: its own example where it has one, else the least that it takes.
 * @param whole every property of objects, not only the required ones
 */
export function exampleOf(document: Document, schema: Schema, whole: boolean, depth = 0): unknown {
  const plain = schemaOf(document, schema);
  const [given] = plain.examples ?? [];
  const [listed] = plain.enum ?? [];
  const own = given ?? plain.const ?? plain.default ?? listed;
  if (own !== undefined) return own;
  const [choice] = plain.choices;
  if (choice) return exampleOf(document, choice, whole, depth);

  const type = [plain.type ?? []].flat().find((name) => name !== "null");
  if (type === "object" || plain.properties) return objectExample(document, plain, whole, depth);
  if (type === "array")
    return plain.items && depth < 6 ? [exampleOf(document, plain.items, whole, depth + 1)] : [];
  if (type === "string") return BY_FORMAT[plain.format ?? ""] ?? MADE_UP;
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return Math.max(plain.minimum ?? 1, 1);
  return null;
}

function objectExample(document: Document, plain: Schema, whole: boolean, depth: number): unknown {
  if (depth > 6) return {};
  const properties = Object.entries(plain.properties ?? {});
  const required = properties.filter(([name]) => plain.required?.includes(name));
  // Where nothing is required an empty object would show nothing: the first property, then.
  const least = required.length > 0 ? required : properties.slice(0, 1);
  return Object.fromEntries(
    (whole ? properties : least).map(([name, property]) => [
      name,
      exampleOf(document, property, whole, depth + 1),
    ]),
  );
}
