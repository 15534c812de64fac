import type { Origin } from "@/lib/access/actor";

/**
 * One request to next-auth. It swallows what callbacks throw, or puts it into an address; so what went wrong is kept
 * here, and the door answers with it instead.
 */
export class Visit {
  readonly now = new Date();
  /** What a callback threw. */
  failure: unknown = null;
  /** Who is being signed in. */
  userId = "";

  constructor(readonly origin: Origin) {}

  /** Runs a callback's work. Returns `otherwise` where it throws, and keeps the error. */
  async attempt<T, Otherwise>(work: () => Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
    try {
      return await work();
    } catch (error) {
      this.failure = error;
      return otherwise;
    }
  }
}
