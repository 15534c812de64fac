import type { z } from "zod";
import { requiresNothing } from "./body";
import type { Endpoint } from "./endpoint";
import { type Json, jsonSchemas } from "./json-schema";
import { HEADERS, responsesOf } from "./openapi-responses";

/** Describes the endpoints as an OpenAPI 3.1 document. It says what can happen, and nothing else. */
export function openApi(endpoints: readonly Endpoint[]): Json & { openapi: string } {
  const schemas: Json = {};
  const toSchema = jsonSchemas(schemas);
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const operation = operationOf(endpoint, toSchema);
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Prepzo API",
      version: "1.0.0",
      description: "The data of an organization in Prepzo, for programs that hold one of its API keys.",
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(endpoints.map(tagOf))].map((name) => ({ name })),
    paths,
    components: { schemas, headers: HEADERS, securitySchemes: { api_key: API_KEY } },
  };
}

const API_KEY = {
  type: "http",
  scheme: "bearer",
  description:
    "An API key from Settings → API Keys: `pk_live_` and 32 more characters. This is a secret, unlike a publishable key.",
};

function operationOf(endpoint: Endpoint, toSchema: (schema: z.ZodType) => Json): Json {
  const { id, summary, params, query, body } = endpoint;
  return {
    operationId: id,
    summary,
    tags: [tagOf(endpoint)],
    security: securityOf(endpoint),
    parameters: [...parametersOf("path", params, toSchema), ...parametersOf("query", query, toSchema)],
    ...(body && {
      requestBody: {
        required: !requiresNothing(body),
        content: { "application/json": { schema: toSchema(body) } },
      },
    }),
    responses: responsesOf(endpoint, toSchema),
  };
}

function tagOf({ path }: Endpoint): string {
  return path.split("/")[1] ?? "";
}

/** The scope that is needed, by the name under which a key can have it. */
function securityOf({ scope }: Endpoint): Json[] {
  if (scope === "public") return [];
  if (scope === "any-key") return [{ api_key: [] }];
  return [{ api_key: [scope === "api-keys:manage" ? "*" : scope] }];
}

function parametersOf(
  place: "path" | "query",
  fields: z.ZodObject | undefined,
  toSchema: (schema: z.ZodType) => Json,
): Json[] {
  return Object.entries(fields?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = toSchema(field as z.ZodType);
    return { name, in: place, required: place === "path", ...(description ? { description } : {}), schema };
  });
}
