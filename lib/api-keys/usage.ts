import { db } from "@/lib/db";
import { once } from "@/lib/once";

/** How long a use may wait in memory before it is written. */
const FLUSH_MS = 1_000;
/** How many keys' uses may wait; beyond it the least recent is forgotten rather than memory spent. */
const MAX_WAITING = 100_000;

type Use = { at: Date; address: string | null };

const waiting = () =>
  once("usage", () => ({ uses: new Map<string, Use>(), timer: null as NodeJS.Timeout | null }));

/** Notes that a key was used. Touches memory only; a slow or absent database never delays the caller. */
export function recordUse(keyId: string, at: Date, address: string | null): void {
  const buffer = waiting();
  buffer.uses.delete(keyId);
  buffer.uses.set(keyId, { at, address });
  if (buffer.uses.size > MAX_WAITING) buffer.uses.delete(buffer.uses.keys().next().value as string);
  buffer.timer ??= setTimeout(() => void flushUses().catch(() => {}), FLUSH_MS).unref();
}

/**
 * Writes what waits, in one statement for all keys, only ever forward in time. What cannot be written waits for the
 * next flush. Called by a timer and once more at shutdown. Throws what the database throws.
 */
export async function flushUses(): Promise<void> {
  const buffer = waiting();
  if (buffer.timer) clearTimeout(buffer.timer);
  buffer.timer = null;
  const uses = [...buffer.uses];
  if (uses.length === 0) return;
  buffer.uses.clear();
  const ids = uses.map(([id]) => id);
  const times = uses.map(([, use]) => use.at);
  const addresses = uses.map(([, use]) => use.address);
  try {
    await db().$executeRaw`
      UPDATE api_keys k SET last_used_at = u.at, last_used_ip = u.address
        FROM unnest(${ids}::uuid[], ${times}::timestamptz[], ${addresses}::text[]) AS u(id, at, address)
       WHERE k.id = u.id AND (k.last_used_at IS NULL OR k.last_used_at < u.at)`;
  } catch (error) {
    for (const [id, use] of uses) if (!buffer.uses.has(id)) buffer.uses.set(id, use);
    buffer.timer ??= setTimeout(() => void flushUses().catch(() => {}), FLUSH_MS).unref();
    throw error;
  }
}
