import type { z } from "zod";
import type { Endpoint } from "./endpoint";
import { requestHeadersOf } from "./idempotency-key";
import { type Json, jsonSchemas } from "./json-schema";
import { headerComponents } from "./openapi-headers";
import { responsesOf } from "./openapi-responses";

/** What endpoints do not say themselves: about the whole, and about each tag (the first part of a path). */
export type About = { info: Json; tags: Record<string, { title?: string; description: string }> };

/** Describes the endpoints as an OpenAPI 3.1 document. It says what can happen, and nothing else. */
export function openApi(endpoints: readonly Endpoint[], about: About): Json & { openapi: string } {
  const schemas: Json = {};
  const responses: Json = {};
  const toSchema = jsonSchemas(schemas);
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const operation = operationOf(endpoint, toSchema, responses);
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation };
  }
  const tags = [...new Set(endpoints.map(tagOf))];
  return {
    openapi: "3.1.0",
    info: about.info,
    servers: [
      { url: "/api/v1", description: "The production server that this comes from", "x-internal": false },
    ],
    tags: tags.map((name) => {
      const { title, description } = about.tags[name] ?? {};
      return { name, ...(title && { "x-displayName": title }), description };
    }),
    paths,
    components: {
      schemas,
      responses,
      headers: headerComponents(),
      securitySchemes: { api_key: API_KEY },
    },
  };
}

const API_KEY = {
  type: "http",
  scheme: "bearer",
  description:
    "An API key from Settings → API Keys: `pk_live_` and 32 more characters. This is a secret, unlike a publishable key.",
};

function operationOf(endpoint: Endpoint, toSchema: (schema: z.ZodType) => Json, responses: Json): Json {
  const { id, summary, params, query, body } = endpoint;
  const scope = scopeOf(endpoint);
  return {
    operationId: id,
    summary,
    description: [endpoint.description, NEEDS[endpoint.scope] ?? `Needs the scope \`${scope}\`.`]
      .filter(Boolean)
      .join(" "),
    tags: [tagOf(endpoint)],
    security: endpoint.scope === "public" ? [] : [{ api_key: scope ? [scope] : [] }],
    ...(scope && { "x-required-scope": scope }),
    parameters: [
      ...parametersOf("path", params, toSchema),
      ...parametersOf("query", query, toSchema),
      ...parametersOf("header", requestHeadersOf(endpoint), toSchema),
      ...parametersOf("header", endpoint.headers, toSchema),
    ],
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: { "application/json": { schema: toSchema(body) } },
      },
    }),
    responses: responsesOf(endpoint, toSchema, responses),
  };
}

const NEEDS: Record<string, string> = {
  public: "Needs no API key.",
  "any-key": "Any API key may do this with itself, whatever its scopes.",
};

/** The scope that is needed, by the name under which a key can have it. */
function scopeOf({ scope }: Endpoint): string | undefined {
  if (scope in NEEDS) return undefined;
  return scope === "api-keys:manage" ? "*" : scope;
}

function tagOf({ path }: Endpoint): string {
  return path.split("/")[1] ?? "";
}

function parametersOf(
  place: "path" | "query" | "header",
  fields: z.ZodObject | undefined,
  toSchema: (schema: z.ZodType) => Json,
): Json[] {
  return Object.entries(fields?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = toSchema(field as z.ZodType);
    const required = !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: place, required, ...(description ? { description } : {}), schema };
  });
}
