import { type Actor, ownerOf } from "@/lib/access/actor";
import type { Recorder } from "@/lib/change";
import { lockRows, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * Within a transaction: disables a leaver's webhooks, but for those that the actor takes over. Throws a 409 where one to
 * be taken over is not the leaver's any more, or the actor is the one who leaves.
 */
export async function settleWebhooks(
  { tx, record, actor }: { tx: Tx; record: Recorder; actor: Actor },
  leaverId: string,
  kept: string[],
): Promise<void> {
  const { organizationId: organization_id } = actor;
  const where = { organization_id, owner_id: leaverId, enabled: true };
  const found = await tx.webhook.findMany({ where, select: { id: true } });
  await lockRows(
    tx,
    "webhooks",
    organization_id,
    found.map(({ id }) => id),
  );
  const owned = await tx.webhook.findMany({ where, orderBy: { id: "asc" }, select: { id: true } });
  if (
    kept.some((id) => !owned.some((webhook) => webhook.id === id)) ||
    (kept.length > 0 && actor.ownerId === leaverId)
  ) {
    throw new AppError("conflict", "The webhooks have changed since you looked. Look at them again.");
  }
  for (const { id } of owned) {
    const isKept = kept.includes(id);
    const data = isKept ? { owner_id: ownerOf(actor) } : { enabled: false };
    await tx.webhook.update({ where: { id, organization_id }, data });
    const changes = isKept
      ? { owner_id: { from: leaverId, to: ownerOf(actor) } }
      : { enabled: { from: true, to: false } };
    record.audit("webhook.updated", "webhook", id, changes);
  }
}
