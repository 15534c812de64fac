import { type Actor, requireScope } from "@/lib/access/actor";
import { change } from "@/lib/change";
import type { Prisma, Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { LEASE_MS } from "./claim";
import { countSend } from "./count-send";
import { type DeliveryFilters, deliveriesOf, readableDelivery, readableWebhook } from "./deliveries";
import { DELIVERY_COLUMNS, type DeliveryView, viewOf } from "./delivery-view";
import { sendDeliveries, wakeWorkers } from "./queue";

/** How many deliveries are sent again at once. */
const MOST = 1_000;

/**
 * Has a delivery tried once more, whatever became of it; one that waits for its next attempt has it now. Returns it as
 * it is then: on its way. Throws not_found, forbidden, a 409 where the webhook is off, and a 429 as `countSend` does.
 */
export async function resendDelivery(
  actor: Actor,
  webhookId: string,
  id: string,
  now: Date,
): Promise<DeliveryView> {
  requireScope(actor, "webhooks:write");
  await countSend(actor);
  return change(actor, async (tx, record) => {
    await readableDelivery(tx, actor, webhookId, id);
    await requireEnabled(tx, actor, webhookId);
    const where = { webhook_id: webhookId, id };
    // An attempt that is under way, or about to be, is what is asked for. One may have been begun since this was asked,
    // and by a clock that is ahead of ours: twice its lease leaves room for both.
    const idle = [
      { status: { not: "pending" as const } },
      { next_attempt_at: { gt: new Date(now.getTime() + 2 * LEASE_MS) } },
    ];
    const [row] = await again(tx, actor, { ...where, OR: idle }, now);
    // Somebody else may have put it on its way since it was read.
    if (row === undefined) return readableDelivery(tx, actor, webhookId, id);
    record.audit("webhook.resent", "webhook", webhookId, { delivery_id: id });
    return viewOf(row);
  });
}

/**
 * Has what failed in a period tried once more, the oldest first, at most a thousand at once; tests are left out. Returns
 * how many are on their way now, and how many more there are. Throws as `resendDelivery` does, and a 422 for a period that
 * ends before it begins.
 */
export async function resendFailed(
  actor: Actor,
  webhookId: string,
  period: Pick<DeliveryFilters, "from" | "to">,
  now: Date,
): Promise<{ resent: number; remaining: number }> {
  requireScope(actor, "webhooks:write");
  await countSend(actor);
  return change(actor, async (tx, record) => {
    await readableWebhook(tx, actor, webhookId);
    await requireEnabled(tx, actor, webhookId);
    const { from, to } = period;
    if (from && to && from >= to) throw invalid("to", "to must be after from");
    const where = { ...deliveriesOf(actor, webhookId, { ...period, status: "failed" }), test: false };
    const oldest = await tx.delivery.findMany({
      where,
      orderBy: [{ created_at: "asc" }, { id: "asc" }],
      take: MOST,
      select: { id: true },
    });
    const rows = await again(tx, actor, { ...where, id: { in: oldest.map(({ id }) => id) } }, now);
    if (rows.length > 0) record.audit("webhook.resent", "webhook", webhookId, { deliveries: rows.length });
    return { resent: rows.length, remaining: await tx.delivery.count({ where }) };
  });
}

/** Puts deliveries of the actor's organization on their way, and has them tried when the transaction commits. */
async function again(
  tx: Tx,
  { organizationId: organization_id }: Actor,
  where: Prisma.DeliveryWhereInput,
  now: Date,
) {
  const rows = await tx.delivery.updateManyAndReturn({
    where: { ...where, organization_id },
    data: { status: "pending", next_attempt_at: now },
    select: DELIVERY_COLUMNS,
  });
  const due = rows.map(({ id, webhook_id }) => ({ id, organization_id, webhook_id, at: now }));
  await sendDeliveries(tx, due, "resend");
  await wakeWorkers(tx);
  return rows;
}

async function requireEnabled(tx: Tx, { organizationId }: Actor, id: string): Promise<void> {
  const where = { id, organization_id: organizationId, enabled: true };
  if ((await tx.webhook.count({ where })) === 0)
    throw new AppError("conflict", "The webhook is disabled. Enable it, then send again.");
}
