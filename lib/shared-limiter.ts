import { type RateLimiterAbstract, RateLimiterRedis } from "rate-limiter-flexible";
import { BoundedLimiter } from "./bounded-limiter";
import { once } from "./once";
import { redis } from "./redis";

/**
 * A counter per caller, the same one for all instances where there is a Redis: `points` may be spent within `duration`
 * seconds, counted from a caller's first. Where Redis is away, or there is none, this instance counts by itself, in
 * memory. Called again with the same name it returns the same counter.
 */
export function sharedLimiter(
  name: string,
  { points = Number.MAX_SAFE_INTEGER, duration }: { points?: number; duration: number },
): RateLimiterAbstract {
  return once(`limiter:${name}`, () => {
    const alone = new BoundedLimiter({ points, duration });
    const storeClient = redis();
    if (storeClient === null) return alone;
    const keyPrefix = `prepzo:${name}`;
    const options = { storeClient, keyPrefix, points, duration };
    return new RateLimiterRedis({ ...options, insuranceLimiter: alone, rejectIfRedisNotReady: true });
  });
}
