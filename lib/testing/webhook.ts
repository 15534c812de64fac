import { randomUUIDv7 } from "node:crypto";
import { system } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, type Prisma } from "@/lib/db";
import type { EventType } from "@/lib/webhooks/events";
import { mintSecret } from "@/lib/webhooks/secret";
import type { Person } from "./seed";

type Columns = Partial<Prisma.WebhookUncheckedCreateInput>;

/** Makes a webhook of a person that is told of everything unless said otherwise. */
export function makeWebhook(owner: Person, url: string, columns: Columns = {}) {
  const id = randomUUIDv7();
  const { organization_id, id: owner_id } = owner;
  return db().webhook.create({
    data: { id, organization_id, owner_id, url, events: ["*"], ...mintSecret(id), ...columns },
    select: { id: true },
  });
}

/** Makes something happen in a transaction of its own, as every service does. Returns the id of what it happened to. */
export async function tell(
  { organization_id }: Person,
  type: EventType = "candidate.created",
): Promise<string> {
  const id = randomUUIDv7();
  await change(system(organization_id), async (_, record) => record.event(type, { id }));
  return id;
}

/** Makes a delivery that is due, of an event that nobody dispatches. */
export async function makeDelivery(
  webhookId: string,
  columns: Partial<Prisma.DeliveryUncheckedCreateInput> = {},
) {
  const { organization_id } = await db().webhook.findUniqueOrThrow({ where: { id: webhookId } });
  const type = columns.event_type ?? "candidate.created";
  const data = { id: randomUUIDv7() };
  const event = await db().event.create({ data: { organization_id, type, data, to_dispatch: false } });
  return db().delivery.create({
    data: {
      organization_id,
      webhook_id: webhookId,
      event_id: event.id,
      event_type: type,
      next_attempt_at: new Date(),
      ...columns,
    },
    select: { id: true, event: { select: { data: true, created_at: true } } },
  });
}
