import { z } from "zod";
import { AppError, type Fault } from "@/lib/errors";
import { parse } from "@/lib/faults";
import { bodySchemaOf, readBody } from "./body";
import type { Call, Endpoint } from "./endpoint";
import { readHeaders } from "./idempotency-key";

const NOTHING = z.strictObject({});
const NO_BODY = { ok: true as const, data: {} };

/** What a request gives an endpoint, and what it says of itself. */
export type Input = Pick<Call, "params" | "query" | "body"> & {
  /** The body's bytes; none where it is not read. */
  bytes: Uint8Array;
  idempotencyKey: string | null;
};

/**
 * Reads what a request gives an endpoint. Throws 404 for a path parameter that can name nothing, then 413, 415 and 400
 * for the body (between them what its bytes must prove), then 422 for everything else that is wrong, all of it at once.
 */
export async function readInput(
  endpoint: Endpoint,
  request: Request,
  path: Record<string, unknown>,
): Promise<Input> {
  const params = readParams(endpoint, path);
  const schema = bodySchemaOf(endpoint);
  const { value, bytes } = schema
    ? await readBody(request, schema, endpoint.maxBytes, async (bytes) =>
        endpoint.authenticate?.({ headers: request.headers, bytes }, new Date()),
      )
    : { value: {}, bytes: new Uint8Array() };

  // Most requests have neither query nor body, and need not pay for reading them.
  const given = request.url.includes("?") ? new URL(request.url).searchParams : new URLSearchParams();
  const repeated = faultsOfRepetition(given);
  const query = parse(endpoint.query ?? NOTHING, Object.fromEntries(given));
  const body = schema ? parse(schema, value) : NO_BODY;
  const headers = readHeaders(endpoint, request.headers);
  if (query.ok && body.ok && headers.ok && repeated.length === 0) {
    const idempotencyKey = headers.data["Idempotency-Key"] ?? null;
    return { params, query: query.data, body: body.data, bytes, idempotencyKey };
  }
  const faults = [headers, query, body].flatMap((read) => (read.ok ? [] : read.faults));
  throw new AppError("validation_error", undefined, { faults: [...repeated, ...faults] });
}

/** Reads the parameters of a path. Throws 404 for one that can name nothing, in its schema's words. */
export function readParams({ params = NOTHING }: Endpoint, path: Record<string, unknown>): Call["params"] {
  const parsed = params.safeParse(path);
  if (!parsed.success) throw new AppError("not_found", parsed.error.issues[0]?.message);
  return parsed.data;
}

/** Parses what an endpoint was given as its body. */
export function parseBody({ body = NOTHING }: Endpoint, given: unknown) {
  return parse(body, given);
}

function faultsOfRepetition(query: URLSearchParams): Fault[] {
  return [...new Set(query.keys())]
    .filter((field) => query.getAll(field).length > 1)
    .map((field) => ({ code: "validation_error", message: `${field} is given more than once`, field }));
}
