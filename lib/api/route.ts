import { type Actor, requireScope } from "@/lib/access/actor";
import { isDatabaseAway } from "@/lib/db";
import { AppError, isAppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { authenticate } from "./authenticate";
import type { Endpoint } from "./endpoint";
import { failure } from "./envelope";
import { begin, type Exchange, finish } from "./exchange";
import { readInput } from "./input";
import { keyActor } from "./key-actor";
import { countCall, rateLimited } from "./rate-limit";

const VERBS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

type Context = { params: Promise<Record<string, unknown> | undefined> };
type Handlers = Record<(typeof VERBS)[number], (request: Request, context: Context) => Promise<Response>>;

/**
 * Serves the endpoints of one path. Together they answer every method: HEAD as GET without a body, OPTIONS with
 * `Allow`, what is missing with 405. Without endpoints the path is unknown: 404.
 */
export function routes(...endpoints: Endpoint[]): Handlers {
  const handle = async (request: Request, { params }: Context) => {
    const exchange = begin(request, endpoints[0]?.path ?? "unknown");
    const answer = await respond(exchange, endpoints, params).catch((error) => refuse(exchange, error));
    return finish(exchange, answer);
  };
  return Object.fromEntries(VERBS.map((verb) => [verb, handle])) as Handlers;
}

/** The one order of checks, so that nothing is told to those who may not know it, and nothing is free. */
async function respond(
  exchange: Exchange,
  endpoints: Endpoint[],
  params: Context["params"],
): Promise<Response> {
  const { request } = exchange;
  const endpoint = endpoints.find(
    ({ method }) => method === (request.method === "HEAD" ? "GET" : request.method),
  );
  const actor = endpoint?.scope === "public" ? null : await admit(exchange);

  if (endpoints.length === 0) throw new AppError("not_found");
  const headers = { Allow: allowed(endpoints) };
  // No exception to the order: without a key even OPTIONS is 401. A browser's preflight is to fail, there is no CORS.
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers });
  if (endpoint === undefined) throw new AppError("method_not_allowed", undefined, { headers });

  const { scope } = endpoint;
  if (actor && scope !== "public" && scope !== "any-key") requireScope(actor, scope);
  const input = await readInput(endpoint, request, (await params) ?? {});
  const result = await endpoint.run({ actor, now: exchange.startedAt, ...input });
  return success(endpoint, result);
}

/** Lets a good key in and counts the call. Throws 401, 403 or 429. */
async function admit(exchange: Exchange): Promise<Actor> {
  const { request, origin, startedAt } = exchange;
  const key = await authenticate(request.headers.get("authorization"), origin.address, startedAt);
  const actor = keyActor(key, origin);
  exchange.actor = actor;
  exchange.allowance = await countCall(key);
  if (exchange.allowance.exceeded) throw rateLimited(exchange.allowance);
  return actor;
}

function success(endpoint: Endpoint, result: unknown): Response {
  const body = endpoint.response.encode(result);
  const location = endpoint.location?.(result);
  if (location === undefined) return Response.json(body);
  return Response.json(body, { status: 201, headers: { Location: `/api/v1${location}` } });
}

/** Turns what was thrown into an answer. What we did not foresee goes to the log, and nothing of it to the caller. */
function refuse(exchange: Exchange, error: unknown): Response {
  const { status, faults, headers } = isAppError(error) ? error : unforeseen(exchange, error);
  return Response.json(failure(faults), { status, headers });
}

function unforeseen({ origin }: Exchange, error: unknown): AppError {
  log().error({ err: error, request_id: origin.requestId }, "API request failed");
  if (!isDatabaseAway(error)) return new AppError("server_error");
  return new AppError("server_error", undefined, { status: 503, headers: { "Retry-After": "5" } });
}

function allowed(endpoints: Endpoint[]): string {
  const methods = endpoints.map(({ method }) => method);
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}
