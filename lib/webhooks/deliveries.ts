import { type Actor, requireScope } from "@/lib/access/actor";
import { db, type Prisma, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { DeliveryError } from "./delivery-errors";
import {
  type AttemptView,
  DELIVERY_COLUMNS,
  type DeliveryInFull,
  type DeliveryStatus,
  type DeliveryView,
  viewOf,
} from "./delivery-view";
import { mayRead, requireReadable } from "./event-scopes";
import { EVENTS, type EventType } from "./events";
import { bodyOf } from "./message";

/** How many attempts of a delivery are shown, the latest. */
export const MOST_ATTEMPTS = 100;

/** Which deliveries: made at `from` or later, and before `to`. */
export type DeliveryFilters = { status?: DeliveryStatus; event_type?: EventType; from?: Date; to?: Date };

/** Which page: so many behind `after`, or behind the first `offset`. A `total` that is known is not counted again. */
export type DeliveryPage = {
  limit: number;
  offset?: number;
  after?: { created_at: Date; id: string };
  total?: number;
};

/**
 * One page of a webhook's deliveries, newest first, ties by id; of events that the actor may read. Throws not_found for
 * a webhook that is unknown or foreign, forbidden where the actor may not read what it tells of now.
 */
export async function listDeliveries(
  actor: Actor,
  webhookId: string,
  filters: DeliveryFilters,
  { limit, offset = 0, after, total }: DeliveryPage,
): Promise<{ rows: DeliveryView[]; total: number }> {
  requireScope(actor, "webhooks:read");
  await readableWebhook(db(), actor, webhookId);
  const where = deliveriesOf(actor, webhookId, filters);
  const [rows, count] = await Promise.all([
    db().delivery.findMany({
      where: { AND: after ? [where, olderThan(after)] : [where] },
      orderBy: [{ created_at: "desc" }, { id: "desc" }],
      take: limit,
      skip: offset,
      select: DELIVERY_COLUMNS,
    }),
    total ?? db().delivery.count({ where }),
  ]);
  return { rows: rows.map(viewOf), total: count };
}

/** One delivery of a webhook with what was sent and answered. Throws as `readableDelivery` does. */
export async function readDelivery(actor: Actor, webhookId: string, id: string): Promise<DeliveryInFull> {
  requireScope(actor, "webhooks:read");
  const delivery = await readableDelivery(db(), actor, webhookId, id);
  const where = { organization_id: actor.organizationId, id };
  const { event, tries } = await db().delivery.findFirstOrThrow({
    where,
    select: {
      event: { select: { data: true, created_at: true } },
      tries: { orderBy: { number: "desc" }, take: MOST_ATTEMPTS, omit: OMITTED },
    },
  });
  const told = { data: event?.data ?? null, happened_at: event?.created_at ?? null };
  const { organizationId: organization_id } = actor;
  return { ...delivery, body: bodyOf({ ...delivery, ...told, organization_id }), history: tries.map(asView) };
}

/** A webhook of which the actor may read whatever it tells. Throws not_found and forbidden. */
export async function readableWebhook(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ id: string; events: string[]; enabled: boolean }> {
  const where = { id, organization_id: actor.organizationId };
  const webhook = await tx.webhook.findFirst({ where, select: { id: true, events: true, enabled: true } });
  if (webhook === null) throw new AppError("not_found", "Webhook not found");
  requireReadable(actor, webhook.events);
  return webhook;
}

/**
 * A delivery of a webhook. Throws not_found where it is not the organization's or not the webhook's, forbidden where the
 * actor may not read what the webhook tells of, or what this one told.
 */
export async function readableDelivery(
  tx: Tx,
  actor: Actor,
  webhookId: string,
  id: string,
): Promise<DeliveryView> {
  await readableWebhook(tx, actor, webhookId);
  const where = { organization_id: actor.organizationId, webhook_id: webhookId, id };
  const row = await tx.delivery.findFirst({ where, select: DELIVERY_COLUMNS });
  if (row === null) throw new AppError("not_found", "Delivery not found");
  // The webhook may have told of more once, and `*` tells some people of more than it takes to ask for it.
  requireReadable(actor, [row.event_type]);
  return viewOf(row);
}

/** The condition for a webhook's deliveries of events that the actor may read. */
export function deliveriesOf(
  { organizationId, leaves }: Actor,
  webhookId: string,
  { status, event_type, from, to }: DeliveryFilters,
): Prisma.DeliveryWhereInput {
  const readable = EVENTS.filter((event) => mayRead(leaves, [event]));
  return {
    organization_id: organizationId,
    webhook_id: webhookId,
    status,
    created_at: { gte: from, lt: to },
    AND: [
      { event_type },
      ...(readable.length < EVENTS.length ? [{ event_type: { in: [...readable] } }] : []),
    ],
  };
}

function olderThan({ created_at, id }: { created_at: Date; id: string }): Prisma.DeliveryWhereInput {
  return { created_at: { lte: created_at }, OR: [{ created_at: { lt: created_at } }, { id: { lt: id } }] };
}

const OMITTED = { id: true, organization_id: true, delivery_id: true } as const;
type AttemptRow = Prisma.DeliveryAttemptGetPayload<{ omit: typeof OMITTED }>;

/** Only such headers and errors are ever written there. */
function asView(row: AttemptRow): AttemptView {
  return {
    ...row,
    error: row.error as DeliveryError | null,
    request_headers: row.request_headers as Record<string, string>,
    response_headers: row.response_headers as Record<string, string>,
  };
}
