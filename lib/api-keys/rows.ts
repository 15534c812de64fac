import type { Actor } from "@/lib/access/actor";
import type { Recorder } from "@/lib/change";
import { lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { managedBy } from "./permission";
import { KEY_COLUMNS, type KeyRow, type KeyView, viewOf } from "./view";

/** One key that the actor manages, as it is stored. Throws not_found for any other. */
export async function findKey(tx: Tx, actor: Actor, id: string): Promise<KeyRow> {
  const row = await tx.apiKey.findFirst({ where: { AND: [managedBy(actor), { id }] }, select: KEY_COLUMNS });
  if (row === null) throw new AppError("not_found", "API key not found");
  return row;
}

/** The same, locked until the transaction ends. */
export async function findKeyLocked(tx: Tx, actor: Actor, id: string): Promise<KeyRow> {
  await lockRow(tx, "api_keys", actor.organizationId, id);
  return findKey(tx, actor, id);
}

/** A key of an organization, locked until the transaction ends, whoever manages it. */
export async function lockKey(tx: Tx, organizationId: string, id: string): Promise<KeyRow> {
  await lockRow(tx, "api_keys", organizationId, id);
  return tx.apiKey.findFirstOrThrow({ where: { id, organization_id: organizationId }, select: KEY_COLUMNS });
}

/** Reports a key's new state to subscribers, and returns it. */
export function reportKey(
  record: Recorder,
  type: "api_key.created" | "api_key.rotated" | "api_key.revoked",
  row: KeyRow,
  now: Date,
): KeyView {
  const { shown_at: _, ...view } = viewOf(row, now);
  record.event(type, JSON.parse(JSON.stringify(view)));
  return viewOf(row, now);
}
