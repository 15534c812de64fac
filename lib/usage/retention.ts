import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";
import { firstIdAt } from "@/lib/first-id-at";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How long what is not kept for ever is kept. */
const KEPT_MS = {
  minutes: 120 * MINUTE_MS,
  requests: 30 * DAY_MS,
  callers: 400 * DAY_MS,
  writers: DAY_MS,
  // Longer than failures keep keys from being called idle.
  failures: 2 * DAY_MS,
};
/** How many requests of a key are kept: of its life failures and successes each, and of its time after. */
const KEPT_REQUESTS = 1_000;

const SWEEP_MS = MINUTE_MS;
const SWEEP_ROWS = 5_000;

/** Removes what is over, in small portions. */
export const usageSweep: Chore = { name: "usage.sweep", every: SWEEP_MS, run: sweepUsage };

/** Removes what is older than it is kept, and of requests what is more than is kept. */
export async function sweepUsage(now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const { keyMinute, keyRequest, keyAddress, keyEndpoint, usageWriter } = db();
  const limit = SWEEP_ROWS;
  const minute = { lt: before(KEPT_MS.minutes) };
  const id = { lt: firstIdAt(before(KEPT_MS.requests)) };
  const date = { lt: before(KEPT_MS.callers) };
  await inPortions(() => keyMinute.deleteMany({ where: { minute }, limit }));
  await inPortions(() => keyRequest.deleteMany({ where: { id }, limit }));
  await inPortions(() => keyAddress.deleteMany({ where: { date }, limit }));
  await inPortions(() => keyEndpoint.deleteMany({ where: { date }, limit }));
  await usageWriter.deleteMany({
    where: {
      written_at: { lt: before(KEPT_MS.writers) },
      OR: [{ failed_at: null }, { failed_at: { lt: before(KEPT_MS.failures) } }],
    },
  });
  await trimRequests(firstIdAt(before(2 * SWEEP_MS)));
}

/**
 * Leaves the latest requests of each key that was called since, so that a busy key fills no disk. What is over is found once
 * for each key: joined in one go, PostgreSQL looks for it again for each request.
 */
async function trimRequests(since: string): Promise<void> {
  await db().$executeRaw`
    WITH first_over AS MATERIALIZED (
      SELECT k.organization_id, k.key_id, f.failed, f.dead, o.id
        FROM (SELECT DISTINCT organization_id, key_id FROM key_requests WHERE id >= ${since}::uuid) AS k
       CROSS JOIN (VALUES (true, false), (false, false), (true, true)) AS f(failed, dead)
       CROSS JOIN LATERAL (
         SELECT id FROM key_requests
          WHERE organization_id = k.organization_id AND key_id = k.key_id
            AND (status >= 400) = f.failed AND dead = f.dead
          ORDER BY id DESC OFFSET ${KEPT_REQUESTS} LIMIT 1
       ) AS o
    )
    DELETE FROM key_requests r USING first_over o
     WHERE r.organization_id = o.organization_id AND r.key_id = o.key_id
       AND (r.status >= 400) = o.failed AND r.dead = o.dead AND r.id <= o.id`;
}

async function inPortions(remove: () => Promise<{ count: number }>): Promise<void> {
  while ((await remove()).count === SWEEP_ROWS);
}
