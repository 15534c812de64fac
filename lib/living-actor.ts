import type { Actor } from "./access/actor";
import { type Role, scopesOfRole } from "./access/roles";
import type { Tx } from "./db";
import { AppError } from "./errors";

/**
 * Holds whoever writes to being who they were when they began. Throws 401 for a key that ended and a person who was
 * shut out meanwhile, 403 for one who got another role.
 */
export async function requireLivingActor(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind === "key") await requireLivingKey(tx, actor);
  if (actor.kind === "person") await requireSamePerson(tx, actor);
}

/** What they did waited for whoever removed them or changed their role. What this transaction did is no such thing. */
async function requireSamePerson(tx: Tx, { id, organizationId, scopes }: Actor): Promise<void> {
  const [user] = await tx.$queryRaw<{ role: Role; disabled_at: Date | null; is_own: boolean }[]>`
    SELECT role, disabled_at, xmin = pg_current_xact_id()::xid AS is_own
      FROM users WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`;
  if (user?.is_own) return;
  if (!user || user.disabled_at !== null) throw new AppError("unauthorized", "You are signed out");
  if (scopesOfRole(user.role).join() !== scopes.join()) throw new AppError("forbidden");
}

/**
 * Holds a writing key to being alive until the transaction ends: a body may take long to arrive, and a key revoked
 * meanwhile must not leave anything behind. Waits for a revocation under way. What this very transaction ended, such
 * as a key that revokes itself, was alive when it began. Throws 401.
 */
async function requireLivingKey(tx: Tx, actor: Actor): Promise<void> {
  const alive = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM api_keys k JOIN users u ON u.organization_id = k.organization_id AND u.id = k.owner_id
     WHERE k.organization_id = ${actor.organizationId}::uuid AND k.id = ${actor.id}::uuid
       AND (k.xmin = pg_current_xact_id()::xid
         OR (k.revoked_at IS NULL AND k.enabled AND u.disabled_at IS NULL
           AND coalesce(least(k.expires_at, k.ends_at) > clock_timestamp(), true)))
       FOR SHARE OF k`;
  if (alive.length > 0) return;
  throw new AppError("unauthorized", undefined, {
    headers: { "WWW-Authenticate": 'Bearer realm="prepzo", error="invalid_token"' },
  });
}
