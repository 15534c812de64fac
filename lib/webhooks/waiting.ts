import type { Chore } from "@/lib/chores";
import { db, type Tx } from "@/lib/db";
import { type Due, HAS_NO_JOB, sendDeliveries, wakeWorkers } from "./queue";

const MINUTE_MS = 60_000;
/** So much longer than its turn a delivery has waited whose job must have been lost. */
const OVERDUE_MS = 10 * MINUTE_MS;
const AT_ONCE = 1_000;

/**
 * Within a transaction: has what waits for a webhook that is enabled again tried, as far as its time has come: what is
 * to come has its job. Of very many only the oldest, and the others as those whose jobs were lost.
 */
export async function sendWaiting(
  tx: Tx,
  organizationId: string,
  webhookId: string,
  now: Date,
): Promise<void> {
  const found = await tx.delivery.findMany({
    where: {
      organization_id: organizationId,
      webhook_id: webhookId,
      status: "pending",
      next_attempt_at: { lte: now },
    },
    select: { id: true, organization_id: true, webhook_id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  await sendDeliveries(
    tx,
    found.map((each) => ({ ...each, at: now })),
  );
  await wakeWorkers(tx);
}

/** Finds deliveries that nobody looks at, such as after the queue was restored from an older backup than they. */
export const overdueSweep: Chore = { name: "webhooks.overdue", every: 5 * MINUTE_MS, run: sendOverdue };

/** Has deliveries tried that should have been long ago, but for those that only wait for their turn. */
export async function sendOverdue(now: Date): Promise<void> {
  while ((await sendSomeOverdue(now)) === AT_ONCE);
}

function sendSomeOverdue(now: Date): Promise<number> {
  return db().$transaction(async (tx) => {
    const due = await tx.$queryRaw<Due[]>`
      UPDATE deliveries SET next_attempt_at = ${now}
       WHERE id IN (
         SELECT d.id FROM deliveries d
           JOIN webhooks w ON w.organization_id = d.organization_id AND w.id = d.webhook_id
          WHERE d.status = 'pending' AND d.next_attempt_at < ${new Date(now.getTime() - OVERDUE_MS)}
            AND (w.enabled OR d.test) AND ${HAS_NO_JOB}
          ORDER BY d.next_attempt_at LIMIT ${AT_ONCE} FOR UPDATE OF d SKIP LOCKED)
      RETURNING id, organization_id, webhook_id, next_attempt_at AS at`;
    await sendDeliveries(tx, due);
    return due.length;
  });
}
