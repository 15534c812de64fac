import { type Actor, ownerOf } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import type { Recorder } from "@/lib/change";
import { lockRows, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { eventsWithin } from "@/lib/webhooks/event-scopes";

/**
 * Within a transaction that keeps the leaver from writing: disables their webhooks, but for those that the actor takes
 * over. Such a one tells of what both may know, since the leaver knows where it goes; and it is marked as one whose
 * secret they know, until that is rotated: another secret at once would have its receiver refuse what comes. Returns how
 * many it disabled. Throws a 409 where one to be taken over is not the leaver's any more or would tell of nothing, or
 * the actor is the one who leaves.
 */
export async function settleWebhooks(
  { tx, record, actor }: { tx: Tx; record: Recorder; actor: Actor },
  leaver: { id: string; role: Role },
  kept: string[],
): Promise<number> {
  const { organizationId: organization_id } = actor;
  const where = { organization_id, owner_id: leaver.id, enabled: true };
  const found = await tx.webhook.findMany({ where, select: { id: true } });
  await lockRows(
    tx,
    "webhooks",
    organization_id,
    found.map(({ id }) => id),
  );
  const owned = await tx.webhook.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, events: true },
  });
  if (
    kept.some((id) => !owned.some((webhook) => webhook.id === id)) ||
    (kept.length > 0 && actor.ownerId === leaver.id)
  ) {
    throw new AppError("conflict", "The webhooks have changed since you looked. Look at them again.");
  }
  for (const webhook of owned.filter(({ id }) => kept.includes(id))) {
    await takeOver({ tx, record, actor }, leaver, webhook);
  }
  const left = owned.map(({ id }) => id).filter((id) => !kept.includes(id));
  await tx.webhook.updateMany({ where: { organization_id, id: { in: left } }, data: { enabled: false } });
  for (const id of left)
    record.audit("webhook.updated", "webhook", id, { enabled: { from: true, to: false } });
  return left.length;
}

async function takeOver(
  { tx, record, actor }: { tx: Tx; record: Recorder; actor: Actor },
  leaver: { id: string; role: Role },
  { id, events: before }: { id: string; events: string[] },
): Promise<void> {
  const owner_id = ownerOf(actor);
  // Only an admin removes: what they may know is all.
  const events = eventsWithin(before, [leaver.role, "admin"]);
  if (events.length === 0)
    throw new AppError("conflict", "A webhook that you take over would tell of nothing");
  await tx.webhook.update({
    where: { id, organization_id: actor.organizationId },
    data: { owner_id, events, handed_over_from_id: leaver.id },
  });
  record.audit("webhook.updated", "webhook", id, {
    owner_id: { from: leaver.id, to: owner_id },
    ...(events.join() !== before.join() && { events: { from: before, to: events } }),
  });
}
