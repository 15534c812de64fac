import type { z } from "zod";
import { ROLES, type Role } from "@/lib/access/roles";
import type { FineScope, Leaf, Scope } from "@/lib/access/scopes";
import type { KeyPolicy } from "@/lib/api-keys/policy";
import type { ChangeKey, GenerateKey, ON_LEAK, RevokeKey, RotateKey } from "@/lib/api-keys/schema";
import type { Status } from "@/lib/api-keys/status";
import type { Answer } from "@/lib/errors";

/** What the list shows of a key. */
export type KeySummary = {
  id: string;
  name: string;
  description: string | null;
  key_prefix: string;
  last_four: string;
  scopes: string[];
  /** Those of its scopes that the role of its owner allows now. */
  effective_scopes: readonly FineScope[];
  status: Status;
  allowed_ips: string[] | null;
  rate_limit: number | null;
  on_leak: (typeof ON_LEAK)[number];
  leaked_at: Date | null;
  expires_at: Date | null;
  /** An end that was imposed: the key cannot be changed any more but for an earlier one. */
  ends_at: Date | null;
  last_used_at: Date | null;
  last_used_ip: string | null;
  created_at: Date;
  created_by: { name: string };
  owner: { id: string; name: string };
  shown_at: Date | null;
  revoked_at: Date | null;
  revoked_reason: string | null;
  rotated_from: string | null;
  rotated_to: string | null;
};

/** Picks what the list shows, so that nothing else of a row reaches the browser. */
export function keySummary(key: KeySummary): KeySummary {
  return {
    id: key.id,
    name: key.name,
    description: key.description,
    key_prefix: key.key_prefix,
    last_four: key.last_four,
    scopes: key.scopes,
    effective_scopes: key.effective_scopes,
    status: key.status,
    allowed_ips: key.allowed_ips,
    rate_limit: key.rate_limit,
    on_leak: key.on_leak,
    leaked_at: key.leaked_at,
    expires_at: key.expires_at,
    ends_at: key.ends_at,
    last_used_at: key.last_used_at,
    last_used_ip: key.last_used_ip,
    created_at: key.created_at,
    created_by: { name: key.created_by.name },
    owner: { id: key.owner.id, name: key.owner.name },
    shown_at: key.shown_at,
    revoked_at: key.revoked_at,
    revoked_reason: key.revoked_reason,
    rotated_from: key.rotated_from,
    rotated_to: key.rotated_to,
  };
}

/** A key that was just made. `key` is the secret; it lives in memory until its dialog closes. */
export type NewKey = { id: string; name: string; key: string; scopes: string[] };

/** The person at the screen, as far as keys are concerned; `address` is from where they come. */
export type KeyHolder = {
  id: string;
  roleLabel: string;
  scopes: readonly Scope[];
  address: string | null;
  /** What their organization demands of keys. */
  policy: KeyPolicy;
};

/** The same of somebody who is signed in, from an address as the connection shows it. */
export function keyHolder(
  { id, role }: { id: string; role: Role },
  address: string | null,
  policy: KeyPolicy,
): KeyHolder {
  const { label, scopes } = ROLES[role];
  return { id, roleLabel: label, scopes, address, policy };
}

/** What keys of somebody can reach, whatever scopes they are given; `bounds` is what their owner's role holds. */
export type KeyReach = {
  bounds: readonly Scope[];
  endpoints: { method: string; path: string; summary: string; needs: Leaf | null }[];
  /** How many rows a scope reads now. */
  rows: Partial<Record<FineScope, number>>;
};

/** When and from where a key was last used. */
export type LastUse = Pick<KeySummary, "last_used_at" | "last_used_ip">;

/** What the page can ask the server to do, handed down by it. */
export type KeyActions = {
  generate: (input: z.input<typeof GenerateKey>) => Promise<Answer<NewKey>>;
  rotate: (input: { id: string } & z.input<typeof RotateKey>) => Promise<Answer<NewKey>>;
  predecessorEnd: (input: { id: string }) => Promise<Answer<Date | null>>;
  confirmShown: (input: { id: string }) => Promise<Answer<null>>;
  change: (input: { id: string; patch: z.input<typeof ChangeKey> }) => Promise<Answer<null>>;
  lastUseOf: (input: { id: string }) => Promise<Answer<LastUse>>;
  descendantsOf: (input: { ids: string[] }) => Promise<Answer<{ id: string; name: string }[]>>;
  reachOf: (input: { id: string | null }) => Promise<Answer<KeyReach>>;
  addressesOfWeek: (input: { id: string }) => Promise<Answer<string[]>>;
  revoke: (input: { id: string } & z.input<typeof RevokeKey>) => Promise<Answer<null>>;
  revokeMany: (input: { ids: string[] } & z.input<typeof RevokeKey>) => Promise<Answer<{ revoked: number }>>;
};
