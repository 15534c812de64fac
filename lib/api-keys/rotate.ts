import { type Actor, type KeyBounds, requireFreshProof } from "@/lib/access/actor";
import { cutScopes } from "@/lib/access/cut-scopes";
import { change } from "@/lib/change";
import { db, type Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { lockPolicy } from "./lock-policy";
import { requireGrantable, requireWithinBounds } from "./permission";
import { endFault, type KeyPolicy, lastEnd } from "./policy";
import { findKey, findKeyLocked, insertKey, reportKey } from "./rows";
import { LAST_INSTANT, MIN_OWN_GRACE_SECONDS, type RotateKey } from "./schema";
import type { MintedKey } from "./service";
import { diesAt, isUsable, statusOf } from "./status";
import { livingFilter } from "./status-filter";
import { noticedKey, tellOfKey } from "./tell";
import type { KeyRow } from "./view";

/**
 * Makes the key that takes over from another: the same owner, name and restrictions, and the scopes that the old one
 * really has now. The old one works on for the grace period and then ends; without one it ends as the new one begins.
 * Without an end given, the new key lives as long as the old one was given, and no longer than what a rotating key is
 * bound by and the organization's policy allows; the policy's other rules never keep a key from being rotated. Throws
 * 403 where the new key would exceed actor or owner, `proof_required` for a person who proved too long ago who they are,
 * 422 for an end that is past or against the policy, 409 for a key that is dead, disabled, about to end or already
 * rotated, or whose own predecessor still works.
 */
export async function rotateKey(actor: Actor, id: string, how: RotateKey, now: Date): Promise<MintedKey> {
  requireFreshProof(actor, now);
  requireOwnGrace(actor, id, how);
  return change(actor, async (tx, record) => {
    const policy = await lockPolicy(tx, actor.organizationId);
    const old = await findKeyLocked(tx, actor, id);
    requireRotatable(old, now);
    await requireNoPredecessor(tx, old, actor.organizationId, now);
    const scopes = cutScopes(old.scopes, old.owner.role);
    if (scopes.length === 0)
      throw new AppError("conflict", "The API key's owner may do nothing of what it was given");
    requireGrantable(actor, old.owner.role, scopes);
    // What verification remembers of a key that rotates itself may have been narrowed since.
    const bound = isItself(actor, id) ? { ...actor, bounds: boundsOf(old) } : actor;
    const expires_at =
      how.expires_at === undefined
        ? endAgain(bound, policy, old, now)
        : givenEnd(how.expires_at, policy, now);
    const { allowed_ips, rate_limit } = old;
    requireWithinBounds(bound, { expiresAt: expires_at, allowedIps: allowed_ips, rateLimit: rate_limit });

    const { name, description, on_leak } = old;
    const restrictions = { expires_at, allowed_ips, rate_limit, on_leak };
    const knowers = isItself(actor, id) ? await knowersOf(tx, actor.organizationId, id) : {};
    const fields = { name, description, scopes, ...restrictions, ...knowers, rotated_from_id: id };
    const { row, key } = await insertKey(tx, actor, old.owner.id, fields, now);
    const ends_at = new Date(now.getTime() + how.grace_period_seconds * 1_000);
    await tx.apiKey.update({ where: { id, organization_id: actor.organizationId }, data: { ends_at } });
    record.stale("key", id);
    record.audit("api_key.rotated", "api_key", id, {
      rotated_to: row.id,
      grace_period_seconds: how.grace_period_seconds,
      ends_at: ends_at.toISOString(),
    });
    record.audit("api_key.created", "api_key", row.id, {
      name: row.name,
      scopes,
      expires_at: expires_at?.toISOString() ?? null,
      owner_id: old.owner.id,
      rotated_from: id,
    });
    const kind = isItself(actor, id) ? "key.rotated_itself" : "key.rotated";
    const handover = { old: noticedKey(old), ends_at: ends_at.toISOString() };
    await tellOfKey({ tx, record, actor }, kind, row, handover);
    return { ...reportKey(record, "api_key.rotated", row, now), key };
  });
}

/**
 * The end of the key that this one took over from, where that still works: until then this one cannot be rotated. Null
 * where nothing is in the way.
 */
export async function predecessorEnd(actor: Actor, id: string, now: Date): Promise<Date | null> {
  const predecessor = await livingPredecessor(
    db(),
    await findKey(db(), actor, id),
    actor.organizationId,
    now,
  );
  return predecessor && diesAt(predecessor);
}

/** Who knows the secret of a key, and so that of the key by which it replaces itself. */
function knowersOf(tx: Tx, organization_id: string, id: string) {
  return tx.apiKey.findFirstOrThrow({
    where: { id, organization_id },
    select: { created_by_id: true, handed_over_from_id: true },
  });
}

/** By whatever path a key rotates itself, it works on until its successor is in place. */
function requireOwnGrace(actor: Actor, id: string, { grace_period_seconds }: RotateKey): void {
  if (isItself(actor, id) && grace_period_seconds < MIN_OWN_GRACE_SECONDS) {
    throw invalid(
      "grace_period_seconds",
      `grace_period_seconds must be at least ${MIN_OWN_GRACE_SECONDS} where a key rotates itself`,
    );
  }
}

function isItself(actor: Actor, id: string): boolean {
  return actor.kind === "key" && actor.id === id;
}

function boundsOf(key: KeyRow): KeyBounds {
  return { expiresAt: diesAt(key), allowedIps: key.allowed_ips, rateLimit: key.rate_limit };
}

function requireRotatable(key: KeyRow, now: Date): void {
  const status = statusOf(key, now);
  if (!isUsable(status)) throw new AppError("conflict", `The API key is ${status}`);
  if (key.rotated_to !== null) throw new AppError("conflict", "The API key was rotated already");
  if (key.ends_at !== null) throw new AppError("conflict", "The API key is about to end");
}

/** A chain has two living links at most, so that it is always clear which key takes over from which. */
async function requireNoPredecessor(tx: Tx, key: KeyRow, organization_id: string, now: Date): Promise<void> {
  if ((await livingPredecessor(tx, key, organization_id, now)) !== null)
    throw new AppError("conflict", "The API key that this one took over from still works");
}

async function livingPredecessor(tx: Tx, key: KeyRow, organization_id: string, now: Date) {
  if (key.rotated_from_id === null) return null;
  return tx.apiKey.findFirst({
    where: { id: key.rotated_from_id, organization_id, ...livingFilter(now) },
    select: { expires_at: true, ends_at: true },
  });
}

function givenEnd(end: Date | null, policy: KeyPolicy, now: Date): Date | null {
  if (end !== null && end <= now) throw invalid("expires_at", "expires_at must be in the future");
  const fault = endFault(policy, { created_at: now, end });
  if (fault) throw invalid("expires_at", fault.message);
  return end;
}

function endAgain({ bounds }: Actor, policy: KeyPolicy, old: KeyRow, now: Date): Date | null {
  const lifetime = old.expires_at && old.expires_at.getTime() - old.created_at.getTime();
  const again = lifetime ? new Date(now.getTime() + lifetime) : null;
  const ends = [again, bounds?.expiresAt ?? null, lastEnd(policy, now)].filter((end) => end !== null);
  return ends.length === 0 ? null : new Date(Math.min(...ends.map(Number), Number(LAST_INSTANT)));
}
