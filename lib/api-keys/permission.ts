import { type Actor, insufficientScope, mayGrant } from "@/lib/access/actor";
import { type Role, scopesOfRole } from "@/lib/access/roles";
import { grants, type Scope } from "@/lib/access/scopes";
import type { Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Which keys an actor manages: all of the organization with `api-keys:manage`, else those owned. */
export function managedBy(actor: Actor): Prisma.ApiKeyWhereInput {
  const tenant = { organization_id: actor.organizationId };
  if (grants(actor.leaves, "api-keys:manage")) return tenant;
  // A missing owner must match nothing; undefined would match everything.
  return { ...tenant, owner_id: actor.ownerId ?? { in: [] } };
}

/** Throws 403 unless both the actor and the key's owner may give each of these scopes away. */
export function requireGrantable(actor: Actor, ownerRole: Role, added: readonly Scope[]): void {
  for (const scope of added) {
    const allowed = mayGrant(actor.scopes, scope) && mayGrant(scopesOfRole(ownerRole), scope);
    if (!allowed) throw insufficientScope(scope);
  }
}

/** Throws 403 where a managing key would let another key live longer than itself. */
export function requireNoLaterEnd(actor: Actor, expiresAt: Date | null): void {
  const limit = actor.bounds?.expiresAt ?? null;
  if (limit !== null && (expiresAt === null || expiresAt > limit)) throw new AppError("forbidden");
}
