const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failed attempt the next one is made. The first is made at once; after the last there is none. */
export const RETRY_AFTER_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** Up to so much of a wait is added or taken away, so that what failed together is not tried together again. */
const JITTER = 0.1;
/** A receiver that asks for more time gets no more than this. */
const LONGEST_MS = 24 * HOUR;

/**
 * When to try again after a failed attempt, or null where that was the last.
 * @param attempt the number of the one that failed, from 1 on
 * @param retryAfter when the receiver wants to be asked again: heeded where that is later than the schedule, but by no
 *   more than a day from now
 * @param random a number from 0 to 1
 */
export function nextAttempt(
  attempt: number,
  now: Date,
  retryAfter: Date | null,
  random: number,
): Date | null {
  const wait = RETRY_AFTER_MS[attempt - 1];
  if (wait === undefined) return null;
  const scheduled = wait * (1 + JITTER * (2 * random - 1));
  const asked = retryAfter === null ? 0 : Math.min(retryAfter.getTime() - now.getTime(), LONGEST_MS);
  return new Date(now.getTime() + Math.round(Math.max(scheduled, asked)));
}

/** The one form of a date in HTTP that has no zone, and means GMT. */
const ASCTIME = /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/** The instant that a Retry-After header names (RFC 9110 section 10.2.3), or null where it names none; seconds beyond a day are a day. */
export function retryAfterOf(header: string | undefined, now: Date): Date | null {
  const text = header?.trim() ?? "";
  // Later than a day is never heeded, and could be later than a date can be.
  if (/^\d+$/.test(text)) return new Date(now.getTime() + Math.min(Number(text) * SECOND, LONGEST_MS));
  // Of all that Date.parse takes, only what begins with the name of a day is a date of HTTP.
  const parsed = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)
    ? Date.parse(ASCTIME.test(text) ? `${text} GMT` : text)
    : Number.NaN;
  return Number.isNaN(parsed) ? null : new Date(parsed);
}
