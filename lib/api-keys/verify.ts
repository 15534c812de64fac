import { z } from "zod";
import { ROLE_NAMES } from "@/lib/access/roles";
import { db } from "@/lib/db";
import { diesAt, isUsable, statusOf } from "./status";
import { hashOf, isWellFormed } from "./token";

/** What is known of the bearer of a live key. */
export type VerifiedKey = {
  id: string;
  organizationId: string;
  plan: "free" | "pro" | "scale" | "enterprise";
  ownerId: string;
  ownerRole: (typeof ROLE_NAMES)[number];
  scopes: string[];
  /** When it dies by itself, or null for never. */
  expiresAt: Date | null;
  allowedIps: string[];
  rateLimit: number | null;
};

/** A live key, or why not: `unknown` says nothing, `dead` that this very secret once was a key. */
export type Verdict =
  | { ok: true; key: VerifiedKey }
  | { ok: false; why: "unknown" | "expired" | "revoked" | "disabled" | "rotated" };

const Row = z.object({
  id: z.string(),
  organization_id: z.string(),
  plan: z.enum(["free", "pro", "scale", "enterprise"]),
  owner_id: z.string(),
  owner_role: z.enum(ROLE_NAMES),
  owner_disabled_at: z.date().nullable(),
  scopes: z.array(z.string()),
  enabled: z.boolean(),
  expires_at: z.date().nullable(),
  ends_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
  rotated: z.boolean(),
  allowed_ips: z.array(z.string()),
  rate_limit: z.number().nullable(),
});

/**
 * Decides whether a bearer token opens the API at an instant. A token without the form and checksum of a key never
 * reaches the database; any other costs one statement, found by its SHA-256 in a unique index.
 */
export async function verify(token: string, now: Date): Promise<Verdict> {
  if (!isWellFormed(token)) return { ok: false, why: "unknown" };
  const [found] = await db().$queryRaw<unknown[]>`
    SELECT k.id, k.organization_id, o.plan::text, k.owner_id, u.role::text AS owner_role,
           u.disabled_at AS owner_disabled_at, k.scopes, k.enabled, k.expires_at, k.ends_at, k.revoked_at,
           EXISTS (SELECT 1 FROM api_keys n WHERE n.organization_id = k.organization_id AND n.rotated_from_id = k.id) AS rotated,
           k.allowed_ips, k.rate_limit
      FROM api_keys k
      JOIN organizations o ON o.id = k.organization_id
      JOIN users u ON u.organization_id = k.organization_id AND u.id = k.owner_id
     WHERE k.key_hash = ${hashOf(token)}`;
  if (found === undefined) return { ok: false, why: "unknown" };
  const row = Row.parse(found);

  const status = statusOf(row, now);
  if (!isUsable(status))
    return { ok: false, why: status === "expired" && row.rotated ? "rotated" : (status as "expired") };
  if (row.owner_disabled_at !== null) return { ok: false, why: "disabled" };
  return {
    ok: true,
    key: {
      id: row.id,
      organizationId: row.organization_id,
      plan: row.plan,
      ownerId: row.owner_id,
      ownerRole: row.owner_role,
      scopes: row.scopes,
      expiresAt: diesAt(row),
      allowedIps: row.allowed_ips,
      rateLimit: row.rate_limit,
    },
  };
}
