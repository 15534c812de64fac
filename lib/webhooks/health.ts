import type { Tx } from "@/lib/db";
import type { Attempt } from "./attempt";

/** After so long without a success a webhook is disabled. */
export const FAILING_MS = 5 * 86_400_000;

/**
 * Within a transaction: notes since when webhooks have only failed, by attempts that were just made. Tests, and what
 * was not sent, say nothing about that. Writes only where something changes.
 */
export async function noteHealth(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  const made = attempts.filter(({ exchange, delivery }) => exchange !== null && !delivery.test);
  const byWebhook = Map.groupBy(made, ({ delivery }) => delivery.webhook_id);
  const rows = [...byWebhook].flatMap(([id, tried]) => {
    const isWell = tried.some(({ outcome }) => outcome.error === null);
    const known = tried.at(-1)?.delivery.failing_since ?? null;
    if (isWell === (known === null)) return [];
    const first = Math.min(...tried.map(({ at }) => at.getTime()));
    return { id, failing_since: isWell ? null : new Date(first) };
  });
  if (rows.length === 0) return;
  // Locked in one order, so that no two who do this wait for each other.
  await tx.$executeRaw`
    WITH r AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, failing_since timestamptz)
    ), locked AS MATERIALIZED (
      SELECT id FROM webhooks WHERE id IN (SELECT id FROM r) ORDER BY id FOR NO KEY UPDATE
    )
    UPDATE webhooks w SET failing_since = CASE WHEN r.failing_since IS NULL THEN NULL
                                               ELSE coalesce(w.failing_since, r.failing_since) END
      FROM r, locked WHERE w.id = r.id AND locked.id = w.id`;
}
