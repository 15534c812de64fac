import { lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Judged, type KeyPolicy, policyFaults } from "./policy";
import { diesAt } from "./status";
import type { KeyRow } from "./view";

/** What an organization demands of its keys. */
export async function readPolicy(tx: Tx, organizationId: string): Promise<KeyPolicy> {
  const row = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: {
      policy_max_days: true,
      policy_expiry_required: true,
      policy_no_broad_scopes: true,
      policy_addresses_required: true,
      policy_idle_days: true,
    },
  });
  return {
    max_days: row.policy_max_days,
    expiry_required: row.policy_expiry_required,
    no_broad_scopes: row.policy_no_broad_scopes,
    addresses_required: row.policy_addresses_required,
    idle_days: row.policy_idle_days,
  };
}

/**
 * The same, and nobody changes it until the transaction ends: to be called before a key is locked, so that two who do
 * both cannot wait for each other.
 */
export async function lockPolicy(tx: Tx, organizationId: string): Promise<KeyPolicy> {
  await lockRow(tx, "organizations", organizationId, organizationId);
  return readPolicy(tx, organizationId);
}

/** Throws a 422, naming each field at fault, where a policy does not let a key be made, or become so from `before`. */
export function requirePolicy(policy: KeyPolicy, key: Judged, before: Judged | null = null): void {
  const faults = policyFaults(policy, key, before);
  if (faults.length > 0) throw new AppError("validation_error", undefined, { faults });
}

/** A key as its policy sees it. */
export function judged(
  row: Pick<KeyRow, "created_at" | "expires_at" | "ends_at" | "scopes" | "allowed_ips">,
): Judged {
  const { created_at, scopes, allowed_ips } = row;
  return { created_at, end: diesAt(row), scopes, allowed_ips };
}
