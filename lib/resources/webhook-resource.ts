import { randomUUIDv7 } from "node:crypto";
import type { z } from "zod";
import { type Actor, ownerOf, requireFreshProof } from "@/lib/access/actor";
import { paged } from "@/lib/api/pagination";
import type { Prisma, Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { requireReadable } from "@/lib/webhooks/event-scopes";
import { CreateWebhook } from "@/lib/webhooks/schema";
import { mintSecret, signsUntil } from "@/lib/webhooks/secret";
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
/** Whoever switches a webhook off, does so in the product's place too. */
const NOT_BY_US = { disabled_at: null, disabled_reason: null } satisfies Health;
const UNKNOWN = { ...NOT_BY_US, failing_since: null } satisfies Health;

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
    requireMakeable(actor, given, now);
    const id = randomUUIDv7();
    return { id, owner_id: ownerOf(actor), ...mintSecret(id) };
  },
  onUpdate: ({ given, before, actor, now }): Health => {
    requireChangeable(actor, given, before, now);
    return { ...(beginsAnew(given, before) && UNKNOWN), ...(given.enabled === false && NOT_BY_US) };
  },
  follow: async ({ tx, now, actor: { organizationId } }, before, { id, enabled, owner }) => {
    if (before === null || before.enabled || !enabled) return;
    await requireMember(tx, organizationId, owner);
    await sendWaiting(tx, organizationId, id, now);
  },
  // Behind what it takes its types from.
  model: ({ webhook }) => ({
    findMany: async (args) => (await webhook.findMany({ ...args, select: WEBHOOK_COLUMNS })).map(withoutPast),
    count: (args) => webhook.count(args),
    findFirst: async (args) => {
      const row = await webhook.findFirst({ ...args, select: WEBHOOK_COLUMNS });
      return row && withoutPast(row);
    },
    create: (args) => webhook.create({ ...args, select: WEBHOOK_COLUMNS }),
    update: async (args) => withoutPast(await webhook.update({ ...args, select: WEBHOOK_COLUMNS })),
    delete: async (args) => withoutPast(await webhook.delete({ ...args, select: WEBHOOK_COLUMNS })),
  }),
  event: () => null,
  // Of where it sends to, what stands behind the host may be secret.
  trail: ({ url, events, enabled }) => ({ host: new URL(url).host, events, enabled }),
});

/** A webhook as it is now: the secret before, whose time is over, stays stored until the next rotation. */
function withoutPast<Row extends { previous_secret_until: Date | null }>(row: Row): Row {
  return { ...row, previous_secret_until: signsUntil(row, new Date()) };
}

/** Throws 403 unless the actor may make a webhook of these events now. */
export function requireMakeable(
  actor: Actor,
  { events }: Pick<z.output<typeof CreateWebhook>, "events">,
  now: Date,
): void {
  requireReadable(actor, events);
  requireFreshProof(actor, now);
}

/**
 * Throws 403 unless the actor may change a webhook so, as it is before that; `proof_required` where more may be sent then,
 * or elsewhere, long after the actor proved who they are.
 */
export function requireChangeable(
  actor: Actor,
  change: z.output<typeof ChangeWebhook>,
  before: Pick<z.output<typeof Webhook>, "url" | "events" | "enabled">,
  now: Date,
): void {
  requireReadable(actor, change.events ?? before.events);
  if (beginsAnew(change, before)) requireReadable(actor, before.events);
  if (loosens(change)) requireFreshProof(actor, now);
}

function loosens({ url, events, enabled }: z.output<typeof ChangeWebhook>): boolean {
  return url !== undefined || events !== undefined || enabled === true;
}

/** Whether a change has what waits sent, or sent elsewhere: it is of the events that were asked for before. */
function beginsAnew(
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
  // Who is just being removed is removed before this, or finds the webhook enabled; others enable theirs beside it.
  const members = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM users
     WHERE organization_id = ${organization_id}::uuid AND id = ${id}::uuid AND disabled_at IS NULL FOR SHARE`;
  if (members.length === 0)
    throw new AppError(
      "conflict",
      `${name}, who owns the webhook, is no longer a member. Create it anew, or restore them first.`,
    );
}
