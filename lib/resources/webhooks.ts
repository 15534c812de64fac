import { randomUUIDv7 } from "node:crypto";
import type { z } from "zod";
import { type Actor, ownerOf, requireFreshProof } from "@/lib/access/actor";
import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { paged } from "@/lib/api/pagination";
import { change } from "@/lib/change";
import type { Prisma, Tx } from "@/lib/db";
import { requireDeliverable } from "@/lib/webhooks/address";
import { requireReadable } from "@/lib/webhooks/event-scopes";
import { CreateWebhook, OVERLAP_SECONDS, RotateWebhookSecret } from "@/lib/webhooks/schema";
import { mintSecret, replaceSecret, secretOf } from "@/lib/webhooks/secret";
import { sendWaiting } from "@/lib/webhooks/waiting";
import { crud } from "./crud";
import { idOf } from "./id-of";
import { patchOf } from "./patch";
import { resource } from "./resource";
import { Webhook, WebhookWithSecret } from "./webhook-shape";
import { writesOf } from "./writes";

/** Never the secret, however it is stored. */
const select = {
  id: true,
  url: true,
  events: true,
  description: true,
  enabled: true,
  disabled_reason: true,
  disabled_at: true,
  failing_since: true,
  previous_secret_until: true,
  owner: { select: { id: true, name: true } },
  created_at: true,
  updated_at: true,
} as const satisfies Prisma.WebhookSelect;

/** What is known of a webhook's receiver, and is nothing at its beginning and at each new one. */
type Health = Pick<Prisma.WebhookUncheckedUpdateInput, "disabled_at" | "disabled_reason" | "failing_since">;

const READS =
  "The key must also be able to read what the webhook tells of: it needs the read scope of each event, `read` for `*`, and `*` for the events of API keys.";

/** What can be changed of a webhook: any field, at least one. */
export const ChangeWebhook = patchOf(CreateWebhook, { enabled: false });

const webhook = resource({
  name: "Webhook",
  path: "/webhooks",
  scopes: { read: "webhooks:read", write: "webhooks:write" },
  output: Webhook,
  create: CreateWebhook,
  update: ChangeWebhook,
  query: paged({}),
  where: (): Prisma.WebhookWhereInput => ({}),
  constraints: {},
  descriptions: {
    create: READS,
    update: READS,
  },
  onCreate: ({ given, actor, now }) => {
    requireReadable(actor, given.events);
    requireFreshProof(actor, now);
    const id = randomUUIDv7();
    return { id, owner_id: ownerOf(actor), ...mintSecret(id) };
  },
  onUpdate: ({ given, before, actor, now }): Health => {
    requireReadable(actor, given.events ?? before.events);
    if (loosens(given)) requireFreshProof(actor, now);
    const isEnabled = given.enabled === true && !before.enabled;
    return isEnabled ? { disabled_at: null, disabled_reason: null, failing_since: null } : {};
  },
  follow: async ({ tx, now, actor: { organizationId } }, before, { id, enabled }) => {
    if (before && !before.enabled && enabled) await sendWaiting(tx, organizationId, id, now);
  },
  // Behind what it takes its types from.
  model: ({ webhook }) => ({
    findMany: (args) => webhook.findMany({ ...args, select }),
    count: (args) => webhook.count(args),
    findFirst: (args) => webhook.findFirst({ ...args, select }),
    create: (args) => webhook.create({ ...args, select }),
    update: (args) => webhook.update({ ...args, select }),
    delete: (args) => webhook.delete({ ...args, select }),
  }),
  event: () => null,
});

/** Whether a change may lead to more being sent, or elsewhere. */
function loosens({ url, events, enabled }: z.output<typeof ChangeWebhook>): boolean {
  return url !== undefined || events !== undefined || enabled === true;
}

const writes = writesOf(webhook);
const { list, create, get, update, remove } = crud(webhook);

export const webhooks = {
  list,
  create: {
    ...create,
    response: one(WebhookWithSecret),
    secret: true as const,
    check: ({ body }: Parameters<typeof create.run>[0]) => requireDeliverable(body.url),
    run: ({ actor, now, body }: Parameters<typeof create.run>[0]) => make(actor, body, now),
  },
  get,
  update: {
    ...update,
    check: async ({ body: { url } }: Parameters<typeof update.run>[0]) => {
      if (url !== undefined) await requireDeliverable(url);
    },
  },
  remove,
  rotate: endpoint({
    method: "POST",
    path: "/webhooks/{id}/rotate",
    id: "webhooks.rotate",
    summary: "Replace the signing secret of one webhook",
    description: `For a day, or as long as \`overlap_seconds\` says, what is sent is signed with both the new secret and the one before, so that receivers can change over. ${READS}`,
    scope: "webhooks:write",
    params: idOf("Webhook"),
    body: RotateWebhookSecret,
    response: one(WebhookWithSecret),
    secret: true,
    run: ({ actor, now, params: { id }, body }) => rotateWebhookSecret(actor, id, body, now),
  }),
};

type Given = z.output<typeof CreateWebhook>;

/**
 * Makes a webhook of the actor's, and returns it with its secret. Throws 403 where the actor may not read what it tells
 * of, and 422 where nothing may be sent to its url.
 */
export async function createWebhook(actor: Actor, given: Given, now: Date) {
  await requireDeliverable(given.url);
  return make(actor, given, now);
}

/** Changes the given fields of a webhook. Throws as createWebhook, and 404. */
export async function changeWebhook(
  actor: Actor,
  id: string,
  given: z.output<typeof ChangeWebhook>,
  now: Date,
) {
  if (given.url !== undefined) await requireDeliverable(given.url);
  await change(actor, (tx, record) => writes.update({ actor, now, tx, record }, id, given));
}

/** Deletes a webhook with its deliveries. Throws 404. */
export async function deleteWebhook(actor: Actor, id: string, now: Date) {
  await change(actor, (tx, record) => writes.remove({ actor, now, tx, record }, id));
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
    const row = await tx.webhook.update({ where, data, select });
    record.audit("webhook.secret_rotated", "webhook", id, { overlap_seconds });
    return withSecret(tx, actor, row);
  });
}

/** The url was judged before: looking a name up may take long, and holds no transaction open. */
function make(actor: Actor, given: Given, now: Date) {
  return change(actor, async (tx, record) =>
    withSecret(tx, actor, await writes.create({ actor, now, tx, record }, given)),
  );
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
