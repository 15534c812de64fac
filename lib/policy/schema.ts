import { z } from "zod";

/** How long before an idle key is disabled its owner is warned, in days. */
export const WARNING_DAYS = 7;
/** The longest lifetime and the longest idleness that a policy can name, in days. */
export const MAX_DAYS = 3650;
/** So that a key has been idle for a while when its owner is warned. */
export const MIN_IDLE_DAYS = 2 * WARNING_DAYS;

const days = (min: number) => {
  const error = `must be a whole number of days, from ${min} to ${MAX_DAYS}`;
  return z.int(error).min(min, error).max(MAX_DAYS, error).nullable();
};

/** The rules of an organization for its keys. Null or false: no such rule. */
export const Policy = z.strictObject({
  max_days: days(1),
  expiry_required: z.boolean(),
  no_broad_scopes: z.boolean(),
  addresses_required: z.boolean(),
  idle_days: days(MIN_IDLE_DAYS),
});
export type Policy = z.infer<typeof Policy>;

/** A change of the policy: what it was when somebody looked at it, and what it is to be. */
export const ChangePolicy = z.strictObject({
  from: Policy.extend({ idle_days: days(1) }),
  to: Policy,
});
export type ChangePolicy = z.infer<typeof ChangePolicy>;

/** Calls with a dead key that were on somebody's screen: the latest of them was `until`. */
export const SeenCalls = z.strictObject({ id: z.uuid(), until: z.date() });
export type SeenCalls = z.infer<typeof SeenCalls>;
