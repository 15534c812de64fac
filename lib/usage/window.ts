import { DAY_MS } from "@/lib/api-keys/status";

/** How many endpoints, addresses and callers are listed at most. */
export const MAX_LISTED = 100;

/** The beginning, in UTC, of the first of so many days of which today is the last. */
export function firstDay(days: number, now: Date): Date {
  return new Date((Math.floor(now.getTime() / DAY_MS) - days + 1) * DAY_MS);
}

/** A count as a number: no key makes 2^53 calls. */
export function numberOf(count: bigint | null | undefined): number {
  return Number(count ?? 0);
}
