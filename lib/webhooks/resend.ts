import { type Actor, requireScope } from "@/lib/access/actor";
import { change } from "@/lib/change";
import type { Prisma, Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { LEASE_MS } from "./claim";
import { countSend } from "./count-send";
import { type DeliveryFilters, deliveriesOf, readableDelivery, readableWebhook } from "./deliveries";
import { DELIVERY_COLUMNS, type DeliveryStatus, type DeliveryView, viewOf } from "./delivery-view";
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
    const isIdle = [{ status: { not: "pending" as const } }, waitsLong(now)];
    const [row] = await again(tx, actor, { ...where, OR: isIdle }, now);
    // Somebody else may have put it on its way since it was read.
    if (row === undefined) return readableDelivery(tx, actor, webhookId, id);
    record.audit("webhook.resent", "webhook", webhookId, { delivery_id: id });
    return viewOf(row);
  });
}

/** What may have failed: what was given up, and what waits for another attempt. */
export const RESENDABLE = ["failed", "pending"] as const satisfies DeliveryStatus[];
export type Resendable = (typeof RESENDABLE)[number];

/**
 * Has what failed in a period tried now, the oldest first, at most a thousand at once; tests are left out. Returns how
 * many are on their way now, and how many more there are. Throws as `resendDelivery` does, and a 422 for a period that
 * ends before it begins.
 */
export async function resendFailed(
  actor: Actor,
  webhookId: string,
  { statuses, ...period }: Pick<DeliveryFilters, "from" | "to"> & { statuses: readonly Resendable[] },
  now: Date,
): Promise<{ resent: number; remaining: number }> {
  requireScope(actor, "webhooks:write");
  await countSend(actor);
  return change(actor, async (tx, record) => {
    await readableWebhook(tx, actor, webhookId);
    await requireEnabled(tx, actor, webhookId);
    const { from, to } = period;
    if (from && to && from >= to) throw invalid("to", "to must be after from");
    const failed = {
      failed: { status: "failed" as const },
      pending: { ...waitsLong(now), attempts: { gt: 0 } },
    };
    const where = {
      ...deliveriesOf(actor, webhookId, period),
      test: false,
      OR: statuses.map((status) => failed[status]),
    };
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

/**
 * What is not about to be tried anyway. An attempt may have been begun since this was asked, and by a clock that is ahead
 * of ours: twice its lease leaves room for both.
 */
function waitsLong(now: Date) {
  return { status: "pending" as const, next_attempt_at: { gt: new Date(now.getTime() + 2 * LEASE_MS) } };
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
