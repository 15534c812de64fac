import type { Actor } from "@/lib/access/actor";
import { change, type Recorder } from "@/lib/change";
import { db, type Tx } from "@/lib/db";
import { noteEndsOf } from "./note-ends";
import { manages } from "./permission";
import { findKey, findKeyLocked, lockKey, reportKey } from "./rows";
import type { RevokeKey } from "./schema";
import { isLiving, LIFETIME_COLUMNS, statusOf } from "./status";
import { tellOfKey } from "./tell";
import { KEY_COLUMNS, type KeyRow, type KeyView, viewOf } from "./view";

/** A revoked key, with the keys that it made, that still live, and that the actor manages. */
export type RevokedKey = KeyView & { descendants: { id: string; name: string }[] };

/** The living keys of the actor that these keys made, at any depth, without these: what revoking them would leave behind. */
export async function descendantsOf(
  actor: Actor,
  ids: string[],
  now: Date,
): Promise<RevokedKey["descendants"]> {
  await Promise.all(ids.map((id) => findKey(db(), actor, id)));
  const made = await livingDescendants(db(), actor, ids, now);
  return [...new Map(made.map((key) => [key.id, key])).values()].filter(({ id }) => !ids.includes(id));
}

/**
 * Ends a key for good; the row stays for the record. Again changes nothing. Lists the living keys that it made, at
 * any depth, and revokes them in the same transaction where asked to.
 */
export async function revokeKey(actor: Actor, id: string, how: RevokeKey, now: Date): Promise<RevokedKey> {
  return change(actor, async (tx, record) => {
    const before = await findKeyLocked(tx, actor, id);
    const row = await revokeRow(tx, record, actor, before, how.reason, now);
    if (how.descendants) await revokeDescendants(tx, record, actor, id, how.reason, now);
    const descendants = await livingDescendants(tx, actor, [id], now);
    return { ...viewOf(row, now), descendants };
  });
}

/**
 * Ends several keys in one transaction, with what they made where asked to: all of them, or none where one is not the
 * actor's. Returns how many keys are ended, what they made included.
 */
export async function revokeKeys(actor: Actor, ids: string[], how: RevokeKey, now: Date): Promise<number> {
  return change(actor, async (tx, record) => {
    const ended = new Set<string>();
    // In one order, so that two such calls cannot wait for each other.
    for (const id of [...new Set(ids)].sort()) {
      await revokeRow(tx, record, actor, await findKeyLocked(tx, actor, id), how.reason, now);
      ended.add(id);
      if (!how.descendants) continue;
      for (const made of await revokeDescendants(tx, record, actor, id, how.reason, now)) ended.add(made);
    }
    return ended.size;
  });
}

/**
 * Until none is left: a descendant may make another up to the moment in which its own row is locked. Returns the ids of
 * what it revoked.
 */
async function revokeDescendants(
  tx: Tx,
  record: Recorder,
  actor: Actor,
  id: string,
  reason: string | null,
  now: Date,
): Promise<string[]> {
  const { organizationId } = actor;
  const ended: string[] = [];
  for (;;) {
    const living = await livingDescendants(tx, actor, [id], now);
    if (living.length === 0) return ended;
    for (const child of living) {
      ended.push(child.id);
      await revokeRow(tx, record, actor, await lockKey(tx, organizationId, child.id), reason, now);
    }
  }
}

/** Within a transaction: ends a key whose row is locked, for good. Again changes nothing. Returns it as it is then. */
export async function revokeRow(
  tx: Tx,
  record: Recorder,
  actor: Actor,
  before: KeyRow,
  reason: string | null,
  now: Date,
): Promise<KeyRow> {
  if (before.revoked_at !== null) return before;
  // Once it is revoked nobody looks for the end that it had by itself.
  if (statusOf(before, now) === "expired") await noteEndsOf(actor.organizationId, [before.id], now);
  const row = await tx.apiKey.update({
    where: { id: before.id, organization_id: actor.organizationId },
    data: { revoked_at: now, revoked_reason: reason, revoked_by_id: actor.ownerId },
    select: KEY_COLUMNS,
  });
  record.stale("key", row.id);
  record.audit("api_key.revoked", "api_key", row.id, { reason });
  reportKey(record, "api_key.revoked", row, now);
  await tellOfKey({ tx, record, actor }, "key.revoked", row, { reason });
  return row;
}

/** A key that rotated somebody else's made one of theirs: what follows from that one is followed, and not told. */
async function livingDescendants(tx: Tx, actor: Actor, ids: string[], now: Date) {
  const found: { id: string; name: string }[] = [];
  for (let parents = ids; parents.length > 0; ) {
    const children = await tx.apiKey.findMany({
      where: { organization_id: actor.organizationId, created_by_key_id: { in: parents } },
      select: { id: true, name: true, owner_id: true, ...LIFETIME_COLUMNS },
      orderBy: { id: "asc" },
    });
    for (const child of children) {
      const { id, name, owner_id } = child;
      if (isLiving(statusOf(child, now)) && manages(actor, owner_id)) found.push({ id, name });
    }
    parents = children.map((child) => child.id);
  }
  return found;
}
