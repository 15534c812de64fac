import type { Actor } from "@/lib/access/actor";
import { type FineScope, type Leaf, leavesOf } from "@/lib/access/scopes";
import { db } from "@/lib/db";
import { findKey } from "./rows";

/**
 * What a key of the actor may do now and could not always do since an instant, by fine scope; `*` stands for managing
 * keys. That it did not use these says nothing. Throws not_found for any other key.
 */
export async function givenSince(actor: Actor, id: string, since: Date): Promise<(FineScope | "*")[]> {
  const { scopes } = await findKey(db(), actor, id);
  const rows = await db().auditEntry.findMany({
    where: {
      organization_id: actor.organizationId,
      target_type: "api_key",
      target_id: id,
      action: "api_key.changed",
      created_at: { gte: since },
      // Every list contains the empty one: the changes that have such a list.
      changes: { path: ["scopes", "from"], array_contains: [] },
    },
    select: { changes: true },
  });
  const before = rows.map(({ changes }) => leavesOf((changes as { scopes: { from: string[] } }).scopes.from));
  return [...leavesOf(scopes)].filter((leaf) => before.some((held) => !held.has(leaf))).map(nameOf);
}

function nameOf(leaf: Leaf): FineScope | "*" {
  return leaf === "api-keys:manage" ? "*" : leaf;
}
