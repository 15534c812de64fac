import { BROAD_SCOPES } from "@/lib/access/scopes";
import { FEWEST_BITS, LEEWAY_MS } from "@/lib/api-keys/policy";
import { DAY_MS, EXPIRING_DAYS } from "@/lib/api-keys/status";
import { sql } from "@/lib/db";
import { firstDay } from "@/lib/usage/window";
import { DEAD_DAYS, IDLE_DAYS } from "./findings";
import type { Policy } from "./schema";

/**
 * The SQL twin of brokenRules, over the living keys of an organization: for each its id, `rules` (those that it breaks,
 * and `idle_days` where that rule would find it idle) and `findings`, with the instants that they rest on. The old half
 * of a rotation ends by itself, so that nothing but a leak is of interest.
 */
export function judgedKeys(organizationId: string, policy: Policy, now: Date) {
  const { max_days, expiry_required, no_broad_scopes, addresses_required, idle_days } = policy;
  const soon = new Date(now.getTime() + EXPIRING_DAYS * DAY_MS);
  const lifeMs = max_days === null ? null : max_days * DAY_MS + LEEWAY_MS;
  return sql`
    SELECT f.*, array_remove(ARRAY[
             CASE WHEN f.leaked_at IS NOT NULL THEN 'leaked' END,
             CASE WHEN f.is_current AND f.is_known THEN 'former_member' END,
             CASE WHEN f.is_current AND f.rules <> '{}' AND f.rules <> '{idle_days}' THEN 'against_policy' END,
             CASE WHEN f.is_current AND f.enabled AND f.ends <= ${soon} THEN 'expiring' END,
             CASE WHEN f.is_current AND f.is_broad THEN 'broad_scopes' END,
             CASE WHEN f.ends IS NULL THEN 'without_expiry' END,
             CASE WHEN f.is_current AND f.enabled
                   AND f.idle_since <= ${now}::timestamptz - ${IDLE_DAYS}::int * interval '24 hours' THEN 'idle' END
           ], NULL) AS findings
      FROM (
        SELECT j.*, CASE WHEN j.is_current THEN array_remove(ARRAY[
                 CASE WHEN ${lifeMs}::float8 IS NOT NULL
                       AND coalesce(j.ends > j.created_at + ${lifeMs}::float8 * interval '1 millisecond', true)
                      THEN 'max_days' END,
                 CASE WHEN ${expiry_required} AND j.ends IS NULL THEN 'expiry_required' END,
                 CASE WHEN ${no_broad_scopes} AND j.is_broad THEN 'no_broad_scopes' END,
                 CASE WHEN ${addresses_required} AND (j.allowed_ips = '{}' OR EXISTS (
                        SELECT FROM unnest(j.allowed_ips) AS b (block)
                         WHERE masklen(block::inet) < CASE family(block::inet)
                               WHEN 4 THEN ${FEWEST_BITS.ipv4}::int ELSE ${FEWEST_BITS.ipv6}::int END))
                      THEN 'addresses_required' END,
                 CASE WHEN j.enabled
                       AND j.idle_since <= ${now}::timestamptz - ${idle_days}::int * interval '24 hours'
                      THEN 'idle_days' END
               ], NULL) ELSE '{}' END AS rules
          FROM (
            SELECT k.id, k.created_at, k.enabled, k.leaked_at, k.allowed_ips,
                   least(k.expires_at, k.ends_at) AS ends,
                   greatest(k.last_used_at, k.created_at, k.enabled_at) AS idle_since,
                   k.scopes && ${[...BROAD_SCOPES]}::text[] AS is_broad,
                   (c.disabled_at IS NOT NULL OR h.disabled_at IS NOT NULL) AS is_known,
                   NOT EXISTS (SELECT 1 FROM api_keys s
                                WHERE s.organization_id = k.organization_id AND s.rotated_from_id = k.id) AS is_current
              FROM api_keys k
              JOIN users c ON c.organization_id = k.organization_id AND c.id = k.created_by_id
              LEFT JOIN users h ON h.organization_id = k.organization_id AND h.id = k.handed_over_from_id
             WHERE k.organization_id = ${organizationId}::uuid AND k.revoked_at IS NULL
               AND coalesce(least(k.expires_at, k.ends_at) > ${now}, true)
          ) j
      ) f`;
}

/** The dead keys of an organization that somebody called lately, and not seen yet: of each its id, the `calls` and when it was `last_seen`. */
export function calledDeadKeys(organizationId: string, now: Date) {
  return sql`
    SELECT k.id, sum(a.calls)::float8 AS calls, max(a.last_seen) AS last_seen
      FROM key_addresses a
      JOIN api_keys k ON k.organization_id = a.organization_id AND k.id = a.key_id
      JOIN users o ON o.organization_id = k.organization_id AND o.id = k.owner_id
     WHERE a.organization_id = ${organizationId}::uuid AND a.dead AND a.date >= ${firstDay(DEAD_DAYS, now)}::date
       AND (k.revoked_at IS NOT NULL OR NOT k.enabled OR o.disabled_at IS NOT NULL
         OR least(k.expires_at, k.ends_at) <= ${now})
     GROUP BY k.id
    HAVING max(a.last_seen) > coalesce(k.dead_calls_seen_at, '-infinity')`;
}
