import { randomUUIDv7 } from "node:crypto";
import type { Actor, Origin } from "@/lib/access/actor";
import { recordUse } from "@/lib/api-keys/usage";
import type { VerifiedKey } from "@/lib/api-keys/verify";
import { log } from "@/lib/log";
import { type Allowance, failureAllowance, rateLimitHeaders } from "./rate-limit";

const USER_AGENT_LENGTH = 300;

/** A request under way, and what has become known of it so far. */
export type Exchange = {
  request: Request;
  /** The template of the path, such as `/candidates/{id}`: the log never holds what callers put into a path. */
  path: string;
  startedAt: Date;
  origin: Origin & { requestId: string };
  /** The caller's key, and the caller, from the moment that the key is found good. */
  key: VerifiedKey | null;
  actor: Actor | null;
  /** What is left of the organization's or the key's limit, from the moment that the call is counted. */
  allowance: Allowance | null;
};

/** Starts an exchange under a request id of our own. Only server.ts's header says where the request came from. */
export function begin(request: Request, path: string): Exchange {
  const origin = {
    address: request.headers.get("x-prepzo-address"),
    userAgent: request.headers.get("user-agent")?.slice(0, USER_AGENT_LENGTH) ?? null,
    requestId: randomUUIDv7(),
  };
  return { request, path, startedAt: new Date(), origin, key: null, actor: null, allowance: null };
}

/** Ends an exchange: puts on the answer what every answer carries, notes the key's use, writes the log's line. */
export async function finish(exchange: Exchange, answer: Response): Promise<Response> {
  const { request, origin, actor, startedAt } = exchange;
  const { headers } = answer;
  const now = Date.now();
  const allowance = exchange.allowance ?? (await failureAllowance(origin.address));
  for (const [name, value] of Object.entries(rateLimitHeaders(allowance, now))) headers.set(name, value);
  headers.set("X-Request-Id", origin.requestId);
  headers.set("Cache-Control", "no-store");
  const expiresAt = actor?.bounds?.expiresAt;
  if (expiresAt) headers.set("X-API-Key-Expires-At", expiresAt.toISOString());

  if (actor?.id) recordUse(actor.id, startedAt, origin.address);
  log().info({
    request_id: origin.requestId,
    key_id: actor?.id,
    method: request.method,
    path: exchange.path,
    status: answer.status,
    duration_ms: now - startedAt.getTime(),
  });
  return request.method === "HEAD" ? new Response(null, answer) : answer;
}
