import { PLANS, type Plan } from "@/lib/access/plans";
import type { VerifiedKey } from "@/lib/api-keys/verify";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { networkOf } from "@/lib/network";
import { refund, sharedLimiter } from "@/lib/shared-limiter";

const WINDOW_SECONDS = 60;

type Counted = "calls" | "failures" | "visits";

/** Failed authentications a minute from one address. */
const FAILURE_LIMIT = 100;

/** What is left of a limit until its window ends. */
export type Allowance = { limit: number; remaining: number; exceeded: boolean; msLeft: number };

/** The calls a minute that an organization's plan allows. */
export function planLimit(plan: Plan): number {
  return env().RATE_LIMIT_PER_MINUTE ?? PLANS[plan].callsPerMinute;
}

/** The calls a minute that a key may make: its own limit, where that is lower than the plan's. */
export function effectiveLimit(plan: Plan, own: number | null): number {
  return Math.min(own ?? Number.POSITIVE_INFINITY, planLimit(plan));
}

/** Counts a call of a key. What the key's own limit refuses is not counted for the organization. */
export async function countCall(key: VerifiedKey): Promise<Allowance> {
  const { plan, rateLimit } = key;
  const own = rateLimit === null ? null : await hit("calls", key.id, effectiveLimit(plan, rateLimit));
  if (own?.exceeded) return own;
  const shared = await hit("calls", key.organizationId, planLimit(plan));
  return own === null ? shared : tighter(own, shared);
}

/** Counts what a call costs besides itself: all of it, or nothing where it does not fit into what is left. */
export async function countCost(key: VerifiedKey, cost: number): Promise<Allowance> {
  const own =
    key.rateLimit === null ? null : await take(key.id, effectiveLimit(key.plan, key.rateLimit), cost);
  if (own?.allowance.exceeded) return own.allowance;
  const shared = await take(key.organizationId, planLimit(key.plan), cost);
  if (own === null) return shared.allowance;
  if (!shared.allowance.exceeded) return tighter(own.allowance, shared.allowance);
  await own.giveBack();
  return shared.allowance;
}

/** Counts a failed authentication from an address (null: unknown). IPv6 is counted by /64. */
export function countFailure(address: string | null): Promise<Allowance> {
  return hit("failures", networkOf(address), failureLimit());
}

/** Counts a call without a key of what is open to all, from an address (null: unknown). IPv6 is counted by /64. */
export function countVisit(endpoint: string, address: string | null, perMinute: number): Promise<Allowance> {
  return hit("visits", `${endpoint} ${networkOf(address)}`, env().RATE_LIMIT_PER_MINUTE ?? perMinute);
}

/** Whether a key that is not known may be looked up for an address: as long as its allowance lasts, then once a second. */
export async function mayStillGuess(address: string | null): Promise<boolean> {
  const { remaining } = await failureAllowance(address);
  if (remaining > 0) return true;
  const { consumedPoints } = await guesses().consume(networkOf(address));
  return consumedPoints <= 1;
}

/** What an address may still get wrong. Counts nothing. */
export async function failureAllowance(address: string | null): Promise<Allowance> {
  const found = await limiter("failures").get(networkOf(address));
  return allowanceOf(
    failureLimit(),
    found?.consumedPoints ?? 0,
    found?.msBeforeNext ?? WINDOW_SECONDS * 1_000,
  );
}

/** The 429 for a limit that is exceeded. `Retry-After` counts seconds, never less than one. */
export function rateLimited(allowance: Allowance): AppError {
  const seconds = Math.max(1, Math.ceil(allowance.msLeft / 1_000));
  return new AppError("rate_limited", undefined, { headers: { "Retry-After": String(seconds) } });
}

/** The headers that every answer carries. The reset is the Unix second by which the window has ended. */
export function rateLimitHeaders(allowance: Allowance, now: number): Record<string, string> {
  return {
    "X-RateLimit-Limit": String(allowance.limit),
    "X-RateLimit-Remaining": String(allowance.remaining),
    "X-RateLimit-Reset": String(Math.ceil((now + allowance.msLeft) / 1_000)),
  };
}

/** What `hits` of `limit` leave. */
export function allowanceOf(limit: number, hits: number, msLeft: number): Allowance {
  return { limit, remaining: Math.max(0, limit - hits), exceeded: hits > limit, msLeft };
}

/** The allowance that ends a caller's patience first. Both having nothing left, the second decides. */
export function tighter(first: Allowance, second: Allowance): Allowance {
  return first.remaining < second.remaining ? first : second;
}

async function hit(what: Counted, who: string, limit: number): Promise<Allowance> {
  const { consumedPoints, msBeforeNext } = await limiter(what).consume(who);
  return allowanceOf(limit, consumedPoints, msBeforeNext);
}

/** Takes so many hits, and gives them back where that is more than there are. */
async function take(
  who: string,
  limit: number,
  hits: number,
): Promise<{ allowance: Allowance; giveBack: () => Promise<void> }> {
  const taken = await limiter("calls").consume(who, hits);
  const { consumedPoints, msBeforeNext } = taken;
  const giveBack = refund(limiter("calls"), who, taken, hits);
  const allowance = allowanceOf(limit, consumedPoints, msBeforeNext);
  if (!allowance.exceeded) return { allowance, giveBack };
  await giveBack();
  return {
    allowance: { ...allowanceOf(limit, consumedPoints - hits, msBeforeNext), exceeded: true },
    giveBack,
  };
}

function failureLimit(): number {
  return env().RATE_LIMIT_PER_MINUTE ?? FAILURE_LIMIT;
}

function guesses() {
  return sharedLimiter("guesses", { duration: 1 });
}

// The limiter only counts; limits differ by plan and key, so they are judged here.
function limiter(what: Counted) {
  return sharedLimiter(what, { duration: WINDOW_SECONDS });
}
