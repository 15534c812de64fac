import type { Scope } from "./scopes";

const REALM = 'Bearer realm="prepzo"';
const INVALID = `${REALM}, error="invalid_token"`;

/**
 * What `WWW-Authenticate` says of a credential that is refused, as in RFC 6750 section 3. Only who holds the whole
 * secret of a key that once lived is told what became of it.
 */
export const CHALLENGES = {
  missing: REALM,
  unknown: INVALID,
  expired: `${INVALID}, error_description="The API key expired"`,
  revoked: `${INVALID}, error_description="The API key was revoked"`,
  disabled: `${INVALID}, error_description="The API key is disabled"`,
  rotated: `${INVALID}, error_description="The API key was rotated"`,
} as const;

/** Why a credential is refused. */
export type Challenge = keyof typeof CHALLENGES;

/** The challenge of a 403 to a key that lacks a scope, which it names. */
export function scopeChallenge(scope: Scope): string {
  return `Bearer error="insufficient_scope", scope="${scope}"`;
}
