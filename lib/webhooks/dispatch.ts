import { randomUUIDv7 } from "node:crypto";
import { fromPrisma, type Job } from "pg-boss";
import type { Role } from "@/lib/access/roles";
import { db, type Tx } from "@/lib/db";
import { mayBeTold } from "./event-scopes";
import type { EventType } from "./events";
import { DISPATCH, type DispatchJob, queue, sendDeliveries } from "./queue";

type Wanted = {
  event_id: string;
  type: EventType;
  organization_id: string;
  webhook_id: string;
  role: Role;
};

/**
 * Makes a delivery of each event for each webhook that asks for it and whose owner may read it now, once however often
 * it is called. All or nothing, together with the jobs that said so.
 */
export async function dispatch(jobs: readonly Job<DispatchJob>[], now: Date): Promise<void> {
  const ids = jobs.flatMap(({ data }) => data.event_ids);
  await db().$transaction(async (tx) => {
    const wanted = await wantedBy(tx, ids);
    const allowed = wanted.filter(({ role, type }) => mayBeTold(role, type));
    await sendDeliveries(tx, await write(tx, allowed, now));
    await queue().deleteJob(DISPATCH, [...jobs], { db: fromPrisma(tx) });
  });
}

/** Locks the webhooks against being deleted meanwhile. */
function wantedBy(tx: Tx, ids: string[]): Promise<Wanted[]> {
  return tx.$queryRaw<Wanted[]>`
    SELECT e.id AS event_id, e.type, e.organization_id, w.id AS webhook_id, u.role
      FROM events e
      JOIN webhooks w ON w.organization_id = e.organization_id AND w.enabled AND w.events && ARRAY[e.type, '*']
      JOIN users u ON u.organization_id = w.organization_id AND u.id = w.owner_id AND u.disabled_at IS NULL
     WHERE e.id = ANY(${ids}::uuid[])
     ORDER BY e.created_at, e.id, w.id
       FOR KEY SHARE OF w`;
}

async function write(
  tx: Tx,
  wanted: Wanted[],
  now: Date,
): Promise<{ id: string; webhook_id: string; at: Date }[]> {
  if (wanted.length === 0) return [];
  // Of one millisecond they are in no order by themselves.
  const ids = wanted.map(() => randomUUIDv7()).sort();
  const rows = wanted.map((each, index) => ({ ...each, id: ids[index] }));
  const made = await tx.$queryRaw<{ id: string; webhook_id: string }[]>`
    INSERT INTO deliveries (id, organization_id, webhook_id, event_id, event_type, next_attempt_at, created_at)
    SELECT id, organization_id, webhook_id, event_id, type, ${now}, ${now}
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS d(id uuid, organization_id uuid, webhook_id uuid, event_id uuid, type text)
    ON CONFLICT (event_id, webhook_id) DO NOTHING
    RETURNING id, webhook_id`;
  return made.map((each) => ({ ...each, at: now })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
