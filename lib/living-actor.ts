import type { Actor } from "./access/actor";
import type { Tx } from "./db";
import { AppError } from "./errors";

/**
 * Holds a writing key to being alive until the transaction ends: a body may take long to arrive, and a key revoked
 * meanwhile must not leave anything behind. Waits for a revocation under way. What this very transaction ended, such
 * as a key that revokes itself, was alive when it began. Throws 401.
 */
export async function requireLivingActor(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind !== "key") return;
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
