import type { Actor } from "@/lib/access/actor";
import { DAY_MS } from "@/lib/api-keys/status";
import type { KeyRow } from "@/lib/api-keys/view";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";

/** Gives locked, living keys one more day, unless they end sooner anyway. */
export async function endSoon(
  tx: Tx,
  record: Recorder,
  { organizationId: organization_id }: Actor,
  rows: readonly KeyRow[],
  now: Date,
): Promise<void> {
  const ends_at = dayFrom(now);
  const longer = rows.filter((row) => row.ends_at === null || row.ends_at > ends_at);
  if (longer.length === 0) return;
  await tx.apiKey.updateMany({
    where: { organization_id, id: { in: longer.map(({ id }) => id) } },
    data: { ends_at },
  });
  for (const { id, ends_at: from } of longer) {
    record.stale("key", id);
    record.audit("api_key.changed", "api_key", id, {
      ends_at: { from: from?.toISOString() ?? null, to: ends_at.toISOString() },
    });
  }
}

/** A day after an instant. */
export function dayFrom(now: Date): Date {
  return new Date(now.getTime() + DAY_MS);
}
