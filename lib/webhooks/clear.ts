import type { Actor } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, lockRow } from "@/lib/db";
import { inPortions } from "./in-portions";

/** So many deliveries can go together with their webhook. */
const FEW = 1_000;

/**
 * Prepares a webhook for being deleted where it has very many deliveries, which in one transaction with it would take
 * too long: has it send no more, and removes them in portions. One that is unknown or foreign is left to whoever deletes.
 */
export async function clearWebhook(actor: Actor, id: string): Promise<void> {
  const { organizationId: organization_id } = actor;
  const [more] = await db().delivery.findMany({
    where: { organization_id, webhook_id: id },
    select: { id: true },
    orderBy: [{ created_at: "desc" }, { id: "desc" }],
    skip: FEW,
    take: 1,
  });
  if (more === undefined) return;
  await switchOff(actor, id);
  // What is just being written down stays, and goes with the webhook.
  await inPortions(
    (most) => db().$executeRaw`
      DELETE FROM deliveries WHERE id IN (
        SELECT id FROM deliveries WHERE organization_id = ${organization_id}::uuid AND webhook_id = ${id}::uuid
         LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  );
}

function switchOff(actor: Actor, id: string): Promise<void> {
  return change(actor, async (tx, record) => {
    const where = { organization_id: actor.organizationId, id, enabled: true };
    await lockRow(tx, "webhooks", actor.organizationId, id);
    const { count } = await tx.webhook.updateMany({ where, data: { enabled: false } });
    if (count > 0) record.audit("webhook.updated", "webhook", id, { enabled: { from: true, to: false } });
  });
}
