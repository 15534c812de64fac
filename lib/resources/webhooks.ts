import { randomUUIDv7 } from "node:crypto";
import { z } from "zod";
import { type Actor, ownerOf } from "@/lib/access/actor";
import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { paged } from "@/lib/api/pagination";
import { change } from "@/lib/change";
import type { Prisma, Tx } from "@/lib/db";
import { shown, text, webAddress } from "@/lib/text";
import { requireDeliverable } from "@/lib/webhooks/address";
import { requireReadable, SUBSCRIPTIONS } from "@/lib/webhooks/event-scopes";
import { mintSecret, secretOf } from "@/lib/webhooks/secret";
import { crud } from "./crud";
import { idOf } from "./id-of";
import { patchOf } from "./patch";
import { resource } from "./resource";
import { createdAt, Person, rowId, updatedAt } from "./row";
import { writesOf } from "./writes";

export const Webhook = z
  .object({
    id: rowId,
    url: shown(2_000).meta({ format: "uri" }).describe("Where it sends to"),
    events: z
      .array(shown(50))
      .meta({ maxItems: SUBSCRIPTIONS.length })
      .describe("What it tells of; `*` for everything"),
    description: shown(500).nullable().describe("What it is for"),
    enabled: z.boolean().describe("Whether it sends"),
    owner: Person.describe("Whose role bounds what is sent"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Webhook" });

const WebhookWithSecret = Webhook.extend({
  secret: shown(100).describe("Signs what is sent, as in Standard Webhooks. It is not shown again"),
}).meta({ id: "WebhookWithSecret" });

const CreateWebhook = z.strictObject({
  url: webAddress(2_000)
    .describe("https, on the internet")
    .meta({ examples: ["https://example.com/hooks/prepzo"] }),
  events: z
    .array(z.enum(SUBSCRIPTIONS, "is not a known event"))
    .min(1)
    .max(SUBSCRIPTIONS.length)
    .transform((events) => [...new Set(events)])
    .describe("What to be told of; `*` for everything. The key must be able to read it"),
  description: text(1, 500).nullable().optional().describe("What it is for"),
  enabled: z.boolean().optional().describe("Whether it sends; true unless given"),
});

/** Never the secret, however it is stored. */
const select = {
  id: true,
  url: true,
  events: true,
  description: true,
  enabled: true,
  owner: { select: { id: true, name: true } },
  created_at: true,
  updated_at: true,
} as const satisfies Prisma.WebhookSelect;

const webhook = resource({
  name: "Webhook",
  path: "/webhooks",
  scopes: { read: "webhooks:read", write: "webhooks:write" },
  output: Webhook,
  create: CreateWebhook,
  update: patchOf(CreateWebhook),
  query: paged({}),
  where: (): Prisma.WebhookWhereInput => ({}),
  constraints: {},
  onCreate: ({ given, actor }) => {
    requireReadable(actor, given.events);
    const id = randomUUIDv7();
    return { id, owner_id: ownerOf(actor), ...mintSecret(id) };
  },
  onUpdate: ({ given, before, actor }) => requireReadable(actor, given.events ?? before.events),
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

const writes = writesOf(webhook);
const { list, create, get, update, remove } = crud(webhook);

export const webhooks = {
  list,
  create: {
    ...create,
    response: one(WebhookWithSecret),
    run: async ({ actor, now, body }: Parameters<typeof create.run>[0]) => {
      await requireDeliverable(body.url);
      return change(actor, async (tx, record) =>
        withSecret(tx, actor, await writes.create({ actor, now, tx, record }, body)),
      );
    },
  },
  get,
  update: {
    ...update,
    run: async (call: Parameters<typeof update.run>[0]) => {
      if (call.body.url !== undefined) await requireDeliverable(call.body.url);
      return update.run(call);
    },
  },
  remove,
  rotate: endpoint({
    method: "POST",
    path: "/webhooks/{id}/rotate",
    id: "webhooks.rotate",
    summary: "Replace the signing secret of one webhook",
    scope: "webhooks:write",
    params: idOf("Webhook"),
    response: one(WebhookWithSecret),
    run: ({ actor, now, params: { id } }) =>
      change(actor, async (tx, record) => {
        const { events } = await writes.lock({ actor, now, tx, record }, id);
        requireReadable(actor, events);
        const where = { id, organization_id: actor.organizationId };
        const row = await tx.webhook.update({ where, data: mintSecret(id), select });
        record.audit("webhook.secret_rotated", "webhook", id);
        return withSecret(tx, actor, row);
      }),
  }),
};

async function withSecret<Row extends { id: string }>(
  tx: Tx,
  { organizationId }: Actor,
  row: Row,
): Promise<Row & { secret: string }> {
  const stored = await tx.webhook.findFirstOrThrow({
    where: { id: row.id, organization_id: organizationId },
    select: { sealed_secret: true, secret_key_version: true },
  });
  return { ...row, secret: secretOf(row.id, stored) };
}
