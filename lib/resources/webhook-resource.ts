import { randomUUIDv7 } from "node:crypto";
import type { z } from "zod";
import { ownerOf, requireFreshProof } from "@/lib/access/actor";
import { paged } from "@/lib/api/pagination";
import { lockRow, type Prisma, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { requireReadable } from "@/lib/webhooks/event-scopes";
import { CreateWebhook } from "@/lib/webhooks/schema";
import { mintSecret } from "@/lib/webhooks/secret";
import { sendWaiting } from "@/lib/webhooks/waiting";
import { patchOf } from "./patch";
import { resource } from "./resource";
import { Webhook } from "./webhook-shape";

/** Never the secret, however it is stored. */
export const WEBHOOK_COLUMNS = {
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

export const READS =
  "The key must also be able to read what the webhook tells of: it needs the read scope of each event, `read` for `*`, and `*` for the events of API keys.";
const READS_BEFORE = `${READS} To send elsewhere, or to enable it, also of each event that the webhook told of before.`;

/** What can be changed of a webhook: any field, at least one. */
export const ChangeWebhook = patchOf(CreateWebhook, { enabled: false });

export const webhook = resource({
  name: "Webhook",
  path: "/webhooks",
  scopes: { read: "webhooks:read", write: "webhooks:write" },
  output: Webhook,
  create: CreateWebhook,
  update: ChangeWebhook,
  query: paged({}),
  where: (): Prisma.WebhookWhereInput => ({}),
  constraints: {},
  errors: { update: ["conflict"] },
  descriptions: {
    create: READS,
    update: READS_BEFORE,
  },
  onCreate: ({ given, actor, now }) => {
    requireReadable(actor, given.events);
    requireFreshProof(actor, now);
    const id = randomUUIDv7();
    return { id, owner_id: ownerOf(actor), ...mintSecret(id) };
  },
  onUpdate: ({ given, before, actor, now }): Health => {
    requireReadable(actor, given.events ?? before.events);
    if (sendsWhatWaits(given, before)) requireReadable(actor, before.events);
    if (loosens(given)) requireFreshProof(actor, now);
    if (given.enabled === true && !before.enabled)
      return { disabled_at: null, disabled_reason: null, failing_since: null };
    return given.url !== undefined && given.url !== before.url ? { failing_since: null } : {};
  },
  follow: async ({ tx, now, actor: { organizationId } }, before, { id, enabled, owner }) => {
    if (before === null || before.enabled || !enabled) return;
    await requireMember(tx, organizationId, owner);
    await sendWaiting(tx, organizationId, id, now);
  },
  // Behind what it takes its types from.
  model: ({ webhook }) => ({
    findMany: (args) => webhook.findMany({ ...args, select: WEBHOOK_COLUMNS }),
    count: (args) => webhook.count(args),
    findFirst: (args) => webhook.findFirst({ ...args, select: WEBHOOK_COLUMNS }),
    create: (args) => webhook.create({ ...args, select: WEBHOOK_COLUMNS }),
    update: (args) => webhook.update({ ...args, select: WEBHOOK_COLUMNS }),
    delete: (args) => webhook.delete({ ...args, select: WEBHOOK_COLUMNS }),
  }),
  event: () => null,
  // Of where it sends to, what stands behind the host may be secret.
  trail: ({ url, events, enabled }) => ({ host: new URL(url).host, events, enabled }),
});

/** Whether a change may lead to more being sent, or elsewhere. */
function loosens({ url, events, enabled }: z.output<typeof ChangeWebhook>): boolean {
  return url !== undefined || events !== undefined || enabled === true;
}

/** Whether what waits may be sent by a change, or elsewhere: it is of the events that were asked for before. */
function sendsWhatWaits(
  { url, enabled }: z.output<typeof ChangeWebhook>,
  before: { url: string; enabled: boolean },
): boolean {
  return (url !== undefined && url !== before.url) || (enabled === true && !before.enabled);
}

/** A webhook of somebody who left would be on and tell of nothing, as its owner may not be told of anything. */
async function requireMember(
  tx: Tx,
  organization_id: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  // Who is just being removed is removed before this, or finds the webhook enabled.
  await lockRow(tx, "users", organization_id, id);
  if ((await tx.user.count({ where: { id, organization_id, disabled_at: null } })) === 0)
    throw new AppError(
      "conflict",
      `${name}, who owns the webhook, is no longer a member. Create it anew, or restore them first.`,
    );
}
