import type { Role } from "@/lib/access/roles";
import { scopesOfRole } from "@/lib/access/roles";
import { effectiveScopes, type FineScope } from "@/lib/access/scopes";
import type { Prisma } from "@/lib/db";
import { diesAt, type Status, statusOf } from "./status";

/**
 * The columns that may leave the service. The hash is not among them. Verification remembers them: whoever changes one
 * says so with `record.stale`.
 */
export const KEY_COLUMNS = {
  id: true,
  name: true,
  description: true,
  key_prefix: true,
  last_four: true,
  scopes: true,
  enabled: true,
  expires_at: true,
  ends_at: true,
  allowed_ips: true,
  rate_limit: true,
  on_leak: true,
  leaked_at: true,
  owner: { select: { id: true, name: true, role: true } },
  created_by: { select: { id: true, name: true } },
  created_by_key_id: true,
  shown_at: true,
  last_used_at: true,
  last_used_ip: true,
  created_at: true,
  revoked_at: true,
  revoked_reason: true,
  rotated_from_id: true,
  rotated_to: { select: { id: true } },
} as const satisfies Prisma.ApiKeySelect;

export type KeyRow = Prisma.ApiKeyGetPayload<{ select: typeof KEY_COLUMNS }>;

/** A key as the dashboard and the API show it. `expires_at` is the instant at which it dies. */
export type KeyView = {
  id: string;
  name: string;
  description: string | null;
  key_prefix: string;
  last_four: string;
  scopes: string[];
  effective_scopes: FineScope[];
  status: Status;
  enabled: boolean;
  expires_at: Date | null;
  /** An end that was imposed: only an earlier one, disabling or revocation is possible then. */
  ends_at: Date | null;
  allowed_ips: string[] | null;
  rate_limit: number | null;
  on_leak: KeyRow["on_leak"];
  leaked_at: Date | null;
  owner: { id: string; name: string };
  created_by: { id: string; name: string };
  created_by_key_id: string | null;
  shown_at: Date | null;
  last_used_at: Date | null;
  last_used_ip: string | null;
  created_at: Date;
  revoked_at: Date | null;
  revoked_reason: string | null;
  rotated_from: string | null;
  rotated_to: string | null;
};

/** Draws a row as it stands at an instant. */
export function viewOf(row: KeyRow, now: Date): KeyView {
  const { rotated_from_id, owner, ...rest } = row;
  return {
    ...rest,
    effective_scopes: effectiveScopes(row.scopes, scopesOfRole(owner.role satisfies Role)),
    status: statusOf(row, now),
    expires_at: diesAt(row),
    allowed_ips: row.allowed_ips.length === 0 ? null : row.allowed_ips,
    owner: { id: owner.id, name: owner.name },
    rotated_from: rotated_from_id,
    rotated_to: row.rotated_to?.id ?? null,
  };
}
