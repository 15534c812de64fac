/** A JSON Schema as the document writes it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  anyOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  minProperties?: number;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

type Header = { required?: boolean; schema: Schema };
export type Documented = { headers: Record<string, Header>; schema: Schema };
export type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema };

/** One operation with every reference but those of schemas followed. */
export type Operation = {
  id: string;
  method: string;
  path: string;
  /** Scopes that the key needs; null where no key is needed. */
  scopes: string[] | null;
  parameters: Parameter[];
  body?: { required: boolean; schema: Schema };
  responses: Record<string, Documented>;
};

type Json = Record<string, unknown>;
type RawResponse = { headers: Json; content: { "application/json": { schema: Schema } } };

/** Follows `$ref`s within the document. */
export function resolver(document: object) {
  return <T extends object>(node: T): T => {
    const { $ref } = node as { $ref?: string };
    if ($ref === undefined) return node;
    const steps = $ref.slice("#/".length).split("/");
    return steps.reduce<unknown>((place, step) => (place as Json)[step], document) as T;
  };
}

/** The operations of an OpenAPI document, in its order. */
export function operationsOf(document: { paths: Record<string, Record<string, Json>> }): Operation[] {
  const resolve = resolver(document);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      id: raw.operationId as string,
      method: method.toUpperCase(),
      path,
      scopes: (raw.security as Record<string, string[]>[]).flatMap(Object.values<string[]>)[0] ?? null,
      parameters: raw.parameters as Parameter[],
      body: raw.requestBody ? bodyOf(raw.requestBody as RawResponse & { required: boolean }) : undefined,
      responses: Object.fromEntries(
        Object.entries(raw.responses as Record<string, RawResponse>).map(([status, response]) => {
          const { headers, content } = resolve(response);
          const all = Object.entries(headers as Record<string, Header>);
          return [
            status,
            {
              headers: Object.fromEntries(all.map(([name, it]) => [name.toLowerCase(), resolve(it)])),
              schema: content["application/json"].schema,
            },
          ];
        }),
      ),
    })),
  );
}

function bodyOf({ required, content }: RawResponse & { required: boolean }) {
  return { required, schema: content["application/json"].schema };
}
