import type { Actor } from "@/lib/access/actor";
import { reportKey } from "@/lib/api-keys/rows";
import { DAY_MS } from "@/lib/api-keys/status";
import type { KeyRow } from "@/lib/api-keys/view";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";

/** Ends locked, living keys for good. */
export async function revokeAll(
  tx: Tx,
  record: Recorder,
  { organizationId: organization_id, ownerId: revoked_by_id }: Actor,
  rows: readonly KeyRow[],
  reason: string,
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const change = { revoked_at: now, revoked_reason: reason };
  await tx.apiKey.updateMany({
    where: { organization_id, id: { in: rows.map(({ id }) => id) } },
    data: { ...change, revoked_by_id },
  });
  for (const row of rows) {
    record.stale("key", row.id);
    record.audit("api_key.revoked", "api_key", row.id, { reason });
    reportKey(record, "api_key.revoked", { ...row, ...change }, now);
  }
}

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
