import { grants, leavesOf } from "@/lib/access/scopes";
import { areWithin } from "./addresses";
import { isWithin } from "./permission";
import { type ChangeKey, ON_LEAK } from "./schema";
import { diesAt, type Lifetime } from "./status";

type Key = Lifetime & {
  scopes: string[];
  allowed_ips: string[];
  rate_limit: number | null;
  on_leak: (typeof ON_LEAK)[number];
};

/**
 * Whether a change lets a key do more, live longer, or be used from elsewhere, faster or after a leak. What only
 * restricts is none.
 */
export function loosens(key: Key, patch: ChangeKey): boolean {
  const { scopes, expires_at, enabled, allowed_ips, rate_limit, on_leak } = patch;
  const held = leavesOf(key.scopes);
  return (
    (scopes !== undefined && [...leavesOf(scopes)].some((leaf) => !grants(held, leaf))) ||
    (expires_at !== undefined && !isWithin(expires_at, diesAt(key))) ||
    (enabled === true && !key.enabled) ||
    (allowed_ips !== undefined && !areWithin(allowed_ips ?? [], key.allowed_ips)) ||
    (rate_limit !== undefined && !isWithin(rate_limit, key.rate_limit)) ||
    (on_leak !== undefined && ON_LEAK.indexOf(on_leak) > ON_LEAK.indexOf(key.on_leak))
  );
}
