import { type Actor, requireScope } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, type Tx } from "@/lib/db";
import { invalid } from "@/lib/errors";
import { isPart } from "@/lib/unit-of-work";
import { countSend } from "./count-send";
import { deliverNow } from "./deliver";
import { readableWebhook } from "./deliveries";
import { DELIVERY_COLUMNS, type DeliveryView, viewOf } from "./delivery-view";
import { asksFor, requireReadable } from "./event-scopes";
import { EVENTS, type EventType } from "./events";
import { sendDeliveries, wakeWorkers } from "./queue";

/**
 * Sends a webhook one event that did not happen, with the documentation's example as its data, also where it is off.
 * Tried once, before this returns: the answer tells what came of it. Within a unit of work it is tried when that ends,
 * and the answer tells that it is on its way. Throws not_found, forbidden, and a 422 for an event that the webhook does
 * not ask for, a 429 as `countSend` does.
 * @param event without it the first that the webhook asks for
 */
export async function sendTest(
  actor: Actor,
  webhookId: string,
  event: EventType | undefined,
  now: Date,
): Promise<DeliveryView> {
  requireScope(actor, "webhooks:write");
  await countSend(actor);
  const isAlone = !isPart();
  const delivery = await change(actor, async (tx, record) => {
    const { events } = await readableWebhook(tx, actor, webhookId);
    const event_type = chosenOf(events, event);
    requireReadable(actor, [event_type]);
    record.audit("webhook.tested", "webhook", webhookId, { event: event_type });
    const made = await make(tx, actor, webhookId, event_type, now);
    if (isAlone) return made;
    const { organizationId: organization_id } = actor;
    await sendDeliveries(tx, [{ id: made.id, organization_id, webhook_id: webhookId, at: now }]);
    await wakeWorkers(tx);
    return made;
  });
  if (!isAlone) return viewOf(delivery);
  await deliverNow(delivery.id, "automatic", now);
  const where = { organization_id: actor.organizationId, id: delivery.id };
  return viewOf((await db().delivery.findFirst({ where, select: DELIVERY_COLUMNS })) ?? delivery);
}

function make(tx: Tx, actor: Actor, webhook_id: string, event_type: string, now: Date) {
  const data = {
    organization_id: actor.organizationId,
    webhook_id,
    event_type,
    test: true,
    next_attempt_at: now,
    created_at: now,
  };
  return tx.delivery.create({ data, select: DELIVERY_COLUMNS });
}

function chosenOf(events: readonly string[], event: EventType | undefined): string {
  const isAsked = (type: string) => asksFor(events, type);
  if (event !== undefined && !isAsked(event)) throw invalid("event", "event is not one of the webhook's");
  return event ?? EVENTS.find(isAsked) ?? EVENTS[0];
}
