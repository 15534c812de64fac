import type { VerifiedKey } from "@/lib/api-keys/verify";
import type { Chore } from "@/lib/chores";
import { db, type Prisma, type Tx } from "@/lib/db";

const HOUR_MS = 3_600_000;
/** How long an answer is replayed. */
const KEPT_MS = 24 * HOUR_MS;
/** How long one that shows a secret is. */
export const SEALED_MS = 10 * 60_000;

const SWEEP_ROWS = 1_000;

/** The record of an earlier request of the same name, or null where there is none that still counts. */
export async function findRecord(tx: Tx, key: Owner, id: Uint8Array<ArrayBuffer>, now: Date) {
  const living = { gt: new Date(now.getTime() - KEPT_MS) };
  return tx.idempotencyRecord.findFirst({
    where: { id, organization_id: key.organizationId, created_at: living },
  });
}

type Owner = Pick<VerifiedKey, "id" | "organizationId">;
type NewRecord = Omit<Prisma.IdempotencyRecordUncheckedCreateInput, "organization_id" | "api_key_id">;

/** Keeps the record of a request, in place of one of the same name that no longer counts. */
export async function keepRecord(tx: Tx, key: Owner, record: NewRecord): Promise<void> {
  const { id: api_key_id, organizationId: organization_id } = key;
  await tx.idempotencyRecord.deleteMany({ where: { id: record.id, organization_id } });
  await tx.idempotencyRecord.create({ data: { ...record, api_key_id, organization_id } });
}

/** Removes what is over, in small portions. */
export const idempotencySweep: Chore = { name: "idempotency.sweep", every: 60_000, run: sweepRecords };

/** Removes records that no longer count, and the answers that were to be replayed for a short time only. */
export async function sweepRecords(now: Date): Promise<void> {
  const records = db().idempotencyRecord;
  const over = { lte: new Date(now.getTime() - KEPT_MS) };
  await records.deleteMany({ where: { created_at: over }, limit: SWEEP_ROWS });
  await records.updateMany({
    where: { sealed_until: { lte: now }, answer: { not: null } },
    data: { answer: null },
    limit: SWEEP_ROWS,
  });
}
