import { randomUUIDv7 } from "node:crypto";
import type { Prisma, Tx } from "@/lib/db";
import type { EventType } from "./events";
import { EVENTS, WAKE_CHANNEL } from "./queue";

/** Something that happened. `data` is the public form of what it happened to. */
export type NewEvent = { organization_id: string; type: EventType; data: Prisma.InputJsonObject };

/**
 * Writes events within the transaction of the changes that they report. Where a webhook asks for one, it waits to be
 * dispatched, and workers are woken when the transaction commits; all that costs the one statement.
 */
export async function writeEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  // Of one millisecond they are in no order by themselves.
  const ids = events.map(() => randomUUIDv7()).sort();
  const rows = events.map((event, index) => ({ ...event, id: ids[index] }));
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO events (id, organization_id, type, data, created_at, to_dispatch)
      SELECT id, organization_id, type, data, clock_timestamp(),
             EXISTS (SELECT FROM webhooks w WHERE w.organization_id = e.organization_id AND w.enabled
                        AND (e.type = ANY(w.events) OR ('*' = ANY(w.events) AND e.type NOT LIKE 'api\\_key.%')))
        FROM json_to_recordset(${JSON.stringify(rows)}::json)
          AS e(id uuid, organization_id uuid, type text, data jsonb)
      RETURNING to_dispatch
    )
    SELECT pg_notify(${WAKE_CHANNEL}, ${EVENTS}) FROM written WHERE to_dispatch`;
}
