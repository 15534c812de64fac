import { sql, type Tx } from "@/lib/db";
import type { Attempt } from "./attempt";
import { RETRY_AFTER_MS } from "./schedule";

/** After so long without a success, and so many failures, a webhook is disabled: as many as one delivery can have. */
export const FAILING_MS = 5 * 86_400_000;
export const FAILURES = 1 + RETRY_AFTER_MS.length;

/**
 * Within a transaction: notes since when webhooks have only failed, by attempts that were just made and by when they
 * ended: a slow one may have been begun before another was over. Tests, what was not sent, and what was sent to where one
 * sends no more say nothing about that.
 * Locks only where something changes.
 */
export async function noteHealth(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  const made = attempts.filter(({ exchange, delivery }) => exchange !== null && !delivery.test);
  if (made.length === 0) return;
  const byReceiver = Map.groupBy(made, ({ delivery: { webhook_id, url } }) => `${webhook_id} ${url}`);
  const rows = [...byReceiver.values()].map((tried) => ({ ...receiverOf(tried), ...ends(tried) }));
  const since = sql`
    coalesce(CASE WHEN r.succeeded_at >= w.failing_since THEN NULL ELSE w.failing_since END, r.failing_since)`;
  // Locked in one order, so that no two who do this wait for each other.
  await tx.$executeRaw`
    WITH r AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
                 AS r(id uuid, url text, succeeded_at timestamptz, failing_since timestamptz)
    ), locked AS MATERIALIZED (
      SELECT w.id FROM webhooks w JOIN r ON r.id = w.id AND r.url = w.url
       WHERE w.failing_since IS DISTINCT FROM ${since} ORDER BY w.id FOR NO KEY UPDATE OF w
    )
    UPDATE webhooks w SET failing_since = ${since} FROM r, locked
     WHERE w.id = r.id AND w.url = r.url AND locked.id = w.id`;
}

/** All of the same. */
function receiverOf([attempt]: Attempt[]): { id?: string; url?: string } {
  return { id: attempt?.delivery.webhook_id, url: attempt?.delivery.url };
}

/** When the last success ended, and the first failure after it; null where there was none. */
function ends(tried: Attempt[]): { succeeded_at: Date | null; failing_since: Date | null } {
  const inOrder = tried.toSorted((a, b) => a.ended.getTime() - b.ended.getTime());
  const last = inOrder.findLastIndex(({ outcome }) => outcome.error === null);
  return { succeeded_at: inOrder[last]?.ended ?? null, failing_since: inOrder[last + 1]?.ended ?? null };
}
