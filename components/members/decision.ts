import type { z } from "zod";
import { endOf } from "@/components/api-keys/expiry";
import { cutScopes } from "@/lib/access/cut-scopes";
import type { Role } from "@/lib/access/roles";
import type { Scope } from "@/lib/access/scopes";
import type { Heir, OwnedKey } from "@/lib/members/member";
import type { RemoveMember } from "@/lib/members/schema";

/** What is chosen for one key so far: all fates are kept, so that changing one's mind loses nothing. */
export type Choice = { fate: "stop" | "hand_over" | "end"; to: string; day: string };

export const STOP: Choice = { fate: "stop", to: "", day: "" };

type Sent = z.input<typeof RemoveMember>["keys"][number];

/** The choice as it is sent, or what is missing. A day means its end in the reader's time zone. */
export function decisionOf(id: string, { fate, to, day }: Choice, now: Date): Sent | { error: string } {
  if (fate === "stop") return { id, fate };
  if (fate === "hand_over") return to ? { id, fate, to } : { error: "Choose who takes it over." };
  const at = endOf("date", day, now);
  if (!at || at <= now) return { error: "Choose the last day. It must not be past." };
  return { id, fate, at: at.toISOString() };
}

/** What a key may do once somebody else owns it, and what it can no longer do, by the names it was given. */
export function scopesAfter(scopes: string[], from: Role, to: Role): { kept: Scope[]; isLess: boolean } {
  const kept = cutScopes(cutScopes(scopes, from), to);
  return { kept, isLess: kept.join() !== scopes.join() };
}

/** Whether two choices come to the same. */
export function isSameChoice(one: Choice, other: Choice): boolean {
  if (one.fate !== other.fate) return false;
  if (one.fate === "hand_over") return one.to === other.to;
  return one.fate === "stop" || one.day === other.day;
}

type All = { keys: readonly OwnedKey[]; ownerRole: Role; heirs: readonly Heir[] };

/** One choice for all keys, by their ids. What the new owner could do nothing with is stopped instead. */
export function choiceForAll(choice: Choice, { keys, ownerRole, heirs }: All): Record<string, Choice> {
  const heir = choice.fate === "hand_over" ? heirs.find(({ id }) => id === choice.to) : undefined;
  const fits = ({ scopes }: OwnedKey) => !heir || scopesAfter(scopes, ownerRole, heir.role).kept.length > 0;
  return Object.fromEntries(keys.map((key) => [key.id, fits(key) ? choice : STOP]));
}
