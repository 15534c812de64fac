import { z } from "zod";
import { AppError, type Fault } from "@/lib/errors";
import { parse } from "@/lib/faults";
import { readBody } from "./body";
import type { Call, Endpoint } from "./endpoint";

const NOTHING = z.strictObject({});

/**
 * Reads what a request gives an endpoint. Throws 404 for a path parameter that can name nothing, in
 * its schema's words, then 413, 415 and 400
 * for the body, then 422 for everything else that is wrong, all of it at once.
 */
export async function readInput(
  endpoint: Endpoint,
  request: Request,
  path: Record<string, unknown>,
): Promise<Pick<Call, "params" | "query" | "body">> {
  const params = (endpoint.params ?? NOTHING).safeParse(path);
  if (!params.success) throw new AppError("not_found", params.error.issues[0]?.message);
  const sent = endpoint.body ? await readBody(request, endpoint.body) : {};

  const given = new URL(request.url).searchParams;
  const repeated = faultsOfRepetition(given);
  const query = parse(endpoint.query ?? NOTHING, Object.fromEntries(given));
  const body = parse(endpoint.body ?? NOTHING, sent);
  if (query.ok && body.ok && repeated.length === 0) {
    return { params: params.data, query: query.data, body: body.data };
  }
  const faults = [...repeated, ...(query.ok ? [] : query.faults), ...(body.ok ? [] : body.faults)];
  throw new AppError("validation_error", undefined, { faults });
}

function faultsOfRepetition(query: URLSearchParams): Fault[] {
  return [...new Set(query.keys())]
    .filter((field) => query.getAll(field).length > 1)
    .map((field) => ({ code: "validation_error", message: `${field} is given more than once`, field }));
}
