import { type Actor, requireFreshProof } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, type Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { lockPolicy, requirePolicy } from "./lock-policy";
import { managedBy, requireGrantable, requireWithinBounds } from "./permission";
import { findKey, insertKey, reportKey } from "./rows";
import { type GenerateKey, MAX_LIVING_KEYS } from "./schema";
import { livingFilter } from "./status-filter";
import { tellOfKey } from "./tell";
import { type KeyView, viewOf } from "./view";

/** A key that was just made, with the secret that is never available again. */
export type MintedKey = KeyView & { key: string };

/** One key that the actor manages. Throws not_found for any other. */
export async function getKey(actor: Actor, id: string, now: Date): Promise<KeyView> {
  return viewOf(await findKey(db(), actor, id), now);
}

/**
 * Makes a key owned by the person in whose name the actor acts. What is not given of expiry, addresses and limit is as
 * with a managing key itself. Throws 403 where it would exceed actor or owner, 422 for an expiry that is past and for
 * what the organization's policy forbids, 409 at its limit of living keys.
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
  requireFreshProof(actor, now);
  const { expiresAt = null, allowedIps = [], rateLimit = null } = actor.bounds ?? {};
  const expires_at = input.expires_at === undefined ? expiresAt : input.expires_at;
  if (expires_at !== null && expires_at <= now)
    throw invalid("expires_at", "expires_at must be in the future");
  const allowed_ips = input.allowed_ips === undefined ? [...allowedIps] : (input.allowed_ips ?? []);
  const rate_limit = input.rate_limit === undefined ? rateLimit : input.rate_limit;
  requireWithinBounds(actor, { expiresAt: expires_at, allowedIps: allowed_ips, rateLimit: rate_limit });

  return change(actor, async (tx, record) => {
    const policy = await lockPolicy(tx, actor.organizationId);
    await requireRoomForOneMore(tx, actor.organizationId, now);
    const owner = await tx.user.findFirst({
      where: { id: ownerId, organization_id: actor.organizationId, disabled_at: null },
      select: { role: true },
    });
    if (owner === null) throw new AppError("not_found", "Owner not found");
    requireGrantable(actor, owner.role, input.scopes);
    const { name, description, scopes, on_leak } = input;
    requirePolicy(policy, { created_at: now, end: expires_at, scopes, allowed_ips });
    const fields = { name, description, scopes, expires_at, allowed_ips, rate_limit, on_leak };
    const { row, key } = await insertKey(tx, actor, ownerId, fields, now);
    record.audit("api_key.created", "api_key", row.id, {
      name: row.name,
      scopes: row.scopes,
      expires_at: expires_at?.toISOString() ?? null,
      allowed_ips,
      rate_limit,
      on_leak: row.on_leak,
      owner_id: ownerId,
    });
    const until = { expires_at: expires_at?.toISOString() ?? null };
    await tellOfKey({ tx, record, actor }, "key.created", row, until);
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
    if (count === 0) return;
    record.stale("key", id);
    record.audit("api_key.shown", "api_key", id);
  });
}

/** To be called with the organization locked. */
async function requireRoomForOneMore(tx: Tx, organizationId: string, now: Date): Promise<void> {
  const count = await tx.apiKey.count({ where: { organization_id: organizationId, ...livingFilter(now) } });
  if (count >= MAX_LIVING_KEYS) {
    throw new AppError("conflict", `An organization can have at most ${MAX_LIVING_KEYS} living API keys`);
  }
}
