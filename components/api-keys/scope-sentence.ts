import { type FineScope, leavesOf, type Scope } from "@/lib/access/scopes";
import { resourceOf, SCOPE_MATRIX } from "./scope-matrix";

const NOUNS: Record<string, string> = { webhooks: "webhook endpoints" };

/** One plain sentence that sums up what a choice of scopes allows. */
export function scopeSentence(scopes: readonly Scope[]): string {
  if (scopes.length === 0) return "Nothing chosen yet: this key could do nothing.";
  const leaves = leavesOf(scopes);
  if (leaves.has("api-keys:manage"))
    return "This key can do everything, including making and revoking API keys.";
  const reads = nouns("read", leaves);
  const writes = nouns("write", leaves);
  const parts = [
    reads.length > 0 ? `read ${inWords(reads)}` : null,
    writes.length > 0 ? `create, change and delete ${inWords(writes)}` : null,
    leaves.has("bulk:write") && !isBulkIdle(scopes) ? "run bulk operations" : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return "This key could do nothing: bulk operations need a write scope as well.";
  return `This key can ${inWords(parts, "; it can ")}.`;
}

/** Whether bulk is chosen without anything that it could write. */
export function isBulkIdle(scopes: readonly Scope[]): boolean {
  const leaves = leavesOf(scopes);
  return leaves.has("bulk:write") && !BULK_TARGETS.some((scope) => leaves.has(scope));
}

const BULK_TARGETS: readonly FineScope[] = [
  "candidates:write",
  "jobs:write",
  "applications:write",
  "interviews:write",
  "offers:write",
];

function nouns(action: "read" | "write", leaves: ReadonlySet<string>): string[] {
  return SCOPE_MATRIX.map((row) => row[action])
    .filter((scope): scope is FineScope => scope !== null && scope !== "bulk:write" && leaves.has(scope))
    .map((scope) => NOUNS[resourceOf(scope)] ?? resourceOf(scope));
}

export function inWords(items: string[], last = " and "): string {
  if (items.length < 2) return items.join("");
  if (last !== " and ") return items.join(last);
  return `${items.slice(0, -1).join(", ")}${last}${items.at(-1)}`;
}
