import {
  type BroadScope,
  inOrder,
  isBroad,
  isScope,
  type Leaf,
  leavesOf,
  type Scope,
} from "@/lib/access/scopes";
import { DAY_MS } from "@/lib/api-keys/status";
import { UNUSED_DAYS } from "@/lib/usage/evidence";

/** When a leaf scope was last used; `*` stands for managing keys. */
export type ScopeUse = { scope: string; last_used_at: Date | null };

/**
 * What dropping would take away, named as in the uses, and what it would leave in place of which broad scopes; or why
 * there is nothing to drop.
 */
export type Unused =
  | { drop: string[]; broad: BroadScope[]; keep: Scope[] }
  | { drop: null; why: "too young" | "all used" | "none used" };

/**
 * Which scopes a key could do without, judged by what it used within 60 days. A broad scope gives way to those of its
 * scopes that were used; `*` stays where keys were managed with it, which nothing else allows. What was `given` within
 * these days counts as used: that it was not says nothing yet. What the owner's role forbids now is neither kept nor
 * dropped: the key does not have it.
 */
export function unusedScopes(
  key: { scopes: string[]; effective_scopes: readonly string[]; created_at: Date },
  uses: readonly ScopeUse[],
  given: readonly string[],
  now: Date,
): Unused {
  const since = now.getTime() - UNUSED_DAYS * DAY_MS;
  if (key.created_at.getTime() > since) return { drop: null, why: "too young" };
  const isAllowed = (scope: string) => scope === "*" || key.effective_scopes.includes(scope);
  const used = new Set(
    uses
      .filter(({ last_used_at }) => last_used_at !== null && last_used_at.getTime() >= since)
      .map(({ scope }) => scope)
      .concat(given)
      .filter(isAllowed),
  );
  const held = key.scopes.filter(isScope);
  const keep = inOrder(held.flatMap((scope) => (staysWhole(scope, used) ? [scope] : usedOf(scope, used))));
  if (keep.length === 0) return { drop: null, why: "none used" };
  const [before, after] = [leavesOf(held), leavesOf(keep)];
  const drop = uses
    .map(({ scope }) => scope)
    .filter((scope) => isAllowed(scope) && before.has(leafOf(scope)) && !after.has(leafOf(scope)));
  if (drop.length === 0) return { drop: null, why: "all used" };
  return { drop, broad: held.filter(isBroad).filter((scope) => !keep.includes(scope)), keep };
}

function leafOf(scope: string): Leaf {
  return scope === "*" ? "api-keys:manage" : (scope as Leaf);
}

function staysWhole(scope: Scope, used: ReadonlySet<string>): boolean {
  if (scope === "*" && used.has("*")) return true;
  const leaves = leavesOf([scope]);
  return [...leaves].every((leaf) => used.has(leaf === "api-keys:manage" ? "*" : leaf));
}

function usedOf(scope: Scope, used: ReadonlySet<string>): Scope[] {
  if (!isBroad(scope)) return [];
  return [...leavesOf([scope])].filter((leaf) => leaf !== "api-keys:manage").filter((leaf) => used.has(leaf));
}
