import type { KeyDeed } from "@/components/api-keys/deeds";
import type { Rule } from "@/lib/api-keys/policy";
import { EXPIRING_DAYS } from "@/lib/api-keys/status";
import { DEAD_DAYS, type Finding, IDLE_DAYS } from "@/lib/policy/findings";

/** What a finding is called, and why it matters. */
export const FINDING_TEXTS: Record<Finding, { title: string; why: string; column: string }> = {
  leaked: {
    title: "Leaked and still alive",
    why: "Somebody outside has them. Revoke them; where a program still needs one, rotate or replace it first.",
    column: "Reported",
  },
  used_after_death: {
    title: "Still used after their end",
    why: `Somebody called with them in the last ${DEAD_DAYS} days, and was refused: a forgotten program, or somebody who should not have the key. One that you mark as seen is back with the next call.`,
    column: "Refused calls",
  },
  former_member: {
    title: "Known to a former member",
    why: "Somebody who is no longer in your organization was given the secret. Rotate them; one whose end is set already can only be replaced.",
    column: "Known to",
  },
  against_policy: {
    title: "Against your policy",
    why: "They are older than the policy and go on working. Bring them in line when it suits.",
    column: "What is wrong",
  },
  expiring: {
    title: `Ending within ${EXPIRING_DAYS} days`,
    why: "Whatever uses them stops then. Rotate or replace them in time.",
    column: "Ends",
  },
  broad_scopes: {
    title: "Broad scopes",
    why: "They may do more than a program is likely to need, and what Prepzo adds later. Narrow them.",
    column: "Scopes",
  },
  without_expiry: {
    title: "Without an end",
    why: "They work until somebody remembers to revoke them. Give them an end, and rotate in time.",
    column: "Made",
  },
  idle: {
    title: `Unused for ${IDLE_DAYS} days or more`,
    why: "Nobody would miss them but a thief. Disable them: they can be enabled again.",
    column: "Unused since",
  },
};

/** What a key does that breaks a rule. */
export const RULE_TEXTS: Record<Rule, string> = {
  max_days: "Lives too long",
  expiry_required: "Has no end",
  no_broad_scopes: "Has a broad scope",
  addresses_required: "Works from everywhere",
};

type Remedy = { deed: KeyDeed; label: string };

const REMEDIES: Partial<Record<Finding, Remedy>> = {
  leaked: { deed: "revoke", label: "Revoke" },
  former_member: { deed: "rotate", label: "Rotate" },
  expiring: { deed: "rotate", label: "Rotate" },
  broad_scopes: { deed: "edit", label: "Narrow scopes" },
  without_expiry: { deed: "expire", label: "Set an end" },
  idle: { deed: "disable", label: "Disable" },
};

const RULE_REMEDIES: Record<Rule, Remedy> = {
  max_days: { deed: "rotate", label: "Rotate" },
  expiry_required: { deed: "expire", label: "Set an end" },
  no_broad_scopes: { deed: "edit", label: "Narrow scopes" },
  addresses_required: { deed: "edit", label: "Add addresses" },
};

const REPLACE: Remedy = { deed: "replace", label: "Replace" };

/**
 * What is best done about a key with a finding, out of what its state allows; null where that is not a deed to the key.
 * What cannot be changed any more is replaced.
 */
export function remedyOf(
  finding: Finding,
  rules: readonly Rule[],
  allowed: readonly KeyDeed[],
): Remedy | null {
  const best = finding === "against_policy" ? remedyOfRules(rules) : REMEDIES[finding];
  if (!best) return null;
  if (allowed.includes(best.deed)) return best;
  const isChange = best.deed === "edit" || best.deed === "rotate";
  return isChange && allowed.includes("replace") ? REPLACE : null;
}

function remedyOfRules(rules: readonly Rule[]): Remedy | undefined {
  // A key without an end also lives too long: an end is the smaller step.
  const rule = rules.find((each) => each !== "max_days") ?? rules[0];
  return rule && RULE_REMEDIES[rule];
}
