import { type Actor, mayGrant } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scopes";
import { change, type Recorder } from "@/lib/change";
import { db, lockRow, type Prisma, type Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { managedBy, requireGrantable, requireNoLaterEnd } from "./permission";
import { type ChangeKey, type GenerateKey, MAX_LIVING_KEYS, type RevokeKey } from "./schema";
import { diesAt, isLiving, statusOf } from "./status";
import { statusFilter } from "./status-filter";
import { mint } from "./token";
import { KEY_COLUMNS, type KeyRow, type KeyView, viewOf } from "./view";

/** A key that was just made, with the secret that is never available again. */
export type MintedKey = KeyView & { key: string };

/** One key that the actor manages. Throws not_found for any other. */
export async function getKey(actor: Actor, id: string, now: Date): Promise<KeyView> {
  return viewOf(await find(db(), actor, id), now);
}

/**
 * Makes a key owned by the person in whose name the actor acts. Throws 403 where it would exceed actor or owner,
 * 422 for an expiry that is past, 409 at the organization's limit of living keys.
 */
export async function generateKey(actor: Actor, input: GenerateKey, now: Date): Promise<MintedKey> {
  if (actor.ownerId === null) throw new AppError("forbidden");
  return generateKeyFor(actor, actor.ownerId, input, now);
}

/** The same for a named owner of the actor's organization: for operators, who own nothing themselves. */
export async function generateKeyFor(
  actor: Actor,
  ownerId: string,
  input: GenerateKey,
  now: Date,
): Promise<MintedKey> {
  const expires_at = input.expires_at === undefined ? (actor.bounds?.expiresAt ?? null) : input.expires_at;
  if (expires_at !== null && expires_at <= now)
    throw invalid("expires_at", "expires_at must be in the future");
  requireNoLaterEnd(actor, expires_at);
  const { key, ...stored } = mint();

  return change(actor, async (tx, record) => {
    await requireRoomForOneMore(tx, actor.organizationId, now);
    const owner = await tx.user.findFirst({
      where: { id: ownerId, organization_id: actor.organizationId, disabled_at: null },
      select: { role: true },
    });
    if (owner === null) throw new AppError("not_found", "Owner not found");
    requireGrantable(actor, owner.role, input.scopes);
    const row = await tx.apiKey.create({
      data: {
        ...stored,
        organization_id: actor.organizationId,
        owner_id: ownerId,
        created_by_id: actor.ownerId ?? ownerId,
        created_by_key_id: actor.kind === "key" ? actor.id : null,
        name: input.name,
        description: input.description,
        scopes: input.scopes,
        expires_at,
        allowed_ips: [...(actor.bounds?.allowedIps ?? [])],
        rate_limit: actor.bounds?.rateLimit ?? null,
        // A browser confirms that it drew the secret; other callers have it with the answer.
        shown_at: actor.kind === "person" ? null : now,
        created_at: now,
      },
      select: KEY_COLUMNS,
    });
    record.audit("api_key.created", "api_key", row.id, {
      name: row.name,
      scopes: row.scopes,
      expires_at: expires_at?.toISOString() ?? null,
      owner_id: ownerId,
    });
    return { ...report(record, "api_key.created", row, now), key };
  });
}

/** Notes that the person who made a key has its secret on the screen. Only the maker can say so, and only once. */
export async function confirmShown(actor: Actor, id: string, now: Date): Promise<void> {
  await change(actor, async (tx, record) => {
    const { count } = await tx.apiKey.updateMany({
      where: { AND: [managedBy(actor), { id, shown_at: null, created_by_id: actor.ownerId ?? { in: [] } }] },
      data: { shown_at: now },
    });
    if (count > 0) record.audit("api_key.shown", "api_key", id);
  });
}

/**
 * Changes a key. The row is locked first, and widening judged against it. Throws 403 for a key that changes itself
 * beyond name and description or exceeds its own bounds, 409 for a dead key or one with an imposed end.
 */
export async function changeKey(actor: Actor, id: string, patch: ChangeKey, now: Date): Promise<KeyView> {
  return change(actor, async (tx, record) => {
    const before = await findLocked(tx, actor, id);
    requireChangeable(actor, before, patch, now);
    if (patch.scopes) {
      const added = patch.scopes.filter((scope) => !mayGrant(before.scopes as Scope[], scope));
      requireGrantable(actor, before.owner.role, added);
    }
    const row = await tx.apiKey.update({
      where: { id, organization_id: actor.organizationId },
      data: { ...patch, ...(patch.expires_at ? { expires_at: laterOf(patch.expires_at, now) } : {}) },
      select: KEY_COLUMNS,
    });
    record.stale("key", id);
    record.audit("api_key.changed", "api_key", id, differences(before, row, Object.keys(patch)));
    return viewOf(row, now);
  });
}

/** A revoked key, with the keys that it made and that still live. */
export type RevokedKey = KeyView & { descendants: { id: string; name: string }[] };

/** The living keys that a key made, at any depth: what revoking it would leave behind. */
export async function descendantsOf(actor: Actor, id: string, now: Date): Promise<RevokedKey["descendants"]> {
  await find(db(), actor, id);
  return livingDescendants(db(), actor.organizationId, id, now);
}

/**
 * Ends a key for good; the row stays for the record. Again changes nothing. Lists the living keys that it made, at
 * any depth, and revokes them in the same transaction where asked to.
 */
export async function revokeKey(actor: Actor, id: string, how: RevokeKey, now: Date): Promise<RevokedKey> {
  return change(actor, async (tx, record) => {
    const before = await findLocked(tx, actor, id);
    const row = await revokeRow(tx, record, actor, before, how.reason, now);
    if (how.descendants) await revokeDescendants(tx, record, actor, id, how.reason, now);
    const descendants = await livingDescendants(tx, actor.organizationId, id, now);
    return { ...viewOf(row, now), descendants };
  });
}

/**
 * Ends several keys in one transaction, with what they made where asked to: all of them, or none where one is not the
 * actor's. Returns how many are ended.
 */
export async function revokeKeys(actor: Actor, ids: string[], how: RevokeKey, now: Date): Promise<number> {
  return change(actor, async (tx, record) => {
    // In one order, so that two such calls cannot wait for each other.
    for (const id of [...new Set(ids)].sort()) {
      await revokeRow(tx, record, actor, await findLocked(tx, actor, id), how.reason, now);
      if (how.descendants) await revokeDescendants(tx, record, actor, id, how.reason, now);
    }
    return new Set(ids).size;
  });
}

/** Until none is left: a descendant may make another up to the moment in which its own row is locked. */
async function revokeDescendants(
  tx: Tx,
  record: Recorder,
  actor: Actor,
  id: string,
  reason: string | null,
  now: Date,
): Promise<void> {
  const { organizationId } = actor;
  for (;;) {
    const living = await livingDescendants(tx, organizationId, id, now);
    if (living.length === 0) return;
    for (const child of living) {
      await revokeRow(tx, record, actor, await lockedRow(tx, organizationId, child.id), reason, now);
    }
  }
}

async function revokeRow(
  tx: Tx,
  record: Recorder,
  actor: Actor,
  before: KeyRow,
  reason: string | null,
  now: Date,
): Promise<KeyRow> {
  if (before.revoked_at !== null) return before;
  const row = await tx.apiKey.update({
    where: { id: before.id, organization_id: actor.organizationId },
    data: { revoked_at: now, revoked_reason: reason, revoked_by_id: actor.ownerId },
    select: KEY_COLUMNS,
  });
  record.stale("key", row.id);
  record.audit("api_key.revoked", "api_key", row.id, { reason });
  report(record, "api_key.revoked", row, now);
  return row;
}

async function livingDescendants(tx: Tx, organizationId: string, id: string, now: Date) {
  const found: { id: string; name: string }[] = [];
  for (let parents = [id]; parents.length > 0; ) {
    const children = await tx.apiKey.findMany({
      where: { organization_id: organizationId, created_by_key_id: { in: parents } },
      select: { id: true, name: true, revoked_at: true, expires_at: true, ends_at: true, enabled: true },
      orderBy: { id: "asc" },
    });
    for (const child of children) {
      if (isLiving(statusOf(child, now))) found.push({ id: child.id, name: child.name });
    }
    parents = children.map((child) => child.id);
  }
  return found;
}

async function requireRoomForOneMore(tx: Tx, organizationId: string, now: Date): Promise<void> {
  await lockRow(tx, "organizations", organizationId, organizationId);
  const living = { revoked_at: null, NOT: { OR: [statusFilter("expired", now)] } };
  const count = await tx.apiKey.count({ where: { organization_id: organizationId, ...living } });
  if (count >= MAX_LIVING_KEYS) {
    throw new AppError("conflict", `An organization can have at most ${MAX_LIVING_KEYS} living API keys`);
  }
}

function requireChangeable(actor: Actor, key: KeyRow, patch: ChangeKey, now: Date): void {
  const touchesMore = Object.keys(patch).some((field) => field !== "name" && field !== "description");
  if (actor.kind === "key" && actor.id === key.id && touchesMore) throw new AppError("forbidden");
  const status = statusOf(key, now);
  if (!isLiving(status)) throw new AppError("conflict", `The API key is ${status}`);
  if (key.ends_at !== null && !onlyEndsEarlier(key, patch)) {
    throw new AppError("conflict", "The API key is about to end and takes only an earlier end");
  }
  requireNoLaterEnd(actor, patch.expires_at === undefined ? diesAt(key) : patch.expires_at);
}

function onlyEndsEarlier(key: KeyRow, patch: ChangeKey): boolean {
  const end = diesAt(key);
  const fields = Object.keys(patch);
  return (
    fields.every((field) => field === "expires_at") && !!patch.expires_at && !!end && patch.expires_at <= end
  );
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function differences(before: KeyRow, after: KeyRow, fields: string[]): Prisma.InputJsonObject {
  const plain = (row: KeyRow) => JSON.parse(JSON.stringify(row)) as Record<string, Prisma.InputJsonValue>;
  const [from, to] = [plain(before), plain(after)];
  const changed = fields.filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]));
  return Object.fromEntries(
    changed.map((field) => [field, { from: from[field] ?? null, to: to[field] ?? null }]),
  );
}

/** Reports a key's new state to subscribers, and returns it. */
function report(
  record: Recorder,
  type: "api_key.created" | "api_key.revoked",
  row: KeyRow,
  now: Date,
): KeyView {
  const { shown_at: _, ...view } = viewOf(row, now);
  record.event(type, JSON.parse(JSON.stringify(view)));
  return viewOf(row, now);
}

async function find(tx: Tx, actor: Actor, id: string): Promise<KeyRow> {
  const row = await tx.apiKey.findFirst({ where: { AND: [managedBy(actor), { id }] }, select: KEY_COLUMNS });
  if (row === null) throw new AppError("not_found", "API key not found");
  return row;
}

async function findLocked(tx: Tx, actor: Actor, id: string): Promise<KeyRow> {
  await lockRow(tx, "api_keys", actor.organizationId, id);
  return find(tx, actor, id);
}

async function lockedRow(tx: Tx, organizationId: string, id: string): Promise<KeyRow> {
  await lockRow(tx, "api_keys", organizationId, id);
  return tx.apiKey.findFirstOrThrow({ where: { id, organization_id: organizationId }, select: KEY_COLUMNS });
}
