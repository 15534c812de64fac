import type { Scope } from "./scopes";

/** What each role lets a person, and so every key that the person owns, do. The one table of roles. */
export const ROLES = {
  admin: { label: "Admin", scopes: ["*"] },
  recruiter: { label: "Recruiter", scopes: ["read", "write"] },
  hiring_manager: {
    label: "Hiring manager",
    scopes: ["read", "applications:write", "interviews:write", "offers:write"],
  },
  viewer: { label: "Viewer", scopes: ["read"] },
} as const satisfies Record<string, { label: string; scopes: readonly Scope[] }>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

/** The scopes that a role holds by name. */
export function scopesOfRole(role: Role): readonly Scope[] {
  return ROLES[role].scopes;
}
