/** The parts of an OpenAPI 3.1 document that the reference shows; whatever else it holds is left alone. */
export interface Document {
  servers?: { url: string }[];
  tags?: { name: string; description?: string; "x-displayName"?: string }[];
  paths: Record<string, PathItem>;
  components?: object;
}

export type PathItem = { parameters?: Ref<Parameter>[] } & { [method in Verb]?: Operation };
export const VERBS = ["get", "post", "put", "patch", "delete"] as const;
type Verb = (typeof VERBS)[number];

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Ref<Parameter>[];
  requestBody?: Ref<{ required?: boolean; content: Content }>;
  responses: Record<string, Ref<Response>>;
}

export interface Parameter extends Example {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Response {
  description: string;
  headers?: Record<string, unknown>;
  content?: Content;
}

export type Content = Record<string, Example & { schema?: Schema }>;

interface Example {
  example?: unknown;
  examples?: Record<string, Ref<{ value?: unknown }>>;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export type Ref<T> = T | { $ref: string };

/** Follows a node's `$ref` to what it stands for; what stands beside the reference wins. Throws where it leads nowhere. */
export function resolve<T extends object>(document: Document, node: Ref<T>): T {
  if (!("$ref" in node) || typeof node.$ref !== "string") return node as T;
  const { $ref, ...beside } = node;
  const found = $ref
    .slice("#/".length)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], document);
  if (typeof found !== "object" || found === null) throw new Error(`The document has nothing at ${$ref}`);
  return { ...resolve(document, found as Ref<T>), ...beside };
}

/** The schema of a body or answer in JSON. */
export function jsonOf(content: Content | undefined) {
  return content?.["application/json"];
}
