import { type KeyPolicy, LEEWAY_MS, lastEnd, needsEnd } from "@/lib/api-keys/policy";
import { DAY_MS } from "@/lib/api-keys/status";
import { DEFAULT_EXPIRY, EXPIRY_CHOICES, type ExpiryChoice } from "./expiry";

/**
 * Which ends there are to choose from: the last that is allowed, null for any, and whether there must be one; imposed
 * where the key has it already, and can only end sooner.
 */
export type ExpiryBounds = { latest: Date | null; isRequired: boolean; isImposed?: true };

/** What a policy leaves to choose of the end of a new key, or of one that exists. */
export function boundsOf(
  policy: KeyPolicy,
  now: Date,
  key?: { created_at: Date; expires_at: Date | null; ends_at: Date | null },
): ExpiryBounds {
  if (key?.ends_at) return { latest: key.expires_at, isRequired: true, isImposed: true };
  const latest = lastEnd(policy, now);
  const isRequired = needsEnd(policy);
  if (latest === null || !key?.expires_at) return { latest, isRequired };
  // One that lives longer than it may today is not asked to end sooner.
  const own = lastEnd(policy, key.created_at) ?? latest;
  return { latest: new Date(Math.max(own.getTime(), key.expires_at.getTime())), isRequired };
}

/** The choices within bounds. The longest is one of them where no other comes to it. */
export function choicesWithin({ latest, isRequired, isImposed }: ExpiryBounds, now: Date) {
  const leeway = isImposed ? 0 : LEEWAY_MS;
  const room = latest === null ? Number.POSITIVE_INFINITY : latest.getTime() - now.getTime() + leeway;
  const fits = (days: number) => days * DAY_MS <= room;
  const comesToIt = EXPIRY_CHOICES.some(({ days }) => days !== null && fits(days) && !fits(days + 1));
  return EXPIRY_CHOICES.filter(({ value, days }) => {
    if (value === "none") return !isRequired;
    if (value === "longest") return latest !== null && !comesToIt && !isImposed;
    return days === null || fits(days);
  });
}

/** What is chosen at first: the usual, or the longest where that is less. */
export function firstChoice(bounds: ExpiryBounds, now: Date): ExpiryChoice {
  const choices = choicesWithin(bounds, now).map(({ value }) => value);
  const longest = choices.filter((value) => value !== "date" && value !== "none").at(-1);
  return choices.includes(DEFAULT_EXPIRY) ? DEFAULT_EXPIRY : (longest ?? "date");
}
