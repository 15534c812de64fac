import { type Actor, requireScope } from "@/lib/access/actor";
import { grants } from "@/lib/access/scopes";
import { db, type Prisma } from "@/lib/db";
import { mayRead } from "./event-scopes";
import { latestDeliveries } from "./latest-deliveries";
import { signsUntil } from "./secret";
import { type DisabledWebhooks, nameOf, stateOf, type WebhookView } from "./webhook";

const select = {
  id: true,
  url: true,
  events: true,
  description: true,
  enabled: true,
  disabled_at: true,
  disabled_reason: true,
  failing_since: true,
  previous_secret_until: true,
  owner: { select: { id: true, name: true, disabled_at: true } },
  handed_over_from: { select: { name: true, disabled_at: true } },
  created_at: true,
} as const satisfies Prisma.WebhookSelect;

type Row = Prisma.WebhookGetPayload<{ select: typeof select }>;

/** One page of the organization's webhooks as people see them, newest first, and how many there are. */
export async function listWebhooks(
  actor: Actor,
  { limit, offset }: { limit: number; offset: number },
  now: Date,
): Promise<{ rows: WebhookView[]; total: number }> {
  requireScope(actor, "webhooks:read");
  const where = { organization_id: actor.organizationId };
  const [rows, total] = await Promise.all([
    db().webhook.findMany({
      where,
      orderBy: [{ created_at: "desc" }, { id: "desc" }],
      take: limit,
      skip: offset,
      select,
    }),
    db().webhook.count({ where }),
  ]);
  return { rows: await viewsOf(actor, rows, now), total };
}

/** One webhook as people see it, or null where the organization has none with this id. */
export async function findWebhook(actor: Actor, id: string, now: Date): Promise<WebhookView | null> {
  requireScope(actor, "webhooks:read");
  const row = await db().webhook.findFirst({ where: { id, organization_id: actor.organizationId }, select });
  const [view] = row ? await viewsOf(actor, [row], now) : [];
  return view ?? null;
}

/** The webhooks of the organization that the product disabled, the latest first, at most so many. */
export async function disabledWebhooks(actor: Actor, limit: number): Promise<DisabledWebhooks> {
  requireScope(actor, "webhooks:read");
  const where = {
    organization_id: actor.organizationId,
    enabled: false,
    disabled_reason: { not: null },
  } satisfies Prisma.WebhookWhereInput;
  const [rows, total] = await Promise.all([
    db().webhook.findMany({
      where,
      orderBy: [{ disabled_at: "desc" }, { id: "desc" }],
      take: limit,
      select: { id: true, url: true, description: true, disabled_at: true, disabled_reason: true },
    }),
    db().webhook.count({ where }),
  ]);
  const webhooks = rows.map(({ url, description, ...row }) => ({
    ...row,
    name: nameOf({ url, description }),
  }));
  return { webhooks, others: total - rows.length };
}

async function viewsOf(actor: Actor, rows: Row[], now: Date): Promise<WebhookView[]> {
  const readable = rows.filter(({ events }) => mayRead(actor.leaves, events)).map(({ id }) => id);
  const latest = await latestDeliveries(actor.organizationId, readable);
  return rows.map((row) => {
    const { id, description } = row;
    return {
      id,
      name: nameOf(row),
      description,
      ...addressOf(row.url, grants(actor.leaves, "webhooks:write")),
      events: row.events,
      state: stateOf(row),
      disabled_at: row.disabled_at,
      disabled_reason: row.disabled_reason,
      failing_since: row.failing_since,
      previous_secret_until: signsUntil(row, now),
      owner: { id: row.owner.id, name: row.owner.name },
      hasOwnerLeft: row.owner.disabled_at !== null,
      knownTo: row.handed_over_from?.disabled_at ? row.handed_over_from.name : null,
      created_at: row.created_at,
      isReadable: readable.includes(id),
      latest: latest.get(id) ?? null,
    };
  });
}

/**
 * Where a webhook sends to, as people see it. Whoever has the whole address can post there, and some receivers take that
 * for proof: so only those see what stands behind the host who may change it. The API tells it all to `webhooks:read`,
 * as its documentation promises.
 */
function addressOf(url: string, mayChange: boolean): Pick<WebhookView, "host" | "path" | "hasQuery" | "url"> {
  const { host, pathname, search } = new URL(url);
  const hasQuery = search !== "";
  if (mayChange) return { host, path: pathname, hasQuery, url };
  return { host, path: pathname === "/" && !hasQuery ? "/" : "/…", hasQuery: false, url: null };
}
