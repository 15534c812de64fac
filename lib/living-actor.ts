import { type Actor, insufficientScope } from "./access/actor";
import { type Role, scopesOfRole } from "./access/roles";
import { grants, leavesWithin } from "./access/scopes";
import { sql, type Tx } from "./db";
import { AppError } from "./errors";

/**
 * Holds whoever writes to being who they were when they began. Throws 401 for a key that ended and a person who was
 * shut out meanwhile, 403 for a person who got another role and a key that may no longer do what it did, 503 for a key
 * that was handed over: what it wrote names the owner before, and it may come again.
 */
export async function requireLivingActor(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind === "key") await requireLivingKey(tx, actor);
  if (actor.kind === "person") await requireSamePerson(tx, actor);
}

/**
 * Waits for whoever removes them or changes their role, who waits for this in turn: what somebody leaves behind is there
 * to be found when they are removed, or never was. What this transaction did to them is no such thing.
 */
async function requireSamePerson(tx: Tx, { id, organizationId, scopes }: Actor): Promise<void> {
  const [user] = await tx.$queryRaw<{ role: Role; disabled_at: Date | null; is_own: boolean }[]>`
    SELECT role, disabled_at, xmin = pg_current_xact_id()::xid AS is_own
      FROM users WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR SHARE`;
  if (user?.is_own) return;
  if (!user || user.disabled_at !== null) throw new AppError("unauthorized", "You are signed out");
  if (scopesOfRole(user.role).join() !== scopes.join()) throw new AppError("forbidden");
}

/** What this very transaction ended, such as a key that revokes itself, was alive when it began. */
const ALIVE = sql`
  (k.xmin = pg_current_xact_id()::xid
    OR (k.revoked_at IS NULL AND k.enabled AND u.disabled_at IS NULL
      AND coalesce(least(k.expires_at, k.ends_at) > clock_timestamp(), true)))`;

/**
 * Holds a writing key to being alive until the transaction ends: a body may take long to arrive, and a key revoked
 * meanwhile must not leave anything behind. Waits for a revocation under way; where keys were managed, also for a change
 * of its owner's role.
 */
async function requireLivingKey(tx: Tx, { id, organizationId, ownerId, used }: Actor): Promise<void> {
  const key = sql`k.organization_id = ${organizationId}::uuid AND k.id = ${id}::uuid`;
  const locked = used.has("api-keys:manage") ? sql`k, u` : sql`k`;
  const [found] = await tx.$queryRaw<{ owner_id: string; scopes: string[]; role: Role }[]>`
    SELECT k.owner_id, k.scopes, u.role
      FROM api_keys k JOIN users u ON u.organization_id = k.organization_id AND u.id = k.owner_id
     WHERE ${key} AND ${ALIVE} FOR SHARE OF ${locked}`;
  // Where the owner changed while this waited, the statement finds nobody by that name.
  if (found === undefined && !(await livesOn(tx, key))) throw dead();
  if (found?.owner_id !== ownerId) throw handedOver();
  const leaves = leavesWithin(found.scopes, scopesOfRole(found.role));
  const lost = [...used].find((leaf) => !grants(leaves, leaf));
  if (lost) throw insufficientScope(lost);
}

async function livesOn(tx: Tx, key: ReturnType<typeof sql>): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM api_keys k JOIN users u ON u.organization_id = k.organization_id AND u.id = k.owner_id
     WHERE ${key} AND ${ALIVE}`;
  return rows.length > 0;
}

function dead(): AppError {
  return new AppError("unauthorized", undefined, {
    headers: { "WWW-Authenticate": 'Bearer realm="prepzo", error="invalid_token"' },
  });
}

function handedOver(): AppError {
  return new AppError("server_error", "The API key was just handed over. Nothing was done; try again.", {
    status: 503,
    headers: { "Retry-After": "1" },
  });
}
