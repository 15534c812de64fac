import { AppError } from "@/lib/errors";
import { scopeChallenge } from "./challenges";
import { type Role, scopesOfRole } from "./roles";
import { grants, isBroad, type Leaf, leavesOf, type Scope } from "./scopes";

/** Where a call came from, for the record. */
export type Origin = { address: string | null; userAgent: string | null; requestId: string | null };

/** Limits that a key carries and that bind whatever it makes. */
export type KeyBounds = { expiresAt: Date | null; allowedIps: readonly string[]; rateLimit: number | null };

/**
 * Who acts: a person in the browser, a key over the API, an operator on the machine, the system itself by its own rules,
 * or a finder, somebody outside who has a key that leaked. `id` is the person's or the key's, `ownerId` the person in
 * whose name it happens. `scopes` are the names held, `leaves` what they come to now.
 */
export type Actor = {
  kind: "person" | "key" | "operator" | "system" | "finder";
  id: string | null;
  ownerId: string | null;
  organizationId: string;
  scopes: readonly Scope[];
  leaves: ReadonlySet<Leaf>;
  bounds: KeyBounds | null;
  /** The leaves that were needed so far: what a key really uses. */
  used: Set<Leaf>;
  /** When a person in the browser last proved who they are; null for everybody else. */
  provenAt: Date | null;
  origin: Origin;
};

export const NOWHERE: Origin = { address: null, userAgent: null, requestId: null };

/** A person in the browser: may do what their role lets them, some of it only soon after they proved who they are. */
export function person(
  user: { id: string; organization_id: string; role: Role },
  origin: Origin,
  provenAt: Date | null = null,
): Actor {
  const scopes = scopesOfRole(user.role);
  return {
    kind: "person",
    id: user.id,
    ownerId: user.id,
    organizationId: user.organization_id,
    scopes,
    leaves: leavesOf(scopes),
    bounds: null,
    used: new Set(),
    provenAt,
    origin,
  };
}

/** An operator at the command line: may do everything within one organization. */
export function operator(organizationId: string): Actor {
  return nobody("operator", organizationId, ["*"], NOWHERE);
}

/** The product itself, which does within one organization what its rules say. */
export function system(organizationId: string): Actor {
  return nobody("system", organizationId, ["*"], NOWHERE);
}

/** Somebody outside who proved to have a key of an organization: that opens nothing but its revocation. */
export function finder(organizationId: string, origin: Origin): Actor {
  return nobody("finder", organizationId, [], origin);
}

function nobody(kind: Actor["kind"], organizationId: string, scopes: Scope[], origin: Origin): Actor {
  return {
    kind,
    id: null,
    ownerId: null,
    organizationId,
    scopes,
    leaves: leavesOf(scopes),
    bounds: null,
    used: new Set(),
    provenAt: null,
    origin,
  };
}

/** The id of the person in whose name somebody acts. Throws `forbidden` for an operator, who is nobody's. */
export function ownerOf({ ownerId }: Actor): string {
  if (ownerId === null) throw new AppError("forbidden");
  return ownerId;
}

/** For how long a proof of who one is counts where access is granted, prolonged or loosened. */
export const PROOF_MS = 15 * 60_000;

/** Whether somebody's proof of who they are is new enough. Keys and operators prove it by each call. */
export function hasFreshProof({ kind, provenAt }: Actor, now: Date): boolean {
  return kind !== "person" || (provenAt !== null && now.getTime() - provenAt.getTime() <= PROOF_MS);
}

/** Throws `proof_required` where a person proved who they are too long ago. */
export function requireFreshProof(actor: Actor, now: Date): void {
  if (!hasFreshProof(actor, now)) throw new AppError("proof_required");
}

/** Uses a scope. Throws `forbidden`, naming it as RFC 6750 section 3.1 asks, unless the actor holds it. */
export function requireScope(actor: Actor, needed: Leaf): void {
  if (!grants(actor.leaves, needed)) throw insufficientScope(needed);
  actor.used.add(needed);
}

/** Uses all that a scope stands for, broad ones included. Throws `forbidden` unless the actor holds everything of it. */
export function requireAll(actor: Actor, scope: Scope): void {
  for (const leaf of leavesOf([scope])) {
    if (!grants(actor.leaves, leaf)) throw insufficientScope(scope);
    actor.used.add(leaf);
  }
}

/** The 403 for a missing scope. `api-keys:manage` is internal: what a caller would need is `*`. */
export function insufficientScope(needed: Leaf | Scope): AppError {
  const scope = needed === "api-keys:manage" ? "*" : needed;
  return new AppError("forbidden", undefined, {
    headers: { "WWW-Authenticate": scopeChallenge(scope) },
  });
}

/**
 * Whether someone who holds `held` by name may give `scope` away: a broad name needs that name or `*`,
 * a fine one needs its leaf.
 */
export function mayGrant(held: readonly Scope[], scope: Scope): boolean {
  if (isBroad(scope)) return held.includes(scope) || held.includes("*");
  return grants(leavesOf(held), scope);
}
