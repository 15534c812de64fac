import { system } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { lockRow, type Tx } from "@/lib/db";
import { FAILING_MS } from "./health";

type Reason = "gone" | "failing";

/** A webhook, and where it sent to when its receiver was last heard of. */
export type Receiver = { organization_id: string; id: string; url: string };

/**
 * Disables a webhook whose receiver wants no more or has only failed for too long, and tells its owner and the admins.
 * Nothing where it is off or well by now, or has another receiver. What waits for it stays, until somebody enables it
 * again.
 */
export async function disable(
  { organization_id: organizationId, id, url }: Receiver,
  reason: Reason,
  now: Date,
): Promise<void> {
  await change(system(organizationId), async (tx, record) => {
    if (!(await lockRow(tx, "webhooks", organizationId, id))) return;
    const where = { organization_id: organizationId, id };
    const webhook = await tx.webhook.findFirst({
      where: { ...where, enabled: true, url },
      select: { url: true, description: true, owner_id: true, failing_since: true },
    });
    if (webhook === null) return;
    const failedFor = webhook.failing_since === null ? 0 : now.getTime() - webhook.failing_since.getTime();
    if (reason === "failing" && failedFor < FAILING_MS) return;
    const data = { enabled: false, disabled_at: now, disabled_reason: reason };
    await tx.webhook.update({ where, data });
    record.audit("webhook.disabled", "webhook", id, { enabled: { from: true, to: false }, reason });
    const told = { id, host: new URL(webhook.url).host, description: webhook.description };
    for (const person of await toldOf(tx, organizationId, webhook.owner_id))
      record.notify(person.id, "webhook.disabled", { subject: id, data: { webhook: told, reason } });
  });
}

function toldOf(tx: Tx, organization_id: string, ownerId: string): Promise<{ id: string }[]> {
  const where = { organization_id, disabled_at: null, OR: [{ id: ownerId }, { role: "admin" as const }] };
  return tx.user.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
}
