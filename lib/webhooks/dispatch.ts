import { randomUUIDv7 } from "node:crypto";
import type { Role } from "@/lib/access/roles";
import { db, type Tx } from "@/lib/db";
import { mayBeTold } from "./event-scopes";
import type { EventType } from "./events";
import { type Due, sendDeliveries } from "./queue";

/** How many events are dispatched together at most. */
const MOST_EVENTS = 100;

type Wanted = {
  event_id: string;
  type: EventType;
  organization_id: string;
  webhook_id: string;
  role: Role;
};

/**
 * Makes what dispatches all events that wait, in portions: smaller ones after one has failed, so that more deliveries
 * than one transaction can make hold nobody up, and larger ones again while all is well.
 * @param onTaken called whenever there are new deliveries
 */
export function dispatcher(onTaken: () => void): () => Promise<void> {
  let most = MOST_EVENTS;
  return async () => {
    for (let isAll = false; !isAll; ) {
      const portion = most;
      most = Math.ceil(portion / 10);
      const taken = await dispatch(new Date(), portion);
      most = Math.min(2 * portion, MOST_EVENTS);
      if (taken > 0) onTaken();
      isAll = taken < portion;
    }
  };
}

/**
 * Takes events that wait, the oldest first, and makes a delivery of each for each webhook that asks for it and whose
 * owner may read it now. All or nothing, and once however many do so at the same time.
 * @returns how many it took
 */
export async function dispatch(now: Date, most = MOST_EVENTS): Promise<number> {
  return db().$transaction(async (tx) => {
    const ids = await take(tx, most);
    const wanted = ids.length > 0 ? await wantedBy(tx, ids) : [];
    const allowed = wanted.filter(({ role, type }) => mayBeTold(role, type));
    await sendDeliveries(tx, await write(tx, allowed, now));
    return ids.length;
  });
}

/** Where this transaction fails, or its process dies, they wait again at once. */
async function take(tx: Tx, most: number): Promise<string[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE events SET to_dispatch = false
     WHERE id IN (SELECT id FROM events WHERE to_dispatch ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return taken.map(({ id }) => id);
}

/**
 * What happened before a webhook was switched off waits for it like what was dispatched before. Locks the webhooks
 * against being deleted meanwhile.
 */
function wantedBy(tx: Tx, ids: string[]): Promise<Wanted[]> {
  return tx.$queryRaw<Wanted[]>`
    SELECT e.id AS event_id, e.type, e.organization_id, w.id AS webhook_id, u.role
      FROM events e
      JOIN webhooks w ON w.organization_id = e.organization_id AND (w.enabled OR e.created_at < w.off_since)
       AND (e.type = ANY(w.events) OR ('*' = ANY(w.events) AND e.type NOT LIKE 'api\\_key.%'))
      JOIN users u ON u.organization_id = w.organization_id AND u.id = w.owner_id AND u.disabled_at IS NULL
     WHERE e.id = ANY(${ids}::uuid[])
     ORDER BY e.id, w.id
       FOR KEY SHARE OF w`;
}

async function write(tx: Tx, wanted: Wanted[], now: Date): Promise<Due[]> {
  if (wanted.length === 0) return [];
  // Of one millisecond they are in no order by themselves.
  const ids = wanted.map(() => randomUUIDv7()).sort();
  const rows = wanted.map((each, index) => ({ ...each, id: ids[index] as string }));
  const made = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO deliveries (id, organization_id, webhook_id, event_id, event_type, next_attempt_at, created_at)
    SELECT id, organization_id, webhook_id, event_id, type, ${now}, ${now}
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS d(id uuid, organization_id uuid, webhook_id uuid, event_id uuid, type text)
    ON CONFLICT (event_id, webhook_id) DO NOTHING
    RETURNING id`;
  const fresh = new Set(made.map(({ id }) => id));
  return rows
    .filter(({ id }) => fresh.has(id))
    .map(({ id, organization_id, webhook_id }) => ({ id, organization_id, webhook_id, at: now }));
}
