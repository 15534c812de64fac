import type { KeyRow } from "@/lib/api-keys/view";
import { db } from "@/lib/db";
import { once } from "@/lib/once";

/** Of how many keys the latest use is known; beyond it the least recent is forgotten rather than memory spent. */
const MAX_KEYS = 100_000;

type LastUsed = Pick<KeyRow, "last_used_at" | "last_used_ip">;
type Use = { at: Date; address: string | null };

const known = () =>
  once("last-use", () => ({
    latest: new Map<string, Use>(),
    /** Ids of the keys whose latest use is not written yet. */
    waiting: new Set<string>(),
  }));

/** Notes that a key was used. Touches memory only; a slow or absent database never delays the caller. */
export function recordUse(keyId: string, at: Date, address: string | null): void {
  const { latest, waiting } = known();
  // Calls end in another order than they began in.
  if ((latest.get(keyId)?.at ?? 0) >= at) return;
  latest.delete(keyId);
  latest.set(keyId, { at, address });
  waiting.add(keyId);
  if (latest.size > MAX_KEYS) forgetOldest();
}

/** When and from where a key was last used: as its row says, or later where that is known here. */
export function latestUse(row: LastUsed & { id: string }): LastUsed {
  const { last_used_at, last_used_ip } = row;
  const use = known().latest.get(row.id);
  if (use === undefined || (last_used_at ?? 0) >= use.at) return { last_used_at, last_used_ip };
  return { last_used_at: use.at, last_used_ip: use.address };
}

/**
 * Writes what waits, in one statement for all keys, only ever forward in time. What cannot be written, and what others
 * have locked just now, waits for the next flush: nobody waits for this, and this for nobody. Throws what the database
 * throws.
 * @returns whether all is written
 */
export async function flushUses(): Promise<boolean> {
  const { latest, waiting } = known();
  if (waiting.size === 0) return true;
  const ids = [...waiting];
  const uses = ids.map((id) => latest.get(id) as Use);
  waiting.clear();
  const times = uses.map(({ at }) => at);
  const addresses = uses.map(({ address }) => address);
  try {
    const locked = await db().$queryRaw<{ id: string }[]>`
      WITH newer AS (
        SELECT k.id, u.at, u.address
          FROM unnest(${ids}::uuid[], ${times}::timestamptz[], ${addresses}::text[]) AS u(id, at, address)
          JOIN api_keys k ON k.id = u.id AND (k.last_used_at IS NULL OR k.last_used_at < u.at)
      ), free AS (
        SELECT id FROM api_keys WHERE id IN (SELECT id FROM newer) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
      ), written AS (
        UPDATE api_keys k SET last_used_at = n.at, last_used_ip = n.address
          FROM newer n JOIN free USING (id)
         WHERE k.id = n.id AND (k.last_used_at IS NULL OR k.last_used_at < n.at) RETURNING k.id
      )
      SELECT id FROM newer WHERE id NOT IN (SELECT id FROM written)`;
    for (const { id } of locked) if (latest.has(id)) waiting.add(id);
    return locked.length === 0;
  } catch (error) {
    for (const id of ids) if (latest.has(id)) waiting.add(id);
    throw error;
  }
}

function forgetOldest(): void {
  const { latest, waiting } = known();
  const oldest = latest.keys().next().value as string;
  latest.delete(oldest);
  waiting.delete(oldest);
}
