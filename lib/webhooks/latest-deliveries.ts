import { db } from "@/lib/db";
import { LATEST, type LatestDeliveries } from "./webhook";

/**
 * What became of the latest deliveries of webhooks, by their ids. However many a webhook has made, only so many of them
 * are looked at.
 */
export async function latestDeliveries(
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, LatestDeliveries>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<(LatestDeliveries & { id: string })[]>`
    SELECT w.id, d.at, d.tried, d.failed
      FROM unnest(${ids}::uuid[]) AS w(id)
     CROSS JOIN LATERAL (
       SELECT max(created_at) AS at,
              (count(*) FILTER (WHERE status = 'delivered' OR last_error IS NOT NULL))::int AS tried,
              (count(*) FILTER (WHERE last_error IS NOT NULL))::int AS failed
         FROM (SELECT created_at, status, last_error
                 FROM deliveries
                WHERE organization_id = ${organizationId}::uuid AND webhook_id = w.id AND NOT test
                ORDER BY created_at DESC, id DESC
                LIMIT ${LATEST}) AS latest
     ) AS d`;
  return new Map(rows.map(({ id, ...latest }) => [id, latest]));
}
