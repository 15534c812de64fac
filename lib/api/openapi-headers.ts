const count = { type: "integer", format: "int32", minimum: 0, maximum: 1_000_000_000 };

/** The headers of our answers, as components of the document. */
export const HEADERS = {
  "X-Request-Id": {
    description: "Our id of this request. Name it when you ask for help",
    schema: { type: "string", format: "uuid", maxLength: 36 },
    example: "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
  },
  "Cache-Control": {
    description: "Answers are not to be stored",
    schema: { type: "string", const: "no-store" },
  },
  "X-RateLimit-Limit": { description: "Requests a minute", schema: count, example: 1_000 },
  "X-RateLimit-Remaining": {
    description: "Requests left until the window ends",
    schema: count,
    example: 997,
  },
  "X-RateLimit-Reset": {
    description: "When the window ends, in Unix seconds",
    schema: { type: "integer", format: "int64", minimum: 0, maximum: 253_402_300_799 },
    example: 1_801_387_860,
  },
  "X-API-Key-Expires-At": {
    description: "When the key ends. Only on answers to a key that will",
    schema: { type: "string", format: "date-time", maxLength: 24 },
    example: "2027-01-31T12:00:00.000Z",
  },
  "Retry-After": {
    description: "Seconds to wait before trying again",
    schema: { type: "integer", format: "int32", minimum: 1, maximum: 86_400 },
    example: 12,
  },
  "WWW-Authenticate": {
    description: "A challenge as in RFC 6750. On 403 only where a scope is missing, which it names",
    schema: { type: "string", pattern: "^Bearer ", maxLength: 500 },
    example: 'Bearer realm="prepzo", error="invalid_token"',
  },
  "Idempotency-Replayed": {
    description: "There where an earlier answer to the same `Idempotency-Key` is given again",
    schema: { type: "string", const: "true" },
  },
  Location: {
    description: "Where the new row is",
    schema: { type: "string", format: "uri-reference", maxLength: 500 },
    example: "/api/v1/candidates/01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
  },
};

export type Header = keyof typeof HEADERS;

/** A header that a client can count on must be marked so: all but those that depend on the key or the fault. */
const SOMETIMES: Header[] = ["X-API-Key-Expires-At", "WWW-Authenticate", "Idempotency-Replayed"];

/** The headers by name, each with whether it is always there. */
export function headerComponents(): Record<Header, object> {
  return Object.fromEntries(
    Object.entries(HEADERS).map(([name, header]) => [
      name,
      { ...header, required: !SOMETIMES.includes(name as Header) },
    ]),
  ) as Record<Header, object>;
}
