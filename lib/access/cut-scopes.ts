import { mayGrant } from "./actor";
import { type Role, scopesOfRole } from "./roles";
import { effectiveScopes, inOrder, type Scope } from "./scopes";

/** Scopes as they were given, as far as a role still grants them; a broad one shrinks to what remains. May be empty. */
export function cutScopes(scopes: readonly string[], role: Role): Scope[] {
  const held = scopesOfRole(role);
  return inOrder(
    scopes.flatMap((scope) =>
      mayGrant(held, scope as Scope) ? [scope as Scope] : effectiveScopes([scope], held),
    ),
  );
}
