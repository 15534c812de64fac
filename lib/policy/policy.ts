import { type Actor, requireFreshProof } from "@/lib/access/actor";
import { lockPolicy, readPolicy } from "@/lib/api-keys/lock-policy";
import { isWithin } from "@/lib/api-keys/permission";
import { requireStillAdmin } from "@/lib/auth/still-admin";
import { change, differences } from "@/lib/change";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { isLooser } from "./is-looser";
import type { ChangePolicy, Policy } from "./schema";

/** The rules of the actor's organization. Everybody may know them: they bind everybody's keys. */
export function policyOf(actor: Actor): Promise<Policy> {
  return readPolicy(db(), actor.organizationId);
}

/**
 * Changes the rules. Keys that break the new ones live on as they are. Only admins may, and who loosens a rule proves
 * who they are. Throws a 409 where the rules are no longer what they were when the actor looked at them.
 */
export async function changePolicy(actor: Actor, { from, to }: ChangePolicy, now: Date): Promise<void> {
  await change(actor, async (tx, record) => {
    const { organizationId: id } = actor;
    const before = await lockPolicy(tx, id);
    await requireStillAdmin(tx, actor);
    const changed = differences(before, to);
    if (Object.keys(differences(before, from)).length > 0) throw new AppError("conflict", CHANGED_MEANWHILE);
    if (Object.keys(changed).length === 0) return;
    if (isLooser(before, to)) requireFreshProof(actor, now);
    await tx.organization.update({
      where: { id },
      data: {
        policy_max_days: to.max_days,
        policy_expiry_required: to.expiry_required,
        policy_no_broad_scopes: to.no_broad_scopes,
        policy_addresses_required: to.addresses_required,
        policy_idle_days: to.idle_days,
        ...idleSince(before, to, now),
      },
    });
    record.audit("organization.policy_changed", "organization", id, changed);
  });
}

/** A shorter time is a rule of its own: no key is idle by it from before, and all owners are warned by it. */
function idleSince(before: Policy, to: Policy, now: Date): { policy_idle_since?: Date | null } {
  if (to.idle_days === null) return { policy_idle_since: null };
  return isWithin(before.idle_days, to.idle_days) ? {} : { policy_idle_since: now };
}

const CHANGED_MEANWHILE =
  "Somebody else changed the policy meanwhile. Load the page again, then make your change.";
