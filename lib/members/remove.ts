import { type Actor, requireFreshProof } from "@/lib/access/actor";
import { revokeRow } from "@/lib/api-keys/revoke";
import { requireOtherAdmin } from "@/lib/auth/last-admin";
import { shutOut } from "@/lib/auth/shut-out";
import { requireStillAdmin } from "@/lib/auth/still-admin";
import { change } from "@/lib/change";
import { AppError } from "@/lib/errors";
import { keepKeys } from "./keep-keys";
import { lockLivingKeys } from "./living-keys";
import type { RemoveMember } from "./schema";
import { settleWebhooks } from "./settle-webhooks";

/**
 * Removes a member; the row stays, for the record. Their sessions and their calendar's address end, and each of their living keys is stopped, handed
 * over, or kept by whoever removes until a date, all in one transaction. What is not decided on, such as a key made a
 * moment ago, is stopped. Of somebody removed before it settles what they still own. Returns how many keys were kept and
 * how many stopped. Throws `forbidden` for anybody but admins, `proof_required` where something is kept by one who
 * proved too long ago who they are, a 404 for somebody unknown, a 409 for the last admin and where a key to be kept is
 * not what was decided on any more.
 */
export async function removeMember(
  actor: Actor,
  { id, keys: decisions, webhooks }: RemoveMember,
  now: Date,
): Promise<{ kept: number; stopped: number }> {
  const kept = decisions.filter(({ fate }) => fate !== "stop");
  if (kept.length + webhooks.length > 0) requireFreshProof(actor, now);
  const { organizationId: organization_id } = actor;
  return change(actor, async (tx, record) => {
    await requireStillAdmin(tx, actor);
    const own = { id, organization_id };
    const person = await tx.user.findFirst({ where: own, select: { name: true, disabled_at: true } });
    if (person === null) throw new AppError("not_found", "Person not found");
    const step = { tx, record, actor };

    const living = await lockLivingKeys(tx, organization_id, id, now);
    await keepKeys(step, id, living, decisions, now);
    const left = living.filter((key) => !kept.some((decision) => decision.id === key.id));
    for (const key of left) {
      await revokeRow(tx, record, actor, key, `${person.name} was removed from the organization`, now);
    }
    await settleWebhooks(step, id, webhooks);

    // Last: who is told of a key's end is its owner, and all admins where there is none any more.
    if (person.disabled_at === null) {
      await requireOtherAdmin(tx, organization_id, id);
      await tx.user.update({ where: own, data: { disabled_at: now } });
      record.audit("user.removed", "user", id, { keys_kept: kept.length, keys_stopped: left.length });
    }
    await shutOut(tx, id, now);
    record.stale("owner", id);
    return { kept: kept.length, stopped: left.length };
  });
}
