import { livingFilter } from "@/lib/api-keys/status-filter";
import { KEY_COLUMNS, type KeyRow } from "@/lib/api-keys/view";
import { lockRows, type Tx } from "@/lib/db";

/**
 * Within a transaction that holds the organization's row: all living keys of a person, their rows locked, in the order
 * of their making. From then on there can be no other: whoever makes one, by a rotation too, needs the organization's row
 * or that of the key that it takes over from.
 */
export async function lockLivingKeys(
  tx: Tx,
  organization_id: string,
  owner_id: string,
  now: Date,
): Promise<KeyRow[]> {
  const where = { organization_id, owner_id, ...livingFilter(now) };
  const locked = new Set<string>();
  for (;;) {
    const rows = await tx.apiKey.findMany({ where, orderBy: { id: "asc" }, select: KEY_COLUMNS });
    const others = rows.map(({ id }) => id).filter((id) => !locked.has(id));
    // Read again after the wait: what a rotation that was under way made is among them then.
    if (others.length === 0) return rows;
    await lockRows(tx, "api_keys", organization_id, others);
    for (const id of others) locked.add(id);
  }
}
