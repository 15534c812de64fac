import type { Actor, Origin } from "@/lib/access/actor";
import { scopesOfRole } from "@/lib/access/roles";
import { isScope, leavesOf } from "@/lib/access/scopes";
import type { VerifiedKey } from "@/lib/api-keys/verify";

/** A key as the one who acts: it may do what its scopes grant, as far as its owner's role still does. */
export function keyActor(key: VerifiedKey, origin: Origin): Actor {
  const owner = leavesOf(scopesOfRole(key.ownerRole));
  return {
    kind: "key",
    id: key.id,
    ownerId: key.ownerId,
    organizationId: key.organizationId,
    scopes: key.scopes.filter(isScope),
    leaves: new Set([...leavesOf(key.scopes)].filter((leaf) => owner.has(leaf))),
    bounds: { expiresAt: key.expiresAt, allowedIps: key.allowedIps, rateLimit: key.rateLimit },
    provenAt: null,
    origin,
  };
}
