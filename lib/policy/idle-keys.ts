import type { Actor } from "@/lib/access/actor";
import { managedBy } from "@/lib/api-keys/permission";
import { DAY_MS } from "@/lib/api-keys/status";
import { db, sql, type Tx } from "@/lib/db";
import { WARNING_DAYS } from "./schema";

/** A key to be warned of, or to be disabled. */
export type Stage = "warn" | "disable";

export type IdleKey = {
  id: string;
  organization_id: string;
  idle_days: number;
  /** The latest of its last use, its making, its enabling and the rule's beginning. */
  since: Date;
  /** Under which name its owner is told: another since another use. */
  once: string;
};

const AT_ONCE = 200;
type Which = { ids?: string[] | null; after?: string | null };

/**
 * Enabled, living keys of all organizations that disable idle ones, so many at once, by id: those whose owner (the
 * admins, where that one is disabled) is to be warned, or those that may be disabled at an instant.
 */
export async function idleKeys(tx: Tx, stage: Stage, now: Date, which: Which): Promise<IdleKey[]> {
  const warned = new Date(now.getTime() - WARNING_DAYS * DAY_MS);
  const yesterday = new Date(now.getTime() - DAY_MS);
  return tx.$queryRaw<IdleKey[]>`
    SELECT id, organization_id, idle_days, since, once
      FROM (${unusedKeys(now, which)}) AS k
     WHERE CASE ${stage}::text
             WHEN 'warn' THEN warns_at <= ${now} AND told = 0
             ELSE idle_at <= ${now} AND delivered <= ${warned}
              AND NOT EXISTS (SELECT 1 FROM usage_writers f WHERE f.failed_at > ${yesterday})
           END
     ORDER BY id LIMIT ${AT_ONCE}`;
}

/** Of these keys, those that the actor manages and that are about to be disabled, each with the earliest instant of that. */
export async function disablings(actor: Actor, ids: string[], now: Date): Promise<Map<string, Date>> {
  const managed = await db().apiKey.findMany({
    where: { AND: [managedBy(actor), { id: { in: ids } }] },
    select: { id: true },
  });
  const rows = await db().$queryRaw<{ id: string; at: Date }[]>`
    SELECT id, greatest(idle_at, coalesce(delivered, ${now}::timestamptz) + ${WARNING_DAYS}::int * interval '24 hours') AS at
      FROM (${unusedKeys(now, { ids: managed.map(({ id }) => id) })}) AS k
     WHERE warns_at <= ${now}`;
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** The keys that the rule watches: since when each is unused, when its owner is warned, and whether that was done. */
function unusedKeys(now: Date, { ids = null, after = null }: Which) {
  return sql`
    SELECT k.*, w.told, w.delivered,
           k.since + (k.idle_days - ${WARNING_DAYS}::int) * interval '24 hours' AS warns_at,
           k.since + k.idle_days * interval '24 hours' AS idle_at
      FROM (
        SELECT k.id, k.organization_id, k.owner_id, o.policy_idle_days AS idle_days, s.since,
               u.disabled_at IS NULL AS has_owner,
               'idle:' || k.id || ':' || (extract(epoch FROM s.since) * 1000)::bigint AS once
          FROM organizations o
          JOIN api_keys k ON k.organization_id = o.id
          JOIN users u ON u.organization_id = k.organization_id AND u.id = k.owner_id
         CROSS JOIN LATERAL (
           SELECT greatest(k.last_used_at, k.created_at, k.enabled_at, o.policy_idle_since) AS since
         ) s
         WHERE o.policy_idle_days IS NOT NULL AND k.enabled AND k.revoked_at IS NULL
           AND coalesce(least(k.expires_at, k.ends_at) > ${now}, true)
           AND (${ids}::uuid[] IS NULL OR k.id = ANY(${ids}::uuid[]))
           AND (${after}::uuid IS NULL OR k.id > ${after}::uuid)
      ) k
     CROSS JOIN LATERAL (
       SELECT count(*) AS told, min(n.delivered_at) AS delivered FROM notices n
        WHERE n.organization_id = k.organization_id AND n.subject_id = k.id AND n.once = k.once
          AND (n.user_id = k.owner_id) = k.has_owner
     ) w`;
}
