import { RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import { BoundedLimiter } from "./bounded-limiter";
import { AppError } from "./errors";
import { InsuredLimiter, type Limiter } from "./insured-limiter";
import { once } from "./once";
import { COMMAND_MS, redis, redisFailed } from "./redis";

/**
 * What the library's own script does, but that nobody gets back more than is counted: points may have been counted in
 * memory while Redis was away, or lost with it, and would be a credit.
 */
const COUNT = `
  local points = math.max(tonumber(ARGV[1]), -tonumber(redis.call('get', KEYS[1]) or 0))
  redis.call('set', KEYS[1], 0, 'EX', ARGV[2], 'NX')
  return { redis.call('incrby', KEYS[1], points), redis.call('pttl', KEYS[1]) }`;

/** An answer may have been under way for as long as a command may take, and what is given back is as well. */
const MARGIN_MS = 2 * COMMAND_MS;

/**
 * A counter per caller, the same one for all instances where there is a Redis: `points` may be spent within `duration`
 * seconds, counted from a caller's first. Where Redis fails, or there is none, this instance counts by itself, in
 * memory. Called again with the same name it returns the same counter.
 */
export function sharedLimiter(
  name: string,
  { points = Number.MAX_SAFE_INTEGER, duration }: { points?: number; duration: number },
): Limiter {
  return once(`limiter:${name}`, () => {
    const alone = new BoundedLimiter({ points, duration });
    const storeClient = redis();
    if (storeClient === null) return alone;
    const keyPrefix = `prepzo:${name}`;
    const options = { storeClient, keyPrefix, points, duration, customIncrTtlLuaScript: COUNT };
    const together = new RateLimiterRedis({ ...options, rejectIfRedisNotReady: true });
    return new InsuredLimiter(together, alone, redisFailed);
  });
}

/**
 * Counts one for a caller. Throws a 429 with `Retry-After` where that is too many.
 * @param what they are called in its words
 * @returns what takes it back
 */
export async function spend(limiter: Limiter, key: string, what = "attempts"): Promise<() => Promise<void>> {
  try {
    return refund(limiter, key, await limiter.consume(key));
  } catch (error) {
    const refused = error as RateLimiterRes;
    // What is refused is no failure: the count stays at the limit, and its window ends when it said it would.
    await refund(limiter, key, refused)();
    const seconds = Math.ceil(refused.msBeforeNext / 1000);
    throw new AppError("rate_limited", `Too many ${what}. Try again in ${inWords(seconds)}.`, {
      headers: { "Retry-After": String(seconds) },
    });
  }
}

/**
 * What gives back `points` of a counter, but not when its window is about to end: they are gone with it, and in the next
 * one they would be a credit.
 * @param taken what the counter answered when they were taken
 */
export function refund(
  limiter: Limiter,
  key: string,
  taken: RateLimiterRes,
  points = 1,
): () => Promise<void> {
  const end = performance.now() + taken.msBeforeNext - MARGIN_MS;
  return async () => {
    if (performance.now() < end) await limiter.reward(key, points);
  };
}

function inWords(seconds: number): string {
  if (seconds <= 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
