import type { Rule } from "@/lib/api-keys/policy";
import type { KeyView } from "@/lib/api-keys/view";

/** What an admin looks for among the keys, the most urgent first. */
export const FINDINGS = [
  "leaked",
  "used_after_death",
  "former_member",
  "against_policy",
  "expiring",
  "broad_scopes",
  "without_expiry",
  "idle",
] as const;
export type Finding = (typeof FINDINGS)[number];

/** For how long a key must have been unused to be called idle, in days. */
export const IDLE_DAYS = 90;
/** Over how many days calls with dead keys are counted; today, in UTC, is the last of them. */
export const DEAD_DAYS = 7;

/** How many keys each finding has. */
export type FindingCounts = Record<Finding, number>;
/** How many living keys each rule of a policy would be broken by, or how many it would find idle. */
export type RuleCounts = Record<Rule | "idle_days", number>;

/** A key with a finding, and what there is to say about it. */
export type FoundKey = {
  key: KeyView;
  /** The rules that it breaks. */
  rules: Rule[];
  /** The latest of its last use, its making and its enabling. */
  idle_since: Date;
  /** Who knows its secret and is no member any more. */
  known_to: string[];
  /** Calls with it that were refused since it is dead; null where that is not the finding. */
  dead_calls: { calls: number; last_seen: Date } | null;
};
