import { type Actor, mayGrant } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scopes";
import { change } from "@/lib/change";
import { db, lockRow, type Prisma, type Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { managedBy, requireGrantable, requireNoLaterEnd } from "./permission";
import { findKey, findKeyLocked, reportKey } from "./rows";
import { type ChangeKey, type GenerateKey, MAX_LIVING_KEYS } from "./schema";
import { diesAt, isLiving, statusOf } from "./status";
import { statusFilter } from "./status-filter";
import { mint } from "./token";
import { KEY_COLUMNS, type KeyRow, type KeyView, viewOf } from "./view";

/** A key that was just made, with the secret that is never available again. */
export type MintedKey = KeyView & { key: string };

/** One key that the actor manages. Throws not_found for any other. */
export async function getKey(actor: Actor, id: string, now: Date): Promise<KeyView> {
  return viewOf(await findKey(db(), actor, id), now);
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
    return { ...reportKey(record, "api_key.created", row, now), key };
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
    const before = await findKeyLocked(tx, actor, id);
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
