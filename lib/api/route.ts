import { type Actor, requireScope } from "@/lib/access/actor";
import { isDatabaseAway, isDeadlock } from "@/lib/db";
import { AppError, isAppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { type Answer, answerOf, type Reply, replyOf } from "./answer";
import { authenticate, bearerToken } from "./authenticate";
import { bodySchemaOf } from "./body";
import type { Call, Endpoint } from "./endpoint";
import { failure } from "./envelope";
import { begin, type Exchange, finish } from "./exchange";
import { inTurn } from "./heavy-work";
import { answerOnce, type NamedRequest } from "./idempotency";
import { type Input, readInput } from "./input";
import { type KeyActor, keyActor } from "./key-actor";
import { countCall, countCost, countVisit, rateLimited } from "./rate-limit";

const VERBS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

type Params = Record<string, unknown>;
type Context = { params: Promise<Params | undefined> };
type Handlers = Record<(typeof VERBS)[number], (request: Request, context: Context) => Promise<Response>>;

/** The endpoints of one path as Next.js mounts them. */
export function routes(...endpoints: Endpoint[]): Handlers {
  const reply = replies(endpoints);
  const handle = async (request: Request, { params }: Context) => {
    const { body, ...init } = await reply(request, (await params) ?? {});
    return new Response(body, init);
  };
  return Object.fromEntries(VERBS.map((verb) => [verb, handle])) as Handlers;
}

/**
 * Serves the endpoints of one path. Together they answer every method: HEAD as GET without a body, OPTIONS with
 * `Allow`, what is missing with 405. Without endpoints the path is unknown: 404.
 */
export function replies(endpoints: Endpoint[]): (request: Request, params: Params) => Promise<Reply> {
  return async (request, params) => {
    const exchange = begin(request, endpoints[0]?.path ?? "unknown");
    const reply = await respond(exchange, endpoints, params).catch((error) => refuse(exchange, error));
    return finish(exchange, reply);
  };
}

/** The one order of checks, so that nothing is told to those who may not know it, and nothing is free. */
async function respond(exchange: Exchange, endpoints: Endpoint[], params: Params): Promise<Reply> {
  const { request } = exchange;
  const endpoint = endpoints.find(
    ({ method }) => method === (request.method === "HEAD" ? "GET" : request.method),
  );
  const actor = endpoint?.scope === "public" ? await receive(exchange, endpoint) : await admit(exchange);

  if (endpoints.length === 0) throw new AppError("not_found");
  // No exception to the order: without a key even OPTIONS is 401. A browser's preflight is to fail, there is no CORS.
  if (request.method === "OPTIONS") return { status: 204, headers: allowed(endpoints), body: null };
  if (endpoint === undefined)
    throw new AppError("method_not_allowed", undefined, { headers: allowed(endpoints) });

  if (actor) requireAccess(actor, endpoint);
  const input = await readInput(endpoint, request, params);
  // A body may take long to arrive: what its first byte could do, its last one perhaps may not.
  if (actor && bodySchemaOf(endpoint)) requireAccess(await identify(exchange, new Date()), endpoint);
  await charge(exchange, endpoint.cost?.(input.body) ?? 0);
  return inTurn(endpoint, () => success(exchange, endpoint, input));
}

/** Lets a good key in and counts the call. Throws 401, 403 or 429. */
async function admit(exchange: Exchange): Promise<KeyActor> {
  const actor = await identify(exchange, exchange.startedAt);
  exchange.allowance = await countCall(actor.key);
  if (exchange.allowance.exceeded) throw rateLimited(exchange.allowance);
  return actor;
}

/** Lets anybody in, as often as their address may. Throws 429. */
async function receive(exchange: Exchange, { id, perMinute }: Endpoint): Promise<null> {
  if (perMinute === undefined) return null;
  exchange.allowance = await countVisit(id, exchange.origin.address, perMinute);
  if (exchange.allowance.exceeded) throw rateLimited(exchange.allowance);
  return null;
}

/** Finds out who calls, as of an instant. Throws 401, 403 for the address, or 429 for too many such failures. */
async function identify(exchange: Exchange, now: Date): Promise<KeyActor> {
  const { request, origin } = exchange;
  const found = await authenticate(request.headers.get("authorization"), origin.address, now);
  exchange.key = found.key ?? exchange.key;
  exchange.dead = found.dead;
  if (found.refusal) throw found.refusal;
  exchange.actor = keyActor(found.key, origin);
  return exchange.actor;
}

function requireAccess(actor: Actor, { scope }: Endpoint): void {
  if (scope !== "public" && scope !== "any-key") requireScope(actor, scope);
}

/** Counts what a call costs besides itself. Throws 429, before any work, where that does not fit. */
async function charge(exchange: Exchange, cost: number): Promise<void> {
  if (exchange.actor === null || cost === 0) return;
  exchange.allowance = await countCost(exchange.actor.key, cost);
  if (exchange.allowance.exceeded) throw rateLimited(exchange.allowance);
}

/** Does the work, once only where the request has a name, and answers. */
async function success(exchange: Exchange, endpoint: Endpoint, input: Input): Promise<Reply> {
  const { request, actor, origin, startedAt: now } = exchange;
  const { bytes, idempotencyKey, ...given } = input;
  const call = { actor, origin, now, ...given };
  // Before the transaction of a named request; told within it, where its earlier answer comes first.
  const [checked] = endpoint.check ? await Promise.allSettled([endpoint.check(call)]) : [];
  const refusal = checked?.status === "rejected" ? checked : null;
  if (actor === null || idempotencyKey === null) return replyOf(await work(endpoint, call, refusal));

  const named: NamedRequest = {
    key: actor.key,
    credential: bearerToken(request.headers.get("authorization")) ?? "",
    method: request.method,
    path: new URL(request.url).pathname,
    idempotencyKey,
    body: bytes,
    secret: endpoint.secret ?? false,
    now,
  };
  const { replayed, ...answer } = await answerOnce(named, () => work(endpoint, call, refusal));
  const reply = replyOf(answer);
  if (replayed) reply.headers["Idempotency-Replayed"] = "true";
  return reply;
}

async function work(endpoint: Endpoint, call: Call, refusal: PromiseRejectedResult | null): Promise<Answer> {
  if (refusal) throw refusal.reason;
  return answerOf(endpoint, await endpoint.run(call));
}

/** Turns what was thrown into an answer. What we did not foresee goes to the log, and nothing of it to the caller. */
function refuse(exchange: Exchange, error: unknown): Reply {
  const { status, faults, headers } = isAppError(error) ? error : unforeseen(exchange, error);
  const type = { "Content-Type": "application/json" };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(failure(faults)) };
}

function unforeseen({ origin }: Exchange, error: unknown): AppError {
  log().error({ err: error, request_id: origin.requestId }, "API request failed");
  // After several attempts still in each other's way: that passes, too.
  if (!isDatabaseAway(error) && !isDeadlock(error)) return new AppError("server_error");
  return new AppError("server_error", undefined, { status: 503, headers: { "Retry-After": "5" } });
}

function allowed(endpoints: Endpoint[]): { Allow: string } {
  const methods = endpoints.map(({ method }) => method);
  return { Allow: [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ") };
}
