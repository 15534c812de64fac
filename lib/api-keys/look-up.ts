import { z } from "zod";
import { PLAN_NAMES, type Plan } from "@/lib/access/plans";
import { ROLE_NAMES, scopesOfRole } from "@/lib/access/roles";
import { isScope, type Leaf, leavesWithin, type Scope } from "@/lib/access/scopes";
import { db } from "@/lib/db";
import { diesAt } from "./status";
import type { KeyRow } from "./view";

/** What one statement finds out about a key. */
export type FoundKey = {
  id: string;
  organizationId: string;
  organizationName: string;
  plan: Plan;
  ownerId: string;
  ownerDisabled: boolean;
  scopes: Scope[];
  /** What the scopes come to, as far as the owner's role still does. */
  leaves: ReadonlySet<Leaf>;
  /** When it dies by itself, or null for never. */
  expiresAt: Date | null;
  allowedIps: string[];
  rateLimit: number | null;
  /** The whole row, for whoever shows the key. */
  row: KeyRow;
};

/** Finds the key with this SHA-256, dead or alive, with its owner and organization; null where there is none. */
export async function lookUp(hash: Uint8Array<ArrayBuffer>): Promise<FoundKey | null> {
  // A join of these tables takes PostgreSQL longer to plan than all of this to run.
  const [found] = await db().$queryRaw<unknown[]>`
    SELECT k.*,
           (SELECT json_build_object('id', o.id, 'name', o.name, 'plan', o.plan)
              FROM organizations o WHERE o.id = k.organization_id) AS organization,
           (SELECT json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'disabled', u.disabled_at IS NOT NULL)
              FROM users u WHERE u.organization_id = k.organization_id AND u.id = k.owner_id) AS owner,
           (SELECT json_build_object('id', c.id, 'name', c.name)
              FROM users c WHERE c.organization_id = k.organization_id AND c.id = k.created_by_id) AS created_by,
           (SELECT json_build_object('id', n.id)
              FROM api_keys n WHERE n.organization_id = k.organization_id AND n.rotated_from_id = k.id) AS rotated_to
      FROM api_keys k
     WHERE k.key_hash = ${hash}`;
  if (found === undefined) return null;
  const { organization, ...row } = Found.parse(found);
  return {
    id: row.id,
    organizationId: organization.id,
    organizationName: organization.name,
    plan: organization.plan,
    ownerId: row.owner.id,
    ownerDisabled: row.owner.disabled,
    scopes: row.scopes.filter(isScope),
    leaves: leavesWithin(row.scopes, scopesOfRole(row.owner.role)),
    expiresAt: diesAt(row),
    allowedIps: row.allowed_ips,
    rateLimit: row.rate_limit,
    row,
  };
}

const Named = z.object({ id: z.string(), name: z.string() });
const instant = z.date().nullable();

/** The columns of KEY_COLUMNS, to which the compiler holds it: nothing else of a row is kept. */
const Row = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  key_prefix: z.string(),
  last_four: z.string(),
  scopes: z.array(z.string()),
  enabled: z.boolean(),
  expires_at: instant,
  ends_at: instant,
  allowed_ips: z.array(z.string()),
  rate_limit: z.number().nullable(),
  on_leak: z.enum(["revoke", "revoke_after_24h", "alert"]),
  leaked_at: instant,
  owner: Named.extend({ role: z.enum(ROLE_NAMES) }),
  created_by: Named,
  created_by_key_id: z.string().nullable(),
  shown_at: instant,
  last_used_at: instant,
  last_used_ip: z.string().nullable(),
  created_at: z.date(),
  revoked_at: instant,
  revoked_reason: z.string().nullable(),
  rotated_from_id: z.string().nullable(),
  rotated_to: z.object({ id: z.string() }).nullable(),
}) satisfies z.ZodType<KeyRow>;

const Found = Row.extend({
  organization: Named.extend({ plan: z.enum(PLAN_NAMES) }),
  owner: Row.shape.owner.extend({ disabled: z.boolean() }),
});
