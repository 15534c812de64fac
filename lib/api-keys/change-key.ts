import { type Actor, mayGrant, requireFreshProof } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scopes";
import { change, differences } from "@/lib/change";
import { AppError } from "@/lib/errors";
import { judged, lockPolicy, requirePolicy } from "./lock-policy";
import { loosens } from "./loosening";
import { isWithin, type Restrictions, requireGrantable, requireWithinBounds } from "./permission";
import { findKeyLocked } from "./rows";
import type { ChangeKey } from "./schema";
import { diesAt, isLiving, statusOf } from "./status";
import { KEY_COLUMNS, type KeyRow, type KeyView, viewOf } from "./view";

/**
 * Changes a key. The row is locked first, and widening judged against it. Throws 403 for a key that changes itself
 * beyond name and description, or sets or leaves of another what is beyond its own bounds (what only takes away may
 * leave it); `proof_required` for a person who loosens something long after they proved who they are, 422 for what
 * breaks the organization's policy anew, 409 for a dead key or one with an imposed end.
 */
export async function changeKey(actor: Actor, id: string, patch: ChangeKey, now: Date): Promise<KeyView> {
  return change(actor, async (tx, record) => {
    const policy = touchesPolicy(patch) ? await lockPolicy(tx, actor.organizationId) : null;
    const before = await findKeyLocked(tx, actor, id);
    requireChangeable(actor, before, patch, now);
    if (loosens(before, patch)) requireFreshProof(actor, now);
    if (patch.scopes) {
      const added = patch.scopes.filter((scope) => !mayGrant(before.scopes as Scope[], scope));
      requireGrantable(actor, before.owner.role, added);
    }
    const data = columnsOf(patch, before, now);
    if (policy) requirePolicy(policy, judged({ ...before, ...data }), judged(before));
    const row = await tx.apiKey.update({
      where: { id, organization_id: actor.organizationId },
      data,
      select: KEY_COLUMNS,
    });
    record.stale("key", id);
    record.audit("api_key.changed", "api_key", id, differences(before, row, Object.keys(patch)));
    return viewOf(row, now);
  });
}

function requireChangeable(actor: Actor, key: KeyRow, patch: ChangeKey, now: Date): void {
  const touchesMore = Object.keys(patch).some((field) => field !== "name" && field !== "description");
  if (actor.kind === "key" && actor.id === key.id && touchesMore) throw new AppError("forbidden");
  const status = statusOf(key, now);
  if (!isLiving(status)) throw new AppError("conflict", `The API key is ${status}`);
  if (key.ends_at !== null && !onlyEndsSooner(key, patch)) {
    throw new AppError("conflict", "The API key is about to end and takes only an earlier end or disabling");
  }
  requireWithinBounds(actor, {
    ...untouched(actor, key, patch),
    ...(patch.expires_at !== undefined && { expiresAt: patch.expires_at }),
    ...(patch.allowed_ips !== undefined && { allowedIps: patch.allowed_ips ?? [] }),
    ...(patch.rate_limit !== undefined && { rateLimit: patch.rate_limit }),
  });
}

/** What a change leaves as it was. Where it does nothing but take away, that need not be within the actor's bounds. */
function untouched({ bounds }: Actor, key: KeyRow, patch: ChangeKey): Restrictions {
  const { name, description, ...restrictions } = patch;
  const onlyRestricts = name === undefined && description === undefined && !loosens(key, restrictions);
  if (bounds !== null && onlyRestricts) return bounds;
  return { expiresAt: diesAt(key), allowedIps: key.allowed_ips, rateLimit: key.rate_limit };
}

/** Whether a change does nothing but end or disable a key that has an imposed end. */
function onlyEndsSooner(key: KeyRow, patch: ChangeKey): boolean {
  const { expires_at, enabled, ...others } = patch;
  const nothingElse = Object.keys(others).length === 0 && enabled !== true;
  return nothingElse && (expires_at === undefined || isWithin(expires_at, diesAt(key)));
}

function touchesPolicy({ expires_at, scopes, allowed_ips }: ChangeKey): boolean {
  return [expires_at, scopes, allowed_ips].some((value) => value !== undefined);
}

function columnsOf({ expires_at, allowed_ips, ...patch }: ChangeKey, before: KeyRow, now: Date) {
  return {
    ...patch,
    ...(patch.enabled === true && !before.enabled && { enabled_at: now }),
    ...(expires_at !== undefined && { expires_at: expires_at && laterOf(expires_at, now) }),
    ...(allowed_ips !== undefined && { allowed_ips: allowed_ips ?? [] }),
  };
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}
