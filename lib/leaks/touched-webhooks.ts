import type { Tx } from "@/lib/db";
import type { NoticedWebhooks } from "@/lib/notices/kinds";

const NAMED = 5;

/**
 * The webhooks that each of these keys made or changed, by the audit trail, and that are still there: whoever had such a
 * key may receive what they send. With the names of the first few.
 */
export async function touchedWebhooks(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, NoticedWebhooks>> {
  // From the webhooks, of which there are few, since the trail of a key is long and has no index.
  const rows = await tx.$queryRaw<{ key_id: string; url: string; description: string | null }[]>`
    SELECT k.id AS key_id, w.url, w.description
      FROM webhooks w CROSS JOIN unnest(${ids}::uuid[]) AS k(id)
     WHERE w.organization_id = ${organizationId}::uuid
       AND EXISTS (SELECT FROM audit_entries a
                    WHERE a.organization_id = w.organization_id AND a.target_id = w.id
                      AND a.actor_kind = 'key' AND a.actor_id = k.id
                      AND a.action IN ('webhook.created', 'webhook.updated', 'webhook.secret_rotated'))
     ORDER BY w.id`;
  const byKey = Map.groupBy(rows, ({ key_id }) => key_id);
  return new Map(
    [...byKey].map(([id, webhooks]) => {
      const names = webhooks.slice(0, NAMED).map(({ url, description }) => description ?? new URL(url).host);
      return [id, { count: webhooks.length, names }];
    }),
  );
}
