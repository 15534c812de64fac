import { randomUUIDv7 } from "node:crypto";
import type { Origin } from "@/lib/access/actor";
import { keptAgent } from "@/lib/access/user-agent";
import type { VerifiedKey } from "@/lib/api-keys/verify";
import { log } from "@/lib/log";
import { OTHER } from "@/lib/usage/call";
import { recordCall } from "@/lib/usage/record";
import type { Reply } from "./answer";
import { UNSERVED } from "./incoming";
import type { KeyActor } from "./key-actor";
import { type Allowance, failureAllowance, rateLimitHeaders } from "./rate-limit";

/** A request under way, and what has become known of it so far. */
export type Exchange = {
  request: Request;
  /** The template of the path, such as `/candidates/{id}`: the log never holds what callers put into a path. */
  path: string;
  startedAt: Date;
  origin: Origin & { requestId: string };
  /** The key that the call came with, and whether it no longer opens anything: it is not known at first. */
  key: VerifiedKey | null;
  dead: boolean;
  /** The caller, from the moment that its key is found good. */
  actor: KeyActor | null;
  /** What is left of the organization's or the key's limit, from the moment that the call is counted. */
  allowance: Allowance | null;
};

/** Starts an exchange under a request id of our own. Only server.ts's header says where the request came from. */
export function begin(request: Request, path: string): Exchange {
  const origin = {
    address: request.headers.get("x-prepzo-address"),
    userAgent: keptAgent(request.headers.get("user-agent")),
    requestId: randomUUIDv7(),
  };
  return {
    request,
    path,
    startedAt: new Date(),
    origin,
    key: null,
    dead: false,
    actor: null,
    allowance: null,
  };
}

/** Ends an exchange: puts on the answer what every answer carries, notes what the key was used for, writes the log's line. */
export async function finish(exchange: Exchange, reply: Reply): Promise<Reply> {
  const { request, origin, actor, startedAt } = exchange;
  const now = Date.now();
  const allowance = exchange.allowance ?? (await failureAllowance(origin.address));
  const headers: Record<string, string> = {
    ...reply.headers,
    ...rateLimitHeaders(allowance, now),
    "X-Request-Id": origin.requestId,
    "Cache-Control": "no-store",
  };
  if (actor?.key.expiresAt) headers["X-API-Key-Expires-At"] = actor.key.expiresAt.toISOString();

  record(exchange, reply.status, now);
  log().info({
    request_id: origin.requestId,
    key_id: actor?.id,
    method: request.method,
    path: exchange.path,
    status: reply.status,
    duration_ms: now - startedAt.getTime(),
  });
  return { status: reply.status, headers, body: request.method === "HEAD" ? null : reply.body };
}

/** Only an admitted call is a use of its key; every call of a key that was once ours is counted. */
function record(exchange: Exchange, status: number, now: number): void {
  const { request, path, startedAt, origin, key, dead, actor } = exchange;
  if (key === null) return;
  const call = {
    ...origin,
    organizationId: key.organizationId,
    keyId: key.id,
    dead,
    admitted: actor !== null && !dead,
    at: startedAt,
    durationMs: now - startedAt.getTime(),
    method: request.method === UNSERVED ? OTHER : request.method,
    path,
    status,
    scopes: actor?.used ?? [],
  };
  recordCall(call);
}
