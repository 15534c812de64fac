import { grants, type Leaf, leavesWithin, type Scope } from "@/lib/access/scopes";
import type { KeyReach } from "./key-summary";
import { SCOPE_MATRIX } from "./scope-matrix";
import { inWords, scopeSentence } from "./scope-sentence";

/**
 * What a choice of scopes would reach now, such as "Reads 412 candidates, 9 jobs and analytics. Writes applications.";
 * without numbers as long as the reach is unknown.
 */
export function reachSentence(scopes: readonly Scope[], reach: KeyReach | null): string {
  if (reach === null || scopes.length === 0 || isBulkAlone(scopes)) return scopeSentence(scopes);
  const { rows } = reach;
  const held = leavesWithin(scopes, reach.bounds);
  const reads = reachedBy("read", held).map(({ resource, read }) => counted(resource, read && rows[read]));
  // Bulk operations have nothing of their own to write.
  const writes = reachedBy("write", held).flatMap(({ resource, read }) => (read ? resource : []));
  return [
    `Reads ${inWords(reads) || "nothing"}.`,
    writes.length > 0 ? `Writes ${inWords(writes)}.` : null,
    held.has("api-keys:manage") ? "Makes and revokes API keys." : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

function isBulkAlone(scopes: readonly Scope[]): boolean {
  return scopes.every((scope) => scope === "bulk:write");
}

function reachedBy(action: "read" | "write", held: ReadonlySet<Leaf>) {
  return SCOPE_MATRIX.filter(({ [action]: needed }) => needed !== null && grants(held, needed));
}

/** With its number of rows, where one is known. */
function counted(resource: string, count: number | null | undefined): string {
  if (typeof count !== "number") return resource;
  return `${count.toLocaleString("en-US")} ${count === 1 ? resource.replace(/s$/, "") : resource}`;
}
