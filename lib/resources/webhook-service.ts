import type { z } from "zod";
import { type Actor, requireFreshProof } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { requireDeliverable } from "@/lib/webhooks/address";
import { clearWebhook } from "@/lib/webhooks/clear";
import { requireReadable } from "@/lib/webhooks/event-scopes";
import { type CreateWebhook, OVERLAP_SECONDS, type RotateWebhookSecret } from "@/lib/webhooks/schema";
import { replaceSecret, secretOf } from "@/lib/webhooks/secret";
import { notFound } from "./refusal";
import {
  type ChangeWebhook,
  requireChangeable,
  requireMakeable,
  WEBHOOK_COLUMNS,
  webhook,
} from "./webhook-resource";
import { writesOf } from "./writes";

const writes = writesOf(webhook);

type Given = z.output<typeof CreateWebhook>;

/**
 * Makes a webhook of the actor's, and returns it with its secret. Throws 403 where the actor may not read what it tells
 * of, and 422 where nothing may be sent to its url.
 */
export async function createWebhook(actor: Actor, given: Given, now: Date) {
  // Before a name is looked up, which tells something of the network and may take long.
  requireMakeable(actor, given, now);
  await requireDeliverable(given.url);
  return makeWebhook(actor, given, now);
}

/** Changes the given fields of a webhook. Throws as createWebhook, and 404. */
export async function changeWebhook(
  actor: Actor,
  id: string,
  given: z.output<typeof ChangeWebhook>,
  now: Date,
) {
  await requireSendable(actor, id, given, now);
  await change(actor, (tx, record) => writes.update({ actor, now, tx, record }, id, given));
}

/** Throws 404, 403 and 422 where a change would have a webhook send to another url that it may not: before any transaction. */
export async function requireSendable(
  actor: Actor,
  id: string,
  given: z.output<typeof ChangeWebhook>,
  now: Date,
): Promise<void> {
  if (given.url === undefined) return;
  const where = { id, organization_id: actor.organizationId };
  const before = await webhook.model(db()).findFirst({ where });
  if (before === null) throw notFound(webhook.name);
  // Before the name is looked up, as for a new one.
  requireChangeable(actor, given, before, now);
  await requireDeliverable(given.url);
}

/** Deletes a webhook with its deliveries, and returns it as it was. Throws 404. */
export async function deleteWebhook(actor: Actor, id: string, now: Date) {
  await clearWebhook(actor, id);
  return change(actor, (tx, record) => writes.remove({ actor, now, tx, record }, id));
}

/**
 * Gives a webhook another secret, and returns it with that. For so many seconds what is sent is signed with the one
 * before as well. Throws 403 where the actor may not read what it tells of, and 404.
 */
export function rotateWebhookSecret(
  actor: Actor,
  id: string,
  { overlap_seconds = OVERLAP_SECONDS }: z.output<typeof RotateWebhookSecret>,
  now: Date,
) {
  return change(actor, async (tx, record) => {
    const { events } = await writes.lock({ actor, now, tx, record }, id);
    requireReadable(actor, events);
    requireFreshProof(actor, now);
    const where = { id, organization_id: actor.organizationId };
    const before = await storedSecret(tx, actor, id);
    const data = replaceSecret(id, before, overlap_seconds, now);
    const row = await tx.webhook.update({ where, data, select: WEBHOOK_COLUMNS });
    record.audit("webhook.secret_rotated", "webhook", id, { overlap_seconds });
    return withSecret(tx, actor, row);
  });
}

/** How many webhooks an organization can have: each event may become as many deliveries. */
const MOST_WEBHOOKS = 500;

/** The same without judging the url, for who did so before: to look a name up may take long, and no transaction is to wait. */
export function makeWebhook(actor: Actor, given: Given, now: Date) {
  return change(actor, async (tx, record) => {
    const { organizationId: organization_id } = actor;
    await lockRow(tx, "organizations", organization_id, organization_id);
    if ((await tx.webhook.count({ where: { organization_id } })) >= MOST_WEBHOOKS)
      throw new AppError("conflict", `An organization can have ${MOST_WEBHOOKS} webhooks. Delete one first.`);
    return withSecret(tx, actor, await writes.create({ actor, now, tx, record }, given));
  });
}

async function withSecret<Row extends { id: string }>(
  tx: Tx,
  actor: Actor,
  row: Row,
): Promise<Row & { secret: string }> {
  return { ...row, secret: secretOf(row.id, await storedSecret(tx, actor, row.id)) };
}

function storedSecret(tx: Tx, { organizationId }: Actor, id: string) {
  return tx.webhook.findFirstOrThrow({
    where: { id, organization_id: organizationId },
    select: { sealed_secret: true, secret_key_version: true },
  });
}
