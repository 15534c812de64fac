import { mayGrant } from "@/lib/access/actor";
import { isBroad, type Scope } from "@/lib/access/scopes";
import type { Fault } from "@/lib/errors";
import { DAY_MS } from "./status";

/** What an organization demands of its keys. */
export type KeyPolicy = {
  /** Days that a key may live, from its making on. */
  max_days: number | null;
  expiry_required: boolean;
  no_broad_scopes: boolean;
  addresses_required: boolean;
  /** Days without use after which a key is disabled: that happens by and by, and is not asked of a key that is made. */
  idle_days: number | null;
};

/** What the rules look at. `end` is the instant at which the key dies by itself, null for never. */
export type Judged = {
  created_at: Date;
  end: Date | null;
  scopes: readonly string[];
  allowed_ips: readonly string[];
};

export const RULES = ["max_days", "expiry_required", "no_broad_scopes", "addresses_required"] as const;
export type Rule = (typeof RULES)[number];

/** Clocks differ: an end so little beyond the longest lifetime is still at it. */
export const LEEWAY_MS = 60_000;
/** A block with fewer bits than these names nobody in particular: a list with one restricts nothing. */
export const FEWEST_BITS = { ipv4: 8, ipv6: 16 };

/** Whether keys must have an end: where they must, and where there is a longest lifetime. */
export function needsEnd({ expiry_required, max_days }: KeyPolicy): boolean {
  return expiry_required || max_days !== null;
}

/** The last end that a key made at an instant may have, or null for any. */
export function lastEnd({ max_days }: KeyPolicy, createdAt: Date): Date | null {
  return max_days === null ? null : new Date(createdAt.getTime() + max_days * DAY_MS);
}

/** Whether a list of addresses, as stored, restricts nothing: it is empty, or has a block that is too wide. */
export function letsInAll(allowedIps: readonly string[]): boolean {
  return allowedIps.length === 0 || allowedIps.some(isTooWide);
}

function isTooWide(block: string): boolean {
  const [address = "", bits] = block.split("/");
  return bits !== undefined && Number(bits) < FEWEST_BITS[address.includes(":") ? "ipv6" : "ipv4"];
}

/** The rules that a key breaks as it stands. */
export function brokenRules(policy: KeyPolicy, key: Judged): Rule[] {
  const broken: Record<Rule, boolean> = {
    max_days: outlives(policy, key),
    expiry_required: policy.expiry_required && key.end === null,
    no_broad_scopes: policy.no_broad_scopes && broadOf(key.scopes).length > 0,
    addresses_required: policy.addresses_required && letsInAll(key.allowed_ips),
  };
  return RULES.filter((rule) => broken[rule]);
}

/**
 * What a policy has against a new key, or against what `before` is to become: a key that breaks a rule already may go on
 * doing so, and be changed to what breaks it less. One fault a field, as the API names it.
 */
export function policyFaults(policy: KeyPolicy, key: Judged, before: Judged | null = null): Fault[] {
  return [endFault, scopesFault, addressesFault].flatMap((find) => find(policy, key, before) ?? []);
}

/** The same about the end alone. */
export function endFault(
  policy: KeyPolicy,
  key: Pick<Judged, "created_at" | "end">,
  before: Judged | null = null,
): Fault | null {
  if (before !== null && !isLater(key.end, before.end)) return null;
  if (needsEnd(policy) && key.end === null) return fault("expires_at", REQUIRED);
  if (!outlives(policy, key)) return null;
  const from = before === null ? "from now" : "after the key was made";
  return fault("expires_at", `must be at most ${daysText(policy.max_days)} ${from}, by ${BY_POLICY}`);
}

function scopesFault(policy: KeyPolicy, key: Judged, before: Judged | null): Fault | null {
  const held = (before?.scopes ?? []) as Scope[];
  const added = broadOf(key.scopes).filter((scope) => !mayGrant(held, scope));
  if (!policy.no_broad_scopes || added.length === 0) return null;
  return fault("scopes", `must not include ${added.join(", ")}, by ${BY_POLICY}`);
}

function addressesFault(policy: KeyPolicy, key: Judged, before: Judged | null): Fault | null {
  const letInAllBefore = before !== null && letsInAll(before.allowed_ips);
  if (!policy.addresses_required || letInAllBefore || !letsInAll(key.allowed_ips)) return null;
  const words = key.allowed_ips.length === 0 ? REQUIRED : `${NARROW}, by ${BY_POLICY}`;
  return fault("allowed_ips", words);
}

function fault(field: string, words: string): Fault {
  return { code: "validation_error", field, message: `${field} ${words}` };
}

const BY_POLICY = "your organization's policy";
const NARROW = `must not hold a block wider than /${FEWEST_BITS.ipv4}, or /${FEWEST_BITS.ipv6} of IPv6`;
const REQUIRED = `is required by ${BY_POLICY}`;

function outlives(policy: KeyPolicy, { created_at, end }: Pick<Judged, "created_at" | "end">): boolean {
  const last = lastEnd(policy, created_at);
  return last !== null && (end === null || end.getTime() > last.getTime() + LEEWAY_MS);
}

function isLater(end: Date | null, other: Date | null): boolean {
  return other !== null && (end === null || end > other);
}

function broadOf(scopes: readonly string[]): Scope[] {
  return (scopes as Scope[]).filter(isBroad);
}

function daysText(days: number | null): string {
  return days === 1 ? "1 day" : `${days} days`;
}
