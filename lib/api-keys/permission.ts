import { type Actor, insufficientScope, mayGrant } from "@/lib/access/actor";
import { type Role, scopesOfRole } from "@/lib/access/roles";
import { grants, type Scope } from "@/lib/access/scopes";
import type { Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { areWithin } from "./addresses";

/** Which keys an actor manages: all of the organization with `api-keys:manage`, else those owned. */
export function managedBy(actor: Actor): Prisma.ApiKeyWhereInput {
  const tenant = { organization_id: actor.organizationId };
  if (grants(actor.leaves, "api-keys:manage")) return tenant;
  // A missing owner must match nothing; undefined would match everything.
  return { ...tenant, owner_id: actor.ownerId ?? { in: [] } };
}

/** The same of one key, by its owner. */
export function manages(actor: Actor, ownerId: string): boolean {
  return grants(actor.leaves, "api-keys:manage") || ownerId === actor.ownerId;
}

/** Throws 403 unless both the actor and the key's owner may give each of these scopes away. */
export function requireGrantable(actor: Actor, ownerRole: Role, added: readonly Scope[]): void {
  for (const scope of added) {
    const allowed = mayGrant(actor.scopes, scope) && mayGrant(scopesOfRole(ownerRole), scope);
    if (!allowed) throw insufficientScope(scope);
  }
}

/** What restricts a key besides its scopes. An empty list is any address, null no end and no limit. */
export type Restrictions = {
  expiresAt: Date | null;
  allowedIps: readonly string[];
  rateLimit: number | null;
};

/** Throws 403 where a managing key would let another live longer, be used from elsewhere or faster than itself. */
export function requireWithinBounds({ bounds }: Actor, key: Restrictions): void {
  if (bounds === null) return;
  const within =
    isWithin(key.expiresAt, bounds.expiresAt) &&
    isWithin(key.rateLimit, bounds.rateLimit) &&
    areWithin(key.allowedIps, bounds.allowedIps);
  if (!within) throw new AppError("forbidden");
}

/** Whether a value is no more than another; null is without end. */
export function isWithin<Value extends Date | number>(value: Value | null, limit: Value | null): boolean {
  return limit === null || (value !== null && value <= limit);
}
