import type { z } from "zod";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import { bodySchemaOf } from "./body";
import type { Endpoint } from "./endpoint";
import { Failure, failure } from "./envelope";
import { requestHeadersOf } from "./idempotency-key";
import type { Json } from "./json-schema";
import type { Header } from "./openapi-headers";

/**
 * Every answer that an operation can give, by status. Refusals are the same for all operations: they are collected
 * into `named`, and referred to.
 */
export function responsesOf(endpoint: Endpoint, toSchema: (schema: z.ZodType) => Json, named: Json): Json {
  const success = endpoint.location ? 201 : 200;
  const own: Header[] = endpoint.scope === "public" ? [] : ["X-API-Key-Expires-At"];
  const refusals = Map.groupBy(refusalsOf(endpoint), ([status]) => status);
  return {
    [success]: {
      description: success === 201 ? "Created" : "Success",
      headers: headersOf([
        ...own,
        ...(endpoint.location ? (["Location"] as const) : []),
        ...(requestHeadersOf(endpoint) ? (["Idempotency-Replayed"] as const) : []),
      ]),
      content: { "application/json": { schema: toSchema(endpoint.response.schema) } },
    },
    ...Object.fromEntries(
      [...refusals].map(([status, refusals]) => {
        const codes = refusals.map(([, code]) => code);
        const name = status === 503 ? "unavailable" : codes.join("_or_");
        named[name] = refusal(status, codes, toSchema);
        return [status, { $ref: `#/components/responses/${name}` }];
      }),
    ),
  };
}

const UNAVAILABLE = "Unavailable for the moment; the same request will pass later";

function refusal(status: number, codes: ErrorCode[], toSchema: (schema: z.ZodType) => Json): Json {
  return {
    description: status === 503 ? UNAVAILABLE : codes.map((code) => ERRORS[code].message).join(", or: "),
    headers: headersOf(EXTRA[status] ?? []),
    content: {
      "application/json": {
        schema: toSchema(Failure),
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
}

function exampleOf(code: ErrorCode): unknown {
  const fault = code === "validation_error" ? { message: "email is required", field: "email" } : {};
  return failure([{ code, message: ERRORS[code].message, ...fault }]);
}

const ALWAYS: Header[] = [
  "X-Request-Id",
  "Cache-Control",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
];
const KNOWN_KEY: Header[] = ["X-API-Key-Expires-At"];
const EXTRA: Record<number, Header[]> = {
  400: KNOWN_KEY,
  401: ["WWW-Authenticate"],
  403: ["WWW-Authenticate", ...KNOWN_KEY],
  404: KNOWN_KEY,
  409: KNOWN_KEY,
  413: KNOWN_KEY,
  415: KNOWN_KEY,
  422: KNOWN_KEY,
  429: ["Retry-After", ...KNOWN_KEY],
  500: KNOWN_KEY,
  503: ["Retry-After", ...KNOWN_KEY],
};

function headersOf(more: Header[]): Json {
  return Object.fromEntries(
    [...ALWAYS, ...more].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}

/** What can go wrong follows from an endpoint's labels. */
function refusalsOf(endpoint: Endpoint): [status: number, code: ErrorCode][] {
  const { scope, params, perMinute, errors = [] } = endpoint;
  const body = bodySchemaOf(endpoint);
  const codes: ErrorCode[] = [
    ...(body ? (["invalid_request"] as const) : []),
    ...(scope === "public" ? [] : (["unauthorized", "forbidden"] as const)),
    ...(scope === "public" && perMinute === undefined ? [] : (["rate_limited"] as const)),
    ...(params ? (["not_found"] as const) : []),
    ...(body ? (["payload_too_large", "unsupported_media_type"] as const) : []),
    ...errors,
    // While the first request with the same Idempotency-Key is under way.
    ...(requestHeadersOf(endpoint) ? (["conflict"] as const) : []),
    // Even without parameters: an unknown one is refused.
    "validation_error",
    "server_error",
  ];
  const once = [...new Set(codes)];
  return [...once.map((code): [number, ErrorCode] => [ERRORS[code].status, code]), [503, "server_error"]];
}
