import { isWithin } from "@/lib/api-keys/permission";
import { needsEnd } from "@/lib/api-keys/policy";
import type { Policy } from "./schema";

/** Whether a change of the policy allows any key what was not allowed before. */
export function isLooser(before: Policy, after: Policy): boolean {
  return (
    !isWithin(after.max_days, before.max_days) ||
    !isWithin(after.idle_days, before.idle_days) ||
    (needsEnd(before) && !needsEnd(after)) ||
    (before.no_broad_scopes && !after.no_broad_scopes) ||
    (before.addresses_required && !after.addresses_required)
  );
}
