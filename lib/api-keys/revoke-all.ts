import type { Actor } from "@/lib/access/actor";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";
import { reportKey } from "./rows";
import type { KeyRow } from "./view";

/**
 * Within a transaction: ends locked, living keys for good, however many in the same number of statements. Tells nobody:
 * whoever ends several says so once.
 */
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
