import type { Actor } from "@/lib/access/actor";
import { managedBy } from "@/lib/api-keys/permission";
import { descendantsOf } from "@/lib/api-keys/revoke";
import { LIFETIME_COLUMNS, statusOf } from "@/lib/api-keys/status";
import { db } from "@/lib/db";
import type { MadeKey } from "./evidence";
import { latestUse } from "./last-use";

/**
 * The living keys that a key made, at any depth: the `limit` that were used last, and how many `others` there are.
 * Throws not_found for a key that the actor does not manage.
 */
export async function madeKeysOf(
  actor: Actor,
  id: string,
  limit: number,
  now: Date,
): Promise<{ rows: MadeKey[]; others: number }> {
  const made = await descendantsOf(actor, [id], now);
  if (made.length === 0) return { rows: [], others: 0 };
  const keys = await db().apiKey.findMany({
    where: { AND: [managedBy(actor), { id: { in: made.map(({ id }) => id) } }] },
    select: {
      id: true,
      name: true,
      key_prefix: true,
      last_four: true,
      last_used_at: true,
      last_used_ip: true,
      ...LIFETIME_COLUMNS,
    },
    orderBy: [{ last_used_at: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: limit,
  });
  const rows = keys.map((key) => {
    const { id, name, key_prefix, last_four } = key;
    return { id, name, key_prefix, last_four, status: statusOf(key, now), ...latestUse(key) };
  });
  return { rows, others: made.length - rows.length };
}
