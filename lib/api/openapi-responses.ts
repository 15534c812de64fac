import type { z } from "zod";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import type { Endpoint } from "./endpoint";
import { Failure } from "./envelope";
import type { Json } from "./json-schema";

const integer = { type: "integer" };
const string = { type: "string" };

/** The headers of our answers, as components of the document. */
export const HEADERS = {
  "X-Request-Id": { description: "Our id of this request", schema: { type: "string", format: "uuid" } },
  "X-RateLimit-Limit": { description: "Requests a minute", schema: integer },
  "X-RateLimit-Remaining": { description: "Requests left until the window ends", schema: integer },
  "X-RateLimit-Reset": { description: "When the window ends, in Unix seconds", schema: integer },
  "X-API-Key-Expires-At": {
    description: "When the key ends, if it will",
    schema: { type: "string", format: "date-time" },
  },
  "Retry-After": { description: "Seconds to wait before trying again", schema: integer },
  "WWW-Authenticate": { description: "A challenge as in RFC 6750", schema: string },
  Location: { description: "Where the new row is", schema: string },
};
type Header = keyof typeof HEADERS;

/** Every answer that an operation can give, by status. */
export function responsesOf(endpoint: Endpoint, toSchema: (schema: z.ZodType) => Json): Json {
  const success = endpoint.location ? 201 : 200;
  const own: Header[] = endpoint.scope === "public" ? [] : ["X-API-Key-Expires-At"];
  const answer = (description: string, schema: z.ZodType, headers: Header[]) => ({
    description,
    headers: Object.fromEntries([...ALWAYS, ...headers].map((name) => [name, refTo(name)])),
    content: { "application/json": { schema: toSchema(schema) } },
  });

  const refusals = Map.groupBy(refusalsOf(endpoint), ([status]) => status);
  return {
    [success]: answer("Success", endpoint.response.schema, [
      ...own,
      ...(endpoint.location ? ["Location" as const] : []),
    ]),
    ...Object.fromEntries(
      [...refusals].map(([status, codes]) => [
        status,
        answer(codes.map(([, code]) => ERRORS[code].message).join(", or: "), Failure, EXTRA[status] ?? []),
      ]),
    ),
  };
}

const ALWAYS: Header[] = ["X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];
const EXTRA: Record<number, Header[]> = {
  401: ["WWW-Authenticate"],
  403: ["WWW-Authenticate"],
  429: ["Retry-After"],
  503: ["Retry-After"],
};

/** What can go wrong follows from an endpoint's labels. */
function refusalsOf({ scope, params, body, errors = [] }: Endpoint): [status: number, code: ErrorCode][] {
  const codes: ErrorCode[] = [
    ...(body ? (["invalid_request"] as const) : []),
    ...(scope === "public" ? [] : (["unauthorized", "forbidden", "rate_limited"] as const)),
    ...(params ? (["not_found"] as const) : []),
    ...(body ? (["payload_too_large", "unsupported_media_type"] as const) : []),
    ...errors,
    // Even without parameters: an unknown one is refused.
    "validation_error",
    "server_error",
  ];
  return [...codes.map((code): [number, ErrorCode] => [ERRORS[code].status, code]), [503, "server_error"]];
}

function refTo(header: Header): Json {
  return { $ref: `#/components/headers/${header}` };
}
