import type { RateLimiterAbstract } from "rate-limiter-flexible";

/** A counter per caller. */
export type Limiter = Pick<RateLimiterAbstract, "consume" | "reward" | "get" | "delete">;

/** Counts with the one limiter, and where that fails with the other. */
export class InsuredLimiter implements Limiter {
  readonly #first: Limiter;
  readonly #insurance: Limiter;
  readonly #failed: (error: Error) => void;

  /** @param failed is told each failure of the first */
  constructor(first: Limiter, insurance: Limiter, failed: (error: Error) => void) {
    this.#first = first;
    this.#insurance = insurance;
    this.#failed = failed;
  }

  consume(key: string, points = 1) {
    return this.#ask((limiter) => limiter.consume(key, points));
  }

  reward(key: string, points = 1) {
    return this.#ask((limiter) => limiter.reward(key, points));
  }

  get(key: string) {
    return this.#ask((limiter) => limiter.get(key));
  }

  delete(key: string) {
    return this.#ask((limiter) => limiter.delete(key));
  }

  async #ask<Answer>(question: (limiter: Limiter) => Promise<Answer>): Promise<Answer> {
    try {
      return await question(this.#first);
    } catch (error) {
      // What a limiter refuses it rejects with a count, which is no failure.
      if (!(error instanceof Error)) throw error;
      this.#failed(error);
      return question(this.#insurance);
    }
  }
}
