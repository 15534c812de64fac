import { z } from "zod";
import { PLAN_NAMES, type Plan } from "@/lib/access/plans";
import { ROLE_NAMES } from "@/lib/access/roles";
import { db } from "@/lib/db";
import { once } from "@/lib/once";
import { onStale } from "@/lib/stale";
import { hearsChanges } from "./hearing";
import { KnownKeys } from "./known-keys";
import { diesAt, statusOf } from "./status";
import { hashOf, isWellFormed } from "./token";

/** What is known of the bearer of a live key. */
export type VerifiedKey = {
  id: string;
  organizationId: string;
  plan: Plan;
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
  plan: z.enum(PLAN_NAMES),
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

/** What one statement finds out about a secret; remembered until something of it changes. */
type Known = VerifiedKey & {
  lifetime: { revoked_at: Date | null; expires_at: Date | null; ends_at: Date | null; enabled: boolean };
  ownerDisabled: boolean;
  rotated: boolean;
};

/**
 * Decides whether a bearer token opens the API at an instant. A token without the form and checksum of a key never
 * reaches the database; any other is found by its SHA-256, from memory where it is known. Its end is compared with
 * `now` on every call.
 * @param mayAsk is asked before the database is; where it says no, the token counts as unknown
 */
export async function verify(token: string, now: Date, mayAsk = always): Promise<Verdict> {
  if (!isWellFormed(token)) return { ok: false, why: "unknown" };
  const hash = hashOf(token);
  const name = hash.toString("latin1");
  if (!knownKeys().remembers(name) && !(await mayAsk())) return { ok: false, why: "unknown" };
  const known = await knownKeys().find(name, () => lookUp(hash));
  if (known === null) return { ok: false, why: "unknown" };

  const status = statusOf(known.lifetime, now);
  if (status === "expired") return { ok: false, why: known.rotated ? "rotated" : "expired" };
  if (status === "revoked" || status === "disabled") return { ok: false, why: status };
  if (known.ownerDisabled) return { ok: false, why: "disabled" };
  return { ok: true, key: known };
}

async function always(): Promise<boolean> {
  return true;
}

/** Forgets every key that verification remembers: after a time in which changes may have gone unheard. */
export function forgetAllKeys(): void {
  knownKeys().clear();
}

function knownKeys(): KnownKeys<Known> {
  return once("known-keys", () => {
    const keys = new KnownKeys<Known>({ good: MAX_GOOD, bad: MAX_BAD }, mayOpen, hearsChanges);
    onStale((stale) => keys.forget(stale));
    return keys;
  });
}

/** About 1 KB each. */
const MAX_GOOD = 50_000;
const MAX_BAD = 5_000;

function mayOpen({ lifetime, ownerDisabled }: Known): boolean {
  return lifetime.revoked_at === null && lifetime.enabled && !ownerDisabled;
}

async function lookUp(hash: Uint8Array<ArrayBuffer>): Promise<Known | null> {
  const [found] = await db().$queryRaw<unknown[]>`
    SELECT k.id, k.organization_id, o.plan::text, k.owner_id, u.role::text AS owner_role,
           u.disabled_at AS owner_disabled_at, k.scopes, k.enabled, k.expires_at, k.ends_at, k.revoked_at,
           EXISTS (SELECT 1 FROM api_keys n WHERE n.organization_id = k.organization_id AND n.rotated_from_id = k.id) AS rotated,
           k.allowed_ips, k.rate_limit
      FROM api_keys k
      JOIN organizations o ON o.id = k.organization_id
      JOIN users u ON u.organization_id = k.organization_id AND u.id = k.owner_id
     WHERE k.key_hash = ${hash}`;
  if (found === undefined) return null;
  const row = Row.parse(found);
  const { revoked_at, expires_at, ends_at, enabled } = row;
  return {
    id: row.id,
    organizationId: row.organization_id,
    plan: row.plan,
    ownerId: row.owner_id,
    ownerRole: row.owner_role,
    scopes: row.scopes,
    expiresAt: diesAt(row),
    allowedIps: row.allowed_ips,
    rateLimit: row.rate_limit,
    lifetime: { revoked_at, expires_at, ends_at, enabled },
    ownerDisabled: row.owner_disabled_at !== null,
    rotated: row.rotated,
  };
}
