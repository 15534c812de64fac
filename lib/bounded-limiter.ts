import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** A counter per caller in memory that never remembers more than so many callers: the oldest is forgotten first. */
export class BoundedLimiter extends RateLimiterMemory {
  readonly #keys = new Set<string>();
  readonly #most: number;

  /** `points` may be spent within `duration` seconds, counted from a caller's first. */
  constructor({ most = 50_000, ...options }: { points: number; duration: number; most?: number }) {
    super(options);
    this.#most = most;
  }

  override consume(key: string, points = 1) {
    this.#remember(key);
    return super.consume(key, points);
  }

  /** Gives points back where they are still counted; whoever is forgotten, or whose window is over, is owed nothing. */
  override async reward(key: string, points = 1) {
    const counted = await this.get(key);
    if (counted === null || counted.msBeforeNext <= 0) return new RateLimiterRes(this.points, 0, 0);
    return super.reward(key, Math.min(points, counted.consumedPoints));
  }

  #remember(key: string): void {
    // Moved to the end on each use, so that the first in the set is the one longest unused.
    this.#keys.delete(key);
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size <= this.#most || oldest === undefined) return;
    this.#keys.delete(oldest);
    void super.delete(oldest);
  }
}
