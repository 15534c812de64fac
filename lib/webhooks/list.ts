import { type Actor, requireScope } from "@/lib/access/actor";
import { grants } from "@/lib/access/scopes";
import { db, type Prisma } from "@/lib/db";
import { mayRead } from "./event-scopes";
import { latestDeliveries } from "./latest-deliveries";
import { signsUntil } from "./secret";
import {
  type DisabledWebhooks,
  nameOf,
  stateOf,
  type WebhookCounts,
  type WebhookState,
  type WebhookView,
} from "./webhook";

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

/** Which webhooks are wanted: any state where none is named; `search` in what they are called and where they send to. */
export type WebhookFilter = { state: WebhookState | null; search: string };

/**
 * One page of the organization's webhooks as people see them, newest first, and how many match. An organization has so
 * few that all are looked through here: what may not be seen of an address is not searched either.
 */
export async function listWebhooks(
  actor: Actor,
  { state, search }: WebhookFilter,
  { limit, offset }: { limit: number; offset: number },
  now: Date,
): Promise<{ rows: WebhookView[]; total: number; counts: WebhookCounts }> {
  requireScope(actor, "webhooks:read");
  const where = { organization_id: actor.organizationId };
  const orderBy = [{ created_at: "desc" }, { id: "desc" }] satisfies Prisma.WebhookOrderByWithRelationInput[];
  const all = await db().webhook.findMany({ where, orderBy, select: searched });
  const found = all.filter((row) => searchTextOf(row).includes(search.toLowerCase()));
  const wanted = found.filter((row) => state === null || stateOf(row) === state);
  const ids = wanted.slice(offset, offset + limit).map(({ id }) => id);
  const rows = await db().webhook.findMany({ where: { ...where, id: { in: ids } }, orderBy, select });
  return { rows: await viewsOf(actor, rows, now), total: wanted.length, counts: countsOf(found) };
}

const searched = {
  id: true,
  url: true,
  description: true,
  enabled: true,
  disabled_reason: true,
  failing_since: true,
  owner: { select: { disabled_at: true } },
} as const satisfies Prisma.WebhookSelect;

/** What the list shows to everybody. */
function searchTextOf({ url, description }: { url: string; description: string | null }): string {
  return `${description ?? ""}\n${new URL(url).host}`.toLowerCase();
}

function countsOf(rows: Parameters<typeof stateOf>[0][]): WebhookCounts {
  const counts = { all: rows.length, active: 0, failing: 0, paused: 0, disabled: 0 };
  for (const row of rows) counts[stateOf(row)]++;
  return counts;
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
