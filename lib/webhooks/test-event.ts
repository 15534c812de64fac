import { type Actor, requireScope } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, type Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { isPart } from "@/lib/unit-of-work";
import { countSend } from "./count-send";
import { deliverNow } from "./deliver";
import { readableWebhook } from "./deliveries";
import { DELIVERY_COLUMNS, type DeliveryView, viewOf } from "./delivery-view";
import { asksFor, requireReadable } from "./event-scopes";
import { EVENTS, type EventType } from "./events";
import { type Due, sendDeliveries, wakeWorkers } from "./queue";
import { inTestSlot } from "./test-slots";

/**
 * Sends a webhook one event that did not happen, with the documentation's example as its data, also where it is off.
 * Tried once, before this returns: the answer tells what came of it. Within a unit of work it is tried when that ends,
 * and the answer tells that it is on its way. Throws not_found, forbidden, and a 422 for an event that the webhook does
 * not ask for, a 429 as `countSend` and `inTestSlot` do.
 * @param event without it the first that the webhook asks for
 */
export async function sendTest(
  actor: Actor,
  webhookId: string,
  event: EventType | undefined,
  now: Date,
): Promise<DeliveryView> {
  requireScope(actor, "webhooks:write");
  const test = { actor, webhookId, event, now };
  // What gets no slot is not counted.
  if (!isPart()) return inTestSlot(actor.organizationId, () => sendNow(test));
  await countSend(actor);
  return viewOf(await makeTest(test, sendLater));
}

type Test = { actor: Actor; webhookId: string; event: EventType | undefined; now: Date };

async function sendNow(test: Test): Promise<DeliveryView> {
  const { actor, now } = test;
  await countSend(actor);
  const { id } = await makeTest(test);
  await deliverNow(id, "automatic", now);
  const where = { organization_id: actor.organizationId, id };
  const delivery = await db().delivery.findFirst({ where, select: DELIVERY_COLUMNS });
  // It went with its webhook, which somebody deleted meanwhile.
  if (delivery === null) throw new AppError("not_found", "Webhook not found");
  return viewOf(delivery);
}

async function sendLater(tx: Tx, made: Due): Promise<void> {
  await sendDeliveries(tx, [made]);
  await wakeWorkers(tx);
}

function makeTest({ actor, webhookId, event, now }: Test, follow?: (tx: Tx, made: Due) => Promise<void>) {
  return change(actor, async (tx, record) => {
    const { events } = await readableWebhook(tx, actor, webhookId);
    const event_type = chosenOf(events, event);
    requireReadable(actor, [event_type]);
    record.audit("webhook.tested", "webhook", webhookId, { event: event_type });
    const made = await insert(tx, actor, webhookId, event_type, now);
    const { organizationId: organization_id } = actor;
    await follow?.(tx, { id: made.id, organization_id, webhook_id: webhookId, at: now });
    return made;
  });
}

function insert(tx: Tx, actor: Actor, webhook_id: string, event_type: string, now: Date) {
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
