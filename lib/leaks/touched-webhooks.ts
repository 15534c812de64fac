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
    SELECT DISTINCT a.actor_id AS key_id, w.id, w.url, w.description
      FROM webhooks w JOIN audit_entries a ON a.organization_id = w.organization_id AND a.target_id = w.id
     WHERE w.organization_id = ${organizationId}::uuid
       AND a.actor_kind = 'key' AND a.actor_id = ANY(${ids}::uuid[])
       AND a.action IN ('webhook.created', 'webhook.updated', 'webhook.secret_rotated')
     ORDER BY w.id`;
  const byKey = Map.groupBy(rows, ({ key_id }) => key_id);
  return new Map(
    [...byKey].map(([id, webhooks]) => {
      const names = webhooks.slice(0, NAMED).map(({ url, description }) => description ?? new URL(url).host);
      return [id, { count: webhooks.length, names }];
    }),
  );
}
