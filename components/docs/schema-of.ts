import { type Document, resolve, type Schema } from "./document";

/** A schema with its references, `allOf` and the choice of null taken apart. */
export interface Plain extends Schema {
  isNullable: boolean;
  /** What it may be, where that is more than one thing besides null. */
  choices: Schema[];
}

/** Resolves a schema as far as it takes to describe it: one level, not what lies within. */
export function schemaOf(document: Document, schema: Schema): Plain {
  const resolved = merged(document, resolve(document, schema));
  const { anyOf, oneOf, ...own } = resolved;
  const all = [...(anyOf ?? []), ...(oneOf ?? [])].map((choice) => resolve<Schema>(document, choice));
  const choices = all.filter((choice) => choice.type !== "null");
  const types = [own.type ?? []].flat();
  const isNullable = types.includes("null") || choices.length < all.length;
  const [only, another] = choices;
  if (only && !another) {
    const inner = schemaOf(document, only);
    return { ...inner, ...own, type: own.type ?? inner.type, isNullable: isNullable || inner.isNullable };
  }
  return { ...own, isNullable, choices };
}

function merged(document: Document, schema: Schema): Schema {
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  const parts = [...allOf.map((part) => merged(document, resolve<Schema>(document, part))), own];
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  };
}
